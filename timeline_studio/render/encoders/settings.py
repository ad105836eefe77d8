"""What an encoder is told before it opens, whoever made it.

A quality is asked for on x264's scale (crf). The others' scales are mapped to where their pictures
look about alike; a graphics card needs more bytes for it.
"""

import os
from fractions import Fraction

from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext

from timeline_studio.render.colour import BT709, LIMITED
from timeline_studio.render.encoders.known import Encoder
from timeline_studio.render.geometry import Size

KEYFRAME_SECONDS = 5  # 2 cost 3 % of the bytes, 5 nothing
_AV1_SPEEDS = {
    "ultrafast": 12,
    "superfast": 11,
    "veryfast": 10,
    "faster": 9,
    "fast": 8,
    "medium": 7,
    "slow": 6,
    "slower": 4,
    "veryslow": 3,
    "placebo": 2,
}
_QSCALE_UNIT = 118  # FF_QP2LAMBDA


def set_up(
    context: VideoCodecContext,
    encoder: Encoder,
    size: Size,
    rate: Fraction,
    *,
    crf: float,
    preset: str,
) -> None:
    """For one whole film: BT.709 in limited range, a key picture every five seconds."""
    context.width, context.height = size.width, size.height
    context.pix_fmt = pixel_format(encoder)
    context.time_base, context.framerate = 1 / rate, rate
    context.gop_size = max(1, round(rate * KEYFRAME_SECONDS))
    context.colorspace = context.color_primaries = context.color_trc = BT709
    context.color_range = LIMITED
    context.flags |= Flags.global_header
    if encoder.coding == "hevc":
        context.codec_tag = "hvc1"  # Apple's players take no other
    context.options = options_of(encoder, crf=crf, preset=preset)
    if encoder.name == "libsvtav1":
        os.environ.setdefault("SVT_LOG", "1")  # it writes a page to the terminal otherwise


def pixel_format(encoder: Encoder) -> str:
    """4:2:0 with 8 bits, as the encoder wants it."""
    return "nv12" if encoder.family in {"qsv", "vaapi"} else "yuv420p"


def options_of(encoder: Encoder, *, crf: float, preset: str) -> dict[str, str]:
    """FFmpeg's private options of the encoder."""
    level = f"{min(51, round(crf))}"
    match encoder.family:
        case "nvenc":
            return {"preset": "p5", "rc": "vbr", "cq": level, "b": "0", "bf": "0"}
        case "qsv":
            return {"preset": "medium", "global_quality": level, "bf": "0"}
        case "amf":
            return {"quality": "quality", "rc": "cqp", "qp_i": level, "qp_p": level, "bf": "0"}
        case "videotoolbox":
            scale = max(1, min(100, round(100 - 2 * crf)))
            return {"flags": "+qscale", "global_quality": str(scale * _QSCALE_UNIT), "bf": "0"}
        case "vaapi":
            return {"rc_mode": "CQP", "qp": level, "bf": "0"}
    return _software_options(encoder, crf=crf, preset=preset)


def _software_options(encoder: Encoder, *, crf: float, preset: str) -> dict[str, str]:
    if encoder.coding == "hevc":
        return {
            "preset": preset,
            "crf": f"{min(51, crf + 2):g}",
            "x265-params": "log-level=none:open-gop=0",
        }
    if encoder.coding == "av1":
        return {
            "preset": str(_AV1_SPEEDS[preset]),
            "crf": f"{min(63, round(crf * 1.25 + 6))}",
            "svtav1-params": "enable-tf=0",  # it mixes neighbouring pictures into what is shown
        }
    return {"preset": preset, "crf": f"{crf:g}", "profile": "high"}
