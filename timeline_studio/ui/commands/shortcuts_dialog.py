"""The shortcut editor: every command with its keys, to be searched and changed."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.errors import StudioError
from timeline_studio.ui.commands.command_keys import CommandKeys
from timeline_studio.ui.commands.key_names import native_name
from timeline_studio.ui.commands.key_settings import KeySettings
from timeline_studio.ui.commands.registry import Command
from timeline_studio.ui.commands.shortcuts_model import (
    ShortcutsModel,
    ShortcutsSearch,
    command_at,
)
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.question_bar import QuestionBar
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, GAP_PART

_SIZE = 780, 620
_KEYS_WIDTH, _WHERE_WIDTH = 220, 130
_FILES = "Keymaps (*.json)"


class ShortcutsDialog(QDialog):
    """Every change holds at once, and is remembered."""

    def __init__(self, settings: KeySettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(tr("Keyboard Shortcuts"))
        self.setObjectName("shortcuts")
        self.resize(*_SIZE)
        self.search = QLineEdit(
            placeholderText=tr("Search commands or keys"), clearButtonEnabled=True
        )
        self.keymap = QComboBox()
        self.keymap.setAccessibleName(tr("Keymap"))
        self.keymap.setToolTip(tr("Whose keys to begin with; your changes to each are kept"))
        for keymap in settings.keymaps:
            self.keymap.addItem(keymap.name, keymap)
        self.bring_in = _button("Import…", "import-keys", "Take keys from a file")
        self.hand_out = _button("Export…", "export-keys", "Write all keys to a file")
        self.reset_all = _button("Reset All", "reset-all-keys", "Drop your changes to this keymap")
        self.note = _wrapped("secondary")
        self.error = _wrapped("error")
        self.question = QuestionBar()
        self.keys = CommandKeys()
        self.model = ShortcutsModel(settings, self)
        self.rows = ShortcutsSearch(self.model, self)
        self.view = self._made_view()
        self._arrange()
        self._join()
        self._show_keymap()

    def choose(self, command_id: str) -> None:
        """Show this command's keys."""
        found = self.rows.mapFromSource(self.model.index_of(command_id))
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(found, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(found)

    def reject(self) -> None:
        """Esc first ends what is asked."""
        if self.question.isVisible():
            self.question.hide()
        else:
            super().reject()

    @property
    def command(self) -> Command | None:
        """The one whose keys are shown."""
        return command_at(self.view.currentIndex())

    def _made_view(self) -> QTreeView:
        view = QTreeView()
        view.setObjectName("shortcuts-view")
        view.setAccessibleName(tr("Commands and their keys"))
        view.setModel(self.rows)
        view.setProperty("look", "commands")
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.expandAll()
        head = view.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(1, _KEYS_WIDTH)
        view.setColumnWidth(2, _WHERE_WIDTH)
        return view

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.search, 1)
        for widget in (self.keymap, self.bring_in, self.hand_out, self.reset_all):
            top.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PART, GAP_PART, GAP_PART, GAP_PART)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.note)
        layout.addWidget(self.view, 1)
        for part in (self.keys, self.question, self.error):
            layout.addWidget(part)
        self.search.setFocus()

    def _join(self) -> None:
        self.search.textChanged.connect(self._on_sought)
        self.keymap.activated.connect(lambda at: self._settings.choose(self.keymap.itemData(at)))
        self.bring_in.clicked.connect(self._on_import)
        self.hand_out.clicked.connect(self._on_export)
        self.reset_all.clicked.connect(self._on_reset_all)
        self.keys.recorder.recorded.connect(self._on_recorded)
        self.keys.removed.connect(self._on_removed)
        self.keys.reset_pressed.connect(self._on_reset)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_command())
        self._settings.changed.connect(self._show_keymap)

    def _on_sought(self, text: str) -> None:
        self.rows.seek(text)
        self.view.expandAll()

    def _on_recorded(self, key: str) -> None:
        command = self.command
        if command is None:
            return
        rivals = self._settings.registry.rivals(command.id, key)
        if not rivals:
            self._settings.give(command.id, key)
            return
        names = " and ".join(f"“{rival.name}”" for rival in rivals)
        self.question.ask(
            tr(
                "{key} is the key of {names}. “{name}” can have it instead.",
                key=native_name(key),
                names=names,
                name=command.name,
            ),
            "Take It Over",
            lambda: self._settings.give(command.id, key),
        )

    def _on_removed(self, key: str) -> None:
        if self.command is not None:
            self._settings.take(self.command.id, key)

    def _on_reset(self) -> None:
        if self.command is not None:
            self._settings.reset(self.command.id)

    def _on_reset_all(self) -> None:
        self.question.ask(
            tr("Your changes to “{name}” will be lost.", name=self._settings.chosen.name),
            "Reset All Keys",
            self._settings.reset_all,
        )

    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Import keys", "", _FILES)
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """The keys of a file, over the program's own."""
        try:
            unknown = self._settings.bring_in(path)
        except StudioError as error:
            self.error.setText(str(error))
            self.error.show()
            return
        self.error.hide()
        if unknown:
            self.note.setText(
                tr(
                    "The keys of “{name}” are in use, but for those of {count} commands "
                    "that this version does not have: {names}{more}",
                    name=path.name,
                    count=len(unknown),
                    names=", ".join(unknown[:3]),
                    more=" …" if len(unknown) > 3 else "",
                )
            )
            self.note.show()

    def _on_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Export keys", "keys.json", _FILES)
        if name:
            self.write_file(Path(name))

    def write_file(self, path: Path) -> None:
        """All keys as they are now."""
        target = path if path.suffix else path.with_suffix(".json")
        try:
            self._settings.hand_out(target)
        except StudioError as error:
            self.error.setText(str(error))
            self.error.show()
            return
        self.error.hide()
        self.note.setText(tr("The keys are in {target}", target=target))
        self.note.show()

    def _show_keymap(self) -> None:
        chosen = self._settings.chosen
        self.keymap.setCurrentText(chosen.name)
        self.note.setText(chosen.note)
        self.note.setVisible(bool(chosen.note))
        self.reset_all.setEnabled(bool(self._settings.changes))
        self._show_command()

    def _show_command(self) -> None:
        command = self.command
        is_changed = command is not None and self._settings.is_changed(command)
        self.question.hide()
        self.keys.show_command(command, is_changed=is_changed)


def _button(text: str, name: str, tip: str) -> QPushButton:
    made = button(text, name, tip=tip)
    made.setAutoDefault(False)
    return made


def _wrapped(look: str) -> QLabel:
    made = label("", look)
    made.setWordWrap(True)
    made.hide()
    return made
