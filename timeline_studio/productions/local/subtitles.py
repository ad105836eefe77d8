"""Captions become a WebVTT rendition: a media playlist, and a segment for each stretch of time.

A cue over a border is in both segments, with its whole time: players join the two, and one that
begins in the middle still shows it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import av
import m3u8

from timeline_studio.productions.webvtt import Cue, webvtt

_CLOCK = 90_000  # MPEGTS ticks a second


def write_subtitles(
    playlist: Path, cues: Sequence[Cue], borders: Sequence[float], *, ticks: int, digits: int
) -> None:
    """Write `playlist` and, beside it, `<its stem>_00001.vtt` and so on, with `digits` digits.

    `borders` are seconds, the first is 0; `ticks` is the MPEGTS time of the first picture.
    """
    lines = []
    for number, (start, end) in enumerate(pairwise(borders), 1):
        segment = playlist.with_name(f"{playlist.stem}_{number:0{digits}}.vtt")
        segment.write_bytes(webvtt(list(_within(cues, start, end)), ticks=ticks))
        lines += [f"#EXTINF:{end - start:.6f},", segment.name]
    longest = max(b - a for a, b in pairwise(borders))
    head = [
        "#EXTM3U",
        "#EXT-X-VERSION:6",
        f"#EXT-X-TARGETDURATION:{max(1, int(longest + 0.5))}",
        "#EXT-X-MEDIA-SEQUENCE:1",
        "#EXT-X-PLAYLIST-TYPE:VOD",
    ]
    playlist.write_text("\n".join([*head, *lines, "#EXT-X-ENDLIST", ""]), "utf-8")


def segment_borders(pictures: Path, every: int | None) -> list[float]:
    """Of the playlist `pictures`, or each `every` seconds; the last is the end of the film."""
    borders = [0.0]
    for segment in m3u8.load(str(pictures)).segments:
        borders.append(borders[-1] + segment.duration)
    if every is None:
        return borders
    end = borders[-1]
    return [*(float(second) for second in _every(every, end)), end]


def first_tick(pictures: Path) -> int:
    """The MPEGTS time of the first picture of a playlist of transport streams."""
    first = m3u8.load(str(pictures)).segments[0].uri
    with av.open(str(pictures.with_name(first)), "r", format="mpegts") as container:
        for packet in container.demux(container.streams.video[0]):
            if packet.pts is not None and packet.time_base is not None:
                return round(packet.pts * packet.time_base * _CLOCK)
    raise AssertionError(f"no picture in {first}")


def _every(step: int, end: float) -> Iterable[int]:
    return range(0, max(1, -int(-end // 1)), step)


def _within(cues: Sequence[Cue], start: float, end: float) -> Iterator[Cue]:
    for cue in cues:
        if cue.start < end * 1000 and cue.end > start * 1000:
            yield cue
