"""Heavy footage gets a proxy by itself; its clips, the monitor and the menus tell of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from media_factory import stamped_video
from timeline_studio.jobs import Worker
from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.media import import_media, reference_to
from timeline_studio.workflows.proxies import PROXY_JOB, with_proxies


@pytest.fixture
def upload(studio: Studio, tmp_path: Path) -> Upload:
    """HEVC: heavy."""
    path = stamped_video(tmp_path / "phone.mp4", frames=50, rate=25, codec="libx265")
    return import_media(studio, [path])[0]


@pytest.fixture
def shown(upload: Upload, open_window, qtbot: QtBot, tasks: BackgroundTasks) -> MainWindow:
    """The footage is on the timeline."""
    window = open_window()
    qtbot.waitUntil(lambda: bool(window.panels.media.model.uploads))
    window.flows.placement.place([upload], "append")
    qtbot.waitUntil(lambda: window.document.timeline.duration > 0)
    assert tasks.wait_idle()
    return window


@pytest.fixture
def work(studio: Studio, shown: MainWindow, qtbot: QtBot) -> Callable[[], bool]:
    """The worker makes what was asked for, and the window hears of it."""

    def worked() -> bool:
        qtbot.waitUntil(lambda: bool(shown.flows.watch.entries))
        did = Worker(studio.library, studio.user_id, lanes(studio)[3]).run_once()
        shown.flows.watch.look()
        qtbot.waitUntil(lambda: not shown.flows.watch.entries)
        return did

    return worked


def jobs(studio: Studio) -> int:
    return len(studio.queue.list(types=[PROXY_JOB]))


def badge(window: MainWindow) -> QRect:
    """Where the mark of a proxy would be, on the only clip in the picture."""
    view = window.panels.timeline.view
    row = next(row for row in view.layout_of_tracks.rows if row.track.items)
    right = view.viewport.x_of(row.track.items[0].end)
    top = row.top - view.viewport.top + 1
    return QRect(QPoint(right - 24, top), QPoint(right - 4, top + 18))


def whites(window: MainWindow) -> int:
    image = window.panels.timeline.view.grab(badge(window)).toImage()
    return sum(
        image.pixelColor(x, y) == QColor("#FFFFFF")
        for x in range(image.width())
        for y in range(image.height())
    )


def test_it_is_made_marked_and_shown(studio, upload, shown, work, qtbot):
    window = shown
    monitor = window.panels.monitor
    assert jobs(studio) == 1
    before = whites(window)
    assert not monitor.head.proxy.isVisible()

    assert work()

    media = reference_to(upload)
    qtbot.waitUntil(lambda: window.flows.proxies.proxied == {media.url})
    assert monitor.head.proxy.isVisible()
    assert window.panels.clips.is_proxied(media.url)
    qtbot.waitUntil(lambda: whites(window) > before + 60)


def test_the_chip_chooses_between_proxy_and_original(studio, upload, shown, work, qtbot):
    assert work()
    monitor = shown.panels.monitor
    qtbot.waitUntil(monitor.head.proxy.isVisible)
    opened: list[str] = []
    monitor.pictures.arrived.connect(lambda picture: opened.append(picture.error))

    monitor.head.proxy.click()

    assert not monitor.switches.proxies.isChecked()
    qtbot.waitUntil(lambda: opened[-1:] == [""])
    assert monitor.head.proxy.isVisible()  # what stands for the footage is still there


def test_by_command_it_is_deleted_and_made_again(studio, upload, shown, work, qtbot, tasks):
    assert work()
    media = reference_to(upload)
    qtbot.waitUntil(lambda: bool(shown.flows.proxies.proxied))

    shown.shell_actions["delete_proxies"].trigger()
    qtbot.waitUntil(lambda: not shown.flows.proxies.proxied)
    assert with_proxies(studio, [media]) == frozenset()
    assert not shown.panels.monitor.head.proxy.isVisible()

    shown.shell_actions["make_proxies"].trigger()
    qtbot.waitUntil(lambda: jobs(studio) == 2)
    assert tasks.wait_idle()
    assert work()
    qtbot.waitUntil(lambda: shown.flows.proxies.proxied == {media.url})
    told = [toast.text.text() for toast in shown.trouble.toasts.shown]
    assert "1 proxy is being made." in told


def test_switched_off_none_is_made_by_itself(
    studio, upload, open_window, qtbot, tasks, preferences
):
    window = open_window()
    window.shell_actions["automatic_proxies"].trigger()
    assert not window.flows.proxies.is_automatic
    window.flows.placement.place([upload], "append")
    qtbot.waitUntil(lambda: window.document.timeline.duration > 0)
    assert tasks.wait_idle()
    assert jobs(studio) == 0

    window.shell_actions["automatic_proxies"].trigger()

    qtbot.waitUntil(lambda: jobs(studio) == 1)
    assert preferences.get("automatic_proxies") is True
