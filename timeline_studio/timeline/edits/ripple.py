"""Moving all that comes later, on every track that linked pairs tie together.

A ripple has a point on each track that it changes; what starts there or later moves. Where an
item that moves has a partner on another track, that track ripples too, from its first such
partner on, and by the same amount: a pair is never pulled apart.
"""

from collections.abc import Mapping

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.handles import frames_text
from timeline_studio.timeline.edits.scope import refuse_locked, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import find_track, label, track_label
from timeline_studio.timeline.sequence import first_starting_from, shifted_from

Points = dict[str, int]
"""From which time on a track ripples, by track id."""


def tied_points(timeline: Timeline, points: Mapping[str, int]) -> Points:
    """The points of all tracks that ripple along with these; given points stay as they are."""
    tied = dict(points)
    links = _moving_links(timeline, tied)
    while True:
        found = {
            track.id: earliest
            for track in timeline.tracks
            if track.id not in points
            and (earliest := _first_linked(track, links)) is not None
            and earliest < tied.get(track.id, earliest + 1)
        }
        if not found:
            return tied
        tied |= found
        links |= _moving_links(timeline, found)


def rippled(timeline: Timeline, points: Mapping[str, int], by: int) -> Timeline:
    """With all from the points on moved by `by`; raises EditError when a track is locked."""
    changed = {}
    for track in timeline.tracks:
        if track.id in points and track.end > points[track.id]:
            refuse_locked(timeline, track)
            items = shifted_from(track.items, points[track.id], by)
            changed[track.id] = with_items(track, items)
    return with_tracks(timeline, changed)


def closed(
    timeline: Timeline,
    points: Mapping[str, int],
    by: int,
    *,
    with_links: bool,
    exactly: bool = False,
) -> Timeline:
    """With all from the points on moved left by `by`, or by as much as each track has room for.

    Raises EditError when a track has no room at all, or `exactly` and it has less.
    """
    if with_links:
        points = tied_points(timeline, points)
    least = by
    for track_id, point in points.items():
        track = find_track(timeline, track_id)
        room = room_before(track, point)
        if room is None:
            continue
        if room <= 0 or (exactly and room < by):
            limit = f"room for {frames_text(timeline, room)} only" if room > 0 else "no room"
            instead = "go less far" if exactly else "lift instead"
            raise EditError(
                f"{track_label(timeline, track)} has {limit} to close the gap in sync: "
                f"{instead}, or unlink what comes later"
            )
        least = min(least, room)
    if with_links:
        refuse_torn(timeline, points)
    return rippled(timeline, points, -least)


def refuse_torn(timeline: Timeline, points: Mapping[str, int]) -> None:
    """Raises EditError when a group would move in part."""
    moving: set[str | None] = set()
    staying: dict[str | None, Item] = {}
    for track in timeline.tracks:
        at = len(track.items)
        if track.id in points:
            at = first_starting_from(track.items, points[track.id])
        moving.update(item.link for item in track.items[at:])
        staying.update((item.link, item) for item in track.items[:at])
    torn = (staying.keys() & moving) - {None}
    if torn:
        item = min((staying[link] for link in torn), key=lambda each: (each.start, each.id))
        raise EditError(
            f"“{label(item)}” is linked to clips on both sides of the gap: split those, or "
            "unlink it, first"
        )


def room_before(track: Track, time: int) -> int | None:
    """How far left what starts at `time` or later can go; None when nothing does."""
    at = first_starting_from(track.items, time)
    if at == len(track.items):
        return None
    return track.items[at].start - (track.items[at - 1].end if at else 0)


def _moving_links(timeline: Timeline, points: Mapping[str, int]) -> set[str]:
    return {
        item.link
        for track in timeline.tracks
        if track.id in points
        for item in track.items[first_starting_from(track.items, points[track.id]) :]
        if item.link
    }


def _first_linked(track: Track, links: set[str]) -> int | None:
    firsts = track.first_of_link
    return min((track.items[firsts[link]].start for link in firsts.keys() & links), default=None)
