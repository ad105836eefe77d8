"""Looks at each export or upload before it is sent by itself; only blockers stop it."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.errors import StudioError
from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.elements.banner import Choice
from timeline_studio.ui.language import tr
from timeline_studio.ui.preflight.check_popover import CheckPopover, summary
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.preflight import Finding, check_upload
from timeline_studio.workflows.studio import Studio


class _CheckStoppedError(StudioError):
    pass


class UploadChecks(QObject):
    """What was found is shown under `anchor`: at once where it stops the send, else on request."""

    passed = Signal(object)  # Upload
    telling = Signal(str)  # for the status bar
    said = Signal(str, object)  # text, Choice
    failed = Signal(str)
    fix_pressed = Signal(object)  # Finding

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, anchor: QWidget
    ) -> None:
        super().__init__(anchor)
        self._studio = studio
        self._tasks = tasks
        self._theme = theme
        self._anchor = anchor
        self._stopped = threading.Event()
        self._running: set[int] = set()
        self.popover: CheckPopover | None = None
        self._shown: Upload | None = None

    def check(self, upload: Upload) -> None:
        """Pressed twice, it is looked at once."""
        if upload.id in self._running:
            return
        self._running.add(upload.id)
        self.telling.emit(tr("Checking “{name}” …", name=upload.name))
        self._look(upload, lambda found: self._on_checked(upload, found))

    def stop(self) -> None:
        self._stopped.set()

    def _look(self, upload: Upload, done: Callable[[list[Finding]], None]) -> None:
        def tell(_fraction: float, _stage: str) -> None:
            if self._stopped.is_set():
                raise _CheckStoppedError("The check was cancelled.")

        def end(found: list[Finding]) -> None:
            self._running.discard(upload.id)
            done(found)

        def give_up(error: Exception) -> None:
            self._running.discard(upload.id)
            if not isinstance(error, _CheckStoppedError):
                self.failed.emit(sentence_of(error))

        self._tasks.run(
            lambda: check_upload(self._studio, upload.id, progress=tell), done=end, failed=give_up
        )

    def _on_checked(self, upload: Upload, found: list[Finding]) -> None:
        if any(finding.is_blocker for finding in found):
            self._show(upload, found)
            return
        self.passed.emit(upload)
        if found:
            show: Choice = ("Show", lambda: self._show(upload, found))
            self.said.emit(
                tr("“{name}” is on its way. {summary}", name=upload.name, summary=summary(found)),
                show,
            )

    def _show(self, upload: Upload, found: list[Finding]) -> None:
        if self.popover is None:
            popover = self.popover = CheckPopover(self._anchor, self._theme)
            popover.fix_pressed.connect(self.fix_pressed)
            popover.again_pressed.connect(self._look_again)
        self._shown = upload
        self.popover.title.setText(tr("Send to HLS"))
        self.popover.open()
        self.popover.show_findings(found)

    def _look_again(self) -> None:
        popover, upload = self.popover, self._shown
        if popover is not None and upload is not None:
            popover.show_progress(0, upload.name)
            self._look(upload, popover.show_findings)
