"""How good a rung is: held against the master as the rung was meant to show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av.error
import numpy as np
from av.audio.resampler import AudioResampler
from av.video.frame import VideoFrame

from timeline_studio.media import Loudness, LoudnessMeter, MediaInfo, VideoReader, probe
from timeline_studio.productions.local.cascade import picture_chains
from timeline_studio.productions.local.geometry import Layout, Size, lay_out
from timeline_studio.productions.local.picture_filter import PictureFilter, Upright
from timeline_studio.productions.local.plan import Frame
from timeline_studio.productions.local.planning import read_plan
from timeline_studio.productions.local.sizing import size_up
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.rendition_check import Files, Rendition
from timeline_studio.productions.segment_reading import opened_segments
from timeline_studio.productions.similarity import Similarity, SimilarityMeter
from timeline_studio.timeline.time import frame_start

MOST_SECONDS = 30.0
"""Of a longer rung, so much is looked at: whole segments, spread evenly."""

_SOUND_RATE = 48_000

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Quality:
    """SSIM over `segments` of `of_segments`."""

    similarity: Similarity
    segments: int
    of_segments: int


def measure_quality(
    master: Path, rung: Rendition, files: Files, settings: dict[str, Any], progress: Progress
) -> Quality | None:
    """None where a rung's pictures cannot be compared. `settings` are the job's: they say how
    the master's picture was laid into the rung's. What `progress` raises ends the work.

    Raises MediaError for a master that cannot be read.
    """
    intended = _intended(probe(master), rung, settings)
    if intended is None:
        return None
    meter = SimilarityMeter((rung.width, rung.height))
    chosen = sampled(rung)
    with VideoReader(master) as reader:
        reference = _Reference(reader, intended)
        for number, segment in enumerate(chosen):
            for at, frame in _pictures(files, segment):
                progress((number + 0.5) / len(chosen))
                meter.take(frame, reference.picture(rung.cuts[segment] + at))
    similarity = meter.result()
    return None if similarity is None else Quality(similarity, len(chosen), len(rung.cuts))


def sampled(rung: Rendition) -> list[int]:
    """Which segments are looked at."""
    count = len(rung.cuts)
    if rung.seconds <= MOST_SECONDS:
        return list(range(count))
    wanted = max(1, int(count * MOST_SECONDS / rung.seconds))
    return sorted({(2 * index + 1) * count // (2 * wanted) for index in range(wanted)})


def measure_sound(files: Files, progress: Callable[[], None]) -> Loudness | None:
    """Of all the sound in these segments; None where there is none that can be decoded."""
    meter = LoudnessMeter(_SOUND_RATE)
    resampler = AudioResampler(format="fltp", layout="stereo", rate=_SOUND_RATE)
    try:
        with opened_segments(files.segments, files.init) as container:
            if not container.streams.audio:
                return None
            for frame in container.decode(container.streams.audio[0]):
                progress()
                for part in resampler.resample(frame):
                    meter.take(part.to_ndarray().astype(np.float32, copy=False))
            for part in resampler.resample(None):
                meter.take(part.to_ndarray().astype(np.float32, copy=False))
    except av.error.FFmpegError:
        return None
    return meter.end()


@dataclass(frozen=True)
class _Intended:
    """How the master's picture was to be shown: turned by `turn`, upright in `size`, `rate`
    pictures a second, then laid out."""

    turn: int
    size: Size
    rate: Fraction
    layout: Layout


class _Reference:
    """The master's pictures, as the rung's encoder was given them."""

    def __init__(self, reader: VideoReader, intended: _Intended) -> None:
        self._reader = reader
        self._rate = intended.rate
        self._upright = Upright(intended.turn, intended.size, intended.rate)
        scale, pad = picture_chains(intended.layout)
        self._to_content, self._to_canvas = PictureFilter(scale), PictureFilter(pad)

    def picture(self, seconds: float) -> VideoFrame:
        number = max(0, round(seconds * self._rate))
        frame = self._reader.frame_at(frame_start(number, self._rate))
        upright = self._upright.picture(frame, number)
        return self._to_canvas.apply(self._to_content.apply(upright))


def _intended(info: MediaInfo, rung: Rendition, settings: dict[str, Any]) -> _Intended | None:
    """What the job asked for; where that cannot be read, the whole picture, letterboxed."""
    video = info.video
    if video is None:
        return None
    size = video.display_width, video.display_height
    frame = Frame(rung.width, rung.height, "DEFAULT")
    layout = lay_out(size, frame)
    rate = Fraction(rung.rate).limit_denominator(1001)
    try:
        sized = size_up(read_plan(settings), info)
    except ProductionError:
        return _Intended(video.rotation, size, rate, layout)
    for ladder in sized.ladders:
        for each in ladder.rungs:
            is_it = rung.playlist.startswith(ladder.ladder.place.folder)
            if is_it and rung.playlist.endswith(f"{each.rung.modifier}.m3u8"):
                layout = each.layout
    if layout.canvas != (rung.width, rung.height):
        return None
    return _Intended(sized.turn, sized.size, sized.rate, layout)


def _pictures(files: Files, segment: int) -> Iterator[tuple[float, VideoFrame]]:
    """A segment's pictures with their times, seconds after its first one. What cannot be decoded
    is left out."""
    try:
        with opened_segments([files.segments[segment]], files.init) as container:
            first: float | None = None
            for frame in container.decode(container.streams.video[0]):
                time = float(frame.time or 0.0)
                first = time if first is None else first
                yield time - first, frame
    except av.error.FFmpegError:
        return
