"""Timelines in timelines: a clip whose media is another project, and what it stands for.

A nested clip has no picture and no sound of its own: it is played as the items of the timeline
that it names, laid on tracks of their own right over the clip's. So it looks and sounds exactly
as those items would.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TypeAlias

from msgspec.structs import replace

from timeline_studio.errors import StudioError
from timeline_studio.timeline.effects.animation import raised
from timeline_studio.timeline.effects.transform import AS_IT_IS
from timeline_studio.timeline.joins import joins_of, surviving
from timeline_studio.timeline.model import Clip, Item, MediaReference, Timeline, Track
from timeline_studio.timeline.queries import label
from timeline_studio.timeline.sequence import first_ending_after, first_starting_from, piece

NESTED = "timeline:"
DEEPEST = 8
"""Timelines within each other."""
_SOFTEST, _LOUDEST = -96.0, 24.0

Find: TypeAlias = Callable[[MediaReference], Timeline]
"""The timeline that a nested clip names; raises a StudioError where there is none."""


class NestingError(StudioError):
    """A nested timeline that cannot be played: which, why, what to do."""


def nested_media(project_id: int, name: str, duration: int) -> MediaReference:
    return MediaReference(url=f"{NESTED}{project_id}", name=name, duration=duration)


def nested_id(media: MediaReference) -> int | None:
    """The project that a nested clip names; None for media that is a file."""
    number = media.url.removeprefix(NESTED)
    return int(number) if media.url.startswith(NESTED) and number.isdecimal() else None


def nested_clips(timeline: Timeline) -> Iterator[tuple[Track, Clip]]:
    for track in timeline.tracks:
        for item in track.items:
            if isinstance(item, Clip) and item.media.url.startswith(NESTED):
                yield track, item


def flattened(timeline: Timeline, find: Find, trail: tuple[str, ...] = ()) -> Timeline:
    """The timeline with what its nested clips stand for; the same one where it has none.

    ::

        V1 | A | nested | B |  ->  V1'     | x | y |
                                   V1  | A |       | B |

    Raises NestingError for a timeline within itself, one that is nested too deep, or a nested
    clip that was changed in ways that a whole timeline cannot be; and what `find` raises.
    """
    if not any(True for _ in nested_clips(timeline)):
        return timeline
    tracks: list[Track] = []
    over: list[Track] = []
    for track in timeline.tracks:
        kept, laid = _opened(track, timeline, find, trail)
        tracks += [kept, *(each for each in laid if each.kind != "caption")]
        over += [each for each in laid if each.kind == "caption"]
    return replace(timeline, tracks=(*tracks, *over))


def _opened(
    track: Track, timeline: Timeline, find: Find, trail: tuple[str, ...]
) -> tuple[Track, list[Track]]:
    """The track without its nested clips, and the tracks for what they stand for."""
    laid: dict[str, Track] = {}
    clips = [item for item in track.items if isinstance(item, Clip) and _is_nested(item)]
    if not clips:
        return track, []
    _refuse_crossing(track, clips)
    for clip in clips:
        if not clip.enabled:
            continue
        inner = _inner(clip, timeline, find, trail)
        for each in _played(inner, track):
            part = _part(each, clip, track)
            before = laid.get(part.id)
            laid[part.id] = part if before is None else _joined(before, part)
    gone = {clip.id for clip in clips}
    kept = tuple(item for item in track.items if item.id not in gone)
    return replace(track, items=kept), list(laid.values())


def _inner(clip: Clip, timeline: Timeline, find: Find, trail: tuple[str, ...]) -> Timeline:
    """The clip's timeline, itself without nested clips."""
    _refuse_changed(clip)
    if clip.media.url in trail:
        raise NestingError(f"“{label(clip)}” contains itself: take the clip out of one of them.")
    if len(trail) == DEEPEST:
        raise NestingError(
            f"“{label(clip)}” is nested more than {DEEPEST} deep: put its clips on the timeline "
            "themselves."
        )
    found = find(clip.media)
    if found.width * timeline.height != found.height * timeline.width:
        raise NestingError(
            f"“{label(clip)}” is {found.width}×{found.height}, this timeline "
            f"{timeline.width}×{timeline.height}: give both the same shape."
        )
    return flattened(found, find, (*trail, clip.media.url))


