"""Painting the clips of a row: in batches, and only what is visible."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_studio.timeline.model import Caption, Clip, Item
from timeline_studio.timeline.queries import item_at
from timeline_studio.ui.editor.block_painter import BlockPainter
from timeline_studio.ui.editor.clip_bodies import BodyPainter, Finish
from timeline_studio.ui.editor.columns import Colors, columns
from timeline_studio.ui.editor.fade_painter import paint_fades, paint_handles
from timeline_studio.ui.editor.hits import STRIP_HEIGHT
from timeline_studio.ui.editor.labels import Labels
from timeline_studio.ui.editor.palette import CORNER, ICON, LABEL_COLOR, Palette
from timeline_studio.ui.editor.row_strips import Stretch
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.editor.track_index import STYLES, THIN, Box, Shown, TrackIndexes
from timeline_studio.ui.editor.viewport import Viewport

NAMED = 40
"""Narrower clips carry no name, no pictures and no round corners."""
STRIP_ONLY = 32
"""Lower rows show the label strips only."""
_PADDING = 5
_PROXY = 14
_ON_WHITE = QColor("#141414")


class ClipPainter:
    """`painted` counts the shapes of the last repaint: it must not grow with the timeline."""

    def __init__(
        self,
        palette: Palette,
        labels: Labels,
        indexes: TrackIndexes,
        bodies: BodyPainter,
        is_proxied: Callable[[str], bool],
    ) -> None:
        self._palette = palette
        self._labels = labels
        self._indexes = indexes
        self._bodies = bodies
        self._is_proxied = is_proxied
        self._blocks = BlockPainter(palette)
        self.painted = 0

    def paint_blocks(self, to: Colors, row: Row, viewport: Viewport, stretch: Stretch) -> Shown:
        """Write what of `row` lies in the stretch as plain blocks; what that is."""
        shown = self._indexes.of(row.track).visible(viewport, *stretch)
        self._blocks.paint(to, columns(shown, *stretch, self._palette.ratio))
        self.painted += 1
        return shown

    def paint_details(
        self, painter: QPainter, row: Row, shown: Shown, viewport: Viewport, area: QRect
    ) -> list[tuple[Box, Finish]]:
        """Paint what the blocks of a row have on them, within `area`; which are not whole."""
        top, height = row.top - viewport.top + 1, row.height - 2
        self._rough(painter, shown, top, height)
        named = shown.boxes(NAMED)
        self.painted += len(named)
        loose: list[tuple[Box, Finish]] = []
        if height >= STRIP_ONLY:
            for box in named:
                body = _body(box, top, height)
                finish = self._bodies.paint(painter, box, body, viewport, area)
                paint_fades(painter, box.item, body, viewport)
                if finish != "whole":
                    loose.append((box, finish))
        self._labels_of(painter, named, top)
        self._round(painter, named, top, height)
        if row.track.locked:
            self._hatch(painter, shown, top, height)
        return loose

    def paint_over(
        self, painter: QPainter, row: Row, viewport: Viewport, area: QRect, hovered: str
    ) -> None:
        """Paint what depends on where the canvas begins, and on the pointer: it is not kept.

        A clip that begins before the canvas has its name, or its words, at the canvas's edge.
        """
        top, height = row.top - viewport.top + 1, row.height - 2
        track = row.track
        painter.setBrushOrigin(-viewport.left, 0)
        crossing = item_at(track, viewport.time_at(0))
        if crossing and viewport.x_of(crossing.start) < 0 and area.left() < viewport.width // 2:
            for box in self._alone(row, crossing, viewport):
                room = QRect(0, top, viewport.width, height)
                self._pin(painter, box, viewport, room, is_locked=track.locked)
        if hovered in track.places:
            for box in self._alone(row, track.items[track.places[hovered]], viewport):
                rect = QRect(box.left, top, box.width, height)
                painter.fillRect(rect, QColor(255, 255, 255, 20))
                paint_handles(painter, box.item, rect, viewport)

    def _alone(self, row: Row, item: Item, viewport: Viewport) -> list[Box]:
        left, right = viewport.x_of(item.start), viewport.x_of(item.end)
        middle = (max(0, left) + min(viewport.width, right)) // 2
        shown = self._indexes.of(row.track).visible(viewport, middle, middle)
        return [box for box in shown.boxes(NAMED) if box.item is item]

    def _pin(
        self, painter: QPainter, box: Box, viewport: Viewport, room: QRect, *, is_locked: bool
    ) -> None:
        """Paint again what is written on a clip that begins before the canvas."""
        colors = self._palette.clip(box.style)
        right = min(box.right - CORNER, room.width())
        strip = QRect(0, room.top() + 1, right, min(STRIP_HEIGHT, room.height()) - 1)
        painter.fillRect(strip, colors.strip)
        if room.height() >= STRIP_ONLY and not isinstance(box.item, Clip):
            body = _body(box, room.top(), room.height())
            painter.fillRect(body.intersected(room), colors.body)
            self._bodies.paint(painter, box, body, viewport, room, pinned=True)
            paint_fades(painter, box.item, body, viewport)
        self._labels_of(painter, [box], room.top(), pinned=True)
        if is_locked:
            written = (
                strip
                if isinstance(box.item, Clip)
                else QRect(0, room.top() + 1, right, room.height() - 2)
            )
            painter.fillRect(written, self._palette.lock_hatch)

    def _rough(self, painter: QPainter, shown: Shown, top: int, height: int) -> None:
        """Stripes on what is missing, dashes around what is still on its way."""
        conditions = {STYLES[number][1] for number in set(shown.styles.tolist())}
        if conditions.isdisjoint({"missing", "away"}):
            return
        strip = min(STRIP_HEIGHT, height)
        for box in shown.boxes(THIN):
            if box.style[1] == "missing":
                painter.fillRect(
                    box.left, top + strip, box.width, height - strip, self._palette.hatch
                )
            elif box.style[1] == "away":
                line = QPen(self._palette.clip(box.style).border, 1, Qt.PenStyle.DashLine)
                painter.setPen(line)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.left, top, box.width - 1, height - 1)

    def _labels_of(
        self, painter: QPainter, boxes: list[Box], top: int, *, pinned: bool = False
    ) -> None:
        painter.setFont(self._labels.font)
        painter.setPen(LABEL_COLOR)
        text_top = top + (STRIP_HEIGHT - self._labels.height) / 2
        icon_top = top + (STRIP_HEIGHT - ICON) // 2
        for box in boxes:
            kind, condition = box.style
            left = (max(box.left, 0) if pinned else box.left) + _PADDING
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
        """Paint proxy, speed, link and fx from the right; where they begin."""
        right = box.right - _PADDING
        item = box.item
        if box.width < 2 * NAMED:
            return right
        if isinstance(item, Clip) and box.style[0] == "video" and self._is_proxied(item.media.url):
            right = self._proxy_badge(painter, right, top)
        if isinstance(item, Clip) and item.speed != 1:
            right = self._badge(painter, speed_text(item.speed), right, top)
        if item.link:
            right -= ICON
            link = self._palette.kind_icon("link")
            painter.drawPixmap(QPoint(right, top + (STRIP_HEIGHT - ICON) // 2), link)
            right -= 4
        if not isinstance(item, Caption) and any(each.enabled for each in item.effects):
            right = self._badge(painter, "fx", right, top)
        return right

    def _proxy_badge(self, painter: QPainter, right: int, top: int) -> int:
        """A white square with a P cut out of it."""
        square = QRect(right - _PROXY, top + (STRIP_HEIGHT - _PROXY) // 2, _PROXY, _PROXY)
        painter.fillRect(square, LABEL_COLOR)
        pen = painter.pen()
        painter.setPen(_ON_WHITE)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "P")
        painter.setPen(pen)
        return square.left() - 4

    def _badge(self, painter: QPainter, text: str, right: int, top: int) -> int:
        """A word that ends at `right`; where what is left of it may end."""
        left = right - self._labels.width(text)
        if label := self._labels.fitted(text, NAMED):
            text_top = top + (STRIP_HEIGHT - self._labels.height) / 2
            painter.drawStaticText(QPointF(left, text_top), label)
        return left - 4

    def _round(self, painter: QPainter, boxes: list[Box], top: int, height: int) -> None:
        """Lay the background over the corners: far cheaper than rounded rectangles."""
        left, right = self._palette.corners(height)
        for box in boxes:
            painter.drawPixmap(box.left, top, left)
            painter.drawPixmap(box.right - CORNER, top, right)

    def _hatch(self, painter: QPainter, shown: Shown, top: int, height: int) -> None:
        """One rectangle where several clips touch."""
        breaks = np.flatnonzero(shown.lefts[1:] > shown.rights[:-1]) + 1
        for lefts, rights in zip(
            np.split(shown.lefts, breaks), np.split(shown.rights, breaks), strict=True
        ):
            if len(lefts):
                left, right = max(int(lefts[0]), -8), min(int(rights[-1]), 1 << 16)
                painter.fillRect(left, top, right - left, height, self._palette.lock_hatch)


def _body(box: Box, top: int, height: int) -> QRect:
    """What is below the label strip, within the border."""
    return QRect(box.left, top, box.width, height).adjusted(1, STRIP_HEIGHT, -1, -1)


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
