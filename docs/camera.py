"""A window of the program, and a camera before it, for the pictures in this folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QPixmap
from small_png import save_small

from timeline_studio.app.composition import open_studio
from timeline_studio.app.program import Program
from timeline_studio.settings import Home, Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Theme

DOCS = Path(__file__).parent
SMALL, LARGE = (1280, 800), (1920, 1080)
QUIET_MS = 3_000
PATIENCE_MS = 180_000


@dataclass
class Shown:
    """A window, and the camera before it."""

    window: MainWindow
    tasks: BackgroundTasks

    def take(self, name: str, size: tuple[int, int] = SMALL) -> None:
        self.window.resize(*size)
        self.settle()
        self.shoot(name)

    def shoot(self, name: str) -> None:
        save(self.window.grab(), name)

    def settle(self) -> None:
        """Until every picture and number on the screen has come in."""
        self.tasks.wait_idle()
        handle_events(QUIET_MS)
        self.tasks.wait_idle()


def save(picture: QPixmap, name: str) -> None:
    path = DOCS / f"{name}.png"
    path.parent.mkdir(exist_ok=True)
    save_small(picture.toImage(), path)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


def choose_clip(shown: Shown) -> None:
    document, panels = shown.window.document, shown.window.panels
    clip = document.timeline.video_tracks[0].items[1]
    sound = document.timeline.audio_tracks[0].items[1]
    document.select([clip.id, sound.id])
    document.set_playhead(clip.start + clip.duration // 2)
    panels.timeline.editor_actions["fit"].trigger()


@contextmanager
def window_on(home: Home, theme: Theme, project_id: int | None = None) -> Iterator[Shown]:
    studio, tasks = open_studio(home), BackgroundTasks()
    preferences = Preferences(home.preferences)
    desk = Program(home).desk
    window = MainWindow(studio, preferences, tasks, theme, desk=desk, project_id=project_id)
    window.resize(*SMALL)
    window.show()
    shown = Shown(window, tasks)
    shown.settle()
    try:
        yield shown
    finally:
        window.close()
        studio.library.close()


def wait_until(condition: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        if patience.hasExpired():
            raise SystemExit("It took too long; nothing more is to be expected.")
        handle_events(50)


def handle_events(milliseconds: int) -> None:
    end, loop = QDeadlineTimer(milliseconds), QEventLoop()
    flags = QEventLoop.ProcessEventsFlag
    while not end.hasExpired():
        loop.processEvents(flags.AllEvents | flags.WaitForMoreEvents, max(1, end.remainingTime()))
