"""Watch pages of productions, served on this computer while the window is open."""

from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject, Signal

from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.watching import serve_production


class WatchPages(QObject):
    """One server a production, started when its page is first asked for."""

    failed = Signal(str)

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._servers = ExitStack()
        self._addresses: dict[int, str] = {}

    def with_address(self, production_id: int, then: Callable[[str], None]) -> None:
        """Call `then` with the page's address."""
        if production_id in self._addresses:
            then(self._addresses[production_id])
            return

        def serve() -> str:
            page = serve_production(self._studio, production_id)
            return self._servers.enter_context(page)

        def show(address: str) -> None:
            self._addresses[production_id] = address
            then(address)

        self._tasks.run(serve, done=show, failed=lambda error: self.failed.emit(sentence_of(error)))

    def close(self) -> None:
        self._servers.close()
        self._addresses.clear()
