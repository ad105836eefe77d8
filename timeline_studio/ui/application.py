"""Starts Qt, dresses it, and catches what nobody else caught."""

import logging
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from timeline_studio import __version__
from timeline_studio.settings import resource
from timeline_studio.ui.theme import Theme, apply_theme

_DESKTOP_NAME = "timeline-studio"

log = logging.getLogger(__name__)


def start_application(theme: Theme, arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication of this process."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QCoreApplication.setApplicationName("Timeline Studio")
    QCoreApplication.setApplicationVersion(__version__)
    # What a desktop looks up to show the window under its own name and icon.
    QGuiApplication.setDesktopFileName(_DESKTOP_NAME)
    application = QApplication([_DESKTOP_NAME, *arguments])
    application.setWindowIcon(QIcon(str(resource("icons/timeline-studio.svg"))))
    apply_theme(application, theme)
    return application


def show_fatal(message: str) -> None:
    """The one line that stands between the user and no window at all."""
    print(message, file=sys.stderr)  # noqa: T201 - there may be nobody to see the box
    if QApplication.platformName() == "offscreen":
        return
    box = QMessageBox(QMessageBox.Icon.Critical, "Timeline Studio", message)
    box.exec()


def offer_local(message: str) -> Literal["again", "local", "quit"]:
    """The account in use cannot be opened: what the user wants instead."""
    print(message, file=sys.stderr)  # noqa: T201 - there may be nobody to see the box
    if QApplication.platformName() == "offscreen":
        return "quit"
    box = QMessageBox(QMessageBox.Icon.Warning, "Timeline Studio", message)
    again = box.addButton("Try Again", QMessageBox.ButtonRole.AcceptRole)
    local = box.addButton("Open the Local Library", QMessageBox.ButtonRole.ActionRole)
    box.addButton("Quit", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is again:
        return "again"
    return "local" if box.clickedButton() is local else "quit"


def report_bugs() -> None:
    """Log what reaches the top with its traceback. The window stays: the document is saved after
    every edit, so nothing is lost by going on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("A bug reached the top", exc_info=(kind, error, trace))
        window = QApplication.activeWindow()
        if window is not None and hasattr(window, "show_error"):
            window.show_error(
                f"Something went wrong inside the program ({kind.__name__}). Your timeline is "
                "saved; the log folder has the details."
            )

    sys.excepthook = hook
