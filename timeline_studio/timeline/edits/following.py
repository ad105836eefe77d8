"""Tracks and notes that follow a ripple: time is put into them, or taken out, as a whole."""

from collections.abc import Collection
from typing import NamedTuple

from msgspec.structs import replace

from timeline_studio.timeline.edits.clearing import emptied
from timeline_studio.timeline.edits.dividing import divided, is_inside, straddling_links
from timeline_studio.timeline.edits.reach import Reach, following
from timeline_studio.timeline.edits.ripple import rippled
from timeline_studio.timeline.edits.scope import with_tracks
from timeline_studio.timeline.edits.ties import tied_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Marker, Timeline, Track
from timeline_studio.timeline.queries import find_track, item_at


class TimeShift(NamedTuple):
    """`by` flicks put into the film at a time, or, where it is negative, taken out before it."""

    at: int
    by: int

    @property
    def start(self) -> int:
        """From when on something changes."""
        return self.at + min(0, self.by)

    def moved(self, time: int) -> int:
        """Where a moment is now; one that was taken out is where that was."""
        if time >= self.at:
            return time + self.by
        return min(time, self.start)


def followed(
    timeline: Timeline, shift: TimeShift, moved: Collection[str], reach: Reach, *, with_links: bool
) -> Timeline:
    """With all that follows the tracks `moved`, which rippled.

    ::

        C1 | one | two | three |      C1 | one | three |
        V1 |  A  |  B  |   C   |  ->  V1 |  A  |   C   |

    Captions are never cut in two: one over the time stays whole, or loses what was taken out.
    Other tracks are cut where time is put in. Locked ones stay.
    """
    if not shift.by:
        return timeline
    followers = following(timeline, moved, reach, with_links=with_links)
    captions = [track for track in followers if track.kind == "caption"]
    timeline = with_tracks(timeline, {track.id: _captions(track, shift) for track in captions})
    others = [track.id for track in followers if track.kind != "caption"]
    if others:
        timeline = _shifted(timeline, _open_tied(timeline, others, moved, shift), shift)
    return with_markers_moved(timeline, shift) if reach.markers else timeline


def with_markers_moved(timeline: Timeline, shift: TimeShift) -> Timeline:
    """With the notes where their moments are now."""
    markers = tuple(_marker(marker, shift) for marker in timeline.markers)
    return replace(timeline, markers=markers)


def _open_tied(
    timeline: Timeline, track_ids: list[str], moved: Collection[str], shift: TimeShift
) -> list[str]:
    """These tracks and those that hold partners of what moves on them, but what has moved."""
    tied = tied_tracks(timeline, track_ids, shift.start)
    return [each for each in tied if each not in moved and not find_track(timeline, each).locked]


def _shifted(timeline: Timeline, track_ids: list[str], shift: TimeShift) -> Timeline:
    points = dict.fromkeys(track_ids, shift.at)
    if shift.by < 0:
        timeline = emptied(timeline, track_ids, shift.start, shift.at, with_links=True)
        return rippled(timeline, points, shift.by)
    across = {
        track_id: [item]
        for track_id in track_ids
        if (item := item_at(find_track(timeline, track_id), shift.at)) and is_inside(item, shift.at)
    }
    timeline = divided(timeline, across, shift.at, straddling_links(timeline, points))
    return rippled(timeline, points, shift.by)


def _captions(track: Track, shift: TimeShift) -> Track:
    kept = (_caption(item, shift) for item in track.items)
    return with_items(track, tuple(item for item in kept if item.duration > 0))


def _caption(item: Item, shift: TimeShift) -> Item:
    if item.end <= shift.start:
        return item
    start, end = shift.moved(item.start), shift.moved(item.end)
    if shift.by > 0 and start == item.start:
        return item
    markers = tuple(
        replace(marker, time=shift.moved(item.start + marker.time) - start)
        for marker in item.markers
    )
    return replace(item, start=start, duration=end - start, markers=markers)


def _marker(marker: Marker, shift: TimeShift) -> Marker:
    time, end = shift.moved(marker.time), shift.moved(marker.time + marker.duration)
    if (time, end - time) == (marker.time, marker.duration):
        return marker
    return replace(marker, time=time, duration=end - time)
