"""A track's items as a sorted, gapped sequence: look up, cut, clear and shift them.

Every function takes and gives plain values; none knows tracks, locks or links.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from timeline_studio.timeline.effects.carrying import part, trimmed, with_later_start
from timeline_studio.timeline.model import Clip, Item, Marker, new_id

Items = tuple[Item, ...]
Heirs = dict[str, str]
"""Who stands at the right edge of an item that was cut: the id of its right part."""


def first_ending_after(items: Sequence[Item], time: int) -> int:
    """The index of the first item that is not over at `time`."""
    return bisect_right(items, time, key=_end)


def first_starting_from(items: Sequence[Item], time: int) -> int:
    """The index of the first item that starts at `time` or later."""
    return bisect_left(items, time, key=_start)


def shifted(item: Item, by: int) -> Item:
    return replace(item, start=item.start + by)


def with_edges(item: Item, start: int, end: int) -> Item:
    """The item between new edges, showing what it showed at each moment; its fades keep to
    their edges."""
    return trimmed(_between(item, start, end), item)


def cut(item: Item, time: int) -> tuple[Item, Item]:
    """Both parts of an item cut at `time`, strictly inside it; the right one is new.

    Each marker stays with the part that shows it.
    """
    early = tuple(m for m in item.markers if marker_time(item, m) < time)
    late = tuple(m for m in item.markers if marker_time(item, m) >= time)
    left = piece(replace(item, markers=early), item.start, time)
    right = piece(replace(item, markers=late), time, item.end)
    return left, replace(right, id=new_id())


def piece(item: Item, start: int, end: int) -> Item:
    """What is left of an item between the times, in all as it was there, its fades too."""
    return part(_between(item, start, end), item)


def cleared(items: Items, start: int, end: int) -> Items:
    """Without anything between `start` and `end`; what reaches in is cut off there.

    Nothing may reach in from both sides: cut it at `end` first.
    """
    first = first_ending_after(items, start)
    last = first_starting_from(items, end)
    rest: list[Item] = []
    if first < last and (head := items[first]).start < start:
        rest.append(piece(head, head.start, start))
    if first < last and end < (tail := items[last - 1]).end:
        rest.append(piece(tail, end, tail.end))
    return items[:first] + tuple(rest) + items[last:]


def placed(items: Items, new: Sequence[Item]) -> Items:
    """With a run of items put into a place that is free."""
    if not new:
        return items
    at = first_starting_from(items, new[0].start)
    return items[:at] + tuple(new) + items[at:]


def shifted_from(items: Items, time: int, by: int) -> Items:
    """With everything that starts at `time` or later moved by `by`."""
    at = first_starting_from(items, time)
    return items[:at] + tuple(shifted(item, by) for item in items[at:])


def marker_time(item: Item, marker: Marker) -> int:
    """When an item's marker comes by, in the timeline's time.

    Markers of a clip hold the media's time, so that they stay on their picture; those of
    other items count from the item's start.
    """
    if not isinstance(item, Clip):
        return item.start + marker.time
    if item.speed == 0:
        return item.start
    return item.start + round((marker.time - item.source_start) / item.speed)


def _between(item: Item, start: int, end: int) -> Item:
    by = start - item.start
    moved = with_later_start(item, by)
    if isinstance(item, Clip):
        return replace(
            moved, start=start, duration=end - start, source_start=item.source_time(start)
        )
    markers = tuple(replace(marker, time=marker.time - by) for marker in item.markers)
    return replace(moved, start=start, duration=end - start, markers=markers)


def _start(item: Item) -> int:
    return item.start


def _end(item: Item) -> int:
    return item.end
