"""Trims after which all that is later follows: by an edge, and to the playhead."""

from collections.abc import Iterable

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.closing import closed
from timeline_studio.timeline.edits.cutting import trim
from timeline_studio.timeline.edits.dividing import divided, is_inside, straddling_links
from timeline_studio.timeline.edits.opening import opened
from timeline_studio.timeline.edits.ranges import extract_range
from timeline_studio.timeline.edits.reach import LINKED, Reach
from timeline_studio.timeline.edits.reshaping import Edge
from timeline_studio.timeline.edits.scope import Selection, select
from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.queries import find_item, label
from timeline_studio.timeline.time import frame_start


def ripple_trim(
    timeline: Timeline,
    item_id: str,
    edge: Edge,
    by: int,
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Make an item shorter or longer at one edge; all that is later moves along.

    ::

        | A |  B  | C |  ->  | A | B | C |     its start, later: B's head goes
        | A |  B  | C |  ->  | A |   B   | C | its end, later

    The start stays where it is: `by` says how much later, in its old place, the picture was
    that comes first now. Partners that share the edge are trimmed along, and what is later
    stays in sync. Raises EditError when media is missing, when nothing would be left, or when
    a track that linked pairs tie to this one has no room to follow.
    """
    if by == 0:
        return timeline
    target = find_item(timeline, item_id)[1]
    selection = select(timeline, [item_id], with_links=with_links)
    point = target.start if edge == "start" else target.end
    names = [
        track_id
        for track_id, run in selection.items()
        if any(point == (item.start if edge == "start" else item.end) for item in run)
    ]
    if edge == "start" and -by > 0:
        timeline = opened(timeline, names, point, -by, with_links=with_links, reach=reach)
        return trim(timeline, item_id, start=point, with_links=with_links)
    if edge == "end" and by > 0:
        timeline = opened(timeline, names, point, by, with_links=with_links, reach=reach)
        return trim(timeline, item_id, end=point + by, with_links=with_links)
    if edge == "start":
        timeline = trim(timeline, item_id, start=point + by, with_links=with_links)
        point += by
    else:
        timeline = trim(timeline, item_id, end=point + by, with_links=with_links)
    return _closed_after(timeline, names, point, abs(by), with_links=with_links, reach=reach)


def trim_head(
    timeline: Timeline,
    item_ids: Iterable[str],
    time: int,
    *,
    ripple: bool = True,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Cut off what comes before `time`, the playhead, of the items that it is inside of.

    ::

             v                         v
        | A |  B  | C |  ->  | A | B | C |      ripple: the time goes on every tied track
        | A |  B  | C |  ->  | A |   | B | C |  else a gap is left

    Of several items, a ripple takes out the time since the last of them began.
    """
    inside = _inside(timeline, item_ids, time)
    if not ripple:
        for item in _all(inside):
            timeline = trim(timeline, item.id, start=time, with_links=with_links)
        return timeline
    start = max(item.start for item in _all(inside))
    _refuse_crumbs(timeline, inside, time, "start")
    return extract_range(timeline, inside, start, time, with_links=with_links, reach=reach)


def trim_tail(
    timeline: Timeline,
    item_ids: Iterable[str],
    time: int,
    *,
    ripple: bool = True,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Cut off what comes from `time`, the playhead, on of the items that it is inside of.

    ::

               v                   v
        | A |  B  | C |  ->  | A | B| C |     ripple: the time goes on every tied track
        | A |  B  | C |  ->  | A | B|  | C |  else a gap is left

    Of several items, a ripple takes out the time until the first of them ends.
    """
    inside = _inside(timeline, item_ids, time)
    if not ripple:
        for item in _all(inside):
            timeline = trim(timeline, item.id, end=time, with_links=with_links)
        return timeline
    end = min(item.end for item in _all(inside))
    _refuse_crumbs(timeline, inside, time, "end")
    return extract_range(timeline, inside, time, end, with_links=with_links, reach=reach)


def _closed_after(
    timeline: Timeline,
    track_ids: Iterable[str],
    point: int,
    by: int,
    *,
    with_links: bool,
    reach: Reach,
) -> Timeline:
    """With all from the point on moved left by `by`."""
    points = dict.fromkeys(track_ids, point)
    if with_links:
        timeline = divided(timeline, {}, point, straddling_links(timeline, points))
    return closed(timeline, points, by, with_links=with_links, exactly=True, reach=reach)


def _inside(timeline: Timeline, item_ids: Iterable[str], time: int) -> Selection:
    selection = select(timeline, item_ids, with_links=False)
    inside = {
        track_id: found
        for track_id, run in selection.items()
        if (found := [item for item in run if is_inside(item, time)])
    }
    if not inside:
        raise EditError("There is nothing to trim here: the playhead is not inside of an item")
    return inside


def _all(selection: Selection) -> list[Item]:
    return [item for run in selection.values() for item in run]


def _refuse_crumbs(timeline: Timeline, inside: Selection, time: int, edge: Edge) -> None:
    frame = frame_start(1, timeline.rate)
    for item in _all(inside):
        if (item.end - time if edge == "start" else time - item.start) < frame:
            raise EditError(f"Less than a frame would be left of “{label(item)}”")
