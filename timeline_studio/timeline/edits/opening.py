"""Making room on tracks at a time: what is there is cut, all that is later moves right."""

from collections.abc import Iterable

from timeline_studio.timeline.edits.dividing import divided, is_inside, straddling_links
from timeline_studio.timeline.edits.following import TimeShift, followed
from timeline_studio.timeline.edits.reach import LINKED, Reach, ties
from timeline_studio.timeline.edits.ripple import rippled, tied_points
from timeline_studio.timeline.edits.scope import Selection, open_track, select
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.queries import item_at, items


def opened(
    timeline: Timeline,
    track_ids: Iterable[str],
    time: int,
    length: int,
    *,
    with_links: bool,
    reach: Reach = LINKED,
) -> Timeline:
    """With `length` of room at `time` on these tracks, and on what follows as `reach` says.

    `with_links`, an item that is cut has its partners cut too, and every track with a partner
    of what moves ripples by the same amount from its first such partner on.
    """
    points = dict.fromkeys(track_ids, time)
    apart = straddling_links(timeline, points) if with_links else set()
    timeline = divided(timeline, _under(timeline, points, time, apart), time, apart)
    if ties(reach, with_links=with_links):
        points = tied_points(timeline, points)
    timeline = rippled(timeline, points, length)
    return followed(timeline, TimeShift(time, length), points, reach, with_links=with_links)


def _under(timeline: Timeline, track_ids: Iterable[str], time: int, links: set[str]) -> Selection:
    """The items that `time` is inside of: those of these tracks, and those of these links."""
    ids = {item.id for _, item in items(timeline) if item.link in links} if links else set()
    for track_id in track_ids:
        item = item_at(open_track(timeline, track_id), time)
        if item:
            ids.add(item.id)
    selection = select(timeline, ids, with_links=False) if ids else {}
    return {
        track_id: [item for item in run if is_inside(item, time)]
        for track_id, run in selection.items()
    }
