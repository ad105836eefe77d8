"""Plays one film in the detail of a panel: its picture and its sound."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from timeline_studio.render import Mixer
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.background import BackgroundTasks, Task, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.controls import label, tool_button
from timeline_studio.ui.elements.layout import follow_width
from timeline_studio.ui.elements.words import flicks_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.composer import Composer
from timeline_studio.ui.monitor.picture import end_of, shape_of
from timeline_studio.ui.monitor.picture_view import PictureView
from timeline_studio.ui.monitor.pictures import Pictures
from timeline_studio.ui.monitor.playback import Playback
from timeline_studio.ui.monitor.scrub_bar import ScrubBar
from timeline_studio.ui.monitor.sound import Sound, SoundOutput
from timeline_studio.ui.monitor.transport import Transport
from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT
from timeline_studio.workflows.media import file_path

Fetch = Callable[[Callable[[float], None]], Timeline]
"""Makes the timeline that shows a film. It tells its progress, 0 to 1; what that raises ends it."""


class _StoppedError(Exception):
    """Something else is to be played, or the player was left."""


class FilmPlayer(QWidget):
    """The monitor's parts over a timeline of one film. A subclass says where films come from."""

    failed = Signal(str)
    _fetched = Signal(float)  # from the thread that fetches

    def __init__(
        self, tasks: BackgroundTasks, theme: Theme, name: str, *, sound: Sound | None = None
    ) -> None:
        super().__init__()
        self.tasks = tasks
        self._theme = theme
        self.identity: int | None = None
        self._asked: Task | None = None
        self._stop: Callable[[], None] | None = None
        self.document = TimelineDocument(parent=self)
        pictures = Pictures(partial(Composer, file_path), self)
        self.playback = Playback(self.document, pictures, sound or SoundOutput(_mixer, self), self)
        self._transport = Transport(self.document, self.playback)
        self.view = PictureView(theme)
        self.view.setAccessibleName(tr(name))
        self.scrub_bar = ScrubBar(theme)
        self.play_button = tool_button(theme, "play", "Play")
        self.time = label("", "secondary")
        self.progress = QProgressBar(textVisible=False, maximum=1000)
        self.tools = QHBoxLayout()
        self._lay_out()
        self.view.size_changed.connect(self.playback.set_size)
        pictures.arrived.connect(self.view.show_picture)
        self.scrub_bar.scrubbed.connect(self.playback.seek)
        self.play_button.clicked.connect(self._transport.toggle)
        self.playback.speed_changed.connect(self._show_speed)
        self.document.playhead_changed.connect(lambda _time: self._show_time())
        self.document.changed.connect(self._on_changed)
        self._fetched.connect(lambda share: self.progress.setValue(round(1000 * share)))

    @property
    def is_playing(self) -> bool:
        return self.playback.speed != 0

    def load(self, fetch: Fetch, *, then_play: bool) -> None:
        """Fetch a film, then show it at the time at which the one before it stood."""
        self._stop_fetching()
        stopped = threading.Event()
        time = self.document.playhead
        self.progress.setValue(0)
        self.progress.show()

        def tell(share: float) -> None:
            if stopped.is_set():
                raise _StoppedError
            self._fetched.emit(share)

        def show(timeline: Timeline) -> None:
            self._asked = None
            self.progress.hide()
            self.document.load(timeline)
            self.playback.seek(time)
            if then_play:
                self.playback.play()

        def fetched() -> Timeline | None:
            try:
                return fetch(tell)
            except _StoppedError:
                return None

        self._stop = stopped.set
        self.ask(fetched, lambda timeline: show(timeline) if timeline is not None else None)

    def leave(self) -> None:
        """Stop, and forget what is shown."""
        self._stop_fetching()
        self.playback.stop()
        self.identity = None
        self.document.load(Timeline())

    def ask(self, function: Callable[[], object], done: Callable[..., None]) -> None:
        """One question at a time: leaving drops its answer."""
        self._asked = self.tasks.run(function, done=done, failed=self._on_failed)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop_fetching()
        self.playback.close()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.playback.stop()

    def _lay_out(self) -> None:
        self.tools.setSpacing(GAP)
        self.tools.addWidget(self.play_button)
        self.tools.addWidget(self.time)
        self.tools.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_TIGHT)
        column.addWidget(_Wide(self.view))
        column.addWidget(self.progress)
        column.addWidget(self.scrub_bar)
        column.addLayout(self.tools)
        self.progress.hide()
        self.view.show_empty(is_empty=False)

    def _stop_fetching(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        if self._stop is not None:
            self._stop()
            self._stop = None
        self.progress.hide()

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        self.progress.hide()
        self.failed.emit(sentence_of(error))

    def _on_changed(self, timeline: Timeline) -> None:
        self.view.set_shape(shape_of(timeline))
        self._show_time()

    def _show_time(self) -> None:
        end = end_of(self.document.timeline)
        self.scrub_bar.show_time(self.document.playhead, end)
        self.time.setText(f"{flicks_text(self.document.playhead)} / {flicks_text(end)}")

    def _show_speed(self, speed: int) -> None:
        name, tip = ("pause", "Pause") if speed else ("play", "Play")
        self.play_button.setIcon(icon(self._theme, name, "t2"))
        self.play_button.setToolTip(tip)
        self.play_button.setAccessibleName(tip)


class _Wide(QWidget):
    """16:9, as wide as its place. Without a layout, whose own height would count."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        inner.setParent(self)
        follow_width(self)

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inner.setGeometry(self.rect())


def _mixer(timeline: Timeline) -> Mixer:
    return Mixer(timeline, file_path, sample_rate=timeline.sample_rate)
