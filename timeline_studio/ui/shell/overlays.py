"""What opens over the window: the stages of a send."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from timeline_studio.ui.shell.flows import Flows
from timeline_studio.ui.shell.header import Header
from timeline_studio.ui.shell.jobs_watch import overall_percent
from timeline_studio.ui.shell.send_popover import SendPopover
from timeline_studio.ui.shell.send_stages import Stages
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.outbox import OutboxEntry
from timeline_studio.workflows.preflight import Finding
from timeline_studio.workflows.publications import SpaceRow


class Overlays(QObject):
    outbox_requested = Signal()
    spaces_requested = Signal()
    fix_requested = Signal(object)  # Finding
    place_requested = Signal(object)  # Finding

    def __init__(self, theme: Theme, header: Header, flows: Flows) -> None:
        super().__init__(header)
        self._header = header
        self._flows = flows
        self._theme = theme
        self.send: SendPopover | None = None
        header.jobs.clicked.connect(self.outbox_requested)
        flows.watch.changed.connect(self._on_entries_changed)

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
            popover.retry_pressed.connect(self._retry_send)
            popover.findings.fix_pressed.connect(self.fix_requested)
            popover.findings.place_pressed.connect(self.place_requested)
            self._flows.sends.findings_changed.connect(popover.show_findings)
            self._flows.sends.estimated.connect(popover.show_estimate)
            popover.spaces.changed.connect(self._flows.sends.choose_spaces)
            popover.spaces.spaces_pressed.connect(self.spaces_requested)
            popover.outbox_pressed.connect(popover.dismiss)
            popover.outbox_pressed.connect(self.outbox_requested)
            self._flows.sends.stages_changed.connect(self._on_stages_changed)
            self.send = popover
        self.send.show_stages(self._flows.sends.stages)
        self.send.show_profile(self._flows.sends.profile)
        self._flows.publishing.with_spaces(self._show_spaces)
        self.send.open()

    def leave_out(self, fixed: Sequence[Finding]) -> None:
        """The timeline was put right: these stand in no way any more."""
        if self.send is not None:
            left = [each for each in self.send.findings.findings if each not in fixed]
            self.send.show_findings(left)

    def _show_spaces(self, spaces: list[SpaceRow]) -> None:
        if self.send is not None:
            self.send.spaces.show_spaces(spaces, self._flows.sends.publish_to)

    def _retry_send(self) -> None:
        self._flows.sends.retry(self._header.send, self.open_send)

    def _on_stages_changed(self, stages: Stages) -> None:
        if self.send is not None:
            self.send.show_stages(stages)
            if stages.is_finished:
                self.send.dismiss()

    def _on_entries_changed(self, entries: list[OutboxEntry]) -> None:
        live = [entry for entry in entries if entry.state not in {"failed", "paused"}]
        failed, paused = (
            sum(entry.state == state for entry in entries) for state in ("failed", "paused")
        )
        self._header.show_jobs(len(live), overall_percent(live), failed=failed, paused=paused)
