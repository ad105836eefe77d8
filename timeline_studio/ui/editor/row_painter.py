"""A row's clips and transitions, from the strip that is kept of it."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from timeline_studio.ui.editor.clip_painter import ClipPainter
from timeline_studio.ui.editor.columns import pixels
from timeline_studio.ui.editor.marks_painter import MarksPainter
from timeline_studio.ui.editor.palette import Palette
from timeline_studio.ui.editor.row_strips import Loose, RowStrips, Stretch, Strip
from timeline_studio.ui.editor.rows import Row, Rows
from timeline_studio.ui.editor.track_index import TrackIndexes
from timeline_studio.ui.editor.viewport import Viewport


class RowPainter:
    """Paints on the strips what they lack, and lays them on the canvas."""

    def __init__(
        self, palette: Palette, indexes: TrackIndexes, clips: ClipPainter, marks: MarksPainter
    ) -> None:
        self._palette = palette
        self._clips = clips
        self._marks = marks
        self._strips = RowStrips(indexes, self._paint, palette.ratio)
        self._version = 0
        self._viewport = Viewport()
        self._transition = ""

    def forget(self) -> None:
        self._strips.forget()

    def add_pictures(self) -> None:
        """What waits for pictures is painted again at the next repaint."""
        self._version += 1

    def keep(self, rows: Rows) -> None:
        """Let go of what was kept for rows that are gone."""
        self._strips.keep({row.track.id for row in rows})

    def paint(
        self, painter: QPainter, row: Row, viewport: Viewport, area: QRect, transition: str
    ) -> None:
        """Paint what of `row` lies within `area`; `transition` is the one that is selected."""
        self._viewport, self._transition = viewport, ""
        if transition and any(each.id == transition for each in row.track.transitions):
            self._transition = transition
        strip = self._strips.shown(row, viewport, (self._transition,), self._version)
        top, ratio = row.top - viewport.top, self._palette.ratio
        part = QRectF(area.left() * ratio, 0, area.width() * ratio, strip.image.height())
        painter.drawImage(QPointF(area.left(), top), strip.image, part)

    def _paint(self, strip: Strip, row: Row, stretch: Stretch) -> None:
        viewport, ratio = self._viewport, self._palette.ratio
        start, end = stretch
        to = pixels(strip.image)[:, round(start * ratio) : round(end * ratio)]
        shown = self._clips.paint_blocks(to, row, viewport, stretch)
        painter = QPainter(strip.image)
        painter.translate(0, viewport.top - row.top)
        area = QRect(start, row.top - viewport.top, end - start, row.height)
        painter.setClipRect(area)
        painter.setBrushOrigin(-viewport.left, 0)
        for box, finish in self._clips.paint_details(painter, row, shown, viewport, area):
            first, last = max(start, box.left), min(end, box.right)
            version = self._version if finish == "waiting" else None
            strip.loose.append(Loose(first + viewport.left, last + viewport.left, version))
        self._marks.transitions(painter, row, viewport, area, self._transition)
        painter.end()
