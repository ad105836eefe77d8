"""Closing what an edit left open, in sync."""

from collections.abc import Mapping

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.following import TimeShift, followed
from timeline_studio.timeline.edits.handles import frames_text
from timeline_studio.timeline.edits.reach import LINKED, Reach, main_track, ties
from timeline_studio.timeline.edits.ripple import rippled, tied_points
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import find_track, label, track_label
from timeline_studio.timeline.sequence import first_starting_from


def closed(
    timeline: Timeline,
    points: Mapping[str, int],
    by: int,
    *,
    with_links: bool,
    exactly: bool = False,
    reach: Reach = LINKED,
) -> Timeline:
    """With all from the points on moved left by `by`, or by as much as each track has room for.

    What else follows, as `reach` says, loses the stretch of time. Raises EditError when a track
    has no room at all, or `exactly` and it has less.
    """
    at = closing_time(timeline, points)
    is_tying = ties(reach, with_links=with_links)
    if is_tying:
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
    if is_tying:
        refuse_torn(timeline, points)
    timeline = rippled(timeline, points, -least)
    return followed(timeline, TimeShift(at, -least), points, reach, with_links=with_links)


def closing_time(timeline: Timeline, points: Mapping[str, int]) -> int:
    """The time that what follows keeps to: the main track's, else the latest."""
    main = main_track(timeline)
    if main and main.id in points:
        return points[main.id]
    return max(points.values())


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
