"""The timeline as screen readers hear it: tracks as rows, clips as what is in them."""

from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from shiboken6 import isValid

from timeline_studio.timeline.model import Item
from timeline_studio.timeline.time import timecode
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.editor.spoken import clip_name, clip_words, track_words
from timeline_studio.ui.editor.timeline_canvas import TimelineCanvas


@cache
def speak_timelines() -> None:
    """Have Qt ask us for what a timeline's canvas says; once a process."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_name: str, of: QObject | None) -> QAccessibleInterface | None:
    return spoken_by(of) if isinstance(of, TimelineCanvas) else None


def spoken_by(canvas: TimelineCanvas) -> "SpokenTimeline":
    """The one interface of a canvas: the canvas keeps it, for Qt does not own it."""
    found = canvas.spoken
    if not isinstance(found, SpokenTimeline) or not isValid(found):
        found = canvas.spoken = SpokenTimeline(canvas)
    return found


class _Spoken(QAccessibleInterface):
    """What all of them have in common; rectangles are on the screen.

    Answers that may be None are Any: PySide's stubs do not know that they may.
    """

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__()
        self._canvas = canvas

    def object(self) -> Any:
        return None

    def window(self) -> Any:
        return None

    def setText(self, _what: QAccessible.Text, _text: str) -> None:
        """Nothing is renamed from here."""

    def isValid(self) -> bool:
        return isValid(self._canvas)

    def childAt(self, x: int, y: int) -> Any:
        children = (self.child(number) for number in range(self.childCount()))
        return next((each for each in children if each and each.rect().contains(x, y)), None)

    def child(self, _number: int) -> Any:
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def _on_screen(self, rect: QRect) -> QRect:
        inside = rect.intersected(self._canvas.rect())
        return QRect(self._canvas.mapToGlobal(inside.topLeft()), inside.size())


class SpokenTimeline(_Spoken):
    """The canvas. What it has said once it keeps: a reader may come back to it."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._tracks: dict[str, SpokenTrack] = {}
        self._clips: dict[str, SpokenClip] = {}
        ids: list[int] = []
        self._ids = ids
        canvas.destroyed.connect(lambda: [QAccessible.deleteAccessibleInterface(n) for n in ids])

    def object(self) -> Any:
        return self._canvas

    def parent(self) -> Any:
        above = self._canvas.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above else None

    def rows(self) -> list[Row]:
        return list(self._canvas.layout_of_tracks.rows)

    def childCount(self) -> int:
        return len(self.rows())

    def child(self, number: int) -> Any:
        rows = self.rows()
        return self.track(rows[number].track.id) if 0 <= number < len(rows) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        ids = [row.track.id for row in self.rows()]
        return ids.index(child.track_id) if isinstance(child, SpokenTrack) else -1

    def track(self, track_id: str) -> "SpokenTrack":
        found = self._tracks.get(track_id)
        if found is None:
            found = self._tracks[track_id] = SpokenTrack(self._canvas, self, track_id)
            self._ids.append(QAccessible.registerAccessibleInterface(found))
        return found

    def clip(self, item_id: str) -> "SpokenClip":
        found = self._clips.get(item_id)
        if found is None:
            found = self._clips[item_id] = SpokenClip(self._canvas, self, item_id)
            self._ids.append(QAccessible.registerAccessibleInterface(found))
        return found

    def focusChild(self) -> Any:
        return self.clip(self._canvas.walked) if self._canvas.walked else None

    def text(self, what: QAccessible.Text) -> str:
        if what == QAccessible.Text.Name:
            return self._canvas.accessibleName()
        if what == QAccessible.Text.Value:
            return timecode(self._canvas.document.playhead, self._canvas.document.timeline.rate)
        return ""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def rect(self) -> QRect:
        return self._on_screen(self._canvas.rect())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._canvas.hasFocus()
        state.multiSelectable = True
        state.readOnly = self._canvas.document.is_read_only
        return state


class SpokenTrack(_Spoken):
    """A row; valid as long as its track is there."""

    def __init__(self, canvas: TimelineCanvas, timeline: SpokenTimeline, track_id: str) -> None:
        super().__init__(canvas)
        self._timeline = timeline
        self.track_id = track_id

    @property
    def row(self) -> Row | None:
        rows = self._canvas.layout_of_tracks.rows
        return next((row for row in rows if row.track.id == self.track_id), None)

    def isValid(self) -> bool:
        return super().isValid() and self.row is not None

    def parent(self) -> Any:
        return self._timeline

    def childCount(self) -> int:
        return len(self.row.track.items) if self.row else 0

    def child(self, number: int) -> Any:
        items = self.row.track.items if self.row else ()
        return self._timeline.clip(items[number].id) if 0 <= number < len(items) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        places = self.row.track.places if self.row else {}
        return places.get(child.item_id, -1) if isinstance(child, SpokenClip) else -1

    def text(self, what: QAccessible.Text) -> str:
        return track_words(self.row) if what == QAccessible.Text.Name and self.row else ""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Row

    def rect(self) -> QRect:
        row, canvas = self.row, self._canvas
        if row is None:
            return QRect()
        top = row.top - canvas.viewport.top
        return self._on_screen(QRect(0, top, canvas.width(), row.height))

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = bool(self.row and self.row.track.locked)
        return state


class SpokenClip(_Spoken):
    """A clip, by its id: its place, its length and its state are asked anew each time."""

    def __init__(self, canvas: TimelineCanvas, timeline: SpokenTimeline, item_id: str) -> None:
        super().__init__(canvas)
        self._timeline = timeline
        self.item_id = item_id

    @property
    def found(self) -> tuple[Row, Item] | None:
        for row in self._canvas.layout_of_tracks.rows:
            place = row.track.places.get(self.item_id)
            if place is not None:
                return row, row.track.items[place]
        return None

    def isValid(self) -> bool:
        return super().isValid() and self.found is not None

    def parent(self) -> Any:
        return self._timeline.track(self.found[0].track.id) if self.found else self._timeline

    def text(self, what: QAccessible.Text) -> str:
        if self.found is None:
            return ""
        if what == QAccessible.Text.Name:
            return clip_name(*self.found)
        if what == QAccessible.Text.Description:
            return clip_words(*self.found, self._canvas.document.timeline)
        return ""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        if self.found is None:
            return QRect()
        row, item = self.found
        viewport = self._canvas.viewport
        corner = QPoint(viewport.x_of(item.start), row.top - viewport.top)
        return self._on_screen(
            QRect(corner, QPoint(viewport.x_of(item.end), corner.y() + row.height))
        )

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self.found is None:
            state.invalid = True
            return state
        row, _ = self.found
        state.focusable = state.selectable = state.multiSelectable = True
        state.focused = self._canvas.hasFocus() and self._canvas.walked == self.item_id
        state.selected = self.item_id in self._canvas.document.selection
        state.readOnly = row.track.locked
        state.offscreen = self.rect().isEmpty()
        return state
