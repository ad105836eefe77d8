"""Plays a production in the panel: its picture and sound, from the rung that is chosen."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from timeline_studio.productions.ladder import Rung
from timeline_studio.render import Mixer
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.background import BackgroundTasks, Task, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.controls import label, tool_button
from timeline_studio.ui.elements.layout import follow_width
from timeline_studio.ui.elements.words import flicks_text
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
from timeline_studio.workflows.ladders import production_rungs, rung_timeline
from timeline_studio.workflows.media import file_path
from timeline_studio.workflows.studio import Studio


class _StoppedError(Exception):
    """Another rung was chosen, or the player was left."""


class LadderPlayer(QWidget):
    """The monitor's parts over a timeline of one clip. Choosing a rung goes on where it was."""

    failed = Signal(str)
    _fetched = Signal(float)  # from the thread that fetches

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        theme: Theme,
        *,
        sound: Sound | None = None,
    ) -> None:
        super().__init__()
        self._studio = studio
        self._tasks = tasks
        self._theme = theme
        self._production_id: int | None = None
        self._asked: Task | None = None
        self._stop: Callable[[], None] | None = None
        self.document = TimelineDocument(parent=self)
        pictures = Pictures(partial(Composer, file_path), self)
        self.playback = Playback(self.document, pictures, sound or SoundOutput(_mixer, self), self)
        self._transport = Transport(self.document, self.playback)
        self.view = PictureView(theme)
        self.scrub_bar = ScrubBar(theme)
        self.rungs = QComboBox()
        self.rungs.setObjectName("rungs")
        self.rungs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rungs.setAccessibleName("Rung of the ladder")
        self.rungs.setToolTip("Which rung of the ladder is played")
        self.play_button = tool_button(theme, "play", "Play")
        self.time = label("", "secondary")
        self.progress = QProgressBar(textVisible=False, maximum=1000)
        self._lay_out()
        self.view.size_changed.connect(self.playback.set_size)
        pictures.arrived.connect(self.view.show_picture)
        self.scrub_bar.scrubbed.connect(self.playback.seek)
        self.play_button.clicked.connect(self._transport.toggle)
        self.playback.speed_changed.connect(self._show_speed)
        self.document.playhead_changed.connect(lambda _time: self._show_time())
        self.document.changed.connect(self._on_changed)
        self.rungs.activated.connect(lambda _number: self._load(then_play=self.is_playing))
        self._fetched.connect(lambda share: self.progress.setValue(round(1000 * share)))

    @property
    def is_playing(self) -> bool:
        return self.playback.speed != 0

    @property
    def production_id(self) -> int | None:
        """What is shown, None before anything is."""
        return self._production_id

    def play(self, production_id: int) -> None:
        """List the rungs of a production, and play its best one."""
        self.leave()
        self._production_id = production_id
        self._asked = self._tasks.run(
            lambda: production_rungs(self._studio, production_id),
            done=self._on_listed,
            failed=self._on_failed,
        )

    def leave(self) -> None:
        """Stop, and forget what is shown."""
        self._stop_fetching()
        self.playback.stop()
        self._production_id = None
        self.rungs.clear()
        self.document.load(Timeline())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop_fetching()
        self.playback.close()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.playback.stop()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(GAP)
        tools.addWidget(self.play_button)
        tools.addWidget(self.time)
        tools.addStretch()
        tools.addWidget(self.rungs)
        screen = _Wide(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_TIGHT)
        column.addWidget(screen)
        column.addWidget(self.progress)
        column.addWidget(self.scrub_bar)
        column.addLayout(tools)
        self.progress.hide()
        self.view.show_empty(is_empty=False)
        self.view.setAccessibleName("Picture of the production")

    def _on_listed(self, rungs: list[Rung]) -> None:
        self._asked = None
        has_folders = len({rung.folder for rung in rungs}) > 1
        for rung in rungs:
            self.rungs.addItem(rung_text(rung, with_folder=has_folders), rung)
        self._load(then_play=True)

    def _load(self, *, then_play: bool) -> None:
        """Fetch the chosen rung, then show it where the last one stood."""
        rung = self.rungs.currentData()
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

        def fetch() -> Timeline | None:
            try:
                return rung_timeline(self._studio, rung, progress=tell)
            except _StoppedError:
                return None

        self._stop = stopped.set
        self._asked = self._tasks.run(
            fetch,
            done=lambda timeline: show(timeline) if timeline is not None else None,
            failed=self._on_failed,
        )

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


def rung_text(rung: Rung, *, with_folder: bool = False) -> str:
    """`Landscape 1280×720 · 3.2 Mbit/s`."""
    rate = f"{rung.bits_per_second / 1e6:.1f} Mbit/s"
    if rung.bits_per_second < 1_000_000:
        rate = f"{rung.bits_per_second / 1e3:.0f} kbit/s"
    folder = f"{rung.folder.capitalize()} " if with_folder else ""
    return f"{folder}{rung.width}×{rung.height} · {rate}"


def _mixer(timeline: Timeline) -> Mixer:
    return Mixer(timeline, file_path, sample_rate=timeline.sample_rate)
