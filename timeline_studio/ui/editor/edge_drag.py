"""Dragging an edge: of a clip, of a transition. What refuses stops at the last frame it allows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline_studio.timeline import edits
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Item, Timeline, Transition
from timeline_studio.timeline.time import frame_start, nearest_frame
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import (
    EdgePictures,
    Feedback,
    Pointer,
    on_frame,
    seconds_frames,
)
from timeline_studio.ui.editor.snapping import Snap, SnapTargets

Side: TypeAlias = Literal["start", "end"]
EdgeEdit: TypeAlias = Callable[[Timeline, int], Timeline]
Length: TypeAlias = Callable[[int], int]
Shown: TypeAlias = Callable[[Timeline], EdgePictures]


class EdgeDrag:
    """`edit` puts the edge that lies at `edge` somewhere else, `length` tells what results, and
    `pictures` what the monitor shows of it."""

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
        pictures: Shown | None = None,
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
        self._pictures = pictures
        self._walls: dict[bool, _Wall] = {}

    def move(self, pointer: Pointer) -> None:
        wanted, snap = self._wanted(pointer)
        refusal = self._go(wanted) if wanted != self._reached else ""
        rate = self._timeline.rate
        shift = seconds_frames(self._reached - self._edge, rate, sign=True)
        length = seconds_frames(self._length(self._reached), rate)
        self.feedback = Feedback(
            f"{shift}  ({length})",
            self._reached,
            refusal,
            None if refusal else snap,
            pictures=self._pictures(self.preview) if self._pictures else None,
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
        is_later = wanted > self._edge
        wall = self._walls.get(is_later)
        if wall and (wanted >= wall.refused if is_later else wanted <= wall.refused):
            self._try(wall.allowed)
            return wall.reason
        reason = self._try(wanted)
        if reason:
            allowed = self._nearest_allowed(wanted)
            self._walls[is_later] = _Wall(allowed, wanted, reason)
            self._try(allowed)
        return reason

    def _nearest_allowed(self, wanted: int) -> int:
        """The last frame between where the edge was and `wanted`, which is refused."""
        rate = self._timeline.rate
        good, bad = nearest_frame(self._edge, rate), nearest_frame(wanted, rate)
        while abs(bad - good) > 1:
            middle = (good + bad) // 2
            if self._try(frame_start(middle, rate)):
                bad = middle
            else:
                good = middle
        return frame_start(good, rate) if good != nearest_frame(self._edge, rate) else self._edge

    def _try(self, time: int) -> str:
        if time == self._reached:
            return ""
        try:
            self.preview = (
                self._timeline if time == self._edge else self._edit(self._timeline, time)
            )
        except EditError as error:
            return str(error)
        self._reached = time
        return ""


@dataclass(frozen=True, slots=True)
class _Wall:
    """In one direction: the last time that is allowed, one that is not, and why."""

    allowed: int
    refused: int
    reason: str


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


def transition_drag(timeline: Timeline, transition: Transition, press: Pointer) -> EdgeDrag:
    """Makes a transition longer or shorter. One on both sides of its cut becomes centred; of one
    that begins or ends at its cut only the edge that is dragged moves."""
    is_start = abs(press.time - transition.start) < abs(press.time - transition.end)

    def offsets(time: int) -> tuple[int, int]:
        side = abs(transition.cut - time)
        if transition.in_offset and transition.out_offset:
            return side, side
        return (side, transition.out_offset) if is_start else (transition.in_offset, side)

    def edit(timeline: Timeline, time: int) -> Timeline:
        if is_start != (time < transition.cut):
            raise EditError(
                "A transition lasts one frame at least: drag its edge away from the cut."
            )
        before, after = offsets(time)
        return edits.resize_transition(timeline, transition.id, in_offset=before, out_offset=after)

    edge = transition.start if is_start else transition.end
    return EdgeDrag(
        "Transition length",
        timeline,
        edge,
        press,
        SnapTargets({}),
        edit=edit,
        length=lambda time: sum(offsets(time)),
    )
