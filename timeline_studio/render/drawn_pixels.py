"""What was painted on a clear image, cut out as a frame that can be laid over a picture."""

import av
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from timeline_studio.render.geometry import Size

_Pixels = NDArray[np.uint8]


def clear_image(canvas: Size) -> QImage:
    """As large as the frame, for a painter."""
    image = QImage(canvas.width, canvas.height, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def cut_out(image: QImage, colour: QColor) -> tuple[av.VideoFrame, int, int] | None:
    """What is not clear, on even edges, as an rgba frame, and where its corner goes.

    None when there is nothing to see. `colour` is that of the painted edges.
    """
    pixels = _straight_pixels(image)
    shown = pixels[..., 3] > 0
    if not shown.any():
        return None
    # clear pixels take the edges' colour, or 4:2:0 would mix black into them
    pixels[~shown, :3] = (colour.red(), colour.green(), colour.blue())
    top, bottom = _even_range(np.any(shown, axis=1))
    left, right = _even_range(np.any(shown, axis=0))
    part = np.ascontiguousarray(pixels[top:bottom, left:right])
    return av.VideoFrame.from_ndarray(part, format="rgba"), left, top


def _straight_pixels(image: QImage) -> _Pixels:
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(straight.constBits(), np.uint8)
    rows = rows.reshape(straight.height(), straight.bytesPerLine())
    return rows[:, : straight.width() * 4].reshape(straight.height(), straight.width(), 4).copy()


def _even_range(used: NDArray[np.bool_]) -> tuple[int, int]:
    indices = np.flatnonzero(used)
    return int(indices[0]) // 2 * 2, (int(indices[-1]) + 2) // 2 * 2
