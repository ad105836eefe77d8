"""The window on one account's library, with the worker beside it."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from timeline_studio.app.ahead import ahead_command
from timeline_studio.app.encoder_trials import trials_command
from timeline_studio.app.handover import LinkListener
from timeline_studio.app.logs import start_log
from timeline_studio.app.program import Program
from timeline_studio.app.worker_process import WorkerProcess
from timeline_studio.errors import StudioError
from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.language import Language
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Appearance
from timeline_studio.workflows import Studio


class AccountWindow:
    """`run` ends when the window closes: for good, or for another account's.

    Raises a StudioError when the project cannot be opened.
    """

    def __init__(
        self,
        program: Program,
        studio: Studio,
        appearance: Appearance,
        language: Language,
        project_id: int | None,
    ) -> None:
        self._program = program
        self._studio = studio
        self._next: Studio | None = None
        self._tasks = BackgroundTasks()
        start_log(studio.home, "window")
        self._window = MainWindow(
            studio,
            Preferences(studio.home.preferences),
            self._tasks,
            appearance.theme,
            desk=program.desk,
            project_id=project_id,
            ahead_command=ahead_command(studio.account),
            trials_command=trials_command(),
            appearance=appearance,
            language=language,
        )
        self._window.account_requested.connect(self._on_account_requested)
        self._worker = WorkerProcess(program.home, studio.account)
        self._worker.gave_up.connect(self._window.show_error)
        self._links = LinkListener(program.home, self._window)
        self._links.received.connect(self._window.open_link)

    def run(self) -> tuple[int, Studio | None]:
        """The exit code, and the studio of the account that was asked for."""
        self._window.show()
        self._worker.start()
        self._links.listen()
        code = QCoreApplication.exec()
        self._links.close()
        self._worker.close()
        self._tasks.close()
        self._studio.library.close()
        self._window.deleteLater()
        return code, self._next

    def _on_account_requested(self, name: str) -> None:
        """Open it first: where that fails, this window stays as it is, and says why."""

        def open_studio() -> Studio:
            account = self._program.accounts.get(name)
            studio = self._program.open_studio(account)
            self._program.accounts.choose(name)
            return studio

        self._window.status.say(f"Opening {name} …")
        self._tasks.run(
            open_studio,
            done=self._go_on_with,
            failed=lambda error: self._window.refuse_account(sentence_of(error)),
        )

    def _go_on_with(self, studio: Studio) -> None:
        """Closing saves the open timeline; a window that stays keeps its account."""
        if self._next is not None or not self._window.close():
            studio.library.close()
            with suppress(StudioError):
                self._program.accounts.choose(self._studio.account.name)
            return
        self._next = studio
