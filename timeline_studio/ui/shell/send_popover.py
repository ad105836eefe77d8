"""The stages of a send under the button; closing it stops nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from timeline_studio.ui.elements.controls import button, label, tool_button
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.elements.symbol import Symbol
from timeline_studio.ui.preflight.findings_view import FindingsView
from timeline_studio.ui.publications.spaces_choice import SpacesChoice
from timeline_studio.ui.shell.send_stages import STAGES, Stage, Stages
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_WIDE
from timeline_studio.workflows.preflight import Finding
from timeline_studio.workflows.profiles import AUTOMATIC

_WIDTH = 420
_LOOKS = {
    "waiting": ("queued", "t3"),
    "running": ("running", "accent"),
    "done": ("done", "ok"),
    "reused": ("done", "ok"),
    "skipped": ("done", "t3"),
    "held": ("waiting", "warn"),
    "failed": ("failed", "err"),
}
_WORDS = {"waiting": "", "running": "Running", "done": "Done", "failed": "Failed"}


class SendPopover(Popover):
    retry_pressed = Signal()
    outbox_pressed = Signal()

    def __init__(self, anchor: QWidget, theme: Theme) -> None:
        super().__init__(anchor, width=_WIDTH, stays=True)
        self.setObjectName("send-popover")
        self._theme = theme
        self.title = label("Send to HLS", "title")
        close = tool_button(theme, "close", "Close; the work goes on (Esc)")
        close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self.body.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP_WIDE)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        self._cells = [self._line(row, name) for row, name in enumerate(STAGES)]
        self.body.addLayout(self._grid)
        self.reason = label("", "error")
        self.reason.setWordWrap(True)
        self.reason.hide()
        self.body.addWidget(self.reason)
        self.findings = FindingsView(theme, width=_WIDTH - 2 * GAP_WIDE)
        self.findings.hide()
        self.body.addWidget(self.findings)
        self.profile = label("", "secondary")
        self.profile.setObjectName("send-profile")
        made_as = QHBoxLayout()
        made_as.addWidget(label("Profile", "field"), 1)
        made_as.addWidget(self.profile)
        self.body.addLayout(made_as)
        self.spaces = SpacesChoice()
        self.spaces.setMaximumWidth(_WIDTH // 2)
        where = QHBoxLayout()
        where.addWidget(label("Publish in", "field"), 1)
        where.addWidget(self.spaces)
        self.body.addLayout(where)
        self.estimate = label("", "secondary")
        self.estimate.setWordWrap(True)
        self.estimate.hide()
        self.body.addWidget(self.estimate)
        safe = label("Closing the program is safe: it goes on when you open it again.", "secondary")
        self.body.addWidget(safe)
        self.retry = button("Retry from here", "send-retry")
        self.retry.clicked.connect(self.retry_pressed)
        show = button("Show Outbox", "send-show", tip="All that is on its way, in Deliver")
        show.clicked.connect(self.outbox_pressed)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.retry)
        buttons.addWidget(show)
        self.body.addLayout(buttons)

    def show_stages(self, stages: Stages) -> None:
        reason = ""
        for cells, line in zip(self._cells, stages.lines, strict=True):
            self._show_line(cells, line)
            if line.state == "failed":
                reason = line.note
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.retry.setVisible(bool(reason))
        if self.isVisible():
            self.place()

    def show_profile(self, name: str | None) -> None:
        """What the send is made as."""
        self.profile.setText(name or "Automatic")
        self.profile.setToolTip("" if name else AUTOMATIC)

    def show_estimate(self, words: str) -> None:
        """What the whole will take, told before it begins."""
        self.estimate.setText(words)
        self.estimate.setVisible(bool(words))
        if self.isVisible():
            self.place()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the check before the send found."""
        self.findings.show_findings(findings)
        self.findings.setVisible(bool(findings))
        if self.isVisible():
            self.place()

    def _line(self, row: int, name: str) -> tuple[Symbol, QLabel, QLabel]:
        cells = Symbol(self._theme), label(name), label("", "secondary")
        cells[2].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, row, column)
        return cells

    def _show_line(self, cells: tuple[Symbol, QLabel, QLabel], line: Stage) -> None:
        symbol, _, state = cells
        name, color = _LOOKS[line.state]
        symbol.show_icon(name, color)
        words = _WORDS.get(line.state, line.note)
        if line.state == "running" and line.percent is not None:
            words = f"{line.percent} %" + (f" · {line.note}" if line.note else "")
        state.setText(words)
