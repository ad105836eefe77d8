"""What is seen most, at each size, in each theme, and twice as large: `states/`.

`states.py HOME PROJECT SCALE` takes those of one scale: Qt scales once, at its start.
"""

import os
import sys
from pathlib import Path
from subprocess import run

from camera import LARGE, SMALL, Shown, choose_clip, window_on
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from timeline_studio.settings import Home
from timeline_studio.ui.application import start_application
from timeline_studio.ui.theme import Theme

SIZES = {"1": (SMALL, LARGE), "2": (SMALL,)}


def take_states(home: Home, project_id: int) -> None:
    for scale in SIZES:
        command = [sys.executable, __file__, str(home.root), str(project_id), scale]
        environment = {**os.environ, "QT_SCALE_FACTOR": scale}
        run(command, env=environment, check=True)  # noqa: S603 - this very file


def main(root: str, project_id: str, scale: str) -> int:
    theme = Theme.load("dark")
    start_application(theme)
    with window_on(Home(Path(root)), theme, int(project_id)) as shown:
        for look in ("dark", "light"):
            shown.window.findChild(QAction, f"theme_{look}").trigger()
            for size in SIZES[scale]:
                width = f"{size[0]}" if scale == "1" else f"{size[0]}-at-{scale}00"
                take_all(shown, f"{width}-{look}", size)
    return 0


def take_all(shown: Shown, mark: str, size: tuple[int, int]) -> None:
    """As `states/NAME-MARK.png`."""
    window, inspector = shown.window, shown.window.panels.inspector
    window.resize(*size)
    shown.settle()
    choose_clip(shown)
    shown.take(f"states/edit-{mark}", size)
    inspector.show_page("History")
    shown.take(f"states/history-{mark}", size)
    inspector.show_page("Inspector")
    window.shell_actions["palette"].trigger()
    shown.take(f"states/palette-{mark}", size)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    window.shell_actions["workspace_review"].trigger()
    shown.take(f"states/review-{mark}", size)
    window.shell_actions["show_exports"].trigger()
    shown.take(f"states/exports-{mark}", size)
    window.shell_actions["workspace_edit"].trigger()
    inspector.show_page("Inspector")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
