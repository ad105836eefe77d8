"""What every test with widgets shares: a dressed application, real footage, a window."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keyring_file import FileKeyring
from media_factory import stamped_video, still_png, tone
from timeline_studio.app.program import Program
from timeline_studio.library import Upload
from timeline_studio.settings import Home, Preferences, SystemSecrets
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Theme, apply_theme
from timeline_studio.workflows import Studio
from timeline_studio.workflows.accounts import AccountDesk
from timeline_studio.workflows.media import import_media

OpenWindow = Callable[..., MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no window manager to give size hints to, and says so."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    dark = Theme.load("dark")
    if qapp.property("dressed") is None:
        apply_theme(qapp, dark)
        qapp.setProperty("dressed", True)
    return dark


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[BackgroundTasks]:
    """Work that ends in anything but an answer or a StudioError fails the test."""
    made = BackgroundTasks()
    bugs: list[Exception] = []
    made.unexpected.connect(bugs.append)
    yield made
    made.wait_idle()
    made.close()
    assert bugs == []


@pytest.fixture
def preferences(home: Home, studio: Studio) -> Preferences:
    return Preferences(home.preferences)


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    """Two seconds of numbered pictures at 25 fps, with sound."""
    return stamped_video(tmp_path / "beach.mp4", frames=50, rate=Fraction(25), clicks_at=[0.5, 1.5])


@pytest.fixture
def uploads(studio: Studio, footage: Path, tmp_path: Path) -> list[Upload]:
    """A video with sound, sound alone, and a still, in the library."""
    music = tone(tmp_path / "music.wav")
    logo = still_png(tmp_path / "logo.png")
    return import_media(studio, [footage, music, logo])


@pytest.fixture
def opened_urls() -> list[QUrl]:
    """What the window asked the desktop to open."""
    return []


@pytest.fixture
def desk(home: Home, tmp_path: Path) -> AccountDesk:
    """The accounts of the test's home, with a keyring of its own."""
    keyring = FileKeyring(tmp_path / "keyring.json")
    return Program(home, SystemSecrets(keyring, environ={})).desk


@pytest.fixture
def open_window(
    qtbot: QtBot,
    studio: Studio,
    preferences: Preferences,
    tasks: BackgroundTasks,
    theme: Theme,
    opened_urls: list[QUrl],
    desk: AccountDesk,
) -> Iterator[OpenWindow]:
    """Opens windows of one program, shown and settled; they are closed afterwards."""
    windows: list[MainWindow] = []

    def open_url(url: QUrl) -> bool:
        opened_urls.append(url)
        return True

    def make(project_id: int | None = None, ahead_command: Sequence[str] = ()) -> MainWindow:
        window = MainWindow(
            studio,
            preferences,
            tasks,
            theme,
            desk=desk,
            project_id=project_id,
            open_url=open_url,
            ahead_command=ahead_command,
        )
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        assert tasks.wait_idle()
        return window

    yield make
    for window in windows:
        assert window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window()
