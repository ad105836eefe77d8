"""The commands and their keys as a tree, a branch a category; and what a search leaves of it."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel

from timeline_studio.ui.commands.key_names import native_name
from timeline_studio.ui.commands.key_settings import KeySettings
from timeline_studio.ui.commands.registry import Command
from timeline_studio.ui.language import tr

Index = QModelIndex | QPersistentModelIndex

COMMAND = Qt.ItemDataRole.UserRole
SOUGHT = Qt.ItemDataRole.UserRole + 1
_ROW = 26
_HEADS = ("Command", "Keys", "Where")
_SCOPES = {"window": "Whole window", "timeline": "Timeline panel", "monitor": "Monitor"}


class ShortcutsModel(QStandardItemModel):
    """`COMMAND` is a row's command; branches have none."""

    def __init__(self, settings: KeySettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rows: dict[str, list[QStandardItem]] = {}
        self.setHorizontalHeaderLabels([tr(head) for head in _HEADS])
        branches = {name: _cell(name) for name in settings.registry.categories()}
        for branch in branches.values():
            self.appendRow([branch, _cell(), _cell()])
        for command in settings.registry:
            row = [_cell(command.name), _cell(), _cell(tr(_SCOPES.get(command.scope, "")))]
            for item in row:
                item.setData(command, COMMAND)
            self._rows[command.id] = row
            branches[command.category].appendRow(row)
        settings.changed.connect(self.show_keys)
        self.show_keys()

    def index_of(self, command_id: str) -> QModelIndex:
        return self._rows[command_id][0].index()

    def show_keys(self) -> None:
        """What was changed is marked with a dot."""
        for command in self._settings.registry:
            name, keys, _ = self._rows[command.id]
            mark = " •" if self._settings.is_changed(command) else ""
            keys.setText(", ".join(native_name(key) for key in command.keys) + mark)
            said = (command.name, command.category, *command.keys, keys.text())
            name.setData(" ".join(said).casefold(), SOUGHT)


class ShortcutsSearch(QSortFilterProxyModel):
    """Leaves the commands that hold every word, in their name, their category or their keys."""

    def __init__(self, model: ShortcutsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    def seek(self, text: str) -> None:
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        said = self.sourceModel().index(row, 0, parent).data(SOUGHT)
        return isinstance(said, str) and all(word in said for word in self._words)


def command_at(index: Index) -> Command | None:
    found = index.data(COMMAND)
    return found if isinstance(found, Command) else None


def _cell(text: str = "") -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setSizeHint(QSize(0, _ROW))
    return item
