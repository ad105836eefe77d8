"""Renditions without pictures: sound alone, and captions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import m3u8

from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.rendition_check import Files, check_playlist
from timeline_studio.productions.segment_reading import SoundReading, read_sound
from timeline_studio.productions.webvtt import mapped_ticks, read_cues

_SOUND_TOLERANCE_SECONDS = 0.1
_CAPTION_TOLERANCE_SECONDS = 0.25
_CLOCK = 90_000  # MPEGTS ticks a second


@dataclass(frozen=True)
class SoundRendition:
    """`playlist` is a key; `peak` and `average` were measured, in bits per second."""

    playlist: str
    group: str
    name: str
    language: str | None
    is_default: bool
    seconds: float
    peak: int
    average: int


@dataclass(frozen=True)
class SubtitleRendition:
    """`playlist` is a key; `cues` counts each cue once, however many segments repeat it."""

    playlist: str
    group: str
    name: str
    language: str | None
    is_default: bool
    seconds: float
    peak: int
    average: int
    cues: int


def check_sound(
    key: str, stated: Any, playlist: m3u8.M3U8, files: Files
) -> tuple[SoundRendition, SoundReading, list[str]]:
    """What there is, and what is wrong with it. `stated` is the master's EXT-X-MEDIA."""
    reading = read_sound(files.segments, files.init)
    problems = [*check_playlist(playlist), *_check_sound(playlist, reading)]
    rendition = SoundRendition(*_said(key, stated), _seconds(playlist), *files.rates(playlist))
    return rendition, reading, [f"{key}: {problem}" for problem in problems]


def check_subtitles(
    key: str, stated: Any, playlist: m3u8.M3U8, files: Files
) -> tuple[SubtitleRendition, list[int | None], list[str]]:
    """As `check_sound`; in the middle what each segment's X-TIMESTAMP-MAP says, in ticks."""
    problems = list(check_playlist(playlist))
    cues = set()
    ticks = []
    for segment, path in zip(playlist.segments, files.segments, strict=True):
        data = path.read_bytes()
        ticks.append(mapped_ticks(data))
        try:
            cues.update(read_cues(data, "WEBVTT", segment.uri))
        except ProductionError as error:
            problems.append(str(error))
    rates = files.rates(playlist)
    rendition = SubtitleRendition(*_said(key, stated), _seconds(playlist), *rates, len(cues))
    return rendition, ticks, [f"{key}: {problem}" for problem in problems]


def check_sound_times(sound: SoundReading, starts: list[float], end: float) -> Iterator[str]:
    """Against the pictures' `starts` and `end`: players load both by the same borders."""
    pairs = list(zip(sound.starts, starts, strict=False))
    if len(sound.starts) != len(starts) or any(
        abs(a - b) > _SOUND_TOLERANCE_SECONDS for a, b in pairs
    ):
        yield "the segments of sound are not aligned with the pictures"
    if abs(sound.end - end) > _SOUND_TOLERANCE_SECONDS:
        yield f"sound ends {sound.end - end:+.2f} s from the picture's end"


def check_caption_times(ticks: list[int | None], first_picture: float) -> Iterator[str]:
    """In transport streams a segment has to say which time its 0 is."""
    for number, found in enumerate(ticks, 1):
        if found is None:
            yield f"segment {number} has no X-TIMESTAMP-MAP"
        elif abs(found / _CLOCK - first_picture) > _CAPTION_TOLERANCE_SECONDS:
            yield (
                f"segment {number} has its X-TIMESTAMP-MAP at {found / _CLOCK:.2f} s, the first "
                f"picture is at {first_picture:.2f} s"
            )


def _check_sound(playlist: m3u8.M3U8, reading: SoundReading) -> Iterator[str]:
    if reading.codec != "aac":
        yield f"its sound is {reading.codec or 'nothing that can be read'}, not AAC"
    borders = [*reading.starts, reading.end]
    for segment, start, end in zip(playlist.segments, borders, borders[1:], strict=False):
        if abs(segment.duration - (end - start)) > _SOUND_TOLERANCE_SECONDS:
            yield f"{segment.uri} is stated {segment.duration} s, lasts {end - start:.3f} s"


def _said(key: str, stated: Any) -> tuple[str, str, str, str | None, bool]:
    is_default = (stated.default or "").upper() == "YES"
    return key, stated.group_id or "", stated.name or "", stated.language, is_default


def _seconds(playlist: m3u8.M3U8) -> float:
    return float(sum(segment.duration for segment in playlist.segments))
