"""The command palette: a field, and what it finds below it. The arrow keys walk the rows."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from timeline_studio.ui.commands.found import Finder, Found
from timeline_studio.ui.commands.palette_delegate import ROW, PaletteDelegate
from timeline_studio.ui.commands.palette_model import FOUND, PaletteModel
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT

_WIDTH, _TOP = 640, 120
_MOST_ROWS = 10
_HINT = "Search commands      :  timecode      @  marker      #  timeline      /  media"
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
    Qt.Key.Key_PageDown: _MOST_ROWS,
}


class PalettePopover(Popover):
    """`finders` by the sign that is typed first; the one of "" is for all else."""

    chosen = Signal(object)  # Choice; after the palette has gone

    def __init__(self, window: QWidget, finders: Mapping[str, Finder], theme: Theme) -> None:
        super().__init__(window, width=_WIDTH)
        self._finders = finders
        self._question = 0
        self.setObjectName("palette")
        self.setAccessibleName(tr("Command palette"))
        self.field = QLineEdit()
        self.field.setObjectName("palette-field")
        self.field.setPlaceholderText(tr(_HINT))
        self.field.setAccessibleName(tr("Search commands"))
        self.field.textChanged.connect(self._ask)
        self.model = PaletteModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PaletteDelegate(theme))
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(tr("Found"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setStyleSheet("background: transparent;")
        self.view.clicked.connect(self._choose)
        self.nothing = label("Nothing is called that", "secondary")
        self.nothing.setContentsMargins(GAP, 0, GAP, GAP_TIGHT)
        for part in (self.field, self.view, self.nothing):
            self.body.addWidget(part)
        self.body.setContentsMargins(GAP, GAP, GAP, GAP)

    def open(self) -> None:
        """With nothing typed."""
        for finder in self._finders.values():
            finder.forget()
        self.field.clear()
        self._ask()
        super().open()
        self.field.setFocus()

    def place(self) -> None:
        """In the middle, at a height that stays while rows come and go."""
        self.adjustSize()
        window = self.window()
        left = (window.width() - self.width()) // 2
        self.move(max(GAP, left), max(GAP, min(_TOP, window.height() - self.height() - GAP)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._on_key(Qt.Key(event.key()))
        ):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.view.currentIndex())
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """A step past an end goes to the other one."""
        rows = self.model.rowCount()
        if rows:
            row = self.view.currentIndex().row() + by
            row = row % rows if abs(by) == 1 else max(0, min(row, rows - 1))
            self.view.setCurrentIndex(self.model.index(row))

    def _ask(self) -> None:
        """The answer to an earlier question is dropped."""
        self._question += 1
        number, text = self._question, self.field.text().lstrip()
        sign = text[:1] if text[:1] in self._finders else ""

        def show(found: list[Found]) -> None:
            if number == self._question:
                self._show(found)

        self._finders[sign].find(text[len(sign) :].strip(), show)

    def _show(self, found: list[Found]) -> None:
        self.model.show(found)
        self.view.setFixedHeight(ROW * min(_MOST_ROWS, len(found)))
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.scrollToTop()
        self.place()

    def _choose(self, index: QModelIndex) -> None:
        """What cannot be done now says why in its row, and stays there."""
        found = index.data(FOUND)
        if isinstance(found, Found) and not found.choice.reason:
            self.dismiss()
            self.chosen.emit(found.choice)
