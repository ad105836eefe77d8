"""The list of a check, under the Send button; it stays while the timeline is put right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.preflight.findings_view import FindingsView
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP_WIDE
from timeline_studio.workflows.preflight import Finding

_WIDTH = 420


class CheckPopover(Popover):
    fix_pressed = Signal(object)  # Finding
    fix_all_pressed = Signal(object)  # list[Finding]
    place_pressed = Signal(object)  # Finding
    again_pressed = Signal()

    def __init__(self, anchor: QWidget, theme: Theme) -> None:
        super().__init__(anchor, width=_WIDTH, stays=True)
        self.setObjectName("check-popover")
        self.title = self.add_head(theme, "Check timeline")
        self.said = label("", "secondary")
        self.said.setWordWrap(True)
        self.bar = QProgressBar(textVisible=False)
        self.view = FindingsView(theme, width=_WIDTH - 2 * GAP_WIDE)
        self.view.fix_pressed.connect(self.fix_pressed)
        self.view.place_pressed.connect(self.place_pressed)
        self.again = button("Check Again", "check-again")
        self.again.clicked.connect(self.again_pressed)
        self.fix_all = button("Fix All", "check-fix-all", tip="All that an edit can put right")
        self.fix_all.clicked.connect(lambda: self.fix_all_pressed.emit(self.view.findings))
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.fix_all)
        buttons.addWidget(self.again)
        for each in (self.said, self.bar, self.view):
            self.body.addWidget(each)
        self.body.addLayout(buttons)

    def show_progress(self, fraction: float, stage: str) -> None:
        self._show(f"Looking at {stage}…" if stage else "Looking…", is_running=True)
        self.bar.setValue(round(100 * fraction))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self.view.show_findings(findings)
        self._show(summary(findings), is_running=False)
        if self.isVisible() and not self.isAncestorOf(self.window().focusWidget() or self):
            self.view.begin()

    def show_failure(self, reason: str) -> None:
        self.view.show_findings([])
        self._show(reason, is_running=False)

    def _show(self, text: str, *, is_running: bool) -> None:
        self.said.setText(text)
        self.bar.setVisible(is_running)
        self.again.setEnabled(not is_running)
        self.view.setVisible(bool(self.view.rows))
        edits = [f for f in self.view.findings if f.fix is not None and f.fix.edit is not None]
        self.fix_all.setVisible(len(edits) > 1)
        if self.isVisible():
            self.place()


def summary(findings: Sequence[Finding]) -> str:
    """`2 things stop a send, 1 warning.`"""
    if not findings:
        return "All is well: nothing stands in the way."
    blockers = sum(finding.is_blocker for finding in findings)
    warnings = len(findings) - blockers
    parts = []
    if blockers:
        parts.append("1 thing stops the send" if blockers == 1 else f"{blockers} things stop it")
    if warnings:
        parts.append(f"{warnings} warning{'' if warnings == 1 else 's'}")
    return f"{', '.join(parts)}."
