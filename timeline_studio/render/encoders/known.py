"""Every encoder that an MP4 can be made with, the graphics cards' before the processor's."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Coding: TypeAlias = Literal["h264", "hevc", "av1"]
Family: TypeAlias = Literal["nvenc", "qsv", "amf", "videotoolbox", "vaapi", "software"]

_CODING_NAMES: Final[dict[Coding, str]] = {"h264": "H.264", "hevc": "HEVC", "av1": "AV1"}


@dataclass(frozen=True)
class Encoder:
    """`name` is FFmpeg's, `maker` what people call it."""

    name: str
    coding: Coding
    family: Family
    maker: str

    @property
    def is_hardware(self) -> bool:
        return self.family != "software"

    @property
    def label(self) -> str:
        return f"{self.maker} {_CODING_NAMES[self.coding]}" if self.is_hardware else self.maker


X264: Final = Encoder("libx264", "h264", "software", "x264")
_SOFTWARE = (
    X264,
    Encoder("libx265", "hevc", "software", "x265"),
    Encoder("libsvtav1", "av1", "software", "SVT-AV1"),
)
_MAKERS: Final[dict[Family, str]] = {
    "nvenc": "NVIDIA NVENC",
    "qsv": "Intel Quick Sync",
    "amf": "AMD AMF",
    "videotoolbox": "Apple VideoToolbox",
    "vaapi": "VAAPI",
}
ENCODERS: Final = (
    *(
        Encoder(f"{coding}_{family}", coding, family, maker)
        for coding in _CODING_NAMES
        for family, maker in _MAKERS.items()
        if (coding, family) != ("av1", "videotoolbox")  # Apple has none
    ),
    *_SOFTWARE,
)
"""Of each coding the better one first."""


def encoder_named(name: str) -> Encoder | None:
    return next((encoder for encoder in ENCODERS if encoder.name == name), None)


def encoder_label(name: str) -> str:
    """What people call it, also one that is not among these."""
    encoder = encoder_named(name)
    return name if encoder is None else encoder.label


def software_of(coding: Coding) -> Encoder:
    """The one that works everywhere."""
    return next(encoder for encoder in _SOFTWARE if encoder.coding == coding)
