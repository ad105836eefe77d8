"""Painting the clips of a row: in batches, and only what is visible."""

from collections import defaultdict
from fractions import Fraction

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_studio.timeline.model import Clip
from timeline_studio.ui.editor.clip_bodies import BodyPainter
from timeline_studio.ui.editor.fade_painter import paint_fades, paint_handles
from timeline_studio.ui.editor.hits import STRIP_HEIGHT
from timeline_studio.ui.editor.labels import Labels
from timeline_studio.ui.editor.palette import CORNER, ICON, LABEL_COLOR, Palette
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.editor.track_index import Box, Run, Style, TrackIndexes
from timeline_studio.ui.editor.viewport import Viewport

NAMED = 40
"""Narrower clips carry no name, no pictures and no round corners."""
STRIP_ONLY = 32
"""Lower rows show the label strips only."""
_PADDING = 5


class ClipPainter:
    """`painted` counts the shapes of the last repaint: it must not grow with the timeline."""

    def __init__(
        self, palette: Palette, labels: Labels, indexes: TrackIndexes, bodies: BodyPainter
    ) -> None:
        self._palette = palette
        self._labels = labels
        self._indexes = indexes
        self._bodies = bodies
        self.painted = 0

    def paint_row(
        self, painter: QPainter, row: Row, viewport: Viewport, area: QRect, hovered: str
    ) -> None:
        """Paint what of `row` lies within `area`; `hovered` is the item under the pointer."""
        boxes, runs = self._indexes.of(row.track).visible(viewport, area.left(), area.right())
        self.painted += len(boxes) + len(runs)
        top, height = row.top - viewport.top + 1, row.height - 2
        self._blocks(painter, boxes, runs, top, height)
        named = [box for box in boxes if box.width >= NAMED]
        for box in named:
            rect = QRect(box.left, top, box.width, height)
            if height >= STRIP_ONLY:
                body = rect.adjusted(1, STRIP_HEIGHT, -1, -1)
                self._bodies.paint(painter, box, body, viewport, area)
                paint_fades(painter, box.item, body, viewport)
            if box.item.id == hovered:
                painter.fillRect(rect, QColor(255, 255, 255, 20))
                paint_handles(painter, box.item, rect, viewport)
        self._borders(painter, boxes, top, height)
        self._labels_of(painter, named, top)
        self._round(painter, named, top, height)
        if row.track.locked:
            self._hatch(painter, boxes, runs, top, height)

    def _blocks(
        self, painter: QPainter, boxes: list[Box], runs: list[Run], top: int, height: int
    ) -> None:
        bodies: dict[Style, list[QRect]] = defaultdict(list)
        strips: dict[Style, list[QRect]] = defaultdict(list)
        strip = min(STRIP_HEIGHT, height)
        parts: list[Box | Run] = [*boxes, *runs]
        for part in parts:
            # Beyond the canvas a rectangle's size is of no use, and may overflow.
            left, right = max(part.left, -8), min(part.right, 1 << 16)
            bodies[part.style].append(QRect(left, top, right - left, height))
            strips[part.style].append(QRect(left, top, right - left, strip))
        painter.setPen(Qt.PenStyle.NoPen)
        for style, rects in bodies.items():
            painter.setBrush(self._palette.clip(style).body)
            painter.drawRects(rects)
            painter.setBrush(self._palette.clip(style).strip)
            painter.drawRects(strips[style])
            if style[1] == "missing":
                painter.setBrush(self._palette.hatch)
                painter.drawRects([rect.adjusted(0, strip, 0, 0) for rect in rects])

    def _borders(self, painter: QPainter, boxes: list[Box], top: int, height: int) -> None:
        outlines: dict[Style, list[QRect]] = defaultdict(list)
        for box in boxes:
            left, right = max(box.left, -8), min(box.right, 1 << 16)
            outlines[box.style].append(QRect(left, top, right - left - 1, height - 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for style, rects in outlines.items():
            is_away = style[1] == "away"
            line = Qt.PenStyle.DashLine if is_away else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._palette.clip(style).border, 1, line))
            painter.drawRects(rects)

    def _labels_of(self, painter: QPainter, boxes: list[Box], top: int) -> None:
        painter.setFont(self._labels.font)
        painter.setPen(LABEL_COLOR)
        text_top = top + (STRIP_HEIGHT - self._labels.height) / 2
        icon_top = top + (STRIP_HEIGHT - ICON) // 2
        for box in boxes:
            kind, condition = box.style
            left = max(box.left, 0) + _PADDING
            right = self._badges(painter, box, top)
            if right - left < ICON:
                continue
            if condition == "missing":
                icon = self._palette.kind_icon("warning", "err")
                painter.setPen(self._palette.color("err"))
            elif condition == "disabled":
                icon = self._palette.kind_icon(kind, "t2")
                painter.setPen(self._palette.color("t2"))
            elif condition == "away":
                icon = self._palette.kind_icon("cloud")
            else:
                icon = self._palette.kind_icon(kind)
            painter.drawPixmap(QPoint(left, icon_top), icon)
            left += ICON + 4
            name = display_name(box)
            if label := self._labels.fitted(name, right - left):
                painter.drawStaticText(QPointF(left, text_top), label)
                if condition == "disabled":
                    width = min(self._labels.width(name), right - left)
                    middle = top + STRIP_HEIGHT // 2
                    painter.drawLine(left, middle, left + width, middle)
            if condition != "normal":
                painter.setPen(LABEL_COLOR)

    def _badges(self, painter: QPainter, box: Box, top: int) -> int:
        """Paint link and speed from the right; where they begin."""
        right = box.right - _PADDING
        item = box.item
        if box.width < 2 * NAMED:
            return right
        if isinstance(item, Clip) and item.speed != 1:
            text = speed_text(item.speed)
            right -= self._labels.width(text)
            if label := self._labels.fitted(text, NAMED):
                text_top = top + (STRIP_HEIGHT - self._labels.height) / 2
                painter.drawStaticText(QPointF(right, text_top), label)
            right -= 4
        if item.link:
            right -= ICON
            link = self._palette.kind_icon("link")
            painter.drawPixmap(QPoint(right, top + (STRIP_HEIGHT - ICON) // 2), link)
            right -= 4
        return right

    def _round(self, painter: QPainter, boxes: list[Box], top: int, height: int) -> None:
        """Lay the background over the corners: far cheaper than rounded rectangles."""
        left, right = self._palette.corners(height)
        for box in boxes:
            painter.drawPixmap(box.left, top, left)
            painter.drawPixmap(box.right - CORNER, top, right)

    def _hatch(
        self, painter: QPainter, boxes: list[Box], runs: list[Run], top: int, height: int
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.lock_hatch)
        parts: list[Box | Run] = [*boxes, *runs]
        for part in parts:
            left, right = max(part.left, -8), min(part.right, 1 << 16)
            painter.drawRect(left, top, right - left, height)


def display_name(box: Box) -> str:
    """The item's own name, else its media's, else its text."""
    item = box.item
    media = getattr(item, "media", None)
    name = item.name or (media.name or media.url if media else getattr(item, "text", ""))
    if not name:
        name = "Colour" if box.style[0] == "generator" else box.style[0].capitalize()
    name = name.replace("\n", " ")
    return f"Missing: {name}" if box.style[1] == "missing" else name


def speed_text(speed: Fraction) -> str:
    """`50 %`; a freeze frame says so."""
    return "Freeze" if speed == 0 else f"{round(speed * 100)} %"
