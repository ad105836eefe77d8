"""Rows of a table that are known by an id: their newer versions leave what is chosen alone."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_studio.ui.language import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Keyed(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=Keyed)


class KeyedRowsModel(QAbstractTableModel, Generic[Row]):
    """`columns` are the heads; `data` is the subclass's."""

    def __init__(self, columns: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row], *, of_same: bool = True) -> None:
        """Show these; where they are newer versions of the same ones, `of_same` whole, the view
        keeps its place."""
        is_same = of_same and [each.id for each in rows] == [each.id for each in self._rows]
        if not is_same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not is_same:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr(self._columns[section])
        return None

    def row_of(self, row_id: str) -> int | None:
        return next((i for i, each in enumerate(self._rows) if each.id == row_id), None)
