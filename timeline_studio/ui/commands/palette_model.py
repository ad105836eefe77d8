"""What the palette found, as rows of a list."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_studio.ui.commands.found import Found

Index = QModelIndex | QPersistentModelIndex

FOUND = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class PaletteModel(QAbstractListModel):
    """`FOUND` is the row's Found."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[Found] = []

    def show(self, found: list[Found]) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._found[index.row()]
        if role == FOUND:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.choice.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (found.choice.name, found.choice.kind, found.choice.keys, found.choice.reason)
            return ", ".join(word for word in said if word)
        return None
