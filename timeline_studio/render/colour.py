"""Colour tags: what a source's numbers mean, and how swscale takes them to BT.709 limited.

The numbers are those of ISO/IEC 23091-2, which FFmpeg uses as they are.
"""

from dataclasses import dataclass

import av

from timeline_studio.media import VideoStream

BT709 = 1
LIMITED = 1
FULL = 2
_UNKNOWN = 2
_BT2020, _BT2020_CONSTANT = 9, 10

_MATRICES = {
    1: "bt709",
    4: "fcc",
    5: "bt601",
    6: "smpte170m",
    7: "smpte240m",
    9: "bt2020",
    10: "bt2020",
}
_BT2020_PRIMARIES = 9
_PRIMARIES = {1, 2, *range(4, 13), 22}
_TRANSFERS = {1, 2, *range(4, 9), *range(11, 19)}
"""Those that swscale knows; it refuses a picture that says it has others."""
_HDR_TRANSFERS = {16: "smpte2084", 18: "arib-std-b67"}


@dataclass(frozen=True)
class Colours:
    """What swscale must know of a source; `hdr` names its transfer where it is PQ or HLG.

    `is_odd`: its primaries or transfer are none that anybody can convert from.
    """

    matrix: str
    range: str
    wide_gamut: bool
    hdr: str | None
    is_odd: bool = False

    @property
    def is_native(self) -> bool:
        """Is this what an export holds: BT.709, limited?"""
        return (self.matrix, self.range, self.wide_gamut, self.hdr) == ("bt709", "tv", False, None)

    @property
    def scale_options(self) -> str:
        """Options of the `scale` filter for a conversion to BT.709 limited."""
        options = f"flags={self._flags}:in_range={self.range}:out_color_matrix=bt709:out_range=tv"
        if self.matrix != "rgb":
            options += f":in_color_matrix={self.matrix}"
        if self.wide_gamut or self.hdr:
            options += (
                ":in_primaries=bt2020:out_primaries=bt709"
                f":in_transfer={self.hdr or 'bt709'}:out_transfer=bt709:intent=perceptual"
            )
        elif self.is_odd:
            options += (
                ":in_primaries=bt709:out_primaries=bt709:in_transfer=bt709:out_transfer=bt709"
            )
        return options

    @property
    def _flags(self) -> str:
        """Another matrix goes through red, green and blue, where swscale by itself is as much
        as three code values off; with these, one."""
        if self.matrix in {"bt709", "rgb"}:
            return "bicubic"
        return "bicubic+accurate_rnd+full_chroma_int"


def colours_of(frame: av.VideoFrame) -> Colours:
    """Read the tags; where they are missing, HD is taken for BT.709 and less for BT.601."""
    is_odd = frame.color_primaries not in _PRIMARIES or frame.color_trc not in _TRANSFERS
    if is_rgb(frame):
        return Colours("rgb", "pc", wide_gamut=False, hdr=None, is_odd=is_odd)
    is_hd = frame.height >= 720 or frame.width >= 1280
    guess = "bt709" if is_hd else "bt601"
    is_full = frame.color_range == FULL or frame.format.name.startswith("yuvj")
    return Colours(
        _MATRICES.get(frame.colorspace, guess),
        "pc" if is_full else "tv",
        wide_gamut=frame.color_primaries == _BT2020_PRIMARIES,
        hdr=_HDR_TRANSFERS.get(frame.color_trc),
        is_odd=is_odd,
    )


def buffer_matrix(frame: av.VideoFrame) -> int:
    """The code by which libavfilter takes a frame in: it refuses those that it cannot convert,
    and constant luminance, which is converted as if it were not."""
    if frame.colorspace in _MATRICES:
        return _BT2020 if frame.colorspace == _BT2020_CONSTANT else frame.colorspace
    return _UNKNOWN


def is_native_stream(video: VideoStream) -> bool:
    """Whether `colours_of` its frames is what an export holds, by the tags of the stream."""
    is_hd = video.height >= 720 or video.width >= 1280
    matrix = video.color_space in ({"bt709", None} if is_hd else {"bt709"})
    return (
        matrix
        and video.color_range in {"tv", None}
        and not video.pixel_format.startswith("yuvj")
        and video.color_primaries != "bt2020"
        and video.color_transfer not in _HDR_TRANSFERS.values()
    )


def is_rgb(frame: av.VideoFrame) -> bool:
    return frame.format.is_rgb or frame.format.name == "pal8"


def tag_bt709(frame: av.VideoFrame) -> av.VideoFrame:
    """Write the four colour fields into a frame of our own."""
    frame.colorspace = frame.color_primaries = frame.color_trc = BT709
    frame.color_range = LIMITED
    return frame
