"""Choosing a LUT's file: it is read and kept off the GUI thread, then put into the effect."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.effect import Lut
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.language import tr
from timeline_studio.workflows.luts import keep_lut
from timeline_studio.workflows.studio import Studio

LUT_FILES = "LUTs (*.cube);;All files (*)"


class LutFlow(QObject):
    """`failed` carries why a file is no LUT."""

    failed = Signal(str)

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, document: TimelineDocument, window: QWidget
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._tasks = tasks
        self._document = document
        self._window = window

    def choose(self, address: str) -> None:
        """For the effect at `address` of all that is selected."""
        ids = sorted(self._document.selection)
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Choose a LUT"), "", tr(LUT_FILES))
        if name:
            self.take(Path(name), address, ids)

    def take(self, path: Path, address: str, ids: Sequence[str]) -> None:
        loads = self._document.loads
        self._tasks.run(
            partial(keep_lut, self._studio.home, path),
            done=lambda lut: self._put(lut, address, ids, loads),
            failed=lambda error: self.failed.emit(str(error)),
        )

    def _put(self, lut: Lut, address: str, ids: Sequence[str], loads: int) -> None:
        if loads != self._document.loads:
            return  # another timeline is open now
        self._document.apply(
            tr("Use LUT {name}", name=lut.name),
            lambda timeline: edits.change_effect(
                timeline, ids, address, digest=lut.digest, name=lut.name
            ),
        )
