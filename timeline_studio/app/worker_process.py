"""Keeps one worker process alive beside the window."""

import logging
import sys

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from timeline_studio.settings import LOCAL, Account, Home, account_home

log = logging.getLogger(__name__)

RESTART_MS = 1_000
STABLE_MS = 30_000
MOST_CRASHES = 5


class WorkerProcess(QObject):
    """Starts the worker, and starts it again when it dies: a codec that crashes takes a job's
    attempt, never the window. Gives up, and says so, after five crashes in a row."""

    gave_up = Signal(str)

    def __init__(self, home: Home, account: Account = LOCAL, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._closing = False
        self._crashes = 0
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("TIMELINE_STUDIO_HOME", str(home.root))
        # Titles are drawn by Qt: the worker has no window, and needs no display.
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        self._process.setProcessEnvironment(environment)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        errors = account_home(home, account).logs / "worker-stderr.log"
        self._process.setStandardErrorFile(str(errors))
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._stable = QTimer(self, singleShot=True, interval=STABLE_MS)
        self._stable.timeout.connect(self._on_stable)
        self._restart = QTimer(self, singleShot=True, interval=RESTART_MS)
        self._restart.timeout.connect(self.start)

    @property
    def process_id(self) -> int:
        """0 while it is not running."""
        return self._process.processId()

    def start(self) -> None:
        if self._closing or self._process.state() != QProcess.ProcessState.NotRunning:
            return
        program, arguments = worker_command(self._account)
        self._process.start(program, arguments)
        self._stable.start()

    def close(self, *, grace_ms: int = 3_000) -> None:
        """Ask the worker to stop, and end it if it is busy: its job is taken up again at the
        next start."""
        self._closing = True
        self._restart.stop()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(grace_ms):
            self._process.kill()
            self._process.waitForFinished(grace_ms)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        """A process that ran says so by `finished`."""
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished(-1)

    def _on_finished(self, exit_code: int) -> None:
        if self._closing:
            return
        self._stable.stop()
        self._crashes += 1
        log.warning("The worker ended with exit code %d", exit_code)
        if self._crashes > MOST_CRASHES:
            self.gave_up.emit(
                "Exports and productions are paused: the worker stops again and again. "
                "Restart the program; the log folder says why."
            )
            return
        self._restart.start()

    def _on_stable(self) -> None:
        self._crashes = 0


def worker_command(account: Account) -> tuple[str, list[str]]:
    """This program again, as a worker of one account, whichever is chosen meanwhile; a bundle has
    no Python to call."""
    arguments = ["--account", account.name, "worker"]
    if getattr(sys, "frozen", False):
        return sys.executable, arguments
    return sys.executable, ["-m", "timeline_studio", *arguments]
