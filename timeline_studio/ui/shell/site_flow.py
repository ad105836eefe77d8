"""Writing a site from the window: what and where to, progress, cancel, and what came of it."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_studio.errors import StudioError
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.shell.site_popover import SitePopover
from timeline_studio.workflows.publications import SpaceRow, list_spaces
from timeline_studio.workflows.site import WrittenSite, write_site
from timeline_studio.workflows.studio import Studio


class _WritingStoppedError(StudioError):
    pass


class SiteFlow(QObject):
    """One site at a time. `written` carries what to say, and the folder."""

    written = Signal(str, Path)
    said = Signal(str)
    failed = Signal(str)
    _reported = Signal(float, str)

    def __init__(self, studio: Studio, tasks: BackgroundTasks, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._tasks = tasks
        self._window = window
        self._popover: SitePopover | None = None
        self._cancelled = threading.Event()
        self._latest: tuple[float, str] | None = None  # while a site is written
        self._folder = ""
        self._reported.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def is_writing(self) -> bool:
        return self._latest is not None

    def open(self, anchor: QWidget) -> None:
        def show(rows: list[SpaceRow]) -> None:
            popover = self._popover = SitePopover(anchor, rows)
            popover.closed.connect(self._on_closed)
            popover.folder_pressed.connect(self._choose_folder)
            popover.cancel_pressed.connect(self.cancel)
            if self._latest is not None:
                popover.show_progress(*self._latest)
            popover.open()

        self._tasks.run(
            lambda: list_spaces(self._studio),
            done=show,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def write(self, folder: Path, space_slug: str | None = None, *, members: bool = False) -> None:
        if self.is_writing:
            return
        self._cancelled.clear()
        self._show_progress(0.0, "Looking at what is published…")
        self._tasks.run(
            lambda: write_site(
                self._studio,
                folder,
                space_slug=space_slug,
                members=members,
                progress=self._report,
            ),
            done=self._on_written,
            failed=self._on_failed,
        )

    def cancel(self) -> None:
        self._cancelled.set()

    def _choose_folder(self) -> None:
        popover = self._popover
        if popover is None:
            return
        slug, members = popover.space_slug, popover.with_members
        name = QFileDialog.getExistingDirectory(self._window, "Folder of the site", self._folder)
        if name:
            self._folder = name
            self.write(Path(name), slug, members=members)

    def _report(self, fraction: float, words: str) -> None:
        """Runs outside of the GUI thread; the queued signal takes it there."""
        if self._cancelled.is_set():
            raise _WritingStoppedError("The writing of the site was cancelled.")
        self._reported.emit(fraction, words)

    def _show_progress(self, fraction: float, words: str) -> None:
        self._latest = (fraction, words)
        if self._popover is not None:
            self._popover.show_progress(fraction, words)

    def _on_written(self, site: WrittenSite) -> None:
        self._end()
        self.written.emit(_summary(site), site.index.parent)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, _WritingStoppedError):
            self.said.emit("Stopped. The site is as it was; the next time goes on from here.")
        else:
            self.failed.emit(sentence_of(error))

    def _end(self) -> None:
        self._latest = None
        if self._popover is not None:
            self._popover.dismiss()

    def _on_closed(self) -> None:
        if self._popover is not None:
            self._popover.deleteLater()
            self._popover = None


def _summary(site: WrittenSite) -> str:
    videos = "1 video" if site.videos == 1 else f"{site.videos} videos"
    text = f"Wrote a site of {videos}: {site.copied} files are new, {site.unchanged} were there."
    if site.left_out:
        text += f" Left out: {', '.join(site.left_out[:3])}" + ("…" if site.left_out[3:] else ".")
    return text
