"""How loud a timeline gets, from the outlines of its media's sound: quick, and never too low."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import numpy.typing as npt

from timeline_studio.media import MediaError, Waveform, WaveformCache
from timeline_studio.render.sound_plan import Voice, plan_sound
from timeline_studio.render.voice_levels import voice_gains
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows.preflight.subject import Subject

CELLS_PER_SECOND = 100
SAMPLE_RATE = 48_000
_SAMPLES = SAMPLE_RATE // CELLS_PER_SECOND

Levels = npt.NDArray[np.float32]


@dataclass(frozen=True)
class SoundOutline:
    """For each hundredth of a second: `peak` is at least the mix's highest sample, `power` the
    mean square that its voices add up to. `by_clip` has each clip's highest mean square."""

    peak: Levels
    power: Levels
    by_clip: dict[str, float]


def outline_sound(
    subject: Subject, cache: WaveformCache, progress: Callable[[float, str], None]
) -> SoundOutline:
    """Media that is missing is silent here: something else tells of it."""
    timeline = subject.timeline
    voices = plan_sound(timeline, SAMPLE_RATE)
    waveforms = _waveforms(subject, voices, cache, progress)
    count = ceil(timeline.duration * CELLS_PER_SECOND / FLICKS_PER_SECOND)
    peak, power = np.zeros(count, np.float32), np.zeros(count, np.float32)
    by_clip: dict[str, float] = {}
    for voice in voices:
        waveform = waveforms.get(voice.clip.media.url)
        if waveform is None:
            by_clip[voice.clip.id] = 0.0
            continue
        first = max(0, voice.start // _SAMPLES)
        last = min(count, -(-voice.end // _SAMPLES))
        loud, square = _cells(voice, waveform, first, last)
        peak[first:last] += loud
        power[first:last] += square
        by_clip[voice.clip.id] = float(square.max(initial=0.0))
    return SoundOutline(peak, power, by_clip)


def _waveforms(
    subject: Subject,
    voices: tuple[Voice, ...],
    cache: WaveformCache,
    progress: Callable[[float, str], None],
) -> dict[str, Waveform]:
    media = {voice.clip.media.url: voice.clip.media for voice in voices}
    found: dict[str, Waveform] = {}
    for number, (url, reference) in enumerate(media.items()):
        info = subject.info(reference)
        if info is None or not info.audio:
            continue

        def told(done: float, before: int = number, name: str = reference.name) -> None:
            progress((before + done) / len(media), name)

        told(0.0)
        try:
            found[url] = cache.get(info.path, progress=told)
        except MediaError:
            continue  # it cannot be decoded: the export will say where
    return found


def _cells(voice: Voice, waveform: Waveform, first: int, last: int) -> tuple[Levels, Levels]:
    """(peak, mean square) of the voice in the timeline's cells [`first`, `last`)."""
    clip, per_second = voice.clip, waveform.peaks_per_second
    speed = float(clip.speed)
    at = (np.arange(first, last) * _SAMPLES - voice.origin) / SAMPLE_RATE
    source = (clip.source_start / FLICKS_PER_SECOND + at * speed) * per_second
    reach = abs(speed) * per_second / CELLS_PER_SECOND
    lowest = np.floor(source if speed > 0 else source - reach).astype(np.int64)
    loudest = np.maximum(np.abs(waveform.low), np.abs(waveform.high))
    gain = voice_gains(voice, np.arange(first, last) * _SAMPLES, SAMPLE_RATE).max(axis=0)
    peak = np.zeros(last - first, np.float32)
    square = np.zeros(last - first, np.float32)
    for step in range(floor(reach) + 2):  # a cell lies across so many of the waveform's
        peak = np.maximum(peak, _at(loudest, lowest + step))
        square = np.maximum(square, _at(waveform.rms, lowest + step) ** 2)
    return peak * gain, square * gain**2


def _at(levels: Levels, places: npt.NDArray[np.int64]) -> Levels:
    """Silence where the media has no sound."""
    inside = (places >= 0) & (places < len(levels))
    found = np.zeros(len(places), np.float32)
    found[inside] = levels[places[inside]]
    return found
