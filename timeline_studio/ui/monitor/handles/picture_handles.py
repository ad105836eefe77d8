"""Drags of handles on the picture: each is one undo step, and Esc takes it back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from timeline_studio.render.pose import Rect
from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor.handles.chosen_picture import ChosenPicture
from timeline_studio.ui.monitor.handles.geometry import (
    Point,
    Posed,
    Snap,
    Values,
    anchored,
    cropped,
    moved,
    scaled,
    snap,
    turned,
)
from timeline_studio.ui.monitor.handles.grips import Grip, grip_at

SNAP_RADIUS = 8.0
"""In pixels of the screen."""

_WORDS = {
    "move": "Move picture",
    "scale": "Scale picture",
    "turn": "Turn picture",
    "anchor": "Move anchor",
    "crop": "Crop picture",
}


@dataclass(frozen=True)
class _Drag:
    """What was there when it began, and which frame it is of."""

    grip: Grip
    start: Point
    posed: Posed
    item_id: str
    before: Timeline
    gesture: int


class PictureHandles(QObject):
    """Points are pixels of the frame; `pixel` is how many of them one of the screen is."""

    changed = Signal()

    def __init__(
        self, document: TimelineDocument, chosen: ChosenPicture, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.chosen = chosen
        self.is_on = True
        self.crops = False
        self.snapped = Snap()
        self._drag: _Drag | None = None

    @property
    def posed(self) -> Posed | None:
        """Where handles are to be seen; None for nowhere."""
        return self.chosen.posed if self.is_on else None

    @property
    def is_dragging(self) -> bool:
        return self._drag is not None

    def grip_at(self, point: Point, pixel: float) -> Grip | None:
        posed = self.posed
        return None if posed is None else grip_at(posed, point, pixel, crops=self.crops)

    def press(self, point: Point, pixel: float) -> bool:
        """Whether something was taken hold of."""
        posed, item, grip = self.posed, self.chosen.item, self.grip_at(point, pixel)
        if posed is None or item is None or grip is None:
            return False
        gesture = self._document.new_gesture()
        before = self._document.timeline
        self._drag = _Drag(grip, point, posed, item.id, before, gesture)
        return True

    def move(self, point: Point, pixel: float, modifiers: Qt.KeyboardModifier) -> None:
        """Ctrl suspends snapping; Shift keeps a move upright or level, and turns in steps."""
        drag = self._drag
        if drag is None:
            return
        in_steps = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        is_free = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self.snapped = Snap()
        match drag.grip.kind:
            case "move":
                values = self._moved(drag, point, 0 if is_free else SNAP_RADIUS * pixel, in_steps)
            case "scale":
                values = scaled(drag.posed, drag.start, point)
            case "turn":
                values = turned(drag.posed, drag.start, point, in_steps=in_steps)
            case "anchor":
                values = anchored(drag.posed, point)
            case _:
                values = cropped(drag.posed, drag.grip.sides, point)
        self._apply(drag, values)

    def release(self) -> None:
        self._drag, self.snapped = None, Snap()
        self.changed.emit()

    def cancel(self) -> bool:
        """Put back what the drag changed; whether there was one."""
        drag = self._drag
        if drag is None:
            return False
        before = drag.before
        self._document.apply(_WORDS[drag.grip.kind], lambda _timeline: before, gesture=drag.gesture)
        self.release()
        return True

    def nudge(self, by: Point) -> None:
        """So many pixels of the frame."""
        posed, item = self.chosen.posed, self.chosen.item
        if posed is not None and item is not None:
            self._set(item.id, moved(posed, by), "Nudge picture", self._document.new_gesture())

    def _moved(self, drag: _Drag, point: Point, radius: float, is_straight: bool) -> Values:
        by = point[0] - drag.start[0], point[1] - drag.start[1]
        if is_straight:
            by = (by[0], 0.0) if abs(by[0]) >= abs(by[1]) else (0.0, by[1])
        values = moved(drag.posed, by)
        if radius:
            bounds = drag.posed.bounds
            there = Rect(bounds.x + by[0], bounds.y + by[1], bounds.width, bounds.height)
            self.snapped = snap(there, drag.posed.frame, radius)
            further = self.snapped.by
            values = moved(drag.posed, (by[0] + further[0], by[1] + further[1]))
        return values

    def _apply(self, drag: _Drag, values: Values) -> None:
        self._set(drag.item_id, values, _WORDS[drag.grip.kind], drag.gesture)
        self.changed.emit()

    def _set(self, item_id: str, values: Values, words: str, gesture: int) -> None:
        """Where a property has keyframes, one at the playhead."""
        time = self._document.playhead

        def edit(timeline: Timeline) -> Timeline:
            for name, value in values.items():
                timeline = edits.set_property(timeline, [item_id], name, value, time=time)
            return timeline

        self._document.apply(words, edit, gesture=gesture)
