"""The meters at the right of the timeline: two bars, and how loud it is in figures."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_studio.timeline.time import sample_at
from timeline_studio.ui.audio.ballistics import LOWEST_DB, Bar, share
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.words import lufs_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.playback import Playback
from timeline_studio.ui.monitor.sound_levels import Reading, SoundLevels
from timeline_studio.ui.theme import Theme, font
from timeline_studio.ui.theme.metrics import GAP_TIGHT

WIDE, NARROW = 40, 32
_REPAINT_MS = 40
_MARKS = (0, -6, -12, -18, -30, -45)
_CLIP_HEIGHT = 5
_FIGURE_HEIGHT = 13
_FIGURE_PIXELS, _LETTER_PIXELS = 10, 8
_HOT_DB, _WARM_DB = -1.0, -6.0
_CLIPPED_DBTP = 0.0
_INTEGRATED_ROW = 2


@dataclass
class Heard:
    """One document that plays, and what its mix measures."""

    document: TimelineDocument
    playback: Playback
    levels: SoundLevels
    seen: int = field(default=0)


class MetersView(QWidget):
    """Repaints only while something plays. A click forgets peaks and loudness."""

    reset_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: list[Heard] = []
        self._bars = (Bar(), Bar())
        self._reading: Reading | None = None
        self._highest: float | None = None
        self._silence = ""
        self._clock = QTimer(self, interval=_REPAINT_MS)
        self._clock.timeout.connect(self._read)
        self.setAccessibleName(tr("Sound meters"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(WIDE)
        self._tell()

    def follow(self, heard: Heard) -> None:
        """Show what this measures, while it plays."""
        self._all.append(heard)
        heard.playback.speed_changed.connect(lambda _speed: self._on_speed(heard))
        heard.playback.sound_status_changed.connect(self._on_silence)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def reset(self) -> None:
        """Forget the highest peaks, and measure loudness anew."""
        for heard in self._all:
            heard.levels.reset()
        self._bars = (Bar(), Bar())
        self._reading = self._highest = None
        self._tell()
        self.update()

    @property
    def is_running(self) -> bool:
        return self._clock.isActive()

    @property
    def is_clipped(self) -> bool:
        """Whether the true peak was over full scale since the last reset."""
        return self._highest is not None and self._highest >= _CLIPPED_DBTP

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 200)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_asked.emit()

    def _on_speed(self, heard: Heard) -> None:
        heard.seen = self._place(heard)
        if any(each.playback.speed for each in self._all):
            self._clock.start()
            return
        self._clock.stop()
        for bar in self._bars:
            bar.rest()
        self._tell()
        self.update()

    def _on_silence(self, status: str) -> None:
        self._silence = status
        self._tell()
        self.update()

    def _read(self) -> None:
        """What was heard since the last time."""
        playing = next((each for each in self._all if each.playback.speed), None)
        if playing is None:
            return
        before, playing.seen = playing.seen, self._place(playing)
        reading = playing.levels.between(before, playing.seen)
        if reading is not None:
            self._reading = reading
            if reading.true_peak is not None:
                before_that = LOWEST_DB if self._highest is None else self._highest
                self._highest = max(reading.true_peak, before_that)
        for bar, level in zip(
            self._bars,
            (0.0, 0.0) if reading is None else (reading.left, reading.right),
            strict=True,
        ):
            bar.rise(level, _REPAINT_MS / 1000)
        self._tell()
        self.update()

    def _place(self, heard: Heard) -> int:
        return sample_at(heard.document.playhead, heard.document.timeline.sample_rate)

    def _tell(self) -> None:
        """In words, for tooltips and screen readers."""
        self.setToolTip(self._words())
        if not self.is_running:  # a screen reader is not told 25 times a second
            self.setAccessibleDescription(self.toolTip())

    def _words(self) -> str:
        silence = tr("{reason}: nothing is measured", reason=tr(self._silence))
        lines = [silence] if self._silence else []
        reading = self._reading
        if reading is None:
            return "\n".join(lines or [tr("Play to see how loud it is")])
        peak = lufs_text(self._highest)
        return "\n".join(
            [
                *lines,
                tr("Momentary {loudness} LUFS", loudness=lufs_text(reading.momentary)),
                tr("Short-term {loudness} LUFS", loudness=lufs_text(reading.short_term)),
                tr(
                    "Integrated {loudness} LUFS, since playing began",
                    loudness=lufs_text(reading.integrated),
                ),
                tr("True peak {peak} dBTP; clipped", peak=peak)
                if self.is_clipped
                else tr("True peak {peak} dBTP", peak=peak),
                tr("Click to reset"),
            ]
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg1"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.color("line"))
        painter.setFont(_small(_FIGURE_PIXELS if self.width() >= WIDE else _LETTER_PIXELS))
        figures = 3 * _FIGURE_HEIGHT + GAP_TIGHT
        self._paint_bars(
            painter, QRect(4, GAP_TIGHT, self.width() - 6, self.height() - figures - 8)
        )
        self._paint_figures(painter, self.height() - figures)

    def _paint_bars(self, painter: QPainter, area: QRect) -> None:
        width = 8 if self.width() >= WIDE else 6
        top = area.top() + _CLIP_HEIGHT + 2
        height = area.bottom() - top
        for index, bar in enumerate(self._bars):
            x = area.left() + index * (width + 2)
            clip = self._theme.color("err" if self.is_clipped else "bg3")
            painter.fillRect(x, area.top(), width, _CLIP_HEIGHT, clip)
            painter.fillRect(x, top, width, height, self._theme.color("bg0"))
            self._paint_level(painter, QRect(x, top, width, height), bar)
        self._paint_marks(painter, area.left() + 2 * width + 4, top, height)
        if self._silence:
            self._paint_silence(painter, QRect(area.left(), top, 2 * width + 2, height))

    def _paint_level(self, painter: QPainter, groove: QRect, bar: Bar) -> None:
        """In three colours, so that how near it is to full scale is seen at a glance."""
        steps = ((LOWEST_DB, "ok"), (_WARM_DB, "warn"), (_HOT_DB, "err"))
        for (low, color), high in zip(steps, (_WARM_DB, _HOT_DB, 0.0), strict=True):
            if bar.level > low:
                top = self._y(groove, min(bar.level, high))
                rect = QRectF(groove.left(), top, groove.width(), self._y(groove, low) - top)
                painter.fillRect(rect, self._theme.color(color))
        if bar.peak > LOWEST_DB:
            y = round(self._y(groove, bar.peak))
            painter.fillRect(groove.left(), y, groove.width(), 2, self._theme.color("t1"))

    def _paint_marks(self, painter: QPainter, left: int, top: int, height: int) -> None:
        painter.setPen(self._theme.color("t3"))
        groove = QRect(0, top, 1, height)
        free = top - _FIGURE_HEIGHT
        for mark in _MARKS:
            y = round(self._y(groove, mark))
            if y - 5 < free:
                continue
            box = QRect(left, y - 6, self.width() - left - 1, 12)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(abs(mark)))
            free = y + 7

    def _paint_silence(self, painter: QPainter, area: QRect) -> None:
        painter.save()
        painter.setPen(self._theme.color("t2"))
        painter.translate(area.left(), area.bottom())
        painter.rotate(-90)
        turned = QRect(0, 0, area.height(), area.width())
        words = painter.fontMetrics().elidedText(
            self._silence, Qt.TextElideMode.ElideRight, turned.width()
        )
        painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _paint_figures(self, painter: QPainter, top: int) -> None:
        reading = self._reading
        shown = (
            (reading.momentary, reading.short_term, reading.integrated)
            if reading is not None
            else (None, None, None)
        )
        for row, (letter, loudness) in enumerate(zip("MSI", shown, strict=True)):
            box = QRect(3, top + row * _FIGURE_HEIGHT, self.width() - 4, _FIGURE_HEIGHT)
            painter.setFont(_small(_LETTER_PIXELS))
            painter.setPen(self._theme.color("t3"))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, letter
            )
            painter.setFont(_small(_FIGURE_PIXELS))
            painter.setPen(self._theme.color("t1" if row == _INTEGRATED_ROW else "t2"))
            painter.drawText(
                box,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                lufs_text(loudness, is_short=self.width() < WIDE),
            )

    def _y(self, groove: QRect, level: float) -> float:
        return groove.top() + groove.height() * (1 - share(level))


def _small(pixels: int) -> QFont:
    made = QFont(font("ruler"))
    made.setPixelSize(pixels)
    return made
