"""The master playlist, with what was measured in the renditions."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import m3u8

from timeline_studio.productions.bit_rates import Segment, average_bit_rate, peak_bit_rate
from timeline_studio.productions.local.coded_file import CodedFile
from timeline_studio.productions.local.geometry import Size

_NAL_TYPE, _NAL_SPS = 0x1F, 7
_AAC_LC = "mp4a.40.2"


@dataclass(frozen=True)
class Rendition:
    """A packaged rung: its media playlist, and the coded pictures that it was made from."""

    playlist: Path
    picture: CodedFile
    size: Size
    has_sound: bool


def write_master(path: Path, renditions: list[Rendition], rate: Fraction) -> None:
    """The best rendition comes first, because some players start with the first."""
    lines = ["#EXTM3U", "#EXT-X-VERSION:6", "#EXT-X-INDEPENDENT-SEGMENTS"]
    for rendition in sorted(renditions, key=lambda one: one.size[0] * one.size[1], reverse=True):
        lines += [_stream_line(rendition, rate), rendition.playlist.name]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _stream_line(rendition: Rendition, rate: Fraction) -> str:
    playlist = m3u8.load(str(rendition.playlist))
    segments = [
        Segment(segment.duration, (rendition.playlist.parent / segment.uri).stat().st_size)
        for segment in playlist.segments
    ]
    peak = peak_bit_rate(segments, playlist.target_duration)
    codecs = avc_codec(rendition.picture) + (f",{_AAC_LC}" if rendition.has_sound else "")
    width, height = rendition.size
    return (
        f"#EXT-X-STREAM-INF:BANDWIDTH={peak},AVERAGE-BANDWIDTH={average_bit_rate(segments)},"
        f'CODECS="{codecs}",RESOLUTION={width}x{height},FRAME-RATE={float(rate):.3f}'
    )


def avc_codec(picture: CodedFile) -> str:
    """`avc1.` and the profile, constraints and level of the first SPS (RFC 6381)."""
    with picture.open() as container:
        for packet in picture.read(container):
            for unit in bytes(packet).split(b"\0\0\1")[1:]:
                if unit[0] & _NAL_TYPE == _NAL_SPS:
                    return f"avc1.{unit[1:4].hex()}"
    raise AssertionError(f"no parameter sets in {picture.path}")
