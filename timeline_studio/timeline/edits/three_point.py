"""Three-point editing: three of four times say what goes where, the fourth follows."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.handles import more_frames
from timeline_studio.timeline.edits.placing import insert_linked, overwrite_linked
from timeline_studio.timeline.edits.reach import LINKED, Reach
from timeline_studio.timeline.model import Clip, Item, Timeline
from timeline_studio.timeline.queries import label

How: TypeAlias = Literal["insert", "overwrite"]


class Span(NamedTuple):
    """`duration` of media from `source_start` on, to be shown from `start` on."""

    start: int
    source_start: int
    duration: int


class Points(NamedTuple):
    """In and out points, where they are set: of the source in its media's time, and of the
    timeline."""

    source_in: int | None = None
    source_out: int | None = None
    time_in: int | None = None
    time_out: int | None = None


def three_point(
    timeline: Timeline,
    clips: Mapping[str, Clip],
    points: Points,
    *,
    playhead: int,
    how: How,
    reach: Reach = LINKED,
) -> Timeline:
    """Insert or overwrite what the points say, on a track for each of the clips.

    ::

        media    |..[XXXXX]..|           source in and out, timeline in
        | A |[  B  | C |  ->  | A | XXXXX | C |

    Raises EditError when the points do not say a length, or the media is shorter than it.
    """
    runs: dict[str, Item] = {}
    start = playhead
    for track_id, clip in clips.items():
        span = spanned(timeline, clip, points, playhead=playhead)
        start = span.start
        runs[track_id] = replace(clip, duration=span.duration, source_start=span.source_start)
    if how == "insert":
        return insert_linked(timeline, runs, start, reach=reach)
    return overwrite_linked(timeline, runs, start)


def spanned(timeline: Timeline, clip: Clip, points: Points, *, playhead: int) -> Span:
    """What the points make of a clip's media, at its normal speed.

    Both points of the timeline rule over the source's length, counted from its in point, or
    back from its out point where only that is set. Without a timeline point the playhead is
    its in point; what the source does not say begins, or ends, with the media.
    """
    if clip.speed != 1:
        raise EditError(f"“{label(clip)}” must run at its normal speed to be placed by points")
    duration = _duration(clip, points)
    source_start = points.source_in
    if source_start is None:
        from_out = points.source_out is not None
        source_start = (points.source_out or 0) - duration if from_out else 0
    start = points.time_in
    if start is None:
        start = playhead if points.time_out is None else points.time_out - duration
    _refuse_missing(timeline, clip, source_start, duration)
    if start < 0:
        raise EditError(
            f"“{label(clip)}” would start before the timeline does: "
            f"it needs {more_frames(timeline, -start)}"
        )
    return Span(start, source_start, duration)


def _duration(clip: Clip, points: Points) -> int:
    if points.time_in is not None and points.time_out is not None:
        duration = points.time_out - points.time_in
    else:
        end = points.source_out if points.source_out is not None else clip.media.duration
        if end is None:
            raise EditError(f"Set an out point: the length of “{label(clip)}” is not known")
        duration = end - (points.source_in or 0)
    if duration <= 0:
        raise EditError("The range has no length: set its out point after its in point")
    return duration


def _refuse_missing(timeline: Timeline, clip: Clip, source_start: int, duration: int) -> None:
    missing, side = -source_start, "before its start"
    if missing <= 0 and clip.media.duration is not None:
        missing, side = source_start + duration - clip.media.duration, "after its end"
    if missing > 0:
        raise EditError(f"“{label(clip)}” needs {more_frames(timeline, missing)} {side}")
