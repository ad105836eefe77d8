"""x264 for one rung: closed GOPs of one length, so that all rungs are cut alike."""

from fractions import Fraction
from types import TracebackType
from typing import Self

from av.codec.context import Flags
from av.video.frame import VideoFrame

from timeline_studio.productions.local.coded_file import CodedFile
from timeline_studio.productions.local.picture_filter import BT709, LIMITED
from timeline_studio.productions.local.plan import PictureCoding


class RungEncoder:
    """Encodes pictures, with parameter sets before each key picture."""

    def __init__(
        self,
        target: CodedFile,
        size: tuple[int, int],
        coding: PictureCoding,
        *,
        threads: int,
    ) -> None:
        rate = 1 / target.tick
        self._target = target
        self._container = target.create()
        stream = self._container.add_stream("libx264", rate, options=_options(coding, rate))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.time_base = 1 / rate
        context.gop_size = coding.gop_frames(rate)
        # NUT would put the parameter sets into its header: TS needs them in each segment
        context.flags &= ~Flags.global_header
        context.thread_count = threads
        context.thread_type = "FRAME"
        context.sample_aspect_ratio = Fraction(1)
        context.colorspace = context.color_primaries = context.color_trc = BT709
        context.color_range = LIMITED
        self._stream = stream

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._target.write(self._container, self._stream.encode(None))
        self._container.close()

    def encode(self, picture: VideoFrame) -> None:
        self._target.write(self._container, self._stream.encode(picture))


def _options(coding: PictureCoding, rate: Fraction) -> dict[str, str]:
    options = {
        "preset": coding.preset,
        "profile": "high",
        "crf": str(coding.crf),
        "maxrate": str(coding.max_rate),
        "bufsize": str(coding.buffer),
        "keyint_min": str(coding.gop_frames(rate)),
        "sc_threshold": "0",
        "forced-idr": "1",
        "x264-params": "open-gop=0",
    }
    asked = {"bf": coding.b_frames, "refs": coding.references, "level": coding.level}
    return options | {name: str(value) for name, value in asked.items() if value is not None}
