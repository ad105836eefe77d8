"""The feed and the pages of productions, served on this computer while the window is open."""

import threading
from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject, Signal

from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.workflows.publications import PublicationRow
from timeline_studio.workflows.sharing import share_link, share_publication
from timeline_studio.workflows.site import serve_site
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.watching import publication_path, watch_path


class WatchPages(QObject):
    """One server for all, started when a page is first asked for."""

    failed = Signal(str)

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._starting = threading.Lock()
        self._server = ExitStack()
        self._feed: str | None = None

    def with_address(self, production_id: int, then: Callable[[str], None]) -> None:
        """Call `then` with the address of the production's page."""
        self._run(lambda: self._site() + watch_path(self._studio, production_id), then)

    def with_link(self, production_id: int, then: Callable[[str], None]) -> None:
        """Call `then` with a link for others: a signed one where the outputs lie in S3, else the
        address of the page, which this computer serves."""

        def find() -> str:
            signed = share_link(self._studio, production_id)
            return signed or self._site() + watch_path(self._studio, production_id)

        self._run(find, then)

    def with_publication(self, row: PublicationRow, then: Callable[[str], None]) -> None:
        """As `with_address`, also for a publication that is older than productions."""
        self._run(lambda: self._site() + publication_path(self._studio, row), then)

    def with_publication_link(self, row: PublicationRow, then: Callable[[str], None]) -> None:
        """As `with_link`, also for a publication that is older than productions."""

        def find() -> str:
            signed = share_publication(self._studio, row)
            return signed or self._site() + publication_path(self._studio, row)

        self._run(find, then)

    def with_feed(self, then: Callable[[str], None]) -> None:
        """Call `then` with the address of the list of all productions."""
        self._run(self._site, then)

    def close(self) -> None:
        with self._starting:
            self._server.close()
            self._feed = None

    def _site(self) -> str:
        """Runs outside of the GUI thread, on several at once."""
        with self._starting:
            if self._feed is None:
                self._feed = self._server.enter_context(serve_site(self._studio))
            return self._feed

    def _run(self, find: Callable[[], str], then: Callable[[str], None]) -> None:
        self._tasks.run(find, done=then, failed=lambda error: self.failed.emit(sentence_of(error)))
