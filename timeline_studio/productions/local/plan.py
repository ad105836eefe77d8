"""What the local engine is asked to make, read from job settings into plain values."""

from dataclasses import dataclass
from fractions import Fraction

from timeline_studio.productions.webvtt import CaptionFormat


@dataclass(frozen=True)
class Place:
    """Where a group writes: a bucket, a key prefix that is empty or ends in `/`, a base name."""

    bucket: str
    folder: str
    base: str

    def key(self, file_name: str) -> str:
        return self.folder + file_name


@dataclass(frozen=True)
class Frame:
    """The picture that is asked for, in pixels; `scaling` in MediaConvert's words.
    What is None follows the source."""

    width: int | None
    height: int | None
    scaling: str


@dataclass(frozen=True)
class PictureCoding:
    """H.264. `gop` counts seconds, or frames with `gop_in_frames`; rates are bits per second.
    What is None is the preset's."""

    crf: float
    max_rate: int
    buffer: int
    gop: Fraction
    gop_in_frames: bool
    b_frames: int | None
    references: int | None
    preset: str
    level: str | None
    rate: Fraction | None

    def gop_frames(self, rate: Fraction) -> int:
        return max(1, round(self.gop if self.gop_in_frames else self.gop * rate))


@dataclass(frozen=True)
class Loudness:
    """The integrated loudness to reach, LKFS, and the peak not to pass, dBTP."""

    target: float
    peak: float


@dataclass(frozen=True)
class SoundCoding:
    """AAC-LC, stereo. `bit_rate` in bits per second."""

    bit_rate: int
    sample_rate: int
    loudness: Loudness | None


@dataclass(frozen=True)
class Rung:
    """One rendition of a ladder. `sound` goes into the same segments; `sound_groups` are those
    that may be played with it, None: all that the ladder has."""

    modifier: str
    frame: Frame
    picture: PictureCoding
    sound: SoundCoding | None
    sound_groups: tuple[str, ...] | None = None


@dataclass(frozen=True)
class SoundOutput:
    """A rendition of sound alone, in the words of EXT-X-MEDIA; `language` is a BCP 47 tag."""

    modifier: str
    coding: SoundCoding
    group: str
    name: str
    language: str | None
    is_default: bool
    is_auto_selected: bool


@dataclass(frozen=True)
class CaptionSource:
    bucket: str
    key: str
    kind: CaptionFormat


@dataclass(frozen=True)
class CaptionOutput:
    """A rendition of captions; `language` is a BCP 47 tag, `is_styled` keeps tags and places."""

    modifier: str
    source: CaptionSource
    name: str
    language: str | None
    is_styled: bool


@dataclass(frozen=True)
class Ladder:
    """One HLS or, with `is_cmaf`, CMAF group: a master playlist and its renditions.

    `segment_seconds` is a wish; captions are cut like the pictures, or every `caption_seconds`.
    A last segment under `shortest_end` seconds joins the one before it.
    """

    place: Place
    segment_seconds: int
    rungs: tuple[Rung, ...]
    sounds: tuple[SoundOutput, ...] = ()
    captions: tuple[CaptionOutput, ...] = ()
    is_cmaf: bool = False
    has_dash: bool = False
    caption_seconds: int | None = None
    shortest_end: float = 0.0


@dataclass(frozen=True)
class Capture:
    """Still pictures: one every `interval` seconds, `count` at most, JPEG quality 1 to 100."""

    place: Place
    modifier: str
    frame: Frame
    interval: Fraction
    count: int
    quality: int

    def file_name(self, index: int) -> str:
        return f"{self.place.base}{self.modifier}.{index:07}.jpg"


@dataclass(frozen=True)
class Plan:
    """`rotate` is `AUTO`, or degrees clockwise."""

    bucket: str
    key: str
    rotate: int | None
    ladders: tuple[Ladder, ...]
    captures: tuple[Capture, ...]
