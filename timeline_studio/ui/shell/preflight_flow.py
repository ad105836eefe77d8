"""Check Timeline: what stands in the way of a send, walked and put right before it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_studio.library import Project, Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.leaving_text import hand_in_words
from timeline_studio.ui.media_bin.media_import import MediaImport
from timeline_studio.ui.picker.timelines import TimelinePicker
from timeline_studio.ui.preflight.check_popover import CheckPopover
from timeline_studio.ui.preflight.fixing import Fixing
from timeline_studio.ui.preflight.timeline_check import TimelineCheck
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.media import reference_to
from timeline_studio.workflows.preflight import Finding, relinked
from timeline_studio.workflows.studio import Studio


class PreflightFlow(QObject):
    """`fixing` serves the list here and the one of a send."""

    def __init__(
        self,
        *,
        studio: Studio,
        tasks: BackgroundTasks,
        theme: Theme,
        document: TimelineDocument,
        session: ProjectSession,
        picker: TimelinePicker,
        importer: MediaImport,
        free_space: Callable[[], None],
        anchor: QWidget,
        show_edit: Callable[[], None],
        show_accounts: Callable[[], None],
    ) -> None:
        super().__init__(anchor)
        self._studio = studio
        self._theme = theme
        self._document = document
        self._session = session
        self._importer = importer
        self._anchor = anchor
        self._show_edit = show_edit
        self._checks_again = False
        self.popover: CheckPopover | None = None
        self.check = TimelineCheck(studio, tasks, self)
        self.fixing = Fixing(
            document,
            {
                "name": lambda _finding: self._name(picker),
                "relink": self._relink,
                "free_space": lambda _finding: free_space(),
                "accounts": lambda _finding: show_accounts(),
            },
            self,
        )
        self.fixing.edited.connect(self._check_again)
        session.renamed.connect(self._on_renamed)
        session.opened.connect(self._on_opened)

    def open(self) -> None:
        """Save every edit, then look at what is stored."""
        hand_in_words(self._anchor.window())
        self._the_popover().open()
        self._begin()

    def cancel(self) -> None:
        self.check.cancel()

    def go_to(self, finding: Finding) -> None:
        self._show_edit()
        self.fixing.go_to(finding)

    def _begin(self) -> None:
        self._the_popover().show_progress(0, "")
        self._session.flush(self._on_saved)

    def _on_saved(self, is_saved: bool) -> None:
        project = self._session.project
        if project is not None and is_saved:
            self.check.start(project.id)
        else:
            self._the_popover().show_failure("The timeline is not saved, so it was not checked.")

    def _check_again(self, _fixed: object) -> None:
        if self.popover is not None and self.popover.isVisible():
            self._begin()

    def _name(self, picker: TimelinePicker) -> None:
        self._checks_again = self.popover is not None and self.popover.isVisible()
        picker.rename_current()

    def _on_renamed(self, _project: Project) -> None:
        if self._checks_again:
            self._checks_again = False
            self.open()

    def _on_opened(self, _project: Project) -> None:
        """What was found is another timeline's."""
        self._checks_again = False
        self.check.cancel()
        if self.popover is not None:
            self.popover.dismiss()

    def _relink(self, finding: Finding) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._anchor.window(), "Choose the file to show instead"
        )
        if name:
            loads = self._document.loads
            self._importer.start(
                [Path(name)], then=lambda uploads: self._show_instead(finding, uploads[0], loads)
            )

    def _show_instead(self, finding: Finding, upload: Upload, loads: int) -> None:
        url = finding.media_url
        if url is None or loads != self._document.loads:
            return
        media = reference_to(upload)
        if self._document.apply("Relink", lambda timeline: relinked(timeline, url, media)):
            self.fixing.edited.emit([finding])

    def _the_popover(self) -> CheckPopover:
        if self.popover is None:
            popover = self.popover = CheckPopover(self._anchor, self._theme)
            popover.fix_pressed.connect(self.fixing.fix)
            popover.fix_all_pressed.connect(self.fixing.fix_all)
            popover.place_pressed.connect(self.go_to)
            popover.again_pressed.connect(self._begin)
            popover.closed.connect(self.check.cancel)
            self.check.progressed.connect(popover.show_progress)
            self.check.checked.connect(popover.show_findings)
            self.check.failed.connect(popover.show_failure)
        return self.popover
