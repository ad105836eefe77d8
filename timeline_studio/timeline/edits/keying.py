"""Single keyframes of an item: put at a time with a value, changed, moved, shaped."""

import math

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.effecting import changed_items
from timeline_studio.timeline.effects.animation import (
    Interpolation,
    Keyframe,
    key_at,
    with_key,
    without_key,
)
from timeline_studio.timeline.effects.properties import (
    described,
    has_property,
    property_of,
    with_property,
)
from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.queries import find_item, label


def put_keyframe(
    timeline: Timeline,
    item_id: str,
    name: str,
    time: int,
    value: float,
    *,
    interpolation: Interpolation = "linear",
) -> Timeline:
    """Give an item a keyframe at `time`, in place of one that is there.

    ::

        | A ◆     ◆ |  ->  | A ◆  ◆  ◆ |

    Raises EditError where the item has no such property, for a time outside of it, and for a
    value out of the property's range.
    """
    item = _having(timeline, item_id, name)
    _check(item, name, time, value)
    key = Keyframe(time - item.start, float(value), interpolation)
    keyed = with_property(item, name, with_key(property_of(item, name), key))
    return changed_items(timeline, [item_id], lambda _item: keyed)


def change_keyframe(
    timeline: Timeline,
    item_id: str,
    name: str,
    time: int,
    *,
    to: int | None = None,
    value: float | None = None,
    interpolation: Interpolation | None = None,
) -> Timeline:
    """Move the keyframe at `time`, give it another value, or another way to the next one.

    ::

        | A ◆  ◆    |  ->  | A ◆    ■ |

    None leaves each as it is; a keyframe that is at `to` gives way. Raises EditError as
    `put_keyframe`, and where there is no keyframe.
    """
    item = _having(timeline, item_id, name)
    animated = property_of(item, name)
    old = key_at(animated, time - item.start)
    if old is None:
        raise EditError(f"“{label(item)}” has no keyframe there")
    wanted_time, wanted = time if to is None else to, old.value if value is None else value
    if (wanted_time, wanted) != (time, old.value):
        _check(item, name, wanted_time, wanted)
    key = Keyframe(wanted_time - item.start, float(wanted), interpolation or old.interpolation)
    keyed = with_property(item, name, with_key(without_key(animated, old.time), key))
    return changed_items(timeline, [item_id], lambda _item: keyed)


def _having(timeline: Timeline, item_id: str, name: str) -> Item:
    item = find_item(timeline, item_id)[1]
    if not has_property(item, name):
        raise EditError(f"“{label(item)}” has no {described(name).title}")
    return item


def _check(item: Item, name: str, time: int, value: float) -> None:
    limits = described(name)
    if not (math.isfinite(value) and limits.low <= value <= limits.high):
        raise EditError(f"The {limits.title} must be between {limits.low:g} and {limits.high:g}")
    if not item.start <= time <= item.end:
        raise EditError(f"A keyframe of “{label(item)}” must stay within it")
