"""The master playlist, with what was measured in the renditions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import m3u8

from timeline_studio.productions.bit_rates import Segment, average_bit_rate, peak_bit_rate
from timeline_studio.productions.local.coded_file import CodedFile
from timeline_studio.productions.local.geometry import Size
from timeline_studio.productions.local.plan import CaptionOutput, SoundOutput

AAC_LC = "mp4a.40.2"
SUBTITLES = "subs"
_NAL_TYPE, _NAL_SPS = 0x1F, 7


@dataclass(frozen=True)
class BitRates:
    """Bits a second, as playlists state them."""

    peak: int
    average: int


@dataclass(frozen=True)
class Rendition:
    """A packaged rung: its media playlist, and the coded pictures that it was made from.
    `sound_groups` are the groups of sound that it is played with, none if it has its own."""

    playlist: Path
    picture: CodedFile
    size: Size
    has_sound: bool
    sound_groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class SoundRendition:
    playlist: Path
    output: SoundOutput


@dataclass(frozen=True)
class CaptionRendition:
    playlist: Path
    output: CaptionOutput


@dataclass(frozen=True)
class Packaged:
    """All renditions of one ladder."""

    pictures: list[Rendition] = field(default_factory=list)
    sounds: list[SoundRendition] = field(default_factory=list)
    captions: list[CaptionRendition] = field(default_factory=list)

    def by_size(self) -> list[Rendition]:
        """The best comes first, because some players start with the first."""
        return sorted(self.pictures, key=lambda one: one.size[0] * one.size[1], reverse=True)


def write_master(path: Path, packaged: Packaged, rate: Fraction) -> None:
    lines = ["#EXTM3U", "#EXT-X-VERSION:6", "#EXT-X-INDEPENDENT-SEGMENTS"]
    lines += map(_sound_line, packaged.sounds)
    for number, caption in enumerate(packaged.captions):
        lines.append(_caption_line(caption, is_default=number == 0))
    for rendition in packaged.by_size():
        for group in rendition.sound_groups or (None,):
            lines += [_stream_line(rendition, packaged, group, rate), rendition.playlist.name]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def measured(playlist: Path) -> BitRates:
    loaded = m3u8.load(str(playlist))
    segments = [
        Segment(segment.duration, playlist.with_name(segment.uri).stat().st_size)
        for segment in loaded.segments
    ]
    peak = peak_bit_rate(segments, loaded.target_duration)
    return BitRates(peak, average_bit_rate(segments))


def avc_codec(picture: CodedFile) -> str:
    """`avc1.` and the profile, constraints and level of the first SPS (RFC 6381)."""
    with picture.open() as container:
        for packet in picture.read(container):
            for unit in bytes(packet).split(b"\0\0\1")[1:]:
                if unit[0] & _NAL_TYPE == _NAL_SPS:
                    return f"avc1.{unit[1:4].hex()}"
    raise AssertionError(f"no parameter sets in {picture.path}")


def _stream_line(
    rendition: Rendition, packaged: Packaged, group: str | None, rate: Fraction
) -> str:
    rates = [measured(rendition.playlist), *_beside(packaged, group)]
    has_sound = rendition.has_sound or group is not None
    codecs = avc_codec(rendition.picture) + (f",{AAC_LC}" if has_sound else "")
    width, height = rendition.size
    line = (
        f"#EXT-X-STREAM-INF:BANDWIDTH={sum(one.peak for one in rates)},"
        f"AVERAGE-BANDWIDTH={sum(one.average for one in rates)},"
        f'CODECS="{codecs}",RESOLUTION={width}x{height},FRAME-RATE={float(rate):.3f}'
    )
    if group is not None:
        line += f',AUDIO="{group}"'
    if packaged.captions:
        line += f',SUBTITLES="{SUBTITLES}"'
    return line


def _beside(packaged: Packaged, group: str | None) -> Iterator[BitRates]:
    """The most that a player loads beside the pictures: one sound, one track of captions."""
    sounds = [measured(one.playlist) for one in packaged.sounds if one.output.group == group]
    for rates in (sounds, [measured(one.playlist) for one in packaged.captions]):
        if rates:
            yield BitRates(max(one.peak for one in rates), max(one.average for one in rates))


def _sound_line(sound: SoundRendition) -> str:
    own = sound.output
    return (
        f'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="{own.group}",NAME="{own.name}",'
        f"{_language(own.language)}DEFAULT={_yes(own.is_default)},"
        f"AUTOSELECT={_yes(own.is_auto_selected)},"
        f'CHANNELS="2",URI="{sound.playlist.name}"'
    )


def _caption_line(caption: CaptionRendition, *, is_default: bool) -> str:
    own = caption.output
    return (
        f'#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="{SUBTITLES}",NAME="{own.name}",'
        f"{_language(own.language)}DEFAULT={_yes(is_default)},AUTOSELECT=YES,FORCED=NO,"
        f'URI="{caption.playlist.name}"'
    )


def _language(tag: str | None) -> str:
    return f'LANGUAGE="{tag}",' if tag else ""


def _yes(is_so: bool) -> str:
    return "YES" if is_so else "NO"
