"""What is done to the keyframes that the lane shows: each one undo step, or one of a gesture."""

from collections.abc import Callable

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.animation import (
    INTERPOLATIONS,
    Interpolation,
    Keyframe,
    key_at,
    keys_of,
)
from timeline_studio.timeline.effects.properties import described
from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.time import frame_at, frame_start, nearest_frame
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.lane.lane_state import LaneState
from timeline_studio.ui.language import tr


class LaneCommands:
    """Times are the timeline's, and come to lie on frames within the clip."""

    def __init__(self, document: TimelineDocument, state: LaneState) -> None:
        self._document = document
        self._state = state

    @property
    def chosen_key(self) -> Keyframe | None:
        if self._state.chosen is None or not self._state.is_open:
            return None
        return key_at(self._state.animated, self._state.chosen)

    def add(self, time: int, value: float) -> None:
        """At a time and of a value; it goes on as the keyframe before it."""
        item, name = self._item, self._name
        at = self._on_frame(time)
        before = [key for key in keys_of(self._state.animated) if key.time <= at - item.start]
        way: Interpolation = before[-1].interpolation if before else "linear"
        wanted = self._within(value)
        if self._apply(
            "Add keyframe",
            lambda timeline: edits.put_keyframe(
                timeline, item.id, name, at, wanted, interpolation=way
            ),
        ):
            self._state.choose(at - item.start)

    def remove(self) -> None:
        key, item, name = self.chosen_key, self._item, self._name
        if key is not None:
            time = item.start + key.time
            self._apply(
                "Remove keyframe",
                lambda timeline: edits.remove_keyframe(timeline, [item.id], name, time),
            )

    def shape(self, way: Interpolation) -> None:
        """Choose how the value goes from the chosen keyframe to the next."""
        key, item, name = self.chosen_key, self._item, self._name
        if key is not None:
            time = item.start + key.time
            self._apply(
                tr("Shape keyframe"),
                lambda timeline: edits.change_keyframe(
                    timeline, item.id, name, time, interpolation=way
                ),
            )

    def shape_next(self) -> None:
        """Linear, then hold, then ease, and round again."""
        if key := self.chosen_key:
            place = INTERPOLATIONS.index(key.interpolation) + 1
            self.shape(INTERPOLATIONS[place % len(INTERPOLATIONS)])

    def nudge(self, frames: int, share: float) -> None:
        """Move the chosen keyframe by frames, its value by a share of the property's range."""
        if key := self.chosen_key:
            rate, limits = self._document.timeline.rate, described(self._name)
            frame = frame_at(self._item.start + key.time, rate) + frames
            value = key.value + share * (limits.high - limits.low)
            self.drag(key, frame_start(frame, rate), value)

    def step(self, by: int) -> None:
        """Choose the keyframe before or after, and put the playhead on it."""
        item = self._item
        inside = [k.time for k in keys_of(self._state.animated) if 0 <= k.time <= item.duration]
        if not inside:
            return
        chosen = self._state.chosen
        place = inside.index(chosen) + by if chosen in inside else 0
        time = inside[min(max(place, 0), len(inside) - 1)]
        self._document.set_playhead(item.start + time)
        self._state.choose(time)

    def drag(
        self,
        key: Keyframe,
        time: int,
        value: float,
        *,
        origin: Timeline | None = None,
        gesture: int = -1,
    ) -> None:
        """Put a keyframe of `origin`, by default of the timeline, between its neighbours."""
        item, name = self._item, self._name
        to, wanted = self._between(key, time), self._within(value)
        if self._apply(
            "Move keyframe",
            lambda timeline: edits.change_keyframe(
                origin or timeline, item.id, name, item.start + key.time, to=to, value=wanted
            ),
            gesture,
        ):
            self._state.choose(to - item.start)

    def restore(self, origin: Timeline, gesture: int) -> None:
        """As it was before the gesture, which then is no step at all."""
        self._document.apply("Move keyframe", lambda _timeline: origin, gesture=gesture)

    def _between(self, key: Keyframe, time: int) -> int:
        """On a frame of the clip, at least one away from the keyframes beside it."""
        item, rate = self._item, self._document.timeline.rate
        at = self._on_frame(time)
        times = [item.start + each.time for each in self._origin_keys(key)]
        own = item.start + key.time
        before = [frame_at(each, rate) + 1 for each in times if each < own]
        after = [frame_at(each, rate) - 1 for each in times if each > own]
        frame = min(max([frame_at(at, rate), *before]), *after, frame_at(item.end, rate))
        return min(max(frame_start(frame, rate), item.start), item.end)

    def _origin_keys(self, key: Keyframe) -> list[Keyframe]:
        """All others, as they are now: only the dragged one moves."""
        return [
            k for k in keys_of(self._state.animated) if k.time not in {key.time, self._state.chosen}
        ]

    def _on_frame(self, time: int) -> int:
        item, rate = self._item, self._document.timeline.rate
        at = frame_start(max(0, nearest_frame(time, rate)), rate)
        return min(max(at, item.start), item.end)

    def _within(self, value: float) -> float:
        limits = described(self._name)
        return min(max(value, limits.low), limits.high)

    def _apply(self, text: str, edit: Callable[[Timeline], Timeline], gesture: int = -1) -> bool:
        return self._document.apply(text, edit, gesture=gesture)

    @property
    def _item(self) -> Item:
        assert self._state.place is not None  # noqa: S101 - the lane is open
        return self._state.place[1]

    @property
    def _name(self) -> str:
        assert self._state.choice is not None  # noqa: S101
        return self._state.choice.field.name
