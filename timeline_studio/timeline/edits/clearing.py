"""Taking away all that lies between two times on tracks; links do not reach over it."""

from collections.abc import Collection, Iterable

from timeline_studio.timeline.edits.dividing import divided
from timeline_studio.timeline.edits.scope import Selection, refuse_locked, with_tracks
from timeline_studio.timeline.edits.ties import links_on_both_sides
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import find_track, item_at
from timeline_studio.timeline.sequence import cleared, first_ending_after


def emptied(
    timeline: Timeline, track_ids: Collection[str], start: int, end: int, *, with_links: bool
) -> Timeline:
    """With nothing between the times; links do not reach over it any more `with_links`."""
    across: Selection = {}
    for track_id in track_ids:
        item = _across(find_track(timeline, track_id), start, end)
        if item:
            across[track_id] = [item]
    timeline = _cleared(timeline, set(track_ids).difference(across), start, end)
    apart = links_on_both_sides(timeline, track_ids, end) if with_links else ()
    timeline = divided(timeline, across, end, apart)
    return _cleared(timeline, across, start, end)


def _cleared(timeline: Timeline, track_ids: Iterable[str], start: int, end: int) -> Timeline:
    changed = {}
    for track_id in track_ids:
        track = find_track(timeline, track_id)
        if is_busy(track, start, end):
            refuse_locked(timeline, track)
            changed[track_id] = with_items(track, cleared(track.items, start, end))
    return with_tracks(timeline, changed)


def _across(track: Track, start: int, end: int) -> Item | None:
    """The item that reaches over the whole stretch, and out of it on both sides."""
    item = item_at(track, end)
    return item if item and item.start < start else None


def is_busy(track: Track, start: int, end: int) -> bool:
    at = first_ending_after(track.items, start)
    return at < len(track.items) and track.items[at].start < end
