"""The timeline picker, with mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.picker.picker_popover import PickerPopover
from timeline_studio.ui.picker.projects_model import UPDATED
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import create_project, list_projects

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def popover(window: MainWindow, studio: Studio, tasks: BackgroundTasks) -> PickerPopover:
    """The picker's popover, open over two timelines: the window's own, and “Lake day”."""
    create_project(studio, "Lake day")
    QTest.mouseClick(window.picker.button, LEFT)
    assert tasks.wait_idle()
    opened = window.picker.popover
    assert opened is not None
    assert opened.isVisible()
    return opened


def press(popover: PickerPopover, name: str) -> None:
    button = popover.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, LEFT)


def names(popover: PickerPopover) -> list[str]:
    return [popover.model.index(row).data() for row in range(popover.model.rowCount())]


def test_it_lists_names_or_untitled_with_their_dates(popover: PickerPopover) -> None:
    assert sorted(names(popover)) == ["Lake day", "Untitled"]
    assert popover.model.index(0).data(UPDATED).startswith("Today ")


def test_a_click_opens_a_timeline(
    popover: PickerPopover, window: MainWindow, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    row = names(popover).index("Lake day")
    area = popover.view.visualRect(popover.model.index(row))
    with qtbot.waitSignal(window.flows.session.opened):
        QTest.mouseClick(popover.view.viewport(), LEFT, pos=area.center())
    assert window.picker.button.text() == "Lake day"
    assert window.windowTitle() == "Lake day – Timeline Studio"
    assert not popover.isVisible()


def test_return_opens_the_timeline_that_the_keys_chose(
    popover: PickerPopover, window: MainWindow, qtbot: QtBot
) -> None:
    popover.view.setCurrentIndex(popover.model.index(names(popover).index("Lake day")))
    with qtbot.waitSignal(window.flows.session.opened):
        QTest.keyClick(popover.view, Qt.Key.Key_Return)
    assert window.flows.session.project.name == "Lake day"


def test_new_makes_and_opens_an_untitled_one(
    popover: PickerPopover, window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.flows.session.opened):
        press(popover, "new")
    assert len(list_projects(studio)) == 3
    assert window.picker.button.text() == "Untitled"


def test_renaming_happens_in_place(
    popover: PickerPopover, window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    press(popover, "begin-rename")
    QTest.keyClicks(popover.field, "Beach")
    with qtbot.waitSignal(window.picker.renamed):
        QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert window.picker.button.text() == "Beach"
    assert "Beach" in [project.name for project in list_projects(studio)]


def test_archiving_the_open_one_opens_another(
    popover: PickerPopover, window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    before = window.flows.session.project.id
    with qtbot.waitSignal(window.flows.session.opened):
        press(popover, "archive")
    assert before not in [project.id for project in list_projects(studio)]
    assert window.flows.session.project.id != before


def test_escape_closes_it(popover: PickerPopover) -> None:
    QTest.keyClick(popover.view, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_a_press_outside_closes_it(popover: PickerPopover, window: MainWindow) -> None:
    QTest.mouseClick(window.panels.inspector, LEFT)
    assert not popover.isVisible()


def test_an_archived_one_is_restored_from_the_list_or_by_undo(
    popover: PickerPopover, window: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    popover.view.setCurrentIndex(popover.model.index(names(popover).index("Lake day")))
    press(popover, "archive")
    assert tasks.wait_idle()
    toast = window.trouble.toasts.shown[-1]
    QTest.mouseClick(next(b for b in toast.findChildren(QPushButton) if b.text() == "Undo"), LEFT)
    assert tasks.wait_idle()
    (lake,) = [project for project in list_projects(studio) if project.name == "Lake day"]
    window.picker.archive(lake.id)
    assert tasks.wait_idle()
    window.picker.toggle()
    assert tasks.wait_idle()
    assert "Lake day" not in names(popover)
    press(popover, "show-archived")
    assert tasks.wait_idle()
    row = names(popover).index("Lake day")
    assert popover.model.index(row).data(UPDATED) == "Archived"
    popover.view.setCurrentIndex(popover.model.index(row))
    button = popover.findChild(QPushButton, "archive")
    assert button is not None
    assert button.text() == "Restore"
    press(popover, "archive")
    assert tasks.wait_idle()
    assert "Lake day" in [project.name for project in list_projects(studio)]
