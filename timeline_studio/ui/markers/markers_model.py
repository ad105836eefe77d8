"""The timeline's markers as rows: when, what they are called, which one is the poster."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Marker
from timeline_studio.timeline.time import timecode
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.theme import Theme, icon

COLUMNS = ("Time", "Chapter")
TIME, NAME = range(2)
MARKER = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class MarkersModel(QAbstractTableModel):
    """`MARKER` is the row's marker. Names can be edited."""

    def __init__(
        self, document: TimelineDocument, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._poster = icon(theme, "still", "accent")
        self._markers: tuple[Marker, ...] = ()

    def show_markers(self, markers: tuple[Marker, ...]) -> None:
        if markers == self._markers:
            return
        is_same = [each.id for each in markers] == [each.id for each in self._markers]
        if is_same:
            self._markers = markers
            self.dataChanged.emit(self.index(0, 0), self.index(len(markers) - 1, NAME))
            return
        self.beginResetModel()
        self._markers = markers
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._markers)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == NAME and not self._document.is_read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._markers):
            return None
        marker = self._markers[index.row()]
        if role == MARKER:
            return marker
        if index.column() == NAME:
            return self._of_name(marker, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return timecode(marker.time, self._document.timeline.rate)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        marker = index.data(MARKER)
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or marker is None or name == marker.name:
            return False
        changed = replace(marker, name=name)
        return self._document.apply("Rename marker", lambda t: edits.change_marker(t, changed))

    def row_of(self, marker_id: str) -> int | None:
        return next((i for i, each in enumerate(self._markers) if each.id == marker_id), None)

    def _of_name(self, marker: Marker, role: int) -> Any:
        shown = marker.name or ("Poster" if marker.is_poster else "No name")
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: shown,
            Qt.ItemDataRole.EditRole: marker.name,
            Qt.ItemDataRole.ToolTipRole: f"{shown}: the poster" if marker.is_poster else shown,
            Qt.ItemDataRole.DecorationRole: self._poster if marker.is_poster else None,
        }
        return answers.get(role)
