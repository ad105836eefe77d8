"""Putting copies on the timeline: paste, paste insert, duplicate."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.arranging import add_track
from timeline_studio.timeline.edits.dividing import divided
from timeline_studio.timeline.edits.fragment import Fragment, Row, copy, names_of, renewed
from timeline_studio.timeline.edits.opening import opened
from timeline_studio.timeline.edits.reach import LINKED, Reach
from timeline_studio.timeline.edits.scope import check_new, open_track, select, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.kinds import A_TRACK
from timeline_studio.timeline.model import Timeline, Track, TrackKind
from timeline_studio.timeline.queries import find_track, item_at
from timeline_studio.timeline.sequence import Items, cleared, shifted


def paste(
    timeline: Timeline, fragment: Fragment, time: int, *, to: Mapping[TrackKind, str] | None = None
) -> Timeline:
    """Put a copy at `time` over what is there; between its items all stays.

    ::

        | A |   B   | C |  ->  | A | X |B| X | C |

    The first row of each kind goes on the track that `to` names, else on the first of its
    kind; the others keep their distance, on new tracks where there are none. Ids and links
    are renewed where any is on the timeline already (`renewed` makes them known before).
    """
    fragment = _fresh(timeline, fragment)
    timeline, rows = _laid(timeline, fragment, time, to)
    for track_id, row in rows.items():
        for start, end in _busy(row.items):
            timeline = _cut_across(timeline, track_id, start, end)
    return _put(timeline, rows)


def paste_insert(
    timeline: Timeline,
    fragment: Fragment,
    time: int,
    *,
    to: Mapping[TrackKind, str] | None = None,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Make room at `time` for a copy and put it there; all that is later moves right.

    ::

        | A | B |  ->  | A | X | X | B |

    Tracks and ids as in `paste`; partners of what moves or is cut do the same.
    """
    fragment = _fresh(timeline, fragment)
    timeline, rows = _laid(timeline, fragment, time, to)
    timeline = opened(timeline, rows, time, fragment.duration, with_links=with_links, reach=reach)
    return _put(timeline, rows)


def duplicate(
    timeline: Timeline,
    item_ids: Iterable[str],
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
    copied: Fragment | None = None,
) -> Timeline:
    """Insert a copy of items behind the last of them, on their tracks.

    ::

        | A | B | C |  ->  | A | B | A' | B' | C |    of A and B

    `copied` is what `duplicated` gave, for those who must know the copy's ids before.
    """
    selection = select(timeline, item_ids, with_links=with_links)
    end = max(item.end for run in selection.values() for item in run)
    to = {find_track(timeline, track_id).kind: track_id for track_id in reversed(selection)}
    fragment = copied or duplicated(timeline, item_ids, with_links=with_links)
    return paste_insert(timeline, fragment, end, to=to, with_links=with_links, reach=reach)


def duplicated(timeline: Timeline, item_ids: Iterable[str], *, with_links: bool = True) -> Fragment:
    """What `duplicate` would insert, with ids of its own."""
    return renewed(copy(timeline, item_ids, with_links=with_links))


def _fresh(timeline: Timeline, fragment: Fragment) -> Fragment:
    """Renewed, where an id or a link of it is on the timeline already."""
    names = fragment.names
    for track in timeline.tracks:
        taken = names_of(track.items).union(each.id for each in track.transitions)
        if not names.isdisjoint(taken):
            return renewed(fragment)
    return fragment


def _laid(
    timeline: Timeline, fragment: Fragment, time: int, to: Mapping[TrackKind, str] | None
) -> tuple[Timeline, dict[str, Row]]:
    """The rows at `time`, by the track that each goes on, and the timeline with these tracks."""
    if time < 0:
        raise EditError("Nothing can be placed before the start of the timeline")
    rows: dict[str, Row] = {}
    for row in fragment.rows:
        timeline, track_id = _place_for(timeline, row, (to or {}).get(row.kind))
        rows[track_id] = replace(
            row,
            items=tuple(shifted(item, time) for item in row.items),
            transitions=tuple(replace(each, cut=each.cut + time) for each in row.transitions),
        )
    check_new(timeline, {track_id: row.items for track_id, row in rows.items()})
    return timeline, rows


def _place_for(timeline: Timeline, row: Row, first_id: str | None) -> tuple[Timeline, str]:
    first = 0
    if first_id:
        target = find_track(timeline, first_id)
        if target.kind != row.kind:
            raise EditError(f"That is not {A_TRACK[row.kind]}")
        first = _of_kind(timeline, row.kind).index(target)
    while len(tracks := _of_kind(timeline, row.kind)) <= first + row.offset:
        timeline = add_track(timeline, row.kind)
    return timeline, open_track(timeline, tracks[first + row.offset].id).id


def _of_kind(timeline: Timeline, kind: TrackKind) -> list[Track]:
    return [track for track in timeline.tracks if track.kind == kind]


def _busy(row: Items) -> list[tuple[int, int]]:
    """The stretches of time in which items touch."""
    seams = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(row)) if a.end < b.start), len(row)]
    return [(row[first].start, row[last - 1].end) for first, last in pairwise(seams)]


def _cut_across(timeline: Timeline, track_id: str, start: int, end: int) -> Timeline:
    """With the track clear between the times; partners stay as they are."""
    item = item_at(find_track(timeline, track_id), end)
    if item and item.start < start:
        timeline = divided(timeline, {track_id: [item]}, end)
    track = find_track(timeline, track_id)
    items_left = cleared(track.items, start, end)
    if items_left == track.items:
        return timeline
    return with_tracks(timeline, {track_id: with_items(track, items_left)})


def _put(timeline: Timeline, rows: Mapping[str, Row]) -> Timeline:
    """With the rows, and their transitions, in places that are free."""
    changed = {}
    for track_id, row in rows.items():
        track = find_track(timeline, track_id)
        together = sorted((*track.items, *row.items), key=lambda item: item.start)
        track = with_items(track, tuple(together))
        transitions = sorted((*track.transitions, *row.transitions), key=lambda each: each.cut)
        changed[track_id] = replace(track, transitions=tuple(transitions))
    return with_tracks(timeline, changed)
