"""How fast clips run: speed changes, backwards, and freeze frames."""

import math
from collections.abc import Iterable
from fractions import Fraction

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.closing import closed, closing_time, refuse_torn
from timeline_studio.timeline.edits.dividing import divided, straddling_links
from timeline_studio.timeline.edits.following import TimeShift, followed
from timeline_studio.timeline.edits.placing import insert
from timeline_studio.timeline.edits.reach import LINKED, Reach, ties
from timeline_studio.timeline.edits.reshaping import Versions, reshaped
from timeline_studio.timeline.edits.ripple import rippled, tied_points
from timeline_studio.timeline.edits.scope import Selection, select
from timeline_studio.timeline.effects.carrying import held, run_slower
from timeline_studio.timeline.model import Clip, Item, Timeline, new_id
from timeline_studio.timeline.queries import find_item, label
from timeline_studio.timeline.sequence import with_edges
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start

SPEED_RANGE = (Fraction(1, 10), Fraction(10))


def set_speed(
    timeline: Timeline,
    item_ids: Iterable[str],
    speed: Fraction,
    *,
    ripple: bool = False,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Let clips run at another speed, backwards where it is negative; they show what they did.

    ::

        | A | B |     |  ->  | A×½   | B |     ripple
        |  A  | B |      ->  |A×2|  | B |      else

    Ends are rounded to whole frames, towards less. Partners run along, and stay in sync.
    Keyframes and fades grow and shrink with their clip; backwards they come in the same order.
    A `ripple` moves what is later by the change, where split edits allow it; without,
    EditError is raised where a slower clip has no room. So it is for a freeze frame.
    """
    low, high = SPEED_RANGE
    if not low <= abs(speed) <= high:
        raise EditError(f"A speed must be between {float(low):g} and {float(high):g} times")
    groups = _groups(select(timeline, item_ids, with_links=with_links))
    if not groups:
        raise EditError("Nothing here has a speed: the selection has no clip of a media file")
    for group in sorted(groups, key=_first_start, reverse=True):
        timeline = _run(timeline, group, speed, ripple=ripple, with_links=with_links, reach=reach)
    return timeline


def freeze_frame(
    timeline: Timeline,
    item_id: str,
    time: int,
    duration: int,
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Hold the picture at `time` for `duration`; what was to come comes after it.

    ::

        V |  A   | B |      |  A| * |A' | B |
        A |  a   | b |  ->  |  a|   |a' | b |
    """
    track, item = find_item(timeline, item_id)
    if not isinstance(item, Clip) or track.kind != "video":
        raise EditError(f"“{label(item)}” has no picture that could be frozen")
    if not item.start <= time < item.end:
        raise EditError(f"The playhead is not on “{label(item)}”")
    if duration < frame_start(1, timeline.rate):
        raise EditError("A freeze frame must be at least one frame long")
    frozen = replace(
        held(item, time - item.start),
        id=new_id(),
        duration=duration,
        source_start=item.source_time(time),
        speed=Fraction(0),
        link=None,
        markers=(),
    )
    return insert(timeline, track.id, frozen, time, with_links=with_links, reach=reach)


def _groups(selection: Selection) -> list[dict[str, list[Clip]]]:
    """The clips by track, apart for each group of partners."""
    groups: dict[str, dict[str, list[Clip]]] = {}
    for track_id, run in selection.items():
        for item in run:
            if isinstance(item, Clip):
                group = groups.setdefault(item.link or item.id, {})
                group.setdefault(track_id, []).append(item)
    return list(groups.values())


def _first_start(group: dict[str, list[Clip]]) -> int:
    return min(clip.start for run in group.values() for clip in run)


def _run(
    timeline: Timeline,
    group: dict[str, list[Clip]],
    speed: Fraction,
    *,
    ripple: bool,
    with_links: bool,
    reach: Reach,
) -> Timeline:
    """With a clip and its partners at the new speed; where they began, they begin."""
    clips = [clip for run in group.values() for clip in run]
    _refuse_mixed(clips)
    if clips[0].speed == speed:
        return timeline
    versions = _retimed(timeline, clips, speed)
    ends = {track_id: run[-1].end for track_id, run in group.items()}
    by = max(versions[clip.id].end - clip.end for clip in clips)
    if not ripple or by == 0:
        return reshaped(timeline, versions)
    if with_links:
        timeline = divided(timeline, {}, max(ends.values()), straddling_links(timeline, ends))
    if by < 0:
        timeline = reshaped(timeline, versions)
        return closed(timeline, ends, -by, with_links=with_links, reach=reach)
    at = closing_time(timeline, ends)
    if ties(reach, with_links=with_links):
        ends = tied_points(timeline, ends)
        refuse_torn(timeline, ends)
    timeline = reshaped(rippled(timeline, ends, by), versions)
    return followed(timeline, TimeShift(at, by), ends, reach, with_links=with_links)


def _refuse_mixed(clips: list[Clip]) -> None:
    first = clips[0]
    for clip in clips:
        if clip.speed == 0:
            raise EditError(f"“{label(clip)}” is a freeze frame: it has no speed")
        if clip.speed != first.speed:
            raise EditError(
                f"“{label(clip)}” runs at another speed than “{label(first)}”: unlink them first"
            )


def _retimed(timeline: Timeline, clips: list[Clip], speed: Fraction) -> Versions:
    """The clips at the new speed, as far from each other as keeps them in sync."""
    turns = (speed < 0) != (clips[0].speed < 0)
    stretch = abs(clips[0].speed / speed)
    begin, end = min(clip.start for clip in clips), max(clip.end for clip in clips)
    frame = frame_start(1, timeline.rate)
    versions: Versions = {}
    for clip in clips:
        low, high = _shown(clip, frame)
        exact = replace(
            run_slower(clip, float(stretch)),
            start=begin + round((end - clip.end if turns else clip.start - begin) * stretch),
            duration=max(1, math.floor((high - low) / abs(speed))),
            source_start=low if speed > 0 else high - round(frame * -speed),
            speed=speed,
        )
        versions[clip.id] = _in_whole_frames(timeline, exact, is_first=exact.start == begin)
    return versions


def _shown(clip: Clip, frame: int) -> tuple[int, int]:
    """From when until when of its media a clip shows; backwards it begins at the last frame."""
    length = round(clip.duration * abs(clip.speed))
    if clip.speed > 0:
        return clip.source_start, clip.source_start + length
    high = clip.source_start + round(frame * -clip.speed)
    return high - length, high


def _in_whole_frames(timeline: Timeline, clip: Item, *, is_first: bool) -> Item:
    """The clip with its end, and its start unless it is kept, on frames within it."""
    rate = timeline.rate
    start = clip.start
    if not is_first:
        start = frame_start(math.ceil(Fraction(start * rate, FLICKS_PER_SECOND)), rate)
    end = frame_start(math.floor(Fraction(clip.end * rate, FLICKS_PER_SECOND)), rate)
    if end <= start:
        raise EditError(f"Less than a frame would be left of “{label(clip)}”")
    return with_edges(clip, start, end)
