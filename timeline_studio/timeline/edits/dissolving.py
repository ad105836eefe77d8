"""Dissolves over cuts: add, resize, remove."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.handles import handle_after, handle_before, more_frames
from timeline_studio.timeline.edits.scope import (
    Selection,
    open_track,
    refuse_locked,
    select,
    with_tracks,
)
from timeline_studio.timeline.joins import fits
from timeline_studio.timeline.model import Item, Timeline, Transition, new_id
from timeline_studio.timeline.queries import find_track, find_transition, label, touching_at
from timeline_studio.timeline.time import frame_start, nearest_frame


def add_dissolve(timeline: Timeline, track_id: str, cut: int, duration: int) -> Timeline:
    """Put a dissolve over the cut between two touching items, centred, in place of any there.

    ::

        | A | B |  ->  | A ><  B |

    Of an odd number of frames, the one more comes after the cut. Raises EditError when there
    is no cut, it does not fit within the two items, or their media lack the handles.
    """
    track = open_track(timeline, track_id)
    if track.kind == "caption":
        raise EditError("Captions cannot dissolve: one ends where the next begins")
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


def add_dissolves(timeline: Timeline, item_ids: Iterable[str], duration: int) -> Timeline:
    """Put a dissolve over every cut between two of these items, else over those beside them.

    ::

        | A | B | C |  ->  | A ><  B ><  C |    of A, B and C; of B too

    Cuts that do not allow it stay cuts; raises EditError when that is all of them.
    """
    places = _cuts_of(select(timeline, item_ids, with_links=False), timeline)
    if not places:
        raise EditError("There is no cut between touching items here")
    refused: list[EditError] = []
    for track_id, cut in places:
        try:
            timeline = add_dissolve(timeline, track_id, cut, duration)
        except EditError as error:
            refused.append(error)
    if len(refused) == len(places):
        raise refused[0]
    return timeline


def resize_transition(
    timeline: Timeline,
    transition_id: str,
    *,
    in_offset: int | None = None,
    out_offset: int | None = None,
) -> Timeline:
    """Move the edges of a dissolve: it begins `in_offset` before its cut, ends `out_offset` after.

    ::

        | A ><  B |  ->  | A > <   B |

    Raises EditError when it is shorter than a frame, does not fit, or media is missing.
    """
    track, old = find_transition(timeline, transition_id)
    refuse_locked(timeline, track)
    new = replace(
        old,
        in_offset=old.in_offset if in_offset is None else in_offset,
        out_offset=old.out_offset if out_offset is None else out_offset,
    )
    if min(new.in_offset, new.out_offset) < 0:
        raise EditError("A dissolve must begin before its cut and end after it")
    if new.end - new.start < frame_start(1, timeline.rate):
        raise EditError("A dissolve must be at least one frame long")
    left, right = touching_at(track, new.cut)
    grown = replace(
        new,
        in_offset=new.in_offset if new.in_offset > old.in_offset else 0,
        out_offset=new.out_offset if new.out_offset > old.out_offset else 0,
    )
    _refuse_missing_handles(timeline, left, right, grown)
    at = track.transitions.index(old)
    beside = [*track.transitions[max(at - 1, 0) : at], *track.transitions[at + 1 : at + 2]]
    _refuse_overlap(new, beside, (left, right))
    transitions = (*track.transitions[:at], new, *track.transitions[at + 1 :])
    return with_tracks(timeline, {track.id: replace(track, transitions=transitions)})


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


def _cuts_of(selection: Selection, timeline: Timeline) -> list[tuple[str, int]]:
    """The cuts between selected items, else those that a selected item is at."""
    between: list[tuple[str, int]] = []
    beside: list[tuple[str, int]] = []
    for track_id, run in selection.items():
        chosen = {item.id for item in run}
        for left, right in pairwise(find_track(timeline, track_id).items):
            known = (left.id in chosen) + (right.id in chosen)
            if known and left.end == right.start:
                (between if known == 2 else beside).append((track_id, right.start))
    return between or beside


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
            missing = more_frames(timeline, needed - max(handle, 0))
            raise EditError(f"“{label(item)}” needs {missing} {side}")


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
