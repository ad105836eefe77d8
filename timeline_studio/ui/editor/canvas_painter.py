"""One repaint of the canvas: rows and clips, what lies over them, what a gesture says."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.editor.clip_bodies import BodyPainter
from timeline_studio.ui.editor.clip_painter import ClipPainter
from timeline_studio.ui.editor.gesture import Feedback, Gap
from timeline_studio.ui.editor.labels import Labels
from timeline_studio.ui.editor.marks_painter import MarksPainter
from timeline_studio.ui.editor.palette import Palette
from timeline_studio.ui.editor.row_painter import RowPainter
from timeline_studio.ui.editor.rows import Row, Rows
from timeline_studio.ui.editor.track_index import THIN, TrackIndexes
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, font

EMPTY = "Drag a clip here, or press E to append"
_GHOST_CLIPS = ((0.04, 0.30), (0.30, 0.52), (0.58, 0.80))


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to paint. `focused` is the item that the keyboard is on; `blade` is where
    a click would cut, in canvas pixels."""

    timeline: Timeline
    rows: Rows
    playhead: int
    selection: frozenset[str] = frozenset()
    transition: str = ""
    gap: Gap | None = None
    hovered: str = ""
    focused: str = ""
    blade: int | None = None
    feedback: Feedback = field(default_factory=Feedback)


class CanvasPainter:
    """Keeps what outlives a repaint: laid-out names, arrays of items, drawn waveforms."""

    def __init__(
        self, theme: Theme, pictures: ClipPictures, indexes: TrackIndexes, pixel_ratio: float
    ) -> None:
        self._palette = Palette(theme, pixel_ratio)
        self._labels = Labels(font("clip"))
        self._indexes = indexes
        self._bodies = BodyPainter(self._palette, self._labels, pictures)
        self._clips = ClipPainter(
            self._palette, self._labels, self._indexes, self._bodies, pictures.is_proxied
        )
        self._marks = MarksPainter(self._palette, self._labels)
        self._rows = RowPainter(self._palette, self._indexes, self._clips, self._marks)

    @property
    def painted(self) -> int:
        """How many shapes the last repaint's clips took."""
        return self._clips.painted

    @property
    def is_behind(self) -> bool:
        """Whether the last repaint left waveforms for the next one."""
        return self._bodies.is_behind

    def forget_rows(self) -> None:
        """Paint all rows anew: what is missing, or the look of something, changed."""
        self._rows.forget()

    def add_pictures(self) -> None:
        """There are more pictures than at the last repaint."""
        self._rows.add_pictures()

    def paint(self, painter: QPainter, scene: Scene, viewport: Viewport, area: QRect) -> None:
        """Paint `area` of the canvas."""
        self._clips.painted = 0
        self._bodies.begin(scene.timeline.rate)
        rows = scene.rows.between(viewport.top + area.top(), viewport.top + area.bottom() + 1)
        self._fill_between(painter, rows, viewport, area)
        for row in rows:
            self._rows.paint(painter, row, viewport, area, scene.transition)
            self._clips.paint_over(painter, row, viewport, area, scene.hovered)
        self._rows.keep(scene.rows)
        if scene.timeline.end == 0:
            self._empty(painter, rows, viewport)
        for row in rows if scene.selection else ():
            self._selection(painter, row, scene, viewport)
        if scene.gap is not None:
            self._marks.gap(painter, scene.gap, scene.rows, viewport)
        if scene.blade is not None:
            self._marks.blade(painter, scene.blade, viewport.height)
        self._marks.playhead(painter, viewport.x_of(scene.playhead), viewport.height)
        self._marks.feedback(painter, scene.feedback, scene.rows, viewport)

    def paint_focus(self, painter: QPainter, canvas: QRect) -> None:
        """The keyboard is on the canvas, but on no clip."""
        self._marks.focus(painter, canvas)

    def _fill_between(
        self, painter: QPainter, rows: list[Row], viewport: Viewport, area: QRect
    ) -> None:
        """The background that no row covers."""
        reached = area.top()
        for row in rows:
            top = row.top - viewport.top
            if top > reached:
                painter.fillRect(
                    area.left(), reached, area.width(), top - reached, self._palette.color("bg0")
                )
            reached = row.bottom - viewport.top
        if reached <= area.bottom():
            left = area.bottom() + 1 - reached
            painter.fillRect(area.left(), reached, area.width(), left, self._palette.color("bg0"))

    def _selection(self, painter: QPainter, row: Row, scene: Scene, viewport: Viewport) -> None:
        top, height = row.top - viewport.top + 1, row.height - 2
        thin, wide = [], []
        index = self._indexes.of(row.track)
        for left, right in index.chosen(scene.selection, viewport):
            if right - left < THIN:
                thin.append(QRect(left, top, max(1, right - left), height))
            else:
                inside = max(left, -8), min(right, viewport.width + 8)
                wide.append(QRect(inside[0], top, inside[1] - inside[0], height))
        self._marks.outlines(painter, wide)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.color("select"))
        painter.drawRects(thin)
        place = row.track.places.get(scene.focused)
        if place is not None:
            item = row.track.items[place]
            left, right = viewport.x_of(item.start), viewport.x_of(item.end)
            ring = QRect(left, top, max(1, right - left), height).adjusted(-5, -5, 5, 5)
            self._marks.focus(
                painter, ring.intersected(QRect(-8, -8, viewport.width + 16, 1 << 15))
            )

    def _empty(self, painter: QPainter, rows: list[Row], viewport: Viewport) -> None:
        """Ghost clips in every row, and what to do about it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._palette.color("line"), 1, Qt.PenStyle.DashLine))
        for row in rows:
            for left, right in _GHOST_CLIPS:
                x, width = round(left * viewport.width), round((right - left) * viewport.width)
                top = row.top - viewport.top + 3
                painter.drawRoundedRect(x, top, width - 4, row.height - 7, 3, 3)
        painter.setFont(font("empty"))
        size = painter.fontMetrics().size(Qt.TextFlag.TextSingleLine, tr(EMPTY))
        middle = QRect(0, 0, viewport.width, viewport.height).center()
        plate = QRect(0, 0, size.width() + 32, size.height() + 12)
        plate.moveCenter(middle)
        painter.fillRect(plate, self._palette.color("bg0"))
        painter.setPen(self._palette.color("t2"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, tr(EMPTY))
