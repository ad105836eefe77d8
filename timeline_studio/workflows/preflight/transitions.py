"""Transitions that show more than there is, and clips that go on past their media."""

from collections.abc import Iterator

from msgspec.structs import replace

from timeline_studio.render.sound_plan import heard_tracks
from timeline_studio.timeline.edits import remove_transition, resize_transition, trim
from timeline_studio.timeline.edits.handles import frames_needed, handle_after, handle_before
from timeline_studio.timeline.model import Clip, Item, Track, Transition
from timeline_studio.timeline.queries import label
from timeline_studio.timeline.time import frame_start
from timeline_studio.workflows.preflight.finding import Edit, Finding, Fix
from timeline_studio.workflows.preflight.subject import Subject


def check_handles(subject: Subject) -> Iterator[Finding]:
    """Measured against the files, not against what the timeline was once told of them."""
    timeline = subject.timeline
    shown = [track for track in timeline.video_tracks if not track.hidden]
    for track in (*shown, *heard_tracks(timeline)):
        known = _WithMedia(subject, track)
        yield from _past_media(subject, track, known)
        for transition in track.transitions:
            yield from _without_handles(subject, track, transition, known)


class _WithMedia:
    """A track's clips as long as their files are."""

    def __init__(self, subject: Subject, track: Track) -> None:
        self._subject = subject
        self._is_sound = track.kind == "audio"
        self._frame = frame_start(1, subject.timeline.rate)

    def before(self, item: Item) -> int | None:
        return handle_before(self._measured(item), self._frame)

    def after(self, item: Item) -> int | None:
        return handle_after(self._measured(item), self._frame)

    def _measured(self, item: Item) -> Item:
        if not isinstance(item, Clip):
            return item
        info = self._subject.info(item.media)
        duration: int | None = None
        if info is not None and info.kind != "image":
            # sound that ends a little before its picture is silent there, and no trouble
            duration = info.duration if self._is_sound or not info.video else info.video.duration
        return replace(item, media=replace(item.media, duration=duration))


def _past_media(subject: Subject, track: Track, known: _WithMedia) -> Iterator[Finding]:
    frame = frame_start(1, subject.timeline.rate)
    for item in track.items:
        if not item.enabled or not isinstance(item, Clip):
            continue
        before, after = known.before(item) or 0, known.after(item) or 0
        for missing, side, edges in (
            (-before, "before its first", (item.start - before, None)),
            (-after, "after its last", (None, item.end + after)),
        ):
            if missing >= frame:
                held = "is silent" if track.kind == "audio" else "holds that picture"
                count = frames_needed(subject.timeline, missing)
                yield Finding(
                    "warning",
                    "past_media",
                    f"“{label(item)}” goes on {_frames(count)} {side} picture or sound, and "
                    f"{held} there.",
                    Fix("edit", "Trim", _trimming(item.id, *edges)),
                    item_id=item.id,
                    time=item.start if edges[1] is None else edges[1],
                )


def _without_handles(
    subject: Subject, track: Track, transition: Transition, known: _WithMedia
) -> Iterator[Finding]:
    by_end = {item.end: item for item in track.items}
    by_start = {item.start: item for item in track.items}
    out, into = by_end.get(transition.cut), by_start.get(transition.cut)
    handle_out = None if out is None else known.after(out)
    handle_in = None if into is None else known.before(into)
    room_out = transition.out_offset if handle_out is None else max(handle_out, 0)
    room_in = transition.in_offset if handle_in is None else max(handle_in, 0)
    frame = frame_start(1, subject.timeline.rate)
    missing = max(transition.out_offset - room_out, transition.in_offset - room_in)
    if missing < frame:
        return
    count = frames_needed(subject.timeline, missing)
    short = (min(transition.in_offset, room_in), min(transition.out_offset, room_out))
    is_kept = sum(short) >= frame
    yield Finding(
        "warning",
        "no_handles",
        f"The transition at {subject.clock(transition.cut)} needs {_frames(count)} more media than "
        "there is: a picture stands still in it.",
        Fix(
            "edit",
            "Shorten" if is_kept else "Make It a Cut",
            _shortening(transition.id, *short) if is_kept else _cutting(transition.id),
        ),
        item_id=into.id if into else None,
        time=transition.start,
    )


def _trimming(item_id: str, start: int | None, end: int | None) -> Edit:
    return lambda timeline: trim(timeline, item_id, start=start, end=end)


def _shortening(transition_id: str, in_offset: int, out_offset: int) -> Edit:
    return lambda timeline: resize_transition(
        timeline, transition_id, in_offset=in_offset, out_offset=out_offset
    )


def _cutting(transition_id: str) -> Edit:
    return lambda timeline: remove_transition(timeline, transition_id)


def _frames(count: int) -> str:
    return f"{count} frame{'' if count == 1 else 's'}"
