"""Pictures moved, scaled, turned, cropped and flipped, as an item's transform says.

A picture that is upright and stands still is scaled by swscale and lies on whole pixels. One
that moves or is turned is painted between them, so that it glides.
"""

from dataclasses import dataclass

import av
import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.placing import AS_IT_LIES, Placed, Placer, Turn
from timeline_studio.render.pose import Pose, Rect

_PAINTED = QImage.Format.Format_ARGB32_Premultiplied
_LEAST_TURN = 1e-5  # degrees: what is not turned at all, Qt puts on whole pixels
_LARGEST = 4
"""A picture that would become larger than so many frames is not scaled as a whole."""


@dataclass(frozen=True)
class Unposed:
    """A picture before its transform: `place` is where it would be, `whole` what the anchor and
    the crop are shares of. `turn` is how its file has it seen."""

    frame: av.VideoFrame
    place: Rect
    whole: Rect
    turn: Turn = AS_IT_LIES

    @property
    def size(self) -> Size:
        """Its own pixels, upright."""
        size = Size(self.frame.width, self.frame.height)
        return size.turned if self.turn.swaps_sides else size


class Poser:
    """For frames of one size."""

    def __init__(self, canvas: Size, placer: Placer, filters: FrameFilters) -> None:
        self._frame = Rect(0, 0, canvas.width, canvas.height)
        self._placer = placer
        self._filters = filters

    def place(self, picture: Unposed, pose: Pose) -> Placed | None:
        """Ready for the frame; None when nothing of it is in there."""
        area = picture.place.width * picture.place.height * pose.scale**2
        is_small = area <= _LARGEST * self._frame.width * self._frame.height
        if pose.is_upright and pose.is_settled and is_small:
            return self._scaled(picture, pose)
        return self._painted(picture, pose)

    def _scaled(self, picture: Unposed, pose: Pose) -> Placed | None:
        flips = {"across": pose.flip_x, "down": pose.flip_y}
        place = picture.place.mirrored(picture.whole, **flips)
        target = pose.scaled(place, picture.whole, self._frame)
        if min(target.width, target.height) < 1:
            return None
        kept = pose.scaled(pose.kept(picture.whole), picture.whole, self._frame)
        shown = target.within(kept).within(self._frame)
        size = Size(_even_length(target.width), _even_length(target.height))
        left, top = _even(target.x), _even(target.y)
        x, y = _even(shown.x), _even(shown.y)
        width = min(_even(shown.right), left + size.width) - x
        height = min(_even(shown.bottom), top + size.height) - y
        if width < 2 or height < 2:
            return None
        chain = [("hflip", "")] * pose.flip_x + [("vflip", "")] * pose.flip_y
        if Size(width, height) != size:
            chain.append(("crop", f"{width}:{height}:{x - left}:{y - top}"))
        return Placed(self._placer.convert(picture.frame, size, picture.turn, chain), x, y)

    def _painted(self, picture: Unposed, pose: Pose) -> Placed | None:
        onto = _matrix(pose, picture.whole, self._frame)
        place = picture.place
        kept = place.within(_unflipped(pose.kept(picture.whole), picture.whole, pose))
        box = _box(onto.mapRect(_qrect(kept)).adjusted(-1, -1, 1, 1), self._frame)
        if kept.width <= 0 or kept.height <= 0 or box is None:
            return None
        bordered, across, down = self._bordered(picture, pose, kept)
        border_x, border_y = 1 / across, 1 / down
        target = Rect(
            kept.x - border_x,
            kept.y - border_y,
            kept.width + 2 * border_x,
            kept.height + 2 * border_y,
        )
        painted = QImage(round(box.width), round(box.height), _PAINTED)
        painted.fill(Qt.GlobalColor.transparent)
        painter = QPainter(painted)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(onto * QTransform.fromTranslate(-box.x, -box.y))
        painter.drawImage(_qrect(target), bordered)
        painter.end()
        return Placed(self._placed_frame(painted), round(box.x), round(box.y))

    def _bordered(self, picture: Unposed, pose: Pose, kept: Rect) -> tuple[QImage, float, float]:
        """What is kept of the picture, with a clear pixel around it, so that its edges are smooth
        wherever they lie; and how many of its pixels a pixel of the frame has, each way.

        It is about as large as it will be shown, but no larger than the picture is.
        """
        place = picture.place
        scale = min(pose.scale, max(1.0, picture.size.width / place.width))
        size = Size(_even_length(place.width * scale), _even_length(place.height * scale))
        across, down = size.width / place.width, size.height / place.height
        left, top = round((kept.x - place.x) * across), round((kept.y - place.y) * down)
        width = max(1, round((kept.right - place.x) * across) - left)
        height = max(1, round((kept.bottom - place.y) * down) - top)
        frame = self._placer.convert(picture.frame, size, picture.turn)
        plane = self._filters.bgra(frame).planes[0]
        is_clear = frame.format.name == "yuva420p"
        form = QImage.Format.Format_ARGB32 if is_clear else QImage.Format.Format_RGB32
        bordered = QImage(width + 2, height + 2, _PAINTED)
        bordered.fill(Qt.GlobalColor.transparent)
        painter = QPainter(bordered)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        image = QImage(memoryview(plane), size.width, size.height, plane.line_size, form)
        painter.drawImage(1, 1, image, left, top, width, height)
        painter.end()
        return bordered, across, down

    def _placed_frame(self, painted: QImage) -> av.VideoFrame:
        straight = painted.convertToFormat(QImage.Format.Format_ARGB32)
        size = Size(straight.width(), straight.height())
        rows = np.frombuffer(straight.constBits(), np.uint8)
        pixels = rows.reshape(size.height, straight.bytesPerLine())[:, : size.width * 4]
        pixels = np.ascontiguousarray(pixels).reshape(size.height, size.width, 4)
        frame = av.VideoFrame.from_ndarray(pixels, format="bgra")
        is_opaque = bool((pixels[..., 3] == 255).all())
        return self._filters.yuv(frame, "yuv420p" if is_opaque else "yuva420p")


def _matrix(pose: Pose, whole: Rect, frame: Rect) -> QTransform:
    """From where the picture would be to where it comes to lie."""
    (x, y), (dx, dy) = pose.anchor(whole), pose.shift(frame)
    middle_x, middle_y = whole.x + whole.width / 2, whole.y + whole.height / 2
    matrix = QTransform.fromTranslate(x + dx, y + dy)
    matrix.rotate(pose.rotation or _LEAST_TURN)
    matrix.scale(pose.scale, pose.scale)
    matrix.translate(middle_x - x, middle_y - y)
    matrix.scale(-1 if pose.flip_x else 1, -1 if pose.flip_y else 1)
    return matrix.translate(-middle_x, -middle_y)


def _unflipped(rect: Rect, whole: Rect, pose: Pose) -> Rect:
    return rect.mirrored(whole, across=pose.flip_x, down=pose.flip_y)


def _box(painted: QRectF, frame: Rect) -> Rect | None:
    """The even pixels that are painted on, within the frame."""
    left, top = int(painted.left() // 2 * 2), int(painted.top() // 2 * 2)
    right, bottom = int(-(-painted.right() // 2) * 2), int(-(-painted.bottom() // 2) * 2)
    box = Rect(left, top, right - left, bottom - top).within(frame)
    return box if box.width >= 2 and box.height >= 2 else None


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _even(place: float) -> int:
    return round(place / 2) * 2


def _even_length(length: float) -> int:
    return max(2, _even(length))
