"""The Send popover: where it is published, and how long it will take, before it begins."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.app.composition import work
from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.send_popover import SendPopover
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import rename_project
from timeline_studio.workflows.publications import add_space, list_publications
from timeline_studio.workflows.sends import list_productions

WORK_MS = 60_000


@pytest.fixture
def serve_queue(studio: Studio) -> Iterator[Callable[[], None]]:
    stop = threading.Event()
    thread = threading.Thread(target=lambda: work(studio, stop.is_set))
    yield thread.start
    stop.set()
    if thread.is_alive():
        thread.join(60)


@pytest.fixture
def cut(
    window: MainWindow, uploads: list[Upload], studio: Studio, tasks: BackgroundTasks
) -> MainWindow:
    window.panels.media.refresh()
    session = window.flows.session
    session.show_renamed(rename_project(studio, session.project.id, "Lake day"))
    window.flows.placement.place(uploads[:1], "append")
    assert tasks.wait_idle()
    return window


def test_spaces_are_chosen_while_it_is_on_its_way_and_time_is_told(
    cut: MainWindow,
    studio: Studio,
    tasks: BackgroundTasks,
    qtbot: QtBot,
    serve_queue: Callable[[], None],
) -> None:
    films, members = add_space(studio, "Films & more"), add_space(studio, "Members")
    popover = send(cut, tasks)
    assert "known after the first send" in popover.estimate.text()
    assert popover.spaces.text() == "No space"
    choose(qtbot, popover, 0)
    choose(qtbot, popover, 1)
    assert popover.spaces.chosen == (films.id, members.id)
    assert popover.spaces.text() == "2 spaces"
    choose(qtbot, popover, 1)
    assert popover.spaces.text() == "Films && more"
    assert tasks.wait_idle()
    serve_queue()
    qtbot.waitUntil(lambda: len(list_publications(studio)) > 0, timeout=WORK_MS)
    assert [row.space.name for row in list_publications(studio)] == ["Films & more"]
    qtbot.waitUntil(lambda: cut.flows.sends.stages.is_finished, timeout=WORK_MS)

    again = send(cut, tasks)
    assert again.estimate.text().startswith("About 0:")
    assert again.estimate.text().endswith("in all, by your earlier sends.")
    assert again.spaces.chosen == ()  # nothing is published that was not asked for
    qtbot.waitUntil(lambda: len(list_productions(studio)) == 2, timeout=WORK_MS)


def send(window: MainWindow, tasks: BackgroundTasks) -> SendPopover:
    QTest.mouseClick(window.header.send, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()
    popover = window.overlays.send
    assert popover is not None
    assert popover.isVisible()
    return popover


def choose(qtbot: QtBot, popover: SendPopover, row: int) -> None:
    """Open the list with the pointer, go down, press Return."""
    menu = popover.spaces.menu()
    menu.popup(popover.spaces.mapToGlobal(popover.spaces.rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    for _ in range(row + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not menu.isVisible())
