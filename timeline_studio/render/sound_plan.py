"""The sound plan: which clips are heard when, and how they fade into each other."""

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

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
    into its handles. `sides` are what its track multiplies it by, left and right.
    """

    clip: Clip
    start: int
    end: int
    origin: int
    fade_in: Fade | None
    fade_out: Fade | None
    sides: tuple[float, float] = (1.0, 1.0)


def plan_sound(timeline: Timeline, sample_rate: int) -> tuple[Voice, ...]:
    """Every voice, sorted by start. Solo silences the tracks that are not."""
    return tuple(
        sorted(
            (voice for track in heard_tracks(timeline) for voice in voices(track, sample_rate)),
            key=lambda voice: voice.start,
        )
    )


def heard_tracks(timeline: Timeline) -> tuple[Track, ...]:
    audio = [track for track in timeline.audio_tracks if not track.muted]
    return tuple([track for track in audio if track.solo] or audio)


def panned(pan: float) -> tuple[float, float]:
    """Factors of the left and of the right side: equal power, and in the middle as it was."""
    if pan == 0:
        return 1.0, 1.0
    angle = (pan + 1) * pi / 4
    return sqrt(2) * cos(angle), sqrt(2) * sin(angle)


def voices(track: Track, sample_rate: int) -> list[Voice]:
    """Those of one track, in order."""
    gain = 10 ** (track.gain_db / 20)
    left, right = panned(track.pan)
    sides = gain * left, gain * right
    on_cut = {transition.cut: transition for transition in track.transitions}
    found = []
    for item in track.items:
        if isinstance(item, Clip) and item.enabled and item.speed != 0:
            before, after = on_cut.get(item.start), on_cut.get(item.end)
            fade_in, fade_out = _fade(before, sample_rate), _fade(after, sample_rate)
            start = fade_in.start if fade_in else sample_at(item.start, sample_rate)
            end = fade_out.end if fade_out else sample_at(item.end, sample_rate)
            origin = sample_at(item.start, sample_rate)
            found.append(Voice(item, start, end, origin, fade_in, fade_out, sides))
    return found


def _fade(transition: Transition | None, sample_rate: int) -> Fade | None:
    if transition is None or transition.start >= transition.end:
        return None
    return Fade(sample_at(transition.start, sample_rate), sample_at(transition.end, sample_rate))
