"""The sound plan: which clips are heard when, and how they fade into each other."""

from dataclasses import dataclass

from timeline_studio.timeline.model import Clip, Timeline, Track, Transition
from timeline_studio.timeline.time import sample_at


@dataclass(frozen=True)
class Fade:
    """Equal power over samples [`start`, `end`): a quarter of a sine wave, up or down."""

    start: int
    end: int


@dataclass(frozen=True)
class Voice:
    """A clip that is heard in samples [`start`, `end`) of the timeline.

    `origin` is the sample at which the clip itself starts: dissolves reach past its edges,
    into its handles.
    """

    clip: Clip
    start: int
    end: int
    origin: int
    fade_in: Fade | None
    fade_out: Fade | None


def plan_sound(timeline: Timeline, sample_rate: int) -> tuple[Voice, ...]:
    """Every voice, sorted by start. Solo silences the tracks that are not."""
    return tuple(
        sorted(
            (voice for track in heard_tracks(timeline) for voice in _voices(track, sample_rate)),
            key=lambda voice: voice.start,
        )
    )


def heard_tracks(timeline: Timeline) -> tuple[Track, ...]:
    audio = [track for track in timeline.audio_tracks if not track.muted]
    return tuple([track for track in audio if track.solo] or audio)


def _voices(track: Track, sample_rate: int) -> list[Voice]:
    on_cut = {transition.cut: transition for transition in track.transitions}
    voices = []
    for item in track.items:
        if isinstance(item, Clip) and item.enabled and item.speed != 0:
            before, after = on_cut.get(item.start), on_cut.get(item.end)
            fade_in, fade_out = _fade(before, sample_rate), _fade(after, sample_rate)
            start = fade_in.start if fade_in else sample_at(item.start, sample_rate)
            end = fade_out.end if fade_out else sample_at(item.end, sample_rate)
            origin = sample_at(item.start, sample_rate)
            voices.append(Voice(item, start, end, origin, fade_in, fade_out))
    return voices


def _fade(transition: Transition | None, sample_rate: int) -> Fade | None:
    if transition is None or transition.start >= transition.end:
        return None
    return Fade(sample_at(transition.start, sample_rate), sample_at(transition.end, sample_rate))
