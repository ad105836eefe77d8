"""What a user does to keep footage in order, each off the GUI thread."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.workflows.media import (
    add_folder,
    list_folders,
    mark_favourite,
    move_to_folder,
    note_use,
    remove_folder,
    rename_folder,
)
from timeline_studio.workflows.studio import Studio


class BinKeeping(QObject):
    """`changed` after each; `folders_listed` carries the library's MediaFolders, by name."""

    changed = Signal()
    folders_listed = Signal(object)
    failed = Signal(str)

    def __init__(self, studio: Studio, tasks: BackgroundTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks

    def list_folders(self) -> None:
        self._tasks.run(
            lambda: list_folders(self._studio),
            done=self.folders_listed.emit,
            failed=self._complain,
        )

    def add_folder(self, name: str) -> None:
        self._do(lambda: add_folder(self._studio, name))

    def rename_folder(self, folder_id: int, name: str) -> None:
        self._do(lambda: rename_folder(self._studio, folder_id, name))

    def remove_folder(self, folder_id: int) -> None:
        self._do(lambda: remove_folder(self._studio, folder_id))

    def move(self, upload_ids: Collection[int], folder_id: int | None) -> None:
        self._do(lambda: move_to_folder(self._studio, upload_ids, folder_id))

    def mark(self, upload_ids: Collection[int], *, is_favourite: bool) -> None:
        self._do(lambda: mark_favourite(self._studio, upload_ids, is_favourite=is_favourite))

    def note_use(self, upload_ids: Collection[int]) -> None:
        """Says nothing where one of them is gone by now."""
        self._tasks.run(
            lambda: note_use(self._studio, upload_ids),
            done=lambda _none: self.changed.emit(),
            failed=lambda _error: None,
        )

    def _do(self, step: Callable[[], object]) -> None:
        def done(_answer: object) -> None:
            self.list_folders()
            self.changed.emit()

        self._tasks.run(step, done=done, failed=self._complain)

    def _complain(self, error: Exception) -> None:
        self.failed.emit(sentence_of(error))
