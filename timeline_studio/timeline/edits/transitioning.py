"""Transitions over cuts: add, change, align, resize, remove."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec.structs import asdict, replace

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
from timeline_studio.timeline.model import Item, Timeline, Track, Transition, new_id
from timeline_studio.timeline.queries import find_track, find_transition, label, touching_at
from timeline_studio.timeline.time import frame_start, nearest_frame
from timeline_studio.timeline.transition_look import TransitionLook

Alignment: TypeAlias = Literal["center", "start", "end"]
"""Where on its cut a transition lies: in the middle; beginning there; ending there."""
ALIGNMENTS: tuple[Alignment, ...] = ("center", "start", "end")

DISSOLVE = TransitionLook()
_TOO_SHORT = "A transition must be at least one frame long"


def add_transition(
    timeline: Timeline, track_id: str, cut: int, duration: int, look: TransitionLook = DISSOLVE
) -> Timeline:
    """Put a transition over the cut between two touching items, centred, in place of any there.

    ::

        | A | B |  ->  | A ><  B |

    Of an odd number of frames, the one more comes after the cut. On an audio track it is always
    a cross-fade. Raises EditError when there is no cut, it does not fit within the two items, or
    their media lack the handles.
    """
    track = open_track(timeline, track_id)
    if track.kind == "caption":
        raise EditError("Captions cannot dissolve: one ends where the next begins")
    left, right = touching_at(track, cut)
    if duration < frame_start(1, timeline.rate):
        raise EditError(_TOO_SHORT)
    in_offset, out_offset = _offsets(timeline, "center", duration)
    transition = Transition(
        id=new_id(),
        cut=cut,
        in_offset=in_offset,
        out_offset=out_offset,
        **asdict(DISSOLVE if track.kind == "audio" else look),
    )
    _refuse_missing_handles(timeline, left, right, transition)
    others = [each for each in track.transitions if each.cut != cut]
    at = bisect_left(others, cut, key=lambda each: each.cut)
    _refuse_overlap(transition, others[max(at - 1, 0) : at + 1], (left, right))
    transitions = (*others[:at], transition, *others[at:])
    return with_tracks(timeline, {track_id: replace(track, transitions=transitions)})


def add_transitions(
    timeline: Timeline, item_ids: Iterable[str], duration: int, look: TransitionLook = DISSOLVE
) -> Timeline:
    """Put a transition over every cut between two of these items, else over those beside them.

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
            timeline = add_transition(timeline, track_id, cut, duration, look)
        except EditError as error:
            refused.append(error)
    if len(refused) == len(places):
        raise refused[0]
    return timeline


def change_look(timeline: Timeline, transition_id: str, look: TransitionLook) -> Timeline:
    """Have a transition look otherwise; it stays where it is, as long as it is.

    ::

        | A ><  B |  ->  | A [>  B |

    Raises EditError on an audio track: sounds can only cross.
    """
    track, old = find_transition(timeline, transition_id)
    refuse_locked(timeline, track)
    if track.kind == "audio" and look.kind != "dissolve":
        raise EditError("Sounds can only cross-fade: choose a dissolve")
    return _with_version(timeline, track, old, replace(old, **asdict(look)))


def align_transition(
    timeline: Timeline, transition_id: str, alignment: Alignment, duration: int
) -> Timeline:
    """Give a transition a length and a place on its cut.

    ::

        | A ><  B |  ->  | A |><  B |  or  | A ><| B |

    Raises EditError as `resize_transition` does.
    """
    in_offset, out_offset = _offsets(timeline, alignment, duration)
    return resize_transition(timeline, transition_id, in_offset=in_offset, out_offset=out_offset)


def alignment_of(timeline: Timeline, transition: Transition) -> Alignment | None:
    """None where it lies in none of these ways."""
    offsets = transition.in_offset, transition.out_offset
    found = (each for each in ALIGNMENTS if _offsets(timeline, each, sum(offsets)) == offsets)
    return next(found, None)


def resize_transition(
    timeline: Timeline,
    transition_id: str,
    *,
    in_offset: int | None = None,
    out_offset: int | None = None,
) -> Timeline:
    """Move a transition's edges: it begins `in_offset` before its cut, ends `out_offset` after.

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
        raise EditError("A transition must begin before its cut and end after it")
    if new.end - new.start < frame_start(1, timeline.rate):
        raise EditError(_TOO_SHORT)
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
    return _with_version(timeline, track, old, new)


def remove_transition(timeline: Timeline, transition_id: str) -> Timeline:
    """Make a transition a cut again.

    ::

        | A ><  B |  ->  | A | B |
    """
    for track in timeline.tracks:
        left = tuple(each for each in track.transitions if each.id != transition_id)
        if len(left) < len(track.transitions):
            refuse_locked(timeline, track)
            return with_tracks(timeline, {track.id: replace(track, transitions=left)})
    raise EditError("There is no such transition on this timeline")


def missing_handles(left: Item, right: Item, transition: Transition, frame: int) -> tuple[int, int]:
    """How much media the outgoing item lacks after its end, and the incoming one before its
    start; flicks. `frame` is the length of a frame."""
    found = []
    for handle, needed in (
        (handle_after(left, frame), transition.out_offset),
        (handle_before(right, frame), transition.in_offset),
    ):
        found.append(0 if handle is None else max(0, min(needed, needed - handle)))
    return found[0], found[1]


def missing_words(
    timeline: Timeline, left: Item, right: Item, missing: tuple[int, int]
) -> list[str]:
    """What `missing_handles` found, in a sentence for each item that lacks media."""
    sides = ((left, missing[0], "after its end"), (right, missing[1], "before its start"))
    return [
        f"“{label(item)}” needs {more_frames(timeline, lacking)} {side}"
        for item, lacking, side in sides
        if lacking > 0
    ]


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


def _with_version(timeline: Timeline, track: Track, old: Transition, new: Transition) -> Timeline:
    transitions = tuple(new if each is old else each for each in track.transitions)
    return with_tracks(timeline, {track.id: replace(track, transitions=transitions)})


def _offsets(timeline: Timeline, alignment: Alignment, duration: int) -> tuple[int, int]:
    """How long before the cut and after it."""
    before = {"center": _first_half(timeline, duration), "start": 0, "end": duration}[alignment]
    return before, duration - before


def _first_half(timeline: Timeline, duration: int) -> int:
    """Half of the duration; in whole frames, rounded down, when it is in whole frames."""
    frames = nearest_frame(duration, timeline.rate)
    if frame_start(frames, timeline.rate) == duration:
        return frame_start(frames // 2, timeline.rate)
    return duration // 2


def _refuse_missing_handles(
    timeline: Timeline, left: Item, right: Item, transition: Transition
) -> None:
    missing = missing_handles(left, right, transition, frame_start(1, timeline.rate))
    for words in missing_words(timeline, left, right, missing):
        raise EditError(words)


def _refuse_overlap(
    transition: Transition, beside: list[Transition], pair: tuple[Item, Item]
) -> None:
    within = fits(transition, *pair, None)
    clear = all(each.end <= transition.start or transition.end <= each.start for each in beside)
    if not (within and clear):
        raise EditError(
            f"The transition is longer than “{label(pair[0])}” or “{label(pair[1])}” allows: "
            "make it shorter"
        )
