"""Timelines of other programs: brought in as a new project, handed out as a file."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.elements.leaving_text import hand_in_words
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.workflows.interchange import import_otio, save_otio
from timeline_studio.workflows.studio import Studio

_OTIO = "OpenTimelineIO (*.otio)"


class TimelineFiles(QObject):
    said = Signal(str)
    failed = Signal(str)
    imported = Signal()

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        session: ProjectSession,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._tasks = tasks
        self._session = session
        self._window = window

    def choose_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, "Import timeline", "", _OTIO)
        if name:
            self.bring_in(Path(name))

    def choose_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._window, "Save a copy", "", _OTIO)
        if name:
            self.hand_out(Path(name))

    def bring_in(self, path: Path) -> None:
        """Make a project of an OTIO file, import its media, and open it."""
        self.said.emit(tr("Importing {name}…", name=path.name))

        def show(project_id: int) -> None:
            self.imported.emit()
            self._session.open(project_id)

        self._tasks.run(
            lambda: import_otio(self._studio, path).id,
            done=show,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def hand_out(self, path: Path) -> None:
        """Write the open project as OTIO, once its edits are saved."""
        project = self._session.project
        if project is None:
            return
        hand_in_words(self._window)
        target = path if path.suffix else path.with_suffix(".otio")

        def write(is_saved: bool) -> None:
            if is_saved:
                self._tasks.run(
                    lambda: save_otio(self._studio, project.id, target),
                    done=lambda written: self.said.emit(tr("Saved {written}", written=written)),
                    failed=lambda error: self.failed.emit(sentence_of(error)),
                )

        self._session.flush(write)
