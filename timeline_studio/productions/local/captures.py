"""Still pictures of the source as JPEG files: posters."""

from fractions import Fraction
from pathlib import Path

import av
from av.video.frame import VideoFrame

from timeline_studio.productions.local.cascade import picture_chains
from timeline_studio.productions.local.geometry import Size, lay_out, shrunk
from timeline_studio.productions.local.picture_filter import PictureFilter
from timeline_studio.productions.local.plan import Capture

_BEST_QSCALE, _WORST_QSCALE = 2, 31


class CaptureWriter:
    """Looks at every upright picture and writes those that are due into `folder`."""

    def __init__(self, capture: Capture, folder: Path, source: Size, rate: Fraction) -> None:
        self._capture = capture
        self._folder = folder
        self._rate = rate
        layout = lay_out(source, shrunk(source, capture.frame))
        scale, pad = picture_chains(layout)
        chain = f"{scale},{pad}" if pad else scale
        self._filter = PictureFilter(
            f"{chain},scale=out_range=pc:out_color_matrix=bt601,format=pix_fmts=yuvj420p"
        )
        self.written: list[Path] = []

    def see(self, picture: VideoFrame, number: int) -> None:
        count = len(self.written)
        due = count < self._capture.count and number / self._rate >= count * self._capture.interval
        if due:
            path = self._folder / self._capture.file_name(count)
            path.write_bytes(_jpeg(self._filter.apply(picture), self._capture.quality))
            self.written.append(path)


def _jpeg(picture: VideoFrame, quality: int) -> bytes:
    """`quality` 1 to 100."""
    scale = _WORST_QSCALE - round((quality - 1) * (_WORST_QSCALE - _BEST_QSCALE) / 99)
    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height = picture.width, picture.height
    encoder.pix_fmt = "yuvj420p"
    encoder.time_base = Fraction(1, 25)
    encoder.qmin = encoder.qmax = scale
    picture.pts, picture.time_base = 0, encoder.time_base
    packets = [*encoder.encode(picture), *encoder.encode(None)]
    return b"".join(bytes(packet) for packet in packets)
