"""Opens the window on one account's library after the other, as they are asked for."""

import signal
from types import FrameType

from PySide6.QtCore import QCoreApplication, QTimer

from timeline_studio.app.account_window import AccountWindow
from timeline_studio.app.program import Program
from timeline_studio.errors import StudioError
from timeline_studio.settings import LOCAL, Account, Preferences
from timeline_studio.ui.application import (
    offer_local,
    report_bugs,
    show_fatal,
    start_application,
)
from timeline_studio.ui.language import Language
from timeline_studio.ui.theme import Appearance, Theme
from timeline_studio.workflows import Studio


def run_window(program: Program, project_id: int | None) -> int:
    """The program's exit code: 1 when the home, the account or the project cannot be opened."""
    theme = Theme.load("dark")
    application = start_application(theme)
    preferences = Preferences(program.home.preferences)
    appearance, language = Appearance(theme, preferences), Language(preferences)
    language.wear(application)
    report_bugs()
    signals = _close_by_signals()
    studio = _first_studio(program)
    code = 1
    while studio is not None:
        try:
            window = AccountWindow(program, studio, appearance, language, project_id)
        except StudioError as error:
            studio.library.close()
            show_fatal(str(error))
            code = 1
            break
        code, studio = window.run()
        project_id = None
    signals.stop()
    return code


def _first_studio(program: Program) -> Studio | None:
    """Of the account in use; where it cannot be opened, Local's if that is wanted."""
    account: Account | None = None
    while True:
        try:
            return program.open_studio(account)
        except StudioError as error:
            if account is LOCAL or _is_local(program):
                show_fatal(str(error))
                return None
            match offer_local(str(error)):
                case "local":
                    account = LOCAL
                case "again":
                    continue
                case _:
                    return None


def _is_local(program: Program) -> bool:
    try:
        return program.account.is_local
    except StudioError:  # of the accounts' file: Local works without it
        return False


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
