"""Dissolves over cuts: add, remove."""

from bisect import bisect_left

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.handles import frames_needed, handle_after, handle_before
from timeline_studio.timeline.edits.scope import open_track, refuse_locked, with_tracks
from timeline_studio.timeline.joins import fits
from timeline_studio.timeline.model import Item, Timeline, Transition, new_id
from timeline_studio.timeline.queries import label, touching_at
from timeline_studio.timeline.time import frame_start, nearest_frame


def add_dissolve(timeline: Timeline, track_id: str, cut: int, duration: int) -> Timeline:
    """Put a dissolve over the cut between two touching items, centred, in place of any there.

    ::

        | A | B |  ->  | A ><  B |

    Of an odd number of frames, the one more comes after the cut. Raises EditError when there
    is no cut, it does not fit within the two items, or their media lack the handles.
    """
    track = open_track(timeline, track_id)
    left, right = touching_at(track, cut)
    if duration < frame_start(1, timeline.rate):
        raise EditError("A dissolve must be at least one frame long")
    in_offset = _first_half(timeline, duration)
    dissolve = Transition(
        id=new_id(), cut=cut, in_offset=in_offset, out_offset=duration - in_offset
    )
    _refuse_missing_handles(timeline, left, right, dissolve)
    others = [each for each in track.transitions if each.cut != cut]
    at = bisect_left(others, cut, key=lambda each: each.cut)
    _refuse_overlap(dissolve, others[max(at - 1, 0) : at + 1], (left, right))
    transitions = (*others[:at], dissolve, *others[at:])
    return with_tracks(timeline, {track_id: replace(track, transitions=transitions)})


def remove_transition(timeline: Timeline, transition_id: str) -> Timeline:
    """Make a dissolve a cut again.

    ::

        | A ><  B |  ->  | A | B |
    """
    for track in timeline.tracks:
        left = tuple(each for each in track.transitions if each.id != transition_id)
        if len(left) < len(track.transitions):
            refuse_locked(timeline, track)
            return with_tracks(timeline, {track.id: replace(track, transitions=left)})
    raise EditError("There is no such transition on this timeline")


def _first_half(timeline: Timeline, duration: int) -> int:
    """Half of the duration; in whole frames, rounded down, when it is in whole frames."""
    frames = nearest_frame(duration, timeline.rate)
    if frame_start(frames, timeline.rate) == duration:
        return frame_start(frames // 2, timeline.rate)
    return duration // 2


def _refuse_missing_handles(
    timeline: Timeline, left: Item, right: Item, dissolve: Transition
) -> None:
    frame = frame_start(1, timeline.rate)
    for item, handle, needed, side in (
        (left, handle_after(left, frame), dissolve.out_offset, "after its end"),
        (right, handle_before(right, frame), dissolve.in_offset, "before its start"),
    ):
        if handle is not None and handle < needed:
            missing = frames_needed(timeline, needed - max(handle, 0))
            plural = "" if missing == 1 else "s"
            raise EditError(f"“{label(item)}” needs {missing} more frame{plural} {side}")


def _refuse_overlap(
    dissolve: Transition, beside: list[Transition], pair: tuple[Item, Item]
) -> None:
    within = fits(dissolve, *pair, None)
    clear = all(each.end <= dissolve.start or dissolve.end <= each.start for each in beside)
    if not (within and clear):
        raise EditError(
            f"The dissolve is longer than “{label(pair[0])}” or “{label(pair[1])}” allows: "
            "make it shorter"
        )
