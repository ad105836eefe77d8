"""H.264 pictures of one segment: x264 on one thread, so that equal pictures give equal bytes."""

from fractions import Fraction
from typing import Final

import av
from av.codec.context import Flags
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType
from av.video.stream import VideoStream

from timeline_studio.render.colour import BT709, LIMITED
from timeline_studio.render.geometry import Size
from timeline_studio.render.options import ExportOptions
from timeline_studio.render.segments.coded_segment import CodedPicture, CodedSegment

ENCODER: Final = "libx264"
SET_ID = 31
"""Of our parameter sets: the last one, so that those of copied sources, mostly 0, keep theirs."""
REORDERING = 2
"""By how many pictures x264 decodes ahead at most, with B-pictures that others refer to."""
_KEYFRAME_SECONDS = 5  # 2 cost 3 % of the bytes, 5 nothing


def set_up(context: VideoCodecContext, size: Size, rate: Fraction, options: ExportOptions) -> None:
    """What an encoder is told before it opens; equal settings make equal parameter sets."""
    context.width, context.height, context.pix_fmt = size.width, size.height, "yuv420p"
    context.time_base, context.framerate = 1 / rate, rate
    context.gop_size = max(1, round(rate * _KEYFRAME_SECONDS))
    context.colorspace = context.color_primaries = context.color_trc = BT709
    context.color_range = LIMITED
    context.thread_count = 1
    context.flags |= Flags.global_header
    context.options = {
        "preset": options.preset,
        "crf": f"{options.crf:g}",
        "profile": "high",
        # Without 8x8dct, ultrafast is Baseline.
        "x264-params": f"open-gop=0:8x8dct=1:sps-id={SET_ID}",
    }


class PictureEncoder:
    """One segment's encoder: `add` each frame in order, then `finish`."""

    def __init__(self, size: Size, rate: Fraction, options: ExportOptions) -> None:
        self._context = av.CodecContext.create(ENCODER, "w")
        set_up(self._context, size, rate, options)
        self._context.open()
        self._tick = 1 / rate
        self._count = 0
        self._pictures: list[CodedPicture] = []

    def add(self, frame: av.VideoFrame) -> None:
        """The next frame; its pts, time base and picture type are overwritten."""
        frame.pts = self._count
        frame.time_base = self._tick
        frame.pict_type = PictureType.NONE  # the source's I pictures are not ours
        self._count += 1
        self._keep(self._context.encode(frame))

    def finish(self) -> CodedSegment:
        self._keep(self._context.encode(None))
        return CodedSegment(self._context.extradata or b"", tuple(self._pictures))

    def _keep(self, packets: "list[Packet[VideoStream]]") -> None:
        for packet in packets:
            if packet.pts is None:
                raise ValueError("x264 gave a picture without its time")
            self._pictures.append(CodedPicture(packet.pts, packet.is_keyframe, bytes(packet)))
