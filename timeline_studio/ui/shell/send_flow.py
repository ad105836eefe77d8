"""Send to HLS in one press: it begins a durable send, and shows how far that came."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.jobs import JobView
from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.preflight.check_popover import summary
from timeline_studio.ui.preflight.timeline_check import TimelineCheck
from timeline_studio.ui.shell.export_flow import ExportFlow
from timeline_studio.ui.shell.jobs_watch import JobsWatch
from timeline_studio.ui.shell.profile_choice import ProfileChoice
from timeline_studio.ui.shell.send_stages import CHECK, RENDER, UPLOAD, Stages, shown_stages
from timeline_studio.ui.shell.send_words import estimate_words
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.workflows.estimates import estimate_send
from timeline_studio.workflows.exports import EXPORT_JOB
from timeline_studio.workflows.outbox import OutboxEntry, retry_entry
from timeline_studio.workflows.preflight import Finding
from timeline_studio.workflows.sends import (
    PRODUCTION_JOB,
    StartedSend,
    change_destinations,
    send_timeline,
    start_send,
)
from timeline_studio.workflows.studio import Studio


class SendFlow(QObject):
    """Nothing of a send is kept here: it goes on by itself, whether the window is open or not."""

    stages_changed = Signal(object)  # Stages, of the last send from the header
    findings_changed = Signal(object)  # list[Finding], of the last check before a send
    estimated = Signal(str)  # what the send from the header will take, in words
    sending = Signal(int)  # production id
    ready = Signal(int)  # production id
    failed = Signal(str)

    def __init__(
        self,
        *,
        studio: Studio,
        tasks: BackgroundTasks,
        session: ProjectSession,
        exports: ExportFlow,
        watch: JobsWatch,
        profile: ProfileChoice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._session = session
        self._exports = exports
        self._watch = watch
        self._profile = profile
        self._job_id = 0  # that carries the send from the header just now
        self._project_id = 0
        self.publish_to: tuple[int, ...] = ()  # where the send from the header will be shown
        self._telling: tuple[int, tuple[int, ...]] | None = None  # job, spaces
        self.profile: str | None = None  # that it is made with; None: by orientation
        self.stages = Stages()
        self._check = TimelineCheck(studio, tasks, self)
        self._check.progressed.connect(self._on_check_progressed)
        self._check.failed.connect(self._fail)
        watch.changed.connect(self._on_entries_changed)
        watch.ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        """Whether the open timeline is on its way already."""
        project = self._session.project
        is_same = project is not None and project.id == self._project_id
        return is_same and self.stages.is_going_on

    def start(self, anchor: QWidget, open_popover: Callable[[], None]) -> None:
        """Send the open timeline; `open_popover` is called when the stages begin."""

        def begin(name: str) -> None:
            if self.is_busy:  # pressed twice while it was being saved
                open_popover()
                return
            self.publish_to = ()
            self.profile = self._profile.name
            self._show(self._no_stages().reached(CHECK))
            open_popover()
            self._look(name)

        self._exports.with_name(anchor, "Send to HLS", begin)

    def retry(self, anchor: QWidget, open_popover: Callable[[], None]) -> None:
        """Go on from the stage that failed; from the beginning where it never began."""
        entry = self._watch.entry_of(self._job_id)
        if entry is None or entry.state != "failed":
            self.start(anchor, open_popover)
            return
        self._show(shown_stages(self.stages, entry).again())
        self._tasks.run(
            lambda: retry_entry(self._studio, entry),
            done=self._follow,
            failed=lambda error: self._fail(sentence_of(error)),
        )

    def send(self, upload: Upload) -> None:
        """Send one export or upload."""

        profile = self._profile.name

        def began(production_id: int) -> None:
            self._watch.look()
            self.sending.emit(production_id)

        self._tasks.run(
            lambda: start_send(self._studio, upload.id, profile=profile),
            done=began,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def choose_spaces(self, space_ids: tuple[int, ...]) -> None:
        """Publish it there, also if it is on its way already."""
        self.publish_to = space_ids
        if self._job_id:
            self._tell_destinations()

    def stop(self) -> None:
        """End the check that runs, if any; a send that has begun goes on."""
        self._check.cancel()

    def _look(self, name: str) -> None:
        """Check first: only what stops a send stops it."""
        project = self._session.project
        if project is None:
            return
        self._project_id = project.id
        self._job_id = 0
        self.findings_changed.emit([])
        self.estimated.emit("")
        self._tasks.run(
            lambda: estimate_send(self._studio, project.id),
            done=lambda estimate: self.estimated.emit(
                estimate_words(estimate, self._studio.account.name)
            ),
        )
        self._check.start(project.id, then=lambda found: self._on_checked(project.id, name, found))

    def _on_check_progressed(self, fraction: float, _stage: str) -> None:
        self._show(self.stages.reached(CHECK, percent=round(100 * fraction)))

    def _on_checked(self, project_id: int, name: str, found: list[Finding]) -> None:
        findings = [finding for finding in found if finding.code != "unnamed"]  # it has one by now
        self.findings_changed.emit(findings)
        if any(finding.is_blocker for finding in findings):
            self._show(self.stages.failed(summary(findings)))
        else:
            self._begin(project_id, name)

    def _begin(self, project_id: int, name: str) -> None:
        asked, profile = self.publish_to, self.profile

        def began(started: StartedSend) -> None:
            self._on_began(started)
            if self.publish_to != asked:  # chosen meanwhile
                self._tell_destinations()

        self._tasks.run(
            lambda: send_timeline(
                self._studio, project_id, name, profile=profile, publish_to=asked
            ),
            done=began,
            failed=lambda error: self._fail(sentence_of(error)),
        )

    def _on_began(self, started: StartedSend) -> None:
        if started.production_id is None:
            self._show(self.stages.reached(RENDER))
        else:
            self._show(self.stages.reused(RENDER).reached(UPLOAD))
            self.sending.emit(started.production_id)
        self._exports.show_name(self._project_id)
        self._follow(started.job_id)

    def _tell_destinations(self) -> None:
        """One at a time: of two at once the older might be written last."""
        if self._telling is not None:
            return
        job_id, space_ids = self._telling = self._job_id, self.publish_to
        self._tasks.run(
            lambda: change_destinations(self._studio, job_id, space_ids),
            done=lambda _: self._on_told(),
            failed=self._on_not_told,
        )

    def _on_told(self) -> None:
        told, self._telling = self._telling, None
        if self._job_id and told != (self._job_id, self.publish_to):  # changed meanwhile
            self._tell_destinations()

    def _on_not_told(self, error: Exception) -> None:
        self._telling = None
        self.failed.emit(sentence_of(error))

    def _follow(self, job_id: int) -> None:
        self._job_id = job_id
        self._watch.follow(job_id)

    def _on_entries_changed(self, entries: list[OutboxEntry]) -> None:
        for entry in entries:
            if self._job_id in entry.job_ids and entry.state != "failed":
                self._show(shown_stages(self.stages, entry))

    def _on_ended(self, job: JobView) -> None:
        is_ours = job.id == self._job_id
        if job.type == EXPORT_JOB and is_ours:
            self._on_export_ended(job)
        elif job.type == PRODUCTION_JOB:
            self._on_production_ended(job, is_ours=is_ours)

    def _on_export_ended(self, job: JobView) -> None:
        result = job.result or {}
        if job.status == "completed" and "productionJobId" in result:
            self.sending.emit(result["productionId"])
            self._show(self.stages.reached(UPLOAD))
            self._follow(result["productionJobId"])
        else:
            self._fail("Cancelled." if job.is_cancelled else _reason(job))

    def _on_production_ended(self, job: JobView, *, is_ours: bool) -> None:
        is_done = job.status == "completed" and (job.result or {}).get("status") != "failed"
        if is_ours:
            self._show(self.stages.finished() if is_done else self.stages.failed(_reason(job)))
        if is_done:
            self.ready.emit(job.input["productionId"])
        elif not job.is_cancelled:
            self.failed.emit(_reason(job))

    def _no_stages(self) -> Stages:
        is_local = self._studio.account.storage == "folder"
        return Stages().skipped(UPLOAD) if is_local else Stages()

    def _show(self, stages: Stages) -> None:
        self.stages = stages
        self.stages_changed.emit(stages)

    def _fail(self, reason: str) -> None:
        self._show(self.stages.failed(reason))
        self.failed.emit(reason)


def _reason(job: JobView) -> str:
    return job.error or "It failed; see the log."
