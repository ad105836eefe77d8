"""Saves pictures of a window small: 256 colours chosen for each, and the rest dithered."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PySide6.QtGui import QImage


def save_small(picture: QImage, path: Path) -> None:
    frame = _reduced(_frame_of(picture))
    encoder = av.CodecContext.create("png", "w")
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, frame.format.name
    encoder.time_base = Fraction(1, 25)
    encoder.options = {"compression_level": "9"}
    path.write_bytes(b"".join(bytes(p) for p in [*encoder.encode(frame), *encoder.encode(None)]))


def _frame_of(picture: QImage) -> av.VideoFrame:
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    shape = plain.height(), plain.bytesPerLine() // 4, 4
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(shape)[:, : plain.width()]
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="bgra")
    frame.pts = 0
    return frame.reformat(format="rgb24")


def _reduced(frame: av.VideoFrame) -> av.VideoFrame:
    graph = av.filter.Graph()
    into = graph.add_buffer(
        width=frame.width, height=frame.height, format=frame.format, time_base=Fraction(1, 25)
    )
    twice, out = graph.add("split"), graph.add("buffersink")
    palette = graph.add("palettegen", "stats_mode=single:max_colors=256")
    painted = graph.add("paletteuse", "dither=sierra2_4a:new=1")
    into.link_to(twice)
    twice.link_to(palette, 0, 0)
    twice.link_to(painted, 1, 0)
    palette.link_to(painted, 0, 1)
    painted.link_to(out)
    graph.configure()
    graph.push(frame)
    graph.push(None)
    return graph.pull()
