"""Rows of the library as a table: a QAbstractTableModel over plain data."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from timeline_studio.ui.deliver.columns import (
    BUTTON,
    KIND,
    PICTURE,
    ROW,
    SECOND_LINE,
    SORT,
    STATE,
    Column,
)
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.row_changes import RowChanges, row_changes
from timeline_studio.ui.language import tr

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel, Generic[Row]):
    """`identity` tells rows apart, so that a refresh keeps the selection; `upload_of` gives
    the (upload id, kind) whose picture a row shows."""

    more_wanted = Signal()
    listed = Signal()  # after every `show`

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        pictures: UploadPictures,
        *,
        identity: Callable[[Row], int],
        upload_of: Callable[[Row], tuple[int, str]],
    ) -> None:
        super().__init__()
        self.columns = list(columns)
        self._pictures = pictures
        self.identity = identity
        self._upload_of = upload_of
        self._rows: list[Row] = []
        self._has_more = False
        pictures.ready.connect(self._on_picture_ready)

    @property
    def rows(self) -> list[Row]:
        return list(self._rows)

    def show(self, rows: Sequence[Row], *, has_more: bool = False) -> None:
        """Replace the rows; those that stay keep their place, selected or not.

        With `has_more`, views ask for `more_wanted` when they come to the last row.
        """
        self._has_more = has_more
        identities = [self.identity(row) for row in rows]
        changes = row_changes([self.identity(row) for row in self._rows], identities)
        if changes is None:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        else:
            self._apply(changes, rows)
        self.listed.emit()

    def _apply(self, changes: RowChanges, rows: Sequence[Row]) -> None:
        for number in changes.removed:
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._rows[number]
            self.endRemoveRows()
        for number in changes.inserted:
            self.beginInsertRows(QModelIndex(), number, number)
            self._rows.insert(number, rows[number])
            self.endInsertRows()
        self._rows = list(rows)
        self.repaint_rows()

    def repaint_rows(self) -> None:
        """What cells say may have changed without the rows."""
        if self._rows:
            corner = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        self.more_wanted.emit()

    def row_of(self, identity: int) -> int | None:
        for number, row in enumerate(self._rows):
            if self.identity(row) == identity:
                return number
        return None

    def identity_at(self, number: int) -> int:
        return self.identity(self._rows[number])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = _ANSWERS.get(role)
        if answer is not None:
            return answer(self._rows[index.row()], self.columns[index.column()])
        if role == ROW:
            return self._rows[index.row()]
        if role in (PICTURE, KIND) and self.columns[index.column()].is_main:
            upload_id, kind = self._upload_of(self._rows[index.row()])
            if role == KIND:
                return kind
            return None if kind == "audio" else self._pictures.picture(upload_id)
        return None

    def _on_picture_ready(self, upload_id: int) -> None:
        for number, row in enumerate(self._rows):
            if self._upload_of(row)[0] == upload_id:
                cell = self.index(number, 0)
                self.dataChanged.emit(cell, cell, [PICTURE])


def _tip(row: Any, column: Column[Any]) -> str:
    if column.state and (reason := column.state(row).reason):
        return reason
    return column.text(row)


def _sort(row: Any, column: Column[Any]) -> Any:
    return column.sort(row) if column.sort else column.text(row).casefold()


_ANSWERS: dict[int, Callable[[Any, Column[Any]], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda row, column: column.text(row),
    Qt.ItemDataRole.ToolTipRole: _tip,
    SORT: _sort,
    SECOND_LINE: lambda row, column: column.second_line and column.second_line(row),
    STATE: lambda row, column: column.state and column.state(row),
    BUTTON: lambda row, column: column.button and tr(column.button(row)),
}
