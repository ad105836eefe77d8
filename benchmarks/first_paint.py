"""The program as its command line starts it; it ends when its window was painted first.

Prints the seconds since the moment that is given, and those of processor time.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from timeline_studio.app.main import main as start
from timeline_studio.ui.application import start_application
from timeline_studio.ui.theme import Theme


class _FirstPaint(QObject):
    """Closes the main window as soon as it has been painted."""

    def __init__(self, began: float) -> None:
        super().__init__()
        self._began = began
        self._is_over = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        is_paint = event.type() == QEvent.Type.Paint and watched.inherits("QMainWindow")
        if is_paint and not self._is_over:
            self._is_over = True
            QTimer.singleShot(0, watched, lambda: self._report(watched))
        return False

    def _report(self, window: QObject) -> None:
        print(f"first paint: {time.time() - self._began:.3f} {time.process_time():.3f}", flush=True)
        window.close()


def main() -> int:
    application = start_application(Theme.load("dark"))
    watch = _FirstPaint(float(sys.argv[1]))
    application.installEventFilter(watch)
    return start([])


if __name__ == "__main__":
    sys.exit(main())
