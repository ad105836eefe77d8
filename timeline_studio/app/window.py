"""Opens the window: studio, worker process, panels."""

import signal
from types import FrameType

from PySide6.QtCore import QCoreApplication, QTimer

from timeline_studio.app.composition import open_studio
from timeline_studio.app.logs import start_log
from timeline_studio.app.worker_process import WorkerProcess
from timeline_studio.errors import StudioError
from timeline_studio.settings import Home, Preferences
from timeline_studio.ui.application import report_bugs, show_fatal, start_application
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Theme


def run_window(home: Home, project_id: int | None) -> int:
    """The program's exit code: 1 when the home or the project cannot be opened."""
    theme = Theme.load("dark")
    application = start_application(theme)
    try:
        studio = open_studio(home)
    except StudioError as error:
        show_fatal(str(error))
        return 1
    start_log(home, "window")
    report_bugs()
    tasks = BackgroundTasks()
    worker = WorkerProcess(home)
    try:
        window = MainWindow(
            studio, Preferences(home.preferences), tasks, theme, project_id=project_id
        )
    except StudioError as error:
        show_fatal(str(error))
        return 1
    worker.gave_up.connect(window.show_error)
    window.show()
    worker.start()
    signals = _close_by_signals()
    code = application.exec()
    signals.stop()
    worker.close()
    tasks.close()
    studio.library.close()
    return code


def _close_by_signals() -> QTimer:
    """Ctrl+C, and a session that ends, close the window as its own button does.

    Closing waits for the event loop: the signal may come in the middle of a paint. Python sees
    signals only between its own instructions; the timer gives it some now and then.
    """

    def close(_number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, QCoreApplication.quit)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, close)
    timer = QTimer(interval=250)
    timer.timeout.connect(lambda: None)
    timer.start()
    return timer
