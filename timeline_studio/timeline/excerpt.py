"""A part of a timeline as one of its own: what an export from in to out shows."""

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.ranges import extract_range, lift_range
from timeline_studio.timeline.model import Timeline


def excerpt(timeline: Timeline, start: int, end: int) -> Timeline:
    """What is between two times, in flicks, moved to the beginning; locks don't matter here.

    Raises EditError where there is nothing.
    """
    names = [track.id for track in timeline.tracks]
    tracks = tuple(replace(track, locked=False) for track in timeline.tracks)
    part = replace(timeline, tracks=tracks)
    if part.duration > end:
        part = lift_range(part, names, end, part.duration)
    if start > 0:
        part = extract_range(part, names, 0, start)
    if part.duration == 0:
        raise EditError("There is nothing between these times")
    return part
