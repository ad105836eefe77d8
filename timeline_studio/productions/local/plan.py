"""What the local engine is asked to make, read from job settings into plain values."""

from dataclasses import dataclass
from fractions import Fraction


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
    """One rendition of a ladder."""

    modifier: str
    frame: Frame
    picture: PictureCoding
    sound: SoundCoding | None


@dataclass(frozen=True)
class Ladder:
    """One HLS group: a master playlist and its renditions. `segment_seconds` is a wish."""

    place: Place
    segment_seconds: int
    rungs: tuple[Rung, ...]


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
