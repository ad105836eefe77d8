"""While nobody does anything, the open timeline is rendered ahead; a touch stops it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.settings import Preferences
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.shell.ahead_process import AheadProcess
from timeline_studio.ui.shell.export_choice import ExportChoice
from timeline_studio.ui.shell.jobs_watch import JobsWatch
from timeline_studio.ui.shell.power import is_on_battery
from timeline_studio.workflows.export_presets import STANDARD, ExportPreset, PresetError
from timeline_studio.workflows.media import resolver_here
from timeline_studio.workflows.rendering_ahead import AheadNews, order_ahead
from timeline_studio.workflows.studio import Studio

_PREFERENCE = "render_in_background"
_IDLE_MS = 4_000
_POWER_MS = 20_000
_ACTIONS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.NativeGesture,
    QEvent.Type.DragMove,
}


class BackgroundRendering(QObject):
    """`stretches_changed` carries what an export of the open timeline would find, as (start, end,
    readiness): nothing until that is known, and after every edit."""

    stretches_changed = Signal(object)  # list[tuple[int, int, str]]

    def __init__(
        self,
        command: Sequence[str],
        *,
        studio: Studio,
        tasks: BackgroundTasks,
        document: TimelineDocument,
        watch: JobsWatch,
        choice: ExportChoice,
        preferences: Preferences,
        window: QWidget,
        idle_ms: int = _IDLE_MS,
        on_battery: Callable[[], bool] = is_on_battery,
    ) -> None:
        """Without a `command` nothing is ever rendered ahead."""
        super().__init__(window)
        self._command = command
        self._studio = studio
        self._tasks = tasks
        self._document = document
        self._watch = watch
        self._choice = choice
        self._preferences = preferences
        self._on_battery = on_battery
        self._is_playing = False
        self._shown: Timeline | None = None
        self._stretches: list[tuple[int, int, str]] = []
        self.process = AheadProcess(command, self)
        self.process.told.connect(self._on_told)
        self.idle = QTimer(self, singleShot=True, interval=idle_ms)
        self.idle.timeout.connect(self._begin)
        self._power = QTimer(self, interval=_POWER_MS)
        self._power.timeout.connect(self._look_at_power)
        document.changed.connect(self._on_changed)
        watch.changed.connect(self._on_jobs)
        self._window = window
        if command:
            window.installEventFilter(self)
            self.idle.start()

    @property
    def is_enabled(self) -> bool:
        return self._preferences.get(_PREFERENCE) is not False

    def toggle(self) -> None:
        self._preferences.set(_PREFERENCE, None if not self.is_enabled else False)
        if self.is_enabled:
            self._touch()
        else:
            self.process.stop()
            self._show(None, [])

    def set_playing(self, speed: int) -> None:
        self._is_playing = speed != 0
        self._touch()

    def close(self) -> None:
        self._command = ()
        self._window.removeEventFilter(self)
        self.idle.stop()
        self._power.stop()
        self.process.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is done in the window arrives at its handle first, and only that."""
        if watched is self._window:
            handle = self._window.windowHandle()
            if event.type() == QEvent.Type.Show and handle is not None:
                handle.installEventFilter(self)
        elif event.type() in _ACTIONS:
            self._touch()
        return False

    def _touch(self) -> None:
        """Somebody is at work: give the computer back."""
        if self.process.is_running:
            self.process.stop()
            self._power.stop()
        if self._command:
            self.idle.start()

    def _on_changed(self) -> None:
        self._touch()
        if self._document.timeline is not self._shown:
            self._show(None, [])

    def _on_jobs(self) -> None:
        if self.process.is_running and self._is_queue_busy():
            self._touch()

    def _is_queue_busy(self) -> bool:
        return any(entry.state in {"queued", "running"} for entry in self._watch.entries)

    def _begin(self) -> None:
        timeline = self._document.timeline
        is_free = not (self._is_playing or self._is_queue_busy() or self._on_battery())
        if not (self.is_enabled and timeline.duration and is_free):
            self.idle.start()  # later, perhaps
            return
        resolve = resolver_here(self._studio)
        self._tasks.run(
            lambda: order_ahead(self._studio, timeline, self._preset(), resolve),
            done=lambda order: self._start(timeline, order),
            failed=lambda _error: None,  # missing media is told where it is shown
        )

    def _start(self, timeline: Timeline, order: bytes) -> None:
        """Unless somebody came back meanwhile: then it is tried again later."""
        if timeline is self._document.timeline and not self.idle.isActive():
            self._shown = timeline
            self.process.start(order)
            self._power.start()

    def _preset(self) -> ExportPreset:
        """That of the next export; where that is made in one piece, nothing of it is kept."""
        try:
            preset = self._choice.preset
            return preset if preset.is_segmented else self._choice.shelf.get(STANDARD)
        except PresetError:
            return ExportPreset(name="Standard")

    def _look_at_power(self) -> None:
        if self._on_battery():
            self._touch()

    def _on_told(self, news: AheadNews) -> None:
        if news.all:
            self._show(self._document.timeline, list(news.all))
        if news.ready is not None:
            start, end = news.ready
            self._show(
                self._shown,
                [
                    (each[0], each[1], "ready") if (each[0], each[1]) == (start, end) else each
                    for each in self._stretches
                ],
            )

    def _show(self, timeline: Timeline | None, stretches: list[tuple[int, int, str]]) -> None:
        self._shown = timeline
        if stretches != self._stretches:
            self._stretches = stretches
            self.stretches_changed.emit(stretches)
