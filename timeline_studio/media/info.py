"""What a media file holds: the answer of `probe`."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal, TypeAlias

MediaKind: TypeAlias = Literal["video", "audio", "image"]


@dataclass(frozen=True)
class VideoStream:
    """The stream of pictures that is shown; durations in flicks.

    `width` and `height` are the coded pixels. `display_width` and `display_height` are what
    a viewer sees: square pixels, flipped left to right where it `is_mirrored`, then turned by
    `rotation` degrees clockwise (0, 90, 180, 270).
    `rate` is exact: the constant rate, or the average one where the rate varies. Colours have
    FFmpeg's names ("bt709", "smpte2084", "tv"); None is untagged. `frame_count` is estimated
    from the duration where the container does not say. Whether it is interlaced is what its
    first picture says.
    """

    index: int
    codec: str
    profile: str | None
    width: int
    height: int
    display_width: int
    display_height: int
    rotation: int
    rate: Fraction
    is_variable_rate: bool
    duration: int
    pixel_format: str
    color_primaries: str | None
    color_transfer: str | None
    color_space: str | None
    color_range: str | None
    frame_count: int
    has_alpha: bool
    is_interlaced: bool = False
    is_mirrored: bool = False


@dataclass(frozen=True)
class AudioStream:
    """A stream of sound; `layout` as FFmpeg names it ("mono", "stereo", "5.1")."""

    index: int
    codec: str
    sample_rate: int
    channels: int
    layout: str
    duration: int


@dataclass(frozen=True)
class MediaInfo:
    """Times are flicks from the container's start. An image's duration is 0."""

    path: Path
    kind: MediaKind
    container: str
    size_bytes: int
    duration: int
    video: VideoStream | None
    audio: tuple[AudioStream, ...]
