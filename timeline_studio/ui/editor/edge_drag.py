"""Dragging an edge: of a clip, of a dissolve. What refuses stops at the last frame it allows."""

from collections.abc import Callable
from typing import Literal, TypeAlias

from timeline_studio.timeline import edits
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Item, Timeline, Transition
from timeline_studio.timeline.time import frame_start, nearest_frame
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import Feedback, Pointer, on_frame, seconds_frames
from timeline_studio.ui.editor.snapping import Snap, SnapTargets

Side: TypeAlias = Literal["start", "end"]
EdgeEdit: TypeAlias = Callable[[Timeline, int], Timeline]
Length: TypeAlias = Callable[[int], int]


class EdgeDrag:
    """`edit` puts the edge that lies at `edge` somewhere else, `length` tells what results."""

    def __init__(
        self,
        text: str,
        timeline: Timeline,
        edge: int,
        press: Pointer,
        targets: SnapTargets,
        *,
        edit: EdgeEdit,
        length: Length,
    ) -> None:
        self.preview = timeline
        self.feedback = Feedback()
        self._text = text
        self._timeline = timeline
        self._edge = self._reached = edge
        self._grip = edge - press.time
        self._targets = targets
        self._edit = edit
        self._length = length

    def move(self, pointer: Pointer) -> None:
        wanted, snap = self._wanted(pointer)
        refusal = self._go(wanted) if wanted != self._reached else ""
        rate = self._timeline.rate
        shift = seconds_frames(self._reached - self._edge, rate, sign=True)
        length = seconds_frames(self._length(self._reached), rate)
        self.feedback = Feedback(
            f"{shift}  ({length})", self._reached, refusal, None if refusal else snap
        )

    def finish(self, document: TimelineDocument) -> None:
        if self._reached != self._edge:
            document.apply(self._text, lambda timeline: self._edit(timeline, self._reached))

    def _wanted(self, pointer: Pointer) -> tuple[int, Snap | None]:
        wanted = on_frame(pointer.time + self._grip, self._timeline.rate)
        snap = self._targets.nearest((wanted,), pointer.radius)
        return (wanted + snap.shift, snap) if snap else (wanted, None)

    def _go(self, wanted: int) -> str:
        """Take the edge to `wanted`, or as near as is allowed; why no farther."""
        refusal = self._try(wanted)
        if not refusal:
            return ""
        rate = self._timeline.rate
        good, bad = nearest_frame(self._edge, rate), nearest_frame(wanted, rate)
        while abs(bad - good) > 1:
            middle = (good + bad) // 2
            if self._try(frame_start(middle, rate)):
                bad = middle
            else:
                good = middle
        self._try(frame_start(good, rate))
        return refusal

    def _try(self, time: int) -> str:
        try:
            self.preview = (
                self._timeline if time == self._edge else self._edit(self._timeline, time)
            )
        except EditError as error:
            return str(error)
        self._reached = time
        return ""


def trim_drag(
    timeline: Timeline,
    item: Item,
    side: Side,
    press: Pointer,
    targets: SnapTargets,
    *,
    with_links: bool,
) -> EdgeDrag:
    """Trims one side of `item`, and of what is linked to it."""

    def edit(timeline: Timeline, time: int) -> Timeline:
        start, end = (time, None) if side == "start" else (None, time)
        return edits.trim(timeline, item.id, start=start, end=end, with_links=with_links)

    def length(time: int) -> int:
        return item.end - time if side == "start" else time - item.start

    edge = item.start if side == "start" else item.end
    return EdgeDrag("Trim", timeline, edge, press, targets, edit=edit, length=length)


def dissolve_drag(timeline: Timeline, transition: Transition, press: Pointer) -> EdgeDrag:
    """Makes a dissolve longer or shorter; it stays centred on its cut."""
    is_start = abs(press.time - transition.start) < abs(press.time - transition.end)

    def length(time: int) -> int:
        return 2 * abs(transition.cut - time)

    def edit(timeline: Timeline, time: int) -> Timeline:
        if is_start != (time < transition.cut):
            raise EditError("A dissolve lasts one frame at least: drag its edge away from the cut.")
        half = abs(transition.cut - time)
        return edits.resize_transition(timeline, transition.id, in_offset=half, out_offset=half)

    edge = transition.start if is_start else transition.end
    nothing = SnapTargets({})
    return EdgeDrag("Dissolve length", timeline, edge, press, nothing, edit=edit, length=length)
