"""A desk: the program's own parts over one home, its worker process, and windows on it."""

import resource
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from media_factory import stamped_video
from timeline_studio.app.composition import open_studio
from timeline_studio.app.program import Program
from timeline_studio.app.worker_process import WorkerProcess
from timeline_studio.settings import Home, Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Theme, apply_theme
from window_driver import WORK_MS, WindowDriver


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no window manager: it says so when a window asks for one."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Once: to style every widget anew takes a second."""
    dark = Theme.load("dark")
    apply_theme(qapp, dark)
    return dark


class Desk:
    """Starts the window as the program does: a studio, preferences and tasks of its own each
    time, over the same home."""

    def __init__(self, qtbot: QtBot, home: Home, theme: Theme) -> None:
        self.home = home
        self.opened_urls: list[QUrl] = []
        self.bugs: list[Exception] = []
        self._qtbot = qtbot
        self._theme = theme
        self._parts = ExitStack()
        self._windows: list[WindowDriver] = []

    def open(self, project_id: int | None = None) -> WindowDriver:
        studio = open_studio(self.home)
        self._parts.callback(studio.library.close)
        tasks = BackgroundTasks()
        self._parts.callback(tasks.close)
        tasks.unexpected.connect(self.bugs.append)
        window = MainWindow(
            studio,
            Preferences(self.home.preferences),
            tasks,
            self._theme,
            desk=Program(self.home).desk,
            project_id=project_id,
            open_url=self._open_url,
        )
        driver = WindowDriver(self._qtbot, window, studio, tasks)
        self._windows.append(driver)
        return driver

    def start_worker(self) -> WorkerProcess:
        self.home.prepare()
        worker = WorkerProcess(self.home)
        self._parts.callback(worker.close)
        worker.start()
        return worker

    def clear(self) -> None:
        for driver in self._windows:
            driver.abandon()
        self._parts.close()

    def _open_url(self, url: QUrl) -> bool:
        self.opened_urls.append(url)
        return True


@pytest.fixture
def desk(qtbot: QtBot, home: Home, theme: Theme) -> Iterator[Desk]:
    made = Desk(qtbot, home, theme)
    yield made
    made.clear()
    assert made.bugs == []


@pytest.fixture
def window(desk: Desk) -> WindowDriver:
    """On an empty home."""
    return desk.open()


@pytest.fixture
def worker(desk: Desk) -> WorkerProcess:
    """A real one, in a process of its own."""
    return desk.start_worker()


@pytest.fixture
def beach(tmp_path: Path) -> Path:
    """Three seconds at 25 fps, pictures 0 to 74, a click at 0.5 s."""
    path = tmp_path / "beach.mp4"
    return stamped_video(path, frames=75, rate=Fraction(25), size=(640, 360), clicks_at=[0.5])


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    """Two seconds at 25 fps, pictures 1000 to 1049, a click at 1.5 s."""
    path = tmp_path / "lake.mp4"
    return stamped_video(
        path,
        frames=50,
        rate=Fraction(25),
        size=(640, 360),
        start_number=1000,
        clicks_at=[1.5],
    )


@pytest.fixture
def eventually(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """Handles events until a condition holds; for what another process does."""

    def wait(condition: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(condition()), timeout=WORK_MS)

    return wait


@pytest.fixture
def full_disk() -> Iterator[Callable[[bool], None]]:
    """Switches on and off that no file takes more bytes, for this process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def switch(is_full: bool) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512 if is_full else soft, hard))

    yield switch
    switch(False)
