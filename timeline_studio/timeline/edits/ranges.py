"""Taking a stretch of time out of tracks: lift leaves a gap, extract closes it."""

from collections.abc import Collection, Iterable

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.dividing import divided
from timeline_studio.timeline.edits.ripple import rippled
from timeline_studio.timeline.edits.scope import Selection, open_track, refuse_locked, with_tracks
from timeline_studio.timeline.edits.ties import links_on_both_sides, tied_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import find_track, item_at
from timeline_studio.timeline.sequence import cleared, first_ending_after


def lift_range(timeline: Timeline, track_ids: Iterable[str], start: int, end: int) -> Timeline:
    """Take all between two times off these tracks and leave a gap; nothing moves.

    ::

        |  A  |  B  |  ->  |  A|     |B  |
        |     A     |  ->  |  A|     |A' |

    Other tracks stay as they are, those of partners too.
    """
    chosen = _chosen(timeline, track_ids, start, end)
    if not any(_is_busy(track, start, end) for track in chosen):
        raise EditError("There is nothing to lift between these times")
    return _emptied(timeline, [track.id for track in chosen], start, end, with_links=False)


def extract_range(
    timeline: Timeline,
    track_ids: Iterable[str],
    start: int,
    end: int,
    *,
    with_links: bool = True,
) -> Timeline:
    """Take a stretch of time out of these tracks; all that is later moves left over it.

    ::

        V |  A  |  B  | C |      |  A|B  | C |
        A |     a     | c |  ->  |  a|a' | c |

    `with_links`, every track that linked pairs tie to these from there on loses the same
    stretch, so that pairs stay in sync. What is after it gets links of its own.
    """
    chosen = _chosen(timeline, track_ids, start, end)
    if all(track.end <= start for track in chosen):
        raise EditError("There is nothing to extract between these times")
    names = [track.id for track in chosen]
    if with_links:
        names = tied_tracks(timeline, names, end)
    timeline = _emptied(timeline, names, start, end, with_links=with_links)
    return rippled(timeline, dict.fromkeys(names, end), start - end)


def _chosen(timeline: Timeline, track_ids: Iterable[str], start: int, end: int) -> list[Track]:
    if not 0 <= start < end:
        raise EditError("The range has no length: set its out point after its in point")
    chosen = [open_track(timeline, track_id) for track_id in dict.fromkeys(track_ids)]
    if not chosen:
        raise EditError("No track is chosen")
    return chosen


def _emptied(
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
        if _is_busy(track, start, end):
            refuse_locked(timeline, track)
            changed[track_id] = with_items(track, cleared(track.items, start, end))
    return with_tracks(timeline, changed)


def _across(track: Track, start: int, end: int) -> Item | None:
    """The item that reaches over the whole stretch, and out of it on both sides."""
    item = item_at(track, end)
    return item if item and item.start < start else None


def _is_busy(track: Track, start: int, end: int) -> bool:
    at = first_ending_after(track.items, start)
    return at < len(track.items) and track.items[at].start < end
