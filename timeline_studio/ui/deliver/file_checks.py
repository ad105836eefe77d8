"""Whether the files of listed uploads are where the library thinks: looked for in the
background, a store may be far away."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.uploads import missing_files


class FileChecks(QObject):
    changed = Signal()  # some file turned out to be missing, or to be back

    def __init__(self, studio: Studio, tasks: BackgroundTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._missing: frozenset[int] = frozenset()
        self._is_looking = False

    def is_missing(self, upload_id: int) -> bool:
        return upload_id in self._missing

    def look(self, uploads: Iterable[Upload]) -> None:
        """Look for these files, unless a look is under way; an unreachable store tells nothing."""
        asked = list(uploads)
        if self._is_looking or not asked:
            return
        self._is_looking = True
        self._tasks.run(
            lambda: missing_files(self._studio, asked),
            done=self._on_looked,
            failed=lambda _error: self._on_looked(self._missing),
            priority=-1,
        )

    def _on_looked(self, missing: frozenset[int]) -> None:
        self._is_looking = False
        if missing != self._missing:
            self._missing = missing
            self.changed.emit()
