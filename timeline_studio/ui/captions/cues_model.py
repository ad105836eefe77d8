"""The cues of one caption track as rows: when, until when, what; each field can be edited."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from timeline_studio.timeline import edits
from timeline_studio.timeline.captions import warnings_of
from timeline_studio.timeline.model import Caption, Timeline, Track
from timeline_studio.ui.captions.cue_times import time_text, typed_time
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.keyed_rows_model import Index, KeyedRowsModel
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, icon

COLUMNS = ("Start", "End", "Text")
START, END, TEXT = range(3)
CAPTION = Qt.ItemDataRole.UserRole


class CuesModel(KeyedRowsModel[Caption]):
    """`CAPTION` is the row's caption. Every change is an edit of the document."""

    def __init__(
        self, document: TimelineDocument, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(COLUMNS, parent)
        self._document = document
        self._warning = icon(theme, "warning", "warn")
        self.track: Track | None = None

    def show_track(self, track: Track | None) -> None:
        """Show a track, or a newer version of the one that is shown."""
        items = track.items if track else ()
        captions = [item for item in items if isinstance(item, Caption)]
        before, self.track = self.track, track
        is_same = before is not None and track is not None and before.id == track.id
        self.show_rows(captions, of_same=is_same)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_open = self.track is not None and not self.track.locked
        if is_open and not self._document.is_read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        caption = self._rows[index.row()]
        if role == CAPTION:
            return caption
        if index.column() == TEXT:
            return self._of_text(caption, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return time_text(caption.start if index.column() == START else caption.end)
        return None

    def _of_text(self, caption: Caption, role: int) -> Any:
        found = warnings_of(caption)
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: caption.text.replace("\n", " / "),
            Qt.ItemDataRole.EditRole: caption.text,
            Qt.ItemDataRole.ToolTipRole: "\n".join([caption.text, *(f"⚠ {w}" for w in found)]),
            Qt.ItemDataRole.AccessibleTextRole: ", ".join([caption.text, *found]),
            Qt.ItemDataRole.DecorationRole: self._warning if found else None,
        }
        return answers.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        caption = self._rows[index.row()]
        if value == self.data(index, role):
            return False
        if index.column() == TEXT:
            return self._document.apply(
                "Change caption", lambda t: edits.set_caption_text(t, caption.id, str(value))
            )
        return self._set_time(caption, is_start=index.column() == START, text=str(value))

    def row_at(self, time: int) -> int | None:
        """The row of what is on at `time`."""
        return next((i for i, c in enumerate(self._rows) if c.start <= time < c.end), None)

    def _set_time(self, caption: Caption, *, is_start: bool, text: str) -> bool:
        time = typed_time(text)
        if time is None:
            self._document.refused.emit(tr("“{text}” is not a time like 1:02.345", text=text))
            return False

        def edit(timeline: Timeline) -> Timeline:
            if is_start:
                return edits.trim(timeline, caption.id, start=time, with_links=False)
            return edits.trim(timeline, caption.id, end=time, with_links=False)

        return self._document.apply("Change caption's time", edit)
