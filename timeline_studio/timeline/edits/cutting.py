"""Changing where items begin and end: split, trim."""

from collections.abc import Iterable

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.dividing import divided, is_inside
from timeline_studio.timeline.edits.handles import refuse_beyond_media
from timeline_studio.timeline.edits.scope import open_track, select, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import find_item, item_at, label
from timeline_studio.timeline.sequence import first_ending_after, with_edges
from timeline_studio.timeline.time import frame_start


def split(
    timeline: Timeline, item_ids: Iterable[str], time: int, *, with_links: bool = True
) -> Timeline:
    """Cut items in two; the left part keeps the id, the right one gets its own.

    ::

        |   A   |  ->  | A | A' |

    Items that `time` is not inside of stay whole; raises EditError when that is all of them.
    The right parts of linked items, and their partners after `time`, share a new link.
    """
    selection = select(timeline, item_ids, with_links=with_links)
    if not any(is_inside(item, time) for run in selection.values() for item in run):
        raise EditError("There is nothing to split here: the time is not inside of an item")
    return divided(timeline, selection, time)


def split_all(timeline: Timeline, time: int, *, track_ids: Iterable[str] | None = None) -> Timeline:
    """Cut everything at `time` in two, on these tracks, else on all that are not locked.

    ::

        V |   A   |      | A | A' |
        A |   m   |  ->  | m | m' |
    """
    if track_ids is None:
        tracks = [track for track in timeline.tracks if not track.locked]
    else:
        tracks = [open_track(timeline, track_id) for track_id in track_ids]
    found = [item for track in tracks if (item := item_at(track, time)) and is_inside(item, time)]
    if not found:
        raise EditError("There is nothing to split here: the time is not inside of an item")
    return split(timeline, [item.id for item in found], time, with_links=False)


def trim(
    timeline: Timeline,
    item_id: str,
    *,
    start: int | None = None,
    end: int | None = None,
    with_links: bool = True,
) -> Timeline:
    """Move an item's edges, in the timeline's time; what it shows at each moment stays.

    ::

        | A |  B  |  ->  | A |   | B |    start later
        | A |   | B | -> | A    | | B |   end later

    Partners that share an edge move it along. Raises EditError when nothing of a frame would
    be left, or an edge would pass its media's end, an item's beside it, or time zero.
    """
    target = find_item(timeline, item_id)[1]
    changed = {}
    for track_id, run in select(timeline, [item_id], with_links=with_links).items():
        track = next(each for each in timeline.tracks if each.id == track_id)
        for item in run:
            new = _with_shared_edges(item, target, start, end)
            if (new.start, new.end) == (item.start, item.end):
                continue
            _refuse_overlap(track, item, new)
            _refuse_short(timeline, item, new)
            refuse_beyond_media(timeline, item, new)
            at = first_ending_after(track.items, item.start)
            track = with_items(track, (*track.items[:at], new, *track.items[at + 1 :]))
        changed[track_id] = track
    return with_tracks(timeline, changed)


def _with_shared_edges(item: Item, target: Item, start: int | None, end: int | None) -> Item:
    """The item with those new edges that it shares with the target; the target has both."""
    new_start = start if start is not None and item.start == target.start else item.start
    new_end = end if end is not None and item.end == target.end else item.end
    if new_start >= new_end:
        raise EditError(f"Nothing would be left of “{label(item)}”")
    return with_edges(item, new_start, new_end)


def _refuse_overlap(track: Track, item: Item, new: Item) -> None:
    at = first_ending_after(track.items, item.start)
    if new.start < (track.items[at - 1].end if at else 0):
        blocker = f"“{label(track.items[at - 1])}”" if at else "the start of the timeline"
        raise EditError(f"“{label(item)}” cannot start earlier: {blocker} is in the way")
    if at + 1 < len(track.items) and new.end > track.items[at + 1].start:
        blocker = f"“{label(track.items[at + 1])}”"
        raise EditError(f"“{label(item)}” cannot end later: {blocker} is in the way")


def _refuse_short(timeline: Timeline, item: Item, new: Item) -> None:
    if new.duration < min(item.duration, frame_start(1, timeline.rate)):
        raise EditError(f"Less than a frame would be left of “{label(item)}”")
