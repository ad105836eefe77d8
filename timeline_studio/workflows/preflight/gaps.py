"""Black between pictures: where nothing is on the screen."""

from collections.abc import Iterator

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits import close_gap
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.queries import gap_at
from timeline_studio.timeline.time import frame_start, nearest_frame, to_seconds
from timeline_studio.workflows.preflight.finding import Finding, Fix
from timeline_studio.workflows.preflight.subject import Subject


def check_gaps(subject: Subject) -> Iterator[Finding]:
    gaps = list(empty_stretches(subject))
    duration = subject.timeline.duration
    if gaps == [(0, duration)]:
        yield Finding("warning", "no_picture", "There is no picture: all would be black.", time=0)
        return
    for start, end in gaps:
        frames = nearest_frame(end - start, subject.timeline.rate)
        length = f"{to_seconds(end - start):.1f} s" if frames > 1 else "a single frame"
        fix = None
        if end == duration:
            code, words = "black_end", f"The last {length} are black: the sound goes on alone"
        else:
            code, words = ("black_start" if start == 0 else "gap"), f"Black for {length}"
            fix = _closing(subject.timeline, start)
        yield Finding("warning", code, f"{words}, at {subject.clock(start)}.", fix, time=start)


def empty_stretches(subject: Subject) -> Iterator[tuple[int, int]]:
    """[start, end) flicks of at least half a frame in which no picture is shown."""
    shortest = frame_start(1, subject.timeline.rate) // 2
    empty: tuple[int, int] | None = None
    for span in subject.plan.spans:
        if not subject.shows_picture(span):
            empty = (empty[0] if empty else span.start, span.end)
            continue
        if empty and empty[1] - empty[0] >= shortest:
            yield empty
        empty = None
    if empty and empty[1] - empty[0] >= shortest:
        yield empty


def _closing(timeline: Timeline, time: int) -> Fix | None:
    """None where something else keeps the gap open."""
    for track in timeline.video_tracks:
        if track.hidden or track.locked or gap_at(track, time) is None:
            continue
        track_id = track.id

        def close(now: Timeline, track_id: str = track_id) -> Timeline:
            return close_gap(now, track_id, time)

        try:
            close(timeline)
        except EditError:
            continue
        return Fix("edit", "Close Gap", close)
    return None
