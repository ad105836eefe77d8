"""One rendition of an HLS output: its playlist and its segments held against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import m3u8

from timeline_studio.productions.bit_rates import Segment, average_bit_rate, peak_bit_rate
from timeline_studio.productions.segment_reading import Reading, read_segments

_MAX_KEY_GAP_SECONDS = 2.1
_MAX_LEVEL = 42  # 4.2: what phones of the last ten years decode
_MAX_RATE = 60.5
_PEAK_TOLERANCE = 1.1
_SOUND_TOLERANCE_SECONDS = 0.1


@dataclass(frozen=True)
class Rendition:
    """`playlist` is a key; `cuts` are the starts of the segments, in seconds from the first.

    `bandwidth` is what the master states for all that plays together; `peak` and `average` were
    measured in this rendition's own segments. All in bits per second.
    """

    playlist: str
    width: int
    height: int
    rate: float
    bandwidth: int
    codecs: str
    seconds: float
    cuts: tuple[float, ...]
    peak: int = 0
    average: int = 0
    is_cmaf: bool = False


@dataclass(frozen=True)
class Files:
    """A rendition's segments and, in CMAF, its init segment, as files."""

    segments: Sequence[Path]
    init: Path | None = None

    def rates(self, playlist: m3u8.M3U8) -> tuple[int, int]:
        """(peak, average) bits per second."""
        segments = [
            Segment(segment.duration, path.stat().st_size)
            for segment, path in zip(playlist.segments, self.segments, strict=True)
        ]
        peak = peak_bit_rate(segments, playlist.target_duration or 0)
        return peak, average_bit_rate(segments)


@dataclass(frozen=True)
class Beside:
    """What plays with the pictures: `peak` bits per second, and whether sound is part of it."""

    peak: int = 0
    has_sound: bool = False


def check_rendition(
    key: str, stated: Any, playlist: m3u8.M3U8, files: Files, beside: Beside
) -> tuple[Rendition, Reading, list[str]]:
    """What there is, and what is wrong with it. `stated` is the master's EXT-X-STREAM-INF."""
    reading = read_segments(files.segments, files.init)
    peak, average = files.rates(playlist)
    width, height = stated.resolution or (reading.width, reading.height)
    rendition = Rendition(
        playlist=key,
        width=width,
        height=height,
        rate=reading.rate or 1.0,
        bandwidth=stated.bandwidth or 0,
        codecs=stated.codecs or "",
        seconds=sum(segment.duration for segment in playlist.segments),
        cuts=tuple(start - reading.starts[0] for start in reading.starts),
        peak=peak,
        average=average,
        is_cmaf=files.init is not None,
    )
    problems = [
        *check_playlist(playlist),
        *_check_statement(stated, reading, has_sound=reading.has_sound or beside.has_sound),
        *_check_pictures(playlist, reading),
    ]
    if peak + beside.peak > rendition.bandwidth * _PEAK_TOLERANCE:
        problems.append(f"BANDWIDTH is {rendition.bandwidth}, measured {peak + beside.peak}")
    return rendition, reading, [f"{key}: {problem}" for problem in problems]


def check_playlist(playlist: m3u8.M3U8) -> Iterator[str]:
    """What every media playlist of a finished film has."""
    if not playlist.is_endlist:
        yield "EXT-X-ENDLIST is missing"
    if (playlist.playlist_type or "").upper() != "VOD":
        yield "EXT-X-PLAYLIST-TYPE is not VOD"
    if not playlist.segments:
        yield "it names no segment"
    target = playlist.target_duration or 0
    for segment in playlist.segments:
        if int(segment.duration + 0.5) > target:
            yield f"{segment.uri} lasts {segment.duration} s, over the target duration {target}"


def _check_statement(stated: Any, reading: Reading, *, has_sound: bool) -> Iterator[str]:
    if stated.resolution and tuple(stated.resolution) != (reading.width, reading.height):
        yield f"stated as {stated.resolution}, is {reading.width}x{reading.height}"
    if reading.profile != "High" or reading.level > _MAX_LEVEL:
        yield f"H.264 {reading.profile} level {reading.level / 10} is not High up to 4.2"
    if f"avc1.{reading.codec_bytes}" not in (stated.codecs or "").lower():
        yield f"stated CODECS {stated.codecs} are not avc1.{reading.codec_bytes}"
    if ("mp4a" in (stated.codecs or "")) != has_sound:
        yield "CODECS and the segments disagree on whether there is sound"
    if reading.rate > _MAX_RATE:
        yield f"{reading.rate:.2f} pictures a second are over 60"
    if reading.rate and stated.frame_rate and abs(stated.frame_rate - reading.rate) > 0.1:
        yield f"stated FRAME-RATE {stated.frame_rate}, is {reading.rate:.3f}"


def _check_pictures(playlist: m3u8.M3U8, reading: Reading) -> Iterator[str]:
    frame = 1 / reading.rate if reading.rate else 0.05
    for number, begins_with_idr in enumerate(reading.begins_with_idr):
        if not begins_with_idr:
            yield f"segment {number + 1} does not begin with an IDR picture"
    edges = [*reading.keys, reading.end]
    widest = max((b - a for a, b in pairwise(edges)), default=0.0)
    if widest > _MAX_KEY_GAP_SECONDS:
        yield f"key pictures are {widest:.2f} s apart"
    borders = [*reading.starts, reading.end]
    for segment, start, end in zip(playlist.segments, borders, borders[1:], strict=False):
        if abs(segment.duration - (end - start)) > frame:
            yield f"{segment.uri} is stated {segment.duration} s, lasts {end - start:.3f} s"
    if reading.has_sound and abs(reading.sound_end - reading.end) > _SOUND_TOLERANCE_SECONDS:
        yield f"sound ends {reading.sound_end - reading.end:+.2f} s from the picture's end"
