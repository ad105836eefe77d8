"""Sound that is not there: tracks that are silent, or were silenced, and long silence."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from timeline_studio.render.sound_plan import heard_tracks
from timeline_studio.timeline.edits import change_track
from timeline_studio.timeline.model import Clip, Timeline, Track
from timeline_studio.timeline.queries import find_track, track_label
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows.preflight.finding import Edit, Finding, Fix
from timeline_studio.workflows.preflight.levels import CELLS_PER_SECOND, SoundOutline
from timeline_studio.workflows.preflight.subject import Subject

LONG_SILENCE_SECONDS = 5
SILENCE_DBFS = -60.0
_SILENT_POWER = 10 ** (SILENCE_DBFS / 10)

Flags = npt.NDArray[np.bool_]


def check_silence(subject: Subject, outline: SoundOutline) -> Iterator[Finding]:
    if not subject.timeline.duration:
        return
    yield from _silenced(subject.timeline)
    yield from _silent_tracks(subject.timeline, outline)
    audible = outline.power >= _SILENT_POWER
    if not audible.any():
        yield Finding("warning", "no_sound", "Nothing is heard in all of the film.", time=0)
        return
    seen = _seen(subject, len(audible))
    for first, last in runs(seen & ~audible):
        if last - first >= LONG_SILENCE_SECONDS * CELLS_PER_SECOND:
            yield Finding(
                "warning",
                "silence",
                f"Nothing is heard for {(last - first) / CELLS_PER_SECOND:.1f} s while the "
                "picture goes on.",
                time=first * FLICKS_PER_SECOND // CELLS_PER_SECOND,
            )


def _silenced(timeline: Timeline) -> Iterator[Finding]:
    """Tracks with clips that their own button, or another's solo, keeps from being heard."""
    heard = {track.id for track in heard_tracks(timeline)}
    solo = [track for track in timeline.audio_tracks if track.solo and track.id in heard]
    for track in timeline.audio_tracks:
        if track.id in heard or not any(item.enabled for item in track.items):
            continue
        name, first = track_label(timeline, track), track.items[0]
        clips = f"its {len(track.items)} clip{'' if len(track.items) == 1 else 's'}"
        if track.muted:
            code, words = "muted", f"{name} is muted: {clips} cannot be heard."
            fix = Fix("edit", "Unmute", _changing([track.id], muted=False))
        else:
            others = " and ".join(track_label(timeline, each) for each in solo)
            code, words = "not_solo", f"{others} solo: {name} and {clips} cannot be heard."
            fix = Fix("edit", "End Solo", _changing([each.id for each in solo], solo=False))
        yield Finding("warning", code, words, fix, item_id=first.id, time=first.start)


def _silent_tracks(timeline: Timeline, outline: SoundOutline) -> Iterator[Finding]:
    for track in heard_tracks(timeline):
        clips = [item for item in track.items if isinstance(item, Clip) and item.enabled]
        known = [outline.by_clip[clip.id] for clip in clips if clip.id in outline.by_clip]
        if known and max(known) < _SILENT_POWER:
            yield Finding(
                "warning",
                "silent_track",
                f"All of {track_label(timeline, track)} is silent.",
                item_id=clips[0].id,
                time=clips[0].start,
            )


def _seen(subject: Subject, count: int) -> Flags:
    """The cells in which a picture is on the screen."""
    seen = np.zeros(count, np.bool_)
    for span in subject.plan.spans:
        if subject.shows_picture(span):
            first, last = (
                edge * CELLS_PER_SECOND // FLICKS_PER_SECOND for edge in (span.start, span.end)
            )
            seen[first:last] = True
    return seen


def runs(flags: Flags) -> list[tuple[int, int]]:
    """[first, last) of each stretch in which the flags are up."""
    edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


def _changing(track_ids: list[str], **properties: bool) -> Edit:
    def change(timeline: Timeline) -> Timeline:
        for track_id in track_ids:
            track: Track = replace(find_track(timeline, track_id), **properties)
            timeline = change_track(timeline, track)
        return timeline

    return change
