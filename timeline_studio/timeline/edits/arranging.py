"""The timeline itself: its tracks, its format."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.levelling import without_source
from timeline_studio.timeline.edits.scope import open_track, refuse_locked, with_tracks
from timeline_studio.timeline.model import Timeline, Track, TrackKind, new_id
from timeline_studio.timeline.queries import find_track, track_label
from timeline_studio.timeline.validation import MAX_SIDE, validate

"""Pixels; the largest side that H.264 decoders and libavfilter take."""


def add_track(timeline: Timeline, kind: TrackKind, *, name: str = "") -> Timeline:
    """Add an empty track: a video track over all others, an audio track under all others,
    a caption track over all captions.

    ::

                 V2 |   |
        V1 | A | ->  V1 | A |

    Without a name it is called by the next free number.
    """
    tracks = timeline.tracks
    track = Track(id=new_id(), kind=kind, name=name or _free_name(tracks, kind))
    at = len(tracks)
    if kind == "video":
        at = max((i + 1 for i, each in enumerate(tracks) if each.kind == "video"), default=0)
    return replace(timeline, tracks=(*tracks[:at], track, *tracks[at:]))


def remove_track(timeline: Timeline, track_id: str) -> Timeline:
    """Take a track away with all that is on it; no other gives way to its sound any more.

    ::

        V2 | B |
        V1 | A |  ->  V1 | A |
    """
    track = open_track(timeline, track_id)
    left = (each for each in timeline.tracks if each is not track)
    return replace(timeline, tracks=tuple(without_source(each, track_id) for each in left))


def change_track(timeline: Timeline, track: Track) -> Timeline:
    """Put a track in place of the one with its id: locked, muted, hidden, solo, name.

    ::

        V1 | A |  ->  V1* | A |

    A locked track can be unlocked so, but its items cannot change.
    """
    old = find_track(timeline, track.id)
    if track.kind != old.kind:
        raise EditError(f"{track_label(timeline, old)} cannot become a track of another kind")
    changed = with_tracks(timeline, {track.id: track})
    if (track.items, track.transitions) != (old.items, old.transitions):
        refuse_locked(timeline, old)
        _refuse_invalid(changed)
    return changed


def rename_track(timeline: Timeline, track_id: str, name: str) -> Timeline:
    """Call a track something else.

    ::

        V1 | A |  ->  Interview | A |
    """
    track = open_track(timeline, track_id)
    return with_tracks(timeline, {track_id: replace(track, name=name)})


def move_track(timeline: Timeline, track_id: str, place: int) -> Timeline:
    """Put a track in another place among those of its kind, counted from the bottom, from 0.

    ::

        V2 | B |      V2 | A |
        V1 | A |  ->  V1 | B |    names go along
    """
    track = open_track(timeline, track_id)
    order = [each for each in timeline.tracks if each.kind == track.kind]
    if not 0 <= place < len(order):
        raise EditError(
            f"{track_label(timeline, track)} cannot go there: there are {len(order)} such tracks"
        )
    order.remove(track)
    order.insert(place, track)
    same = iter(order)
    tracks = tuple(next(same) if each.kind == track.kind else each for each in timeline.tracks)
    return replace(timeline, tracks=tracks)


def set_track(
    timeline: Timeline,
    track_id: str,
    *,
    locked: bool | None = None,
    muted: bool | None = None,
    hidden: bool | None = None,
    solo: bool | None = None,
    sync_lock: bool | None = None,
) -> Timeline:
    """Lock, mute, hide a track, hear it alone, have it follow ripples; what is not given stays.

    ::

        V1 | A |  ->  V1 (locked) | A |
    """
    track = find_track(timeline, track_id)
    new = replace(
        track,
        locked=track.locked if locked is None else locked,
        muted=track.muted if muted is None else muted,
        hidden=track.hidden if hidden is None else hidden,
        solo=track.solo if solo is None else solo,
        sync_lock=track.sync_lock if sync_lock is None else sync_lock,
    )
    return with_tracks(timeline, {track_id: new})


def set_format(
    timeline: Timeline,
    *,
    rate: Fraction | None = None,
    width: int | None = None,
    height: int | None = None,
) -> Timeline:
    """Give the timeline another frame rate or picture size; items stay when they are.

    ::

        1920×1080, 30 | A | B |  ->  1080×1920, 25 | A | B |
    """
    rate = timeline.rate if rate is None else rate
    width = timeline.width if width is None else width
    height = timeline.height if height is None else height
    if not 1 <= rate <= 240:
        raise EditError("The frame rate must be between 1 and 240")
    for side in (width, height):
        if side % 2 or not 2 <= side <= MAX_SIDE:
            raise EditError(f"Width and height must be even numbers from 2 to {MAX_SIDE}")
    return replace(timeline, rate=rate, width=width, height=height)


def _free_name(tracks: Sequence[Track], kind: TrackKind) -> str:
    taken = {track.name for track in tracks}
    number = 1 + sum(track.kind == kind for track in tracks)
    while (name := f"{kind[0].upper()}{number}") in taken:
        number += 1
    return name


def _refuse_invalid(timeline: Timeline) -> None:
    try:
        validate(timeline)
    except DocumentError as error:
        raise EditError(str(error)) from error
