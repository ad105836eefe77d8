"""Showing files with the desktop's own programs."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.language import tr
from timeline_studio.workflows.studio import Studio

OpenUrl = Callable[[QUrl], bool]


class StoredFiles(QObject):
    """`open_url` is the desktop's; it answers False where there is none."""

    failed = Signal(str)

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        parent: QObject | None = None,
        *,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._open_url = open_url

    def play(self, upload: Upload) -> None:
        """In the desktop's player."""
        self._with_path(upload, is_folder=False)

    def show_file(self, upload: Upload) -> None:
        """Its folder, in the desktop's file manager."""
        self._with_path(upload, is_folder=True)

    def show_file_of(self, upload_id: int) -> None:
        """The same, by the upload's id."""

        def find() -> str:
            with self._studio.reading() as work:
                upload = work.uploads.get(upload_id)
            return str(self._studio.media_store.fetch(upload.s3_key).parent)

        self._show(find)

    def open(self, url: QUrl) -> None:
        if not self._open_url(url):
            self.failed.emit(
                tr(
                    "No program could open {address}.",
                    address=url.toDisplayString(),
                )
            )

    def _with_path(self, upload: Upload, *, is_folder: bool) -> None:
        def find() -> str:
            path = self._studio.media_store.fetch(upload.s3_key)
            return str(path.parent if is_folder else path)

        self._show(find)

    def _show(self, find: Callable[[], str]) -> None:
        self._tasks.run(
            find,
            done=lambda path: self.open(QUrl.fromLocalFile(path)),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )
