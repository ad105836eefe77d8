"""Free Space: what only saves time is told with its size, and cleared by a press."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from timeline_studio.settings import Home
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.space.space_popover import SpacePopover
from timeline_studio.workflows import Studio
from timeline_studio.workflows.export_jobs import EXPORT_JOB

LEFT = Qt.MouseButton.LeftButton


def test_caches_are_told_and_cleared(
    window: MainWindow, home: Home, tasks: BackgroundTasks, opened_urls: list[QUrl]
) -> None:
    keep(home.cache / "segments/ab/piece.mp4", 3_000_000)
    keep(home.cache / "objects/bucket/video.mp4", 2_000)
    popover = opened(window, tasks)
    assert popover.sizes["segments"].text() == "3.0 MB"
    assert popover.sizes["footage"].text() == "2.0 KB"
    assert not popover.buttons["rungs"].isEnabled()
    QTest.mouseClick(popover.buttons["segments"], LEFT)
    assert tasks.wait_idle()
    assert not (home.cache / "segments").exists()
    assert (home.cache / "objects/bucket/video.mp4").exists()
    assert popover.sizes["segments"].text() == "0 B"
    assert [toast.text.text() for toast in window.trouble.toasts.shown] == ["Freed 3.0 MB."]
    QTest.mouseClick(popover.findChild(QPushButton, "space-folder"), LEFT)
    assert [url.toLocalFile() for url in opened_urls] == [str(home.root)]


def test_what_a_running_export_needs_stays(
    window: MainWindow, studio: Studio, home: Home, tasks: BackgroundTasks
) -> None:
    keep(home.cache / "segments/ab/piece.mp4", 10)
    studio.queue.add(EXPORT_JOB, {"name": "Lake day", "userId": studio.user_id})
    studio.run(lambda work: work.jobs.claim([EXPORT_JOB], "a worker", timedelta(seconds=30)))
    popover = opened(window, tasks)
    QTest.mouseClick(popover.buttons["segments"], LEFT)
    assert tasks.wait_idle()
    assert (home.cache / "segments/ab/piece.mp4").exists()
    assert "when it has ended" in window.trouble.toasts.shown[-1].text.text()


def opened(window: MainWindow, tasks: BackgroundTasks) -> SpacePopover:
    window.shell_actions["free_space"].trigger()
    assert tasks.wait_idle()
    popover = window.space.popover
    assert popover is not None
    assert popover.isVisible()
    return popover


def keep(path: Path, size: int) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x" * size)
