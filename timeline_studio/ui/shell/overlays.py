"""What opens over the window: the stages of a send, and the jobs."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.jobs import JobView
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.shell.flows import Flows
from timeline_studio.ui.shell.header import Header
from timeline_studio.ui.shell.jobs_popover import JobsPopover
from timeline_studio.ui.shell.jobs_watch import overall_percent
from timeline_studio.ui.shell.send_popover import SendPopover
from timeline_studio.ui.shell.send_stages import Stages
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.exports import EXPORT_JOB
from timeline_studio.workflows.sends import cancel_production
from timeline_studio.workflows.studio import Studio


class Overlays(QObject):
    productions_requested = Signal()
    failed = Signal(str)

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        theme: Theme,
        header: Header,
        flows: Flows,
    ) -> None:
        super().__init__(header)
        self._studio = studio
        self._tasks = tasks
        self._header = header
        self._flows = flows
        self._theme = theme
        self.send: SendPopover | None = None
        self.jobs: JobsPopover | None = None
        header.jobs.clicked.connect(self.open_jobs)
        flows.watch.changed.connect(self._on_jobs_changed)

    @property
    def is_send_open(self) -> bool:
        return self.send is not None and self.send.isVisible()

    def start_send(self) -> None:
        """Send the open timeline; asks for its name first where it has none."""
        if self._flows.sends.is_busy:
            self.open_send()
        else:
            self._flows.sends.start(self._header.send, self.open_send)

    def open_send(self) -> None:
        if self.send is None:
            popover = SendPopover(self._header.send, self._theme)
            popover.retry_pressed.connect(self.start_send)
            popover.productions_pressed.connect(popover.dismiss)
            popover.productions_pressed.connect(self.productions_requested)
            self._flows.sends.stages_changed.connect(self._on_stages_changed)
            self.send = popover
        self.send.show_stages(self._flows.sends.stages)
        self.send.open()

    def open_jobs(self) -> None:
        if self.jobs is None:
            self.jobs = JobsPopover(self._header.jobs)
            self.jobs.cancel_pressed.connect(self._on_cancel)
        if self.jobs.isVisible():
            self.jobs.dismiss()
        elif self._flows.watch.active:
            self.jobs.show_jobs(self._flows.watch.active)
            self.jobs.open()

    def _on_stages_changed(self, stages: Stages) -> None:
        if self.send is not None:
            self.send.show_stages(stages)
            if stages.is_finished:
                self.send.dismiss()

    def _on_jobs_changed(self, jobs: list[JobView]) -> None:
        self._header.show_jobs(len(jobs), overall_percent(jobs))
        if self.jobs is not None:
            self.jobs.show_jobs(jobs)

    def _on_cancel(self, job: JobView) -> None:
        def cancel() -> None:
            if job.type == EXPORT_JOB:
                self._studio.queue.cancel(job.id)
            else:
                cancel_production(self._studio, job.input["productionId"])

        self._tasks.run(
            cancel,
            done=lambda _answer: self._flows.watch.look(),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )
