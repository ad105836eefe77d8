"""How items look and sound: values and keyframes of properties, blend modes, flips, fades."""

import math
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.scope import select, with_tracks
from timeline_studio.timeline.effects.animation import (
    Animated,
    Interpolation,
    Keyframe,
    keys_of,
    value_at,
    with_key,
    with_value,
    without_key,
)
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.properties import (
    described,
    has_property,
    property_of,
    with_property,
)
from timeline_studio.timeline.effects.transform import AS_IT_IS, BlendMode
from timeline_studio.timeline.joins import with_versions
from timeline_studio.timeline.model import Caption, Item, Shown, Timeline
from timeline_studio.timeline.queries import find_item, find_track, label


def set_property(
    timeline: Timeline, item_ids: Iterable[str], name: str, value: float, *, time: int
) -> Timeline:
    """Give items a value of a property, from now on.

    ::

        | A opacity 1 |     ->  | A opacity ½ |
        | A ◆   ◆     |     ->  | A ◆ ◆ ◆     |    with keyframes: one at `time`, the playhead

    A property that stays, stays; of one that moves only the keyframe at the playhead is set.
    Raises EditError for a value out of the property's range.
    """
    value = _checked(name, value)
    return _animated(
        timeline, item_ids, name, lambda item, old: with_value(old, time - item.start, value)
    )


def add_keyframe(
    timeline: Timeline,
    item_ids: Iterable[str],
    name: str,
    time: int,
    interpolation: Interpolation | None = None,
) -> Timeline:
    """Put a keyframe at `time`, of the value that is there; `interpolation` is the way from it.

    ::

        | A ◆     ◆ |  ->  | A ◆  ◆  ◆ |
    """

    def keyed(item: Item, old: Animated) -> Animated:
        at = time - item.start
        way: Interpolation = interpolation or _way_at(old, at)
        return with_key(old, Keyframe(at, value_at(old, at), way))

    return _animated(timeline, item_ids, name, keyed)


def remove_keyframe(timeline: Timeline, item_ids: Iterable[str], name: str, time: int) -> Timeline:
    """Take the keyframe at `time` away; the value of the last one stays as a constant.

    ::

        | A ◆  ◆  ◆ |  ->  | A ◆     ◆ |
    """
    return _animated(
        timeline, item_ids, name, lambda item, old: without_key(old, time - item.start)
    )


def reset_properties(timeline: Timeline, item_ids: Iterable[str], names: Iterable[str]) -> Timeline:
    """Give items what they had at first: a property's default, without keyframes."""
    ids = list(item_ids)
    for name in names:
        timeline = _animated(timeline, ids, name, _always(described(name).default))
    return timeline


def set_flip(
    timeline: Timeline,
    item_ids: Iterable[str],
    *,
    across: bool | None = None,
    down: bool | None = None,
) -> Timeline:
    """Mirror pictures left to right, top to bottom; None leaves a side as it is."""

    def flipped(item: Shown) -> Shown:
        old = item.transform
        new = replace(
            old,
            flip_x=old.flip_x if across is None else across,
            flip_y=old.flip_y if down is None else down,
        )
        return replace(item, transform=AS_IT_IS if new == AS_IT_IS else new)

    return _shown(timeline, item_ids, flipped)


def set_blend(timeline: Timeline, item_ids: Iterable[str], blend: BlendMode) -> Timeline:
    """How pictures lie over what is below them."""
    return _shown(timeline, item_ids, lambda item: replace(item, blend=blend))


def set_fade(
    timeline: Timeline, item_ids: Iterable[str], edge: Literal["in", "out"], duration: int
) -> Timeline:
    """Let items fade from nothing, or to nothing, for so long; 0 takes the fade away.

    ::

        |   A   |  ->  | /  A   |

    Raises EditError where an item is too short for it.
    """
    if duration < 0:
        raise EditError("A fade cannot be shorter than nothing")

    def faded(item: Shown) -> Shown:
        if duration > item.duration:
            raise EditError(f"“{label(item)}” is too short for this fade")
        fade = Fade(duration) if duration else None
        return replace(item, fade_in=fade) if edge == "in" else replace(item, fade_out=fade)

    return _shown(timeline, item_ids, faded)


def with_look_of(item: Item, source: Item) -> Item:
    """The item with the effects, transform, opacity, blend mode and fades of another one."""
    if isinstance(item, Caption) or isinstance(source, Caption):
        return item
    return replace(
        item,
        effects=source.effects,
        transform=source.transform,
        opacity=source.opacity,
        blend=source.blend,
        fade_in=source.fade_in,
        fade_out=source.fade_out,
    )


def changed_items(timeline: Timeline, ids: list[str], change: Callable[[Item], Item]) -> Timeline:
    """With these items in new versions, that keep their places."""
    changed = {}
    for track_id, run in select(timeline, ids, with_links=False).items():
        versions = {item.id: change(item) for item in run}
        changed[track_id] = with_versions(find_track(timeline, track_id), versions)
    return with_tracks(timeline, changed)


def _animated(
    timeline: Timeline,
    item_ids: Iterable[str],
    name: str,
    change: Callable[[Item, Animated], Animated],
) -> Timeline:
    """With a property changed of all items that have it; some must."""
    ids = list(item_ids)
    if not any(has_property(find_item(timeline, each)[1], name) for each in ids):
        raise EditError(f"Nothing that is selected has a {described(name).title}")

    def changed(item: Item) -> Item:
        if not has_property(item, name):
            return item
        return with_property(item, name, change(item, property_of(item, name)))

    return changed_items(timeline, ids, changed)


def _always(value: float) -> Callable[[Item, Animated], Animated]:
    return lambda _item, _old: value


def _shown(
    timeline: Timeline, item_ids: Iterable[str], change: Callable[[Shown], Shown]
) -> Timeline:
    ids = list(item_ids)
    if all(isinstance(find_item(timeline, each)[1], Caption) for each in ids):
        raise EditError("Nothing that is selected can be changed so: captions have a place only")
    return changed_items(
        timeline, ids, lambda item: item if isinstance(item, Caption) else change(item)
    )


def _way_at(animated: Animated, time: int) -> Interpolation:
    before = [key for key in keys_of(animated) if key.time <= time]
    return before[-1].interpolation if before else "linear"


def _checked(name: str, value: float) -> float:
    prop = described(name)
    if not (math.isfinite(value) and prop.low <= value <= prop.high):
        raise EditError(f"The {prop.title} must be between {prop.low:g} and {prop.high:g}")
    return float(value)
