"""The timeline's markers as rows: when, what they are called, which one is the poster."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Marker
from timeline_studio.timeline.time import timecode
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.keyed_rows_model import Index, KeyedRowsModel
from timeline_studio.ui.theme import Theme, icon

COLUMNS = ("Time", "Chapter")
TIME, NAME = range(2)
MARKER = Qt.ItemDataRole.UserRole


class MarkersModel(KeyedRowsModel[Marker]):
    """`MARKER` is the row's marker. Names can be edited."""

    def __init__(
        self, document: TimelineDocument, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(COLUMNS, parent)
        self._document = document
        self._poster = icon(theme, "still", "accent")

    def show_markers(self, markers: tuple[Marker, ...]) -> None:
        if markers != self._rows:
            self.show_rows(markers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == NAME and not self._document.is_read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        marker = self._rows[index.row()]
        if role == MARKER:
            return marker
        if index.column() == NAME:
            return self._of_name(marker, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return timecode(marker.time, self._document.timeline.rate)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        marker = index.data(MARKER)
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or marker is None or name == marker.name:
            return False
        changed = replace(marker, name=name)
        return self._document.apply("Rename marker", lambda t: edits.change_marker(t, changed))

    def _of_name(self, marker: Marker, role: int) -> Any:
        shown = marker.name or ("Poster" if marker.is_poster else "No name")
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: shown,
            Qt.ItemDataRole.EditRole: marker.name,
            Qt.ItemDataRole.ToolTipRole: f"{shown}: the poster" if marker.is_poster else shown,
            Qt.ItemDataRole.DecorationRole: self._poster if marker.is_poster else None,
        }
        return answers.get(role)
