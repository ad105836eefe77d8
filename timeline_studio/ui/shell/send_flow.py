"""Send to HLS in one press: reuse the last export or make one, then a production of it."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.jobs import JobView
from timeline_studio.library import NotFound, Upload
from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.shell.export_flow import ExportFlow
from timeline_studio.ui.shell.jobs_watch import JobsWatch
from timeline_studio.ui.shell.send_stages import CHECK, RENDER, TRANSCODE, VERIFY, Stages
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.workflows.exports import EXPORT_JOB
from timeline_studio.workflows.sends import PRODUCTION_JOB, start_send
from timeline_studio.workflows.studio import Studio

_AFTER_EXPORT = "send_after_export"


class SendFlow(QObject):
    """What is to be sent once its export is done is remembered on disk: closing is safe."""

    stages_changed = Signal(object)  # Stages, of the last send from the header
    sending = Signal(int)  # production id
    ready = Signal(int)  # production id
    failed = Signal(str)

    def __init__(
        self,
        *,
        studio: Studio,
        preferences: Preferences,
        tasks: BackgroundTasks,
        session: ProjectSession,
        exports: ExportFlow,
        watch: JobsWatch,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._preferences = preferences
        self._tasks = tasks
        self._session = session
        self._exports = exports
        self._watch = watch
        self._is_next_export_ours = False
        self._after_export: set[int] = set()
        self._production_id = 0
        self._project_id = 0
        self.stages = Stages()
        exports.began.connect(self._on_export_began)
        exports.failed.connect(self._on_export_refused)
        watch.changed.connect(self._on_jobs_changed)
        watch.ended.connect(self._on_ended)

    def resume(self) -> None:
        """Go on with what an earlier run of the program was asked to send."""
        waiting = self._preferences.get(_AFTER_EXPORT)
        if isinstance(waiting, list):
            for job_id in waiting:
                self._after_export.add(job_id)
                self._watch.follow(job_id)

    @property
    def is_busy(self) -> bool:
        """Whether the open timeline is on its way already."""
        project = self._session.project
        is_same = project is not None and project.id == self._project_id
        return is_same and any(line.state == "running" for line in self.stages.lines)

    def start(self, anchor: QWidget, open_popover: Callable[[], None]) -> None:
        """Send the open timeline; `open_popover` is called when the stages begin."""

        def begin(name: str) -> None:
            if self.is_busy:  # pressed twice while it was being saved
                open_popover()
                return
            self._show(Stages().reached(CHECK))
            open_popover()
            self._look_for_export(name)

        self._exports.with_name(anchor, "Send to HLS", begin)

    def send(self, upload: Upload) -> None:
        """Send one export or upload."""
        self._send(upload.id)

    def _look_for_export(self, name: str) -> None:
        project = self._session.project
        if project is None:
            return
        self._project_id = project.id
        self._tasks.run(
            lambda: current_export(self._studio, project.id),
            done=lambda upload_id: self._on_looked(name, upload_id),
            failed=lambda error: self._fail(sentence_of(error)),
        )

    def _on_looked(self, name: str, upload_id: int | None) -> None:
        if upload_id is not None:
            self._show(self.stages.reused(RENDER).reached(TRANSCODE))
            self._send(upload_id)
            return
        self._show(self.stages.reached(RENDER))
        self._is_next_export_ours = True
        self._exports.queue(name, is_ours=False)

    def _on_export_began(self, job_id: int) -> None:
        if self._is_next_export_ours:
            self._is_next_export_ours = False
            self._after_export.add(job_id)
            self._remember()

    def _on_export_refused(self, reason: str) -> None:
        if self._is_next_export_ours:
            self._is_next_export_ours = False
            self._show(self.stages.failed(reason))

    def _send(self, upload_id: int) -> None:
        def began(production_id: int) -> None:
            self._production_id = production_id
            self._watch.look()
            self.sending.emit(production_id)

        self._tasks.run(
            lambda: start_send(self._studio, upload_id),
            done=began,
            failed=lambda error: self._fail(sentence_of(error)),
        )

    def _on_jobs_changed(self, jobs: list[JobView]) -> None:
        for job in jobs:
            if job.type == EXPORT_JOB and job.id in self._after_export:
                self._show(self.stages.reached(RENDER, percent=job.percent))
            elif job.type == PRODUCTION_JOB and self._is_ours(job):
                number = VERIFY if job.percent >= 100 else TRANSCODE
                self._show(self.stages.reached(number, percent=job.percent))

    def _on_ended(self, job: JobView) -> None:
        if job.type == EXPORT_JOB and job.id in self._after_export:
            self._after_export.discard(job.id)
            self._remember()
            if job.status == "completed" and job.result:
                self._show(self.stages.reached(TRANSCODE))
                self._send(job.result["resultUploadId"])
            else:
                self._fail("Cancelled." if job.is_cancelled else _reason(job))
        elif job.type == PRODUCTION_JOB:
            self._on_production_ended(job)

    def _on_production_ended(self, job: JobView) -> None:
        is_done = job.status == "completed" and (job.result or {}).get("status") != "failed"
        if self._is_ours(job):
            self._show(self.stages.finished() if is_done else self.stages.failed(_reason(job)))
        if is_done:
            self.ready.emit(job.input["productionId"])
        elif not job.is_cancelled:
            self.failed.emit(_reason(job))

    def _is_ours(self, job: JobView) -> bool:
        return bool(job.input.get("productionId") == self._production_id)

    def _show(self, stages: Stages) -> None:
        self.stages = stages
        self.stages_changed.emit(stages)

    def _fail(self, reason: str) -> None:
        self._show(self.stages.failed(reason))
        self.failed.emit(reason)

    def _remember(self) -> None:
        waiting = sorted(self._after_export) or None
        self._tasks.run(
            lambda: self._preferences.set(_AFTER_EXPORT, waiting),
            failed=lambda error: self.failed.emit(f"Cannot remember what is to be sent: {error}"),
        )


def current_export(studio: Studio, project_id: int) -> int | None:
    """The upload id of the project's last export, if the timeline has not changed since."""
    with studio.reading() as work:
        project = work.projects.get(project_id)
        job_id, upload_id = project.last_export_job_id, project.last_export_upload_id
        if job_id is None or upload_id is None:
            return None
        try:
            snapshot = work.jobs.get(job_id).input_json.get("timeline")
            upload = work.uploads.get(upload_id)
        except NotFound:
            return None
    is_same = snapshot == msgspec.json.decode(project.timeline_json)
    return upload.id if is_same and upload.source_deleted_at is None else None


def _reason(job: JobView) -> str:
    return job.error or "It failed; see the log."
