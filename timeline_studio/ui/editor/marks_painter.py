"""Painting what lies over the clips: transitions, selection, playhead, snap line, bubble."""

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Track, Transition
from timeline_studio.timeline.sequence import first_starting_from
from timeline_studio.ui.editor.gesture import Feedback, Gap, Insertion
from timeline_studio.ui.editor.hits import STRIP_HEIGHT
from timeline_studio.ui.editor.labels import Labels
from timeline_studio.ui.editor.palette import LABEL_COLOR, Palette
from timeline_studio.ui.editor.rows import Row, Rows
from timeline_studio.ui.editor.transition_names import KIND_NAMES
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.language import tr

_NAMED_TRANSITION = 80
_TRANSITION_DARKNESS = QColor(0, 0, 0, 120)
_EDGE_DARKNESS = QColor(0, 0, 0, 128)


class MarksPainter:
    """Everything is in canvas pixels; times come in flicks."""

    def __init__(self, palette: Palette, labels: Labels) -> None:
        self._palette = palette
        self._labels = labels

    def transitions(
        self, painter: QPainter, row: Row, viewport: Viewport, area: QRect, selected: str
    ) -> None:
        """A box with a bow-tie over each cut, below the label strips."""
        strip = STRIP_HEIGHT if row.height > 2 * STRIP_HEIGHT else 0
        top, bottom = row.top - viewport.top + 1 + strip, row.bottom - viewport.top - 2
        transitions = row.track.transitions
        first = bisect_left(transitions, viewport.time_at(area.left()), key=_end)
        for transition in transitions[first:]:
            left, right = viewport.x_of(transition.start), viewport.x_of(transition.end)
            if left > area.right():
                break
            box = QRect(left, top, max(2, right - left), bottom - top)
            self._transition(painter, transition, box, transition.id == selected)
            self._hatch_missing(painter, row.track, transition, viewport, box)

    def _hatch_missing(
        self,
        painter: QPainter,
        track: Track,
        transition: Transition,
        viewport: Viewport,
        box: QRect,
    ) -> None:
        """Where an item's edge picture holds, for want of media."""
        at = first_starting_from(track.items, transition.cut)
        after, before = edits.missing_handles(track.items[at - 1], track.items[at], transition, 0)
        for missing, start, end in (
            (after, transition.end - after, transition.end),
            (before, transition.start, transition.start + before),
        ):
            if missing:
                part = QRect(box)
                part.setLeft(viewport.x_of(start))
                part.setRight(viewport.x_of(end) - 1)
                hatch = QBrush(self._palette.color("warn"), Qt.BrushStyle.BDiagPattern)
                painter.fillRect(part.intersected(box), hatch)

    def _transition(
        self, painter: QPainter, transition: Transition, box: QRect, is_selected: bool
    ) -> None:
        painter.fillRect(box, _TRANSITION_DARKNESS)
        painter.setPen(self._palette.pen("select", 2) if is_selected else QPen(LABEL_COLOR, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.topRight())
        if box.width() >= _NAMED_TRANSITION:
            name = transition.name or tr(KIND_NAMES[transition.kind])
            width = self._labels.width(name)
            left = box.center().x() - width / 2
            top = box.center().y() - self._labels.height / 2
            plate = QRectF(left - 4, top, width + 8, self._labels.height)
            painter.fillRect(plate, _EDGE_DARKNESS)
            painter.setPen(LABEL_COLOR)
            if text := self._labels.fitted(name, width):
                painter.setFont(self._labels.font)
                painter.drawStaticText(QPointF(left, top), text)

    def outlines(self, painter: QPainter, clips: list[QRect]) -> None:
        """The frames of selected clips, 2 px over their edges."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._palette.pen("select", 2))
        painter.drawRects(clips)
        if not self._palette.theme.is_dark:
            painter.setPen(QPen(LABEL_COLOR, 1))
            painter.drawRects([clip.adjusted(1, 1, -2, -2) for clip in clips])

    def gap(self, painter: QPainter, gap: Gap, rows: Rows, viewport: Viewport) -> None:
        """One that was clicked."""
        row = rows.of(gap.track_id)
        left = max(viewport.x_of(gap.start), -8)
        right = min(viewport.x_of(gap.end), viewport.width + 8)
        rect = QRect(left, row.top - viewport.top + 1, right - left, row.height - 2)
        self._tinted(painter, rect, "select")

    def focus(self, painter: QPainter, canvas: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._palette.pen("accent", 2))
        painter.drawRect(canvas.adjusted(1, 1, -1, -1))

    def playhead(self, painter: QPainter, x: int, height: int) -> None:
        painter.fillRect(x - 1, 0, 3, height, _EDGE_DARKNESS)
        painter.fillRect(x, 0, 1, height, self._palette.color("play"))

    def blade(self, painter: QPainter, x: int, height: int) -> None:
        painter.fillRect(x, 0, 1, height, self._palette.color("t1"))

    def feedback(
        self, painter: QPainter, feedback: Feedback, rows: Rows, viewport: Viewport
    ) -> None:
        """What a gesture has to say."""
        for ghost in feedback.ghosts:
            row = rows.of(ghost.track_id)
            left, right = viewport.x_of(ghost.start), viewport.x_of(ghost.end)
            rect = QRect(left, row.top - viewport.top + 1, right - left, row.height - 2)
            self._tinted(painter, rect, "err")
        if band := feedback.band:
            left, right = viewport.x_of(band.start), viewport.x_of(band.end)
            top = band.top - viewport.top
            self._tinted(painter, QRect(left, top, right - left, band.bottom - band.top), "accent")
        if feedback.insertion:
            self._insertion(painter, feedback.insertion, rows, viewport)
        if feedback.snap:
            x = viewport.x_of(feedback.snap.time)
            painter.fillRect(x, 0, 1, viewport.height, self._palette.color("snap"))
            if feedback.snap.label:
                self._bubbles(painter, x, viewport, [(feedback.snap.label, "snap")], top=26)
        if feedback.refusal:
            x = viewport.x_of(feedback.at)
            painter.fillRect(x - 1, 0, 2, viewport.height, self._palette.color("err"))
        if feedback.bubble:
            lines = [(feedback.bubble, "t1")]
            if feedback.refusal:
                lines.append((feedback.refusal, "err"))
            self._bubbles(painter, viewport.x_of(feedback.at), viewport, lines, top=4)

    def _insertion(
        self, painter: QPainter, insertion: Insertion, rows: Rows, viewport: Viewport
    ) -> None:
        x, top, height = viewport.x_of(insertion.time), 0, viewport.height
        if insertion.track_id:
            row = rows.of(insertion.track_id)
            top, height = row.top - viewport.top, row.height
            tint = QColor(self._palette.color("accent"))
            tint.setAlphaF(0.18)
            until = viewport.width if insertion.end is None else viewport.x_of(insertion.end)
            painter.fillRect(x, top, until - x, height, tint)
        painter.fillRect(x - 1, top, 2, height, self._palette.color("accent"))
        if insertion.snap:
            painter.fillRect(x, 0, 1, viewport.height, self._palette.color("snap"))

    def _tinted(self, painter: QPainter, rect: QRect, token: str) -> None:
        tint = QColor(self._palette.color(token))
        tint.setAlphaF(0.18)
        painter.fillRect(rect, tint)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._palette.pen(token))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _bubbles(
        self,
        painter: QPainter,
        x: int,
        viewport: Viewport,
        lines: Iterable[tuple[str, str]],
        *,
        top: int,
    ) -> None:
        """Each line a plate of its own, kept within the canvas."""
        painter.setFont(self._labels.font)
        for text, token in lines:
            width = min(viewport.width - 8, self._labels.width(text) + 16)
            left = max(4, min(x + 8, viewport.width - width - 4))
            plate = QRect(left, top, width, 20)
            painter.setPen(self._palette.pen("line"))
            painter.setBrush(self._palette.color("bg3"))
            painter.drawRoundedRect(plate, 4, 4)
            painter.setPen(self._palette.color(token))
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width - 12)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, elided)
            top += 22


def _end(transition: Transition) -> int:
    return transition.end
