"""Moving all that comes later, on every track that linked pairs tie together.

A ripple has a point on each track that it changes; what starts there or later moves. Where an
item that moves has a partner on another track, that track ripples too, from its first such
partner on, and by the same amount: a pair is never pulled apart.
"""

from collections.abc import Mapping

from timeline_studio.timeline.edits.scope import refuse_locked, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Timeline, Track
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
