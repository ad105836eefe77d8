"""What a clip shows below its label: pictures, sound, words, a colour."""

from fractions import Fraction
from typing import Literal, TypeAlias

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from timeline_studio.timeline.model import Caption, Clip, Generator, Still, Title
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.editor.filmstrip import USUAL_ASPECT, tiles
from timeline_studio.ui.editor.labels import Labels
from timeline_studio.ui.editor.palette import Palette
from timeline_studio.ui.editor.track_index import Box
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.editor.waveform_tiles import TILE, WaveColors, WaveformTiles

_NEW_TILES_A_REPAINT = 40
_BODIES_A_REPAINT = 80
_DISABLED_OPACITY = 0.35
_INSET = 8


Finish: TypeAlias = Literal["whole", "waiting", "behind"]
"""Whether a body is all there; pictures are still being made; or it is left for the next repaint,
so that this one is quick."""


class BodyPainter:
    """`is_behind` says that a repaint left something for the next one."""

    def __init__(self, palette: Palette, labels: Labels, pictures: ClipPictures) -> None:
        self._palette = palette
        self._labels = labels
        self._pictures = pictures
        self._tiles = WaveformTiles()
        self._rate = Fraction(30)
        self._allowance = 0
        self.is_behind = False

    def begin(self, rate: Fraction) -> None:
        """Start a repaint of a timeline of `rate` frames a second."""
        self._rate = rate
        self._tiles.allowance = _NEW_TILES_A_REPAINT
        self._allowance = _BODIES_A_REPAINT
        self.is_behind = False

    def paint(
        self,
        painter: QPainter,
        box: Box,
        body: QRect,
        viewport: Viewport,
        area: QRect,
        *,
        pinned: bool = False,
    ) -> Finish:
        """Paint the body of `box` as far as it lies within `area`; `pinned`, its words stay on
        the canvas where the item begins before it."""
        if self._allowance <= 0:
            self.is_behind = True
            return "behind"
        self._allowance -= 1
        condition = box.style[1]
        if condition == "missing":
            return "whole"
        if condition == "disabled":
            painter.setOpacity(_DISABLED_OPACITY)
        room = body
        if pinned and body.left() < 0:
            room = body.adjusted(-body.left(), 0, 0, 0)
        finish = self._paint(painter, box, room, viewport, area)
        painter.setOpacity(1)
        return finish

    def _paint(
        self, painter: QPainter, box: Box, body: QRect, viewport: Viewport, area: QRect
    ) -> Finish:
        item = box.item
        if isinstance(item, Clip) and box.style[0] == "nested":
            # Nothing comes of it, but that it is known to be missing where its timeline is gone.
            self._pictures.picture(item.media, 0, body.height())
            self._words(painter, "Timeline", body)
            return "whole"
        if isinstance(item, Clip) and box.style[0] == "video":
            return self._filmstrip(painter, item, body, viewport, area)
        if isinstance(item, Clip):
            return self._waveform(painter, box, body, viewport, area)
        if isinstance(item, Still):
            return self._still(painter, item, body)
        if isinstance(item, Title | Caption):
            self._words(painter, f"“{item.text}”".replace("\n", " "), body)
        elif isinstance(item, Generator):
            self._swatch(painter, QColor(item.color), body)
        return "whole"

    def _filmstrip(
        self, painter: QPainter, clip: Clip, body: QRect, viewport: Viewport, area: QRect
    ) -> Finish:
        """What is not ready yet is left out."""
        finish: Finish = "whole"
        height = body.height()
        across = body.left(), body.right() + 1
        shown = max(across[0], area.left()), min(across[1], area.right() + 1)
        for tile in tiles(clip, self._rate, viewport, width=height * USUAL_ASPECT, across=shown):
            picture = self._pictures.picture(clip.media, tile.time, height)
            if picture is None:
                finish = "waiting"
                continue
            width = round(picture.width() / picture.devicePixelRatio())
            x, end = max(tile.left, across[0]), min(tile.right, across[1])
            for left in range(x, end, max(1, width)):
                if left + width > area.left():
                    _draw_left_part(painter, picture, QRect(left, body.top(), end - left, height))
        return finish

    def _waveform(
        self,
        painter: QPainter,
        box: Box,
        body: QRect,
        viewport: Viewport,
        area: QRect,
    ) -> Finish:
        clip = box.item
        if not isinstance(clip, Clip):
            return "whole"
        finish: Finish = "whole"
        color = self._palette.clip(box.style).border
        waveform = self._pictures.waveform(clip.media)
        left, right = max(body.left(), area.left()), min(body.right(), area.right())
        if waveform is None or left > right:
            middle = body.center().y()
            painter.setPen(color)
            painter.drawLine(max(body.left(), -8), middle, min(body.right(), 1 << 16), middle)
            return "waiting" if waveform is None else "whole"
        colors = WaveColors(color, color.lighter(135), self._palette.color("err"))
        for number in range((left - box.left) // TILE, (right - box.left) // TILE + 1):
            x = box.left + number * TILE
            size = (min(TILE, box.right - x), body.height())
            image = self._tiles.tile(
                clip, waveform, number, scale=viewport.scale, size=size, colors=colors
            )
            if image is None:
                self.is_behind, finish = True, "behind"
            else:
                first = max(0, body.left() - x)
                room = min(size[0], body.right() + 1 - x) - first
                part = QRect(first, 0, room, size[1])
                painter.drawImage(QPoint(x + first, body.top()), image, part)
        return finish

    def _words(self, painter: QPainter, text: str, body: QRect) -> None:
        left = body.left() + _INSET
        words = self._labels.fitted(text, body.right() - _INSET - left)
        if words and body.height() >= self._labels.height:
            painter.setFont(self._labels.font)
            painter.setPen(self._palette.color("t1"))
            top = body.top() + (body.height() - self._labels.height) / 2
            painter.drawStaticText(QPointF(left, top), words)

    def _still(self, painter: QPainter, still: Still, body: QRect) -> Finish:
        picture = self._pictures.picture(still.media, 0, body.height(), is_still=True)
        if picture is None:
            return "waiting"
        _draw_left_part(painter, picture, body)
        return "whole"

    def _swatch(self, painter: QPainter, color: QColor, body: QRect) -> None:
        side = min(body.height() - 8, body.width() - 2 * _INSET)
        if side >= 4:
            left = body.left() + _INSET
            painter.setPen(self._palette.color("ctl"))
            painter.setBrush(color)
            painter.drawRect(left, body.top() + 4, min(2 * side, body.right() - left - 4), side)


def _draw_left_part(painter: QPainter, picture: QPixmap, room: QRect) -> None:
    """As much of `picture` as `room` has width for, at its own size."""
    ratio = picture.devicePixelRatio()
    width = min(room.width(), round(picture.width() / ratio))
    if width > 0:
        goal = QRect(room.topLeft(), QSize(width, room.height()))
        painter.drawPixmap(goal, picture, QRect(0, 0, round(width * ratio), picture.height()))
