"""Small upright RGB pictures, for lists and strips."""

from fractions import Fraction
from typing import Any, TypeAlias

import av
import numpy as np

from timeline_studio.media.display_size import clockwise_rotation, is_mirrored

RgbPicture: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]

_UNTAGGED = 2  # AVCOL_SPC_UNSPECIFIED
_HD_HEIGHT = 720
_JPEG_QUALITY = 3  # FFmpeg's qscale, 2 (best) to 31
_LAMBDA = 118  # FF_QP2LAMBDA


def fit(width: int, height: int, box_width: int, box_height: int) -> tuple[int, int]:
    """The largest size of that shape in the box; never larger than the picture."""
    scale = min(Fraction(box_width, width), Fraction(box_height, height), Fraction(1))
    return max(1, round(width * scale)), max(1, round(height * scale))


def upright_rgb(frame: av.VideoFrame, width: int, height: int) -> RgbPicture:
    """(height, width, 3) as a viewer sees it; what is clear shows black."""
    rotation = clockwise_rotation(frame)
    coded = (height, width) if rotation in {90, 270} else (width, height)
    is_transparent = any(part.is_alpha for part in frame.format.components)
    scaled = frame.reformat(
        *coded,
        format="rgba" if is_transparent else "rgb24",
        src_colorspace=_matrix(frame),
        interpolation="AREA",
    )
    pixels = scaled.to_ndarray()
    if is_transparent:
        alpha = pixels[:, :, 3:].astype(np.uint16)
        pixels = (pixels[:, :, :3] * alpha // 255).astype(np.uint8)
    if is_mirrored(frame):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(np.rot90(pixels, -rotation // 90))


def jpeg(picture: RgbPicture) -> bytes:
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, "yuvj420p"
    encoder.time_base = Fraction(1, 25)
    encoder.qscale = True
    encoder.global_quality = _JPEG_QUALITY * _LAMBDA
    full_range = frame.reformat(format="yuvj420p", dst_colorspace="ITU601", dst_color_range="JPEG")
    return b"".join(bytes(p) for p in [*encoder.encode(full_range), *encoder.encode(None)])


def _matrix(frame: av.VideoFrame) -> str | int | None:
    """Untagged video is BT.709 when it is HD, as players take it."""
    if frame.format.is_rgb:
        return None
    if frame.colorspace == _UNTAGGED:
        return "ITU709" if frame.height >= _HD_HEIGHT else "ITU601"
    return frame.colorspace
