"""Missing footage: found again in a folder, and put back, while the work goes on."""

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_studio.errors import StudioError
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.language import tr, tr_count
from timeline_studio.ui.media_bin.relink_popover import RelinkPopover
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.media import LostUpload, Match, find_matches, lost_uploads
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.uploads import relink_upload


class _StoppedError(StudioError):
    pass


class RelinkFlow(QObject):
    """One search or one relinking at a time, each can be cancelled."""

    relinked = Signal()
    said = Signal(str)
    failed = Signal(str)
    _looked = Signal(str)

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, anchor: QWidget
    ) -> None:
        super().__init__(anchor)
        self._studio = studio
        self._tasks = tasks
        self._theme = theme
        self._anchor = anchor
        self._cancelled = threading.Event()
        self._lost: Sequence[LostUpload] = ()
        self.popover: RelinkPopover | None = None
        self._looked.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)

    def open(self) -> None:
        """List what is missing."""
        if self.popover is None:
            self.popover = RelinkPopover(self._anchor, self._theme)
            self.popover.search_asked.connect(self.choose_folder)
            self.popover.relink_asked.connect(self.relink)
            self.popover.cancel_asked.connect(self.cancel)
            self.popover.closed.connect(self.cancel)
        self.popover.open()
        self._list()

    def choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._anchor.window(), tr("Search for missing media in"), str(Path.home())
        )
        if folder:
            self.search(Path(folder))

    def search(self, folder: Path) -> None:
        """Everything below it."""
        lost = self._lost
        self._begin(tr("Searching…"))
        self._tasks.run(
            lambda: find_matches(lost, folder, self._look),
            done=self._show_matches,
            failed=self._give_up,
        )

    def relink(self, matches: Sequence[Match]) -> None:
        """Copy these files into the library, in the places of those that are gone."""
        self._begin(tr("Relinking…"))

        def put_back() -> int:
            for number, match in enumerate(matches):
                self._look(number, match.path.name)
                relink_upload(
                    self._studio,
                    match.upload_id,
                    match.path,
                    progress=partial(self._copy, match.path.name),
                )
            return len(matches)

        self._tasks.run(put_back, done=self._on_relinked, failed=self._give_up)

    def cancel(self) -> None:
        self._cancelled.set()

    def _list(self) -> None:
        self._tasks.run(
            lambda: lost_uploads(self._studio), done=self._show_lost, failed=self._give_up
        )

    def _begin(self, words: str) -> None:
        self._cancelled.clear()
        if self.popover is not None:
            self.popover.show_work(words)

    def _look(self, _count: int, where: str) -> None:
        """Runs outside of the GUI thread; the queued signal takes it there."""
        if self._cancelled.is_set():
            raise _StoppedError(tr("The search was cancelled."))
        self._looked.emit(where)

    def _copy(self, name: str, _bytes: int) -> None:
        self._look(0, name)

    def _on_looked(self, where: str) -> None:
        if self.popover is not None:
            self.popover.show_place(where)

    def _show_lost(self, lost: Sequence[LostUpload]) -> None:
        self._lost = lost
        if self.popover is not None:
            self.popover.show_lost(lost)

    def _show_matches(self, matches: dict[int, Match]) -> None:
        if self.popover is not None:
            self.popover.show_matches(matches)

    def _on_relinked(self, count: int) -> None:
        self.said.emit(tr_count(count, "Relinked {n} file.", "Relinked {n} files."))
        self.relinked.emit()
        self._list()

    def _give_up(self, error: Exception) -> None:
        if self.popover is not None:
            self.popover.show_lost(self._lost)
        if isinstance(error, _StoppedError):
            self.relinked.emit()  # some of them may be back
        else:
            self.failed.emit(sentence_of(error))
            self._list()