def _played(inner: Timeline, track: Track) -> list[Track]:
    """What a track of a kind plays of a nested timeline."""
    if track.kind == "audio":
        solo = [each for each in inner.audio_tracks if each.solo]
        return solo or [each for each in inner.audio_tracks if not each.muted]
    burned_in = [each for each in inner.caption_tracks if each.burned_in]
    return [each for each in (*inner.video_tracks, *burned_in) if not each.hidden]


def _part(inner: Track, clip: Clip, outer: Track) -> Track:
    """What the clip shows of one of its timeline's tracks, where the clip lies."""
    start, end = clip.source_start, clip.source_start + clip.duration
    by, name = clip.start - start, f"{outer.id}/{clip.media.url}/"
    first, last = first_ending_after(inner.items, start), first_starting_from(inner.items, end)
    items = [
        _laid(piece(each, max(start, each.start), min(end, each.end)), clip, by)
        for each in inner.items[first:last]
    ]
    held = {each.id for each in inner.items[first:last]}
    joins = [
        each._replace(
            transition=replace(
                each.transition,
                id=f"{clip.id}/{each.transition.id}",
                cut=each.transition.cut + by,
            ),
            left=f"{clip.id}/{each.left}",
            right=f"{clip.id}/{each.right}",
        )
        for each in joins_of(inner.items, inner.transitions)
        if {each.left, each.right} <= held
    ]
    ducking = inner.ducking and replace(
        inner.ducking, sources=tuple(name + each for each in inner.ducking.sources)
    )
    return replace(
        inner,
        id=name + inner.id,
        items=tuple(items),
        transitions=surviving(joins, items),
        hidden=outer.hidden,
        muted=outer.muted,
        solo=outer.solo,
        gain_db=inner.gain_db + outer.gain_db,
        pan=max(-1.0, min(1.0, inner.pan + outer.pan)),
        ducking=ducking or outer.ducking,
    )


def _laid(item: Item, clip: Clip, by: int) -> Item:
    """An item of the nested timeline in the other one: of its own id, as loud as the clip is."""
    item = replace(item, id=f"{clip.id}/{item.id}", start=item.start + by, link=None, group=None)
    if isinstance(item, Clip) and isinstance(clip.gain_db, float) and clip.gain_db:
        return replace(item, gain_db=raised(item.gain_db, clip.gain_db, _SOFTEST, _LOUDEST))
    return item


def _joined(before: Track, after: Track) -> Track:
    """Two stretches of one track, that do not overlap."""
    items = tuple(sorted((*before.items, *after.items), key=lambda each: each.start))
    cuts = sorted((*before.transitions, *after.transitions), key=lambda each: each.cut)
    return replace(before, items=items, transitions=tuple(cuts))


def _is_nested(clip: Clip) -> bool:
    return clip.media.url.startswith(NESTED)


def _refuse_changed(clip: Clip) -> None:
    is_plain = (
        clip.speed == Fraction(1)
        and clip.transform == AS_IT_IS
        and clip.opacity == 1.0
        and clip.blend == "normal"
        and clip.pan == 0.0
        and not isinstance(clip.gain_db, tuple)
        and not (clip.fade_in or clip.fade_out or clip.effects)
    )
    if not is_plain:
        raise NestingError(
            f"“{label(clip)}” is a nested timeline: it can be trimmed, moved and made louder. "
            "Reset its speed, look, fades and effects, and change the clips inside of it instead."
        )


def _refuse_crossing(track: Track, clips: list[Clip]) -> None:
    edges = {edge for clip in clips for edge in (clip.start, clip.end)}
    if any(transition.cut in edges for transition in track.transitions):
        raise NestingError(
            "A nested timeline cannot be crossed by a transition: remove the transition beside it."
        )
