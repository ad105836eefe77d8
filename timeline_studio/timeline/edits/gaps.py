"""Closing gaps, in sync."""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from itertools import accumulate
from typing import TypeAlias

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.following import TimeShift, followed
from timeline_studio.timeline.edits.reach import LINKED, Reach, following, ties
from timeline_studio.timeline.edits.scope import open_track, refuse_locked, with_tracks
from timeline_studio.timeline.edits.ties import parted, relinked, tied_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.queries import gap_at, items, label, track_label
from timeline_studio.timeline.sequence import first_ending_after, first_starting_from, shifted

Stretch: TypeAlias = tuple[int, int]
"""Two times."""


def close_gap(
    timeline: Timeline,
    track_id: str,
    time: int,
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Move what is after the gap at `time` left, on every track that linked pairs tie to it.

    ::

        V | A |    | B |      | A | B |
        A | a |    | b |  ->  | a | b |

    Only where all of those tracks are empty the gap closes, so that pairs stay in sync: what
    lies in between stays, and a gap as long as it. Raises EditError when nothing is empty.
    Tracks that follow must be empty too; captions lose the time.
    """
    gap = gap_at(open_track(timeline, track_id), time)
    if gap is None:
        raise EditError("There is no gap here that anything comes after")
    names = _together(timeline, [track_id], gap[0], reach, with_links=with_links)
    empty = _empty(timeline, names, *gap)
    if not empty:
        track, item = next(
            (track, item)
            for track, item in items(timeline)
            if track.id in names and item.start < gap[1] and item.end > gap[0]
        )
        raise EditError(
            f"“{label(item)}” on {track_label(timeline, track)} keeps this gap open: move it, "
            "or unlink what comes later"
        )
    return _squeezed(timeline, names, empty, reach, with_links=with_links)


def close_all_gaps(
    timeline: Timeline,
    track_ids: Iterable[str],
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Close every stretch in which all these tracks, and those tied to them, are empty.

    ::

        V |  | A |   | B |      | A | B |
        A |  | a |   | b |  ->  | a | b |
    """
    names = [open_track(timeline, track_id).id for track_id in track_ids]
    names = _together(timeline, names, 0, reach, with_links=with_links)
    end = max((track.end for track in timeline.tracks if track.id in names), default=0)
    empty = _empty(timeline, names, 0, end)
    if not empty:
        raise EditError("There is no gap that all of these tracks share")
    return _squeezed(timeline, names, empty, reach, with_links=with_links)


def _together(
    timeline: Timeline, track_ids: list[str], time: int, reach: Reach, *, with_links: bool
) -> list[str]:
    """These tracks, those tied to them, and those that follow, but for captions."""
    names = track_ids
    if ties(reach, with_links=with_links):
        names = tied_tracks(timeline, names, time)
    followers = following(timeline, names, reach, with_links=with_links)
    more = [track.id for track in followers if track.kind != "caption"]
    if more and with_links:
        more = [each for each in tied_tracks(timeline, more, time) if each not in names]
    return [*names, *more]


def _empty(timeline: Timeline, track_ids: Collection[str], start: int, end: int) -> list[Stretch]:
    """Where nothing is on any of these tracks, between two times."""
    busy = sorted(
        (item.start, item.end)
        for track in timeline.tracks
        if track.id in track_ids
        for item in track.items[
            first_ending_after(track.items, start) : first_starting_from(track.items, end)
        ]
    )
    found = []
    for first, last in [*busy, (end, end)]:
        if first > start:
            found.append((start, first))
        start = max(start, last)
    return found


def _squeezed(
    timeline: Timeline,
    track_ids: Collection[str],
    gaps: list[Stretch],
    reach: Reach,
    *,
    with_links: bool,
) -> Timeline:
    """Without these stretches of time, in which nothing is on the tracks."""
    ends = [end for _, end in gaps]
    sums = [0, *accumulate(end - start for start, end in gaps)]
    shifts = {
        item.id: sums[bisect_right(ends, item.start)]
        for track in timeline.tracks
        if track.id in track_ids
        for item in track.items[first_starting_from(track.items, ends[0]) :]
    }
    links = parted(timeline, shifts)

    def moved(item: Item) -> Item:
        by = shifts.get(item.id)
        return relinked(shifted(item, -by), links) if by else item

    changed = {}
    for track in timeline.tracks:
        if track.id in track_ids and track.end > ends[0]:
            refuse_locked(timeline, track)
            changed[track.id] = with_items(track, tuple(moved(item) for item in track.items))
    timeline = with_tracks(timeline, changed)
    for start, end in reversed(gaps):
        shift = TimeShift(end, start - end)
        timeline = followed(timeline, shift, track_ids, reach, with_links=with_links)
    return timeline
