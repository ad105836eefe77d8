"""Export: save, ask for a name where there is none, queue, follow, and say when it is done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_studio.jobs import JobView
from timeline_studio.render.encoders import encoder_label
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.leaving_text import hand_in_words
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.export_choice import ExportChoice
from timeline_studio.ui.shell.jobs_watch import JobsWatch
from timeline_studio.ui.shell.name_prompt import NamePrompt
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.workflows.export_presets import ExportPreset, PresetError
from timeline_studio.workflows.exports import EXPORT_JOB, Making, start_export
from timeline_studio.workflows.projects import open_project
from timeline_studio.workflows.studio import Studio


class ExportFlow(QObject):
    """`exported` carries the new upload's id, for exports that this window began; `written` the
    file of one that the library does not keep."""

    exported = Signal(int)  # upload id
    written = Signal(object)  # Path
    failed = Signal(str)
    already_running = Signal()
    replaced = Signal(str)  # which encoder failed, and what made the film instead

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        session: ProjectSession,
        watch: JobsWatch,
        parent: QObject | None = None,
        *,
        choice: ExportChoice,
        document: TimelineDocument,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._session = session
        self._watch = watch
        self.choice = choice
        self._document = document
        self._ours: dict[int, tuple[int, str]] = {}  # job id: project id, what it is made as
        self._beginning: set[int] = set()  # project ids: the job has no id yet
        watch.ended.connect(self._on_ended)

    def start(self, anchor: QWidget) -> None:
        """Export the open timeline with the preset that was used last; the name prompt opens
        under `anchor`. What the library does not keep asks where to."""
        self._start(anchor, is_saved_as=False)

    def save_as(self, anchor: QWidget) -> None:
        """The same into a file of the user's, also where the library would keep it."""
        self._start(anchor, is_saved_as=True)

    def _start(self, anchor: QWidget, *, is_saved_as: bool) -> None:
        try:
            preset = self.choice.preset
        except PresetError as error:
            self.failed.emit(str(error))
            return
        asks = is_saved_as or not preset.is_kept
        project = self._session.project
        if not asks and project is not None and (project.id, preset.name) in self._ours.values():
            self.already_running.emit()
            return

        def go_on(name: str) -> None:
            out = self._ask_where(anchor, name, preset) if asks else None
            if out is not None or not asks:
                self.queue(name, Making(preset, out, self._document.playhead, self.choice.stretch))

        self.with_name(anchor, "Export", go_on)

    def _ask_where(self, anchor: QWidget, name: str, preset: ExportPreset) -> Path | None:
        """None where the user thinks better of it."""
        suggested = self.choice.folder / f"{_file_name(name)}{preset.suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            anchor.window(), f"Export as {preset.name}", str(suggested), f"*{preset.suffix}"
        )
        if not chosen:
            return None
        path = Path(chosen)
        self.choice.folder = path.parent
        return path if path.suffix.lower() == preset.suffix else Path(f"{path}{preset.suffix}")

    def with_name(self, anchor: QWidget, verb: str, then: Callable[[str], None]) -> None:
        """Save every edit, then call `then` with the project's name, asking where it has none."""
        hand_in_words(anchor.window())
        self._session.flush(
            lambda is_saved: self._on_saved(anchor, verb, then) if is_saved else None
        )

    def queue(self, name: str, making: Making) -> None:
        """Queue the export of what is stored."""
        project = self._session.project
        if project is None or project.id in self._beginning:
            return
        was_named = bool(project.name)

        def begin(job_id: int) -> None:
            self._beginning.discard(project.id)
            self._ours[job_id] = project.id, making.preset.name
            self._watch.follow(job_id)
            if not was_named:
                self.show_name(project.id)

        def give_up(error: Exception) -> None:
            self._beginning.discard(project.id)
            self.failed.emit(sentence_of(error))

        self._beginning.add(project.id)
        self._tasks.run(
            lambda: start_export(self._studio, project.id, name, making),
            done=begin,
            failed=give_up,
        )

    def _on_saved(self, anchor: QWidget, verb: str, then: Callable[[str], None]) -> None:
        project = self._session.project
        if project is None:
            return
        if project.name:
            then(project.name)
            return
        if self._session.is_empty:  # else a name would be asked for in vain
            self.failed.emit("The timeline is empty. Add a clip, then export or send it.")
            return
        prompt = NamePrompt(anchor, verb)
        prompt.named.connect(then)
        prompt.open()

    def show_name(self, project_id: int) -> None:
        """The name that the project was given with its first export."""
        self._tasks.run(
            lambda: open_project(self._studio, project_id).project,
            done=self._session.show_renamed,
        )

    def _on_ended(self, job: JobView) -> None:
        if job.type != EXPORT_JOB or job.id not in self._ours:
            return
        del self._ours[job.id]
        told = job.result or {}
        if note := told.get("encoderNote"):
            self.replaced.emit(
                tr(
                    "{note}. {encoder} made it instead.",
                    note=note,
                    encoder=encoder_label(told["encoder"]),
                )
            )
        if job.status == "completed" and job.result and "resultPath" in job.result:
            self.written.emit(Path(job.result["resultPath"]))
        elif job.status == "completed" and job.result:
            self.exported.emit(job.result["resultUploadId"])
        elif not job.is_cancelled:
            name = job.input.get("name") or "Untitled"
            self.failed.emit(
                tr(
                    "The export of “{name}” failed: {reason}",
                    name=name,
                    reason=job.error or "see the log",
                )
            )


def _file_name(name: str) -> str:
    """Without what some file systems refuse."""
    return "".join("-" if each in '/\\:*?"<>|' or ord(each) < 32 else each for each in name).strip()
