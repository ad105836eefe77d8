"""Edit, Review and Deliver; panels that are hidden, alone, or in a window of their own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.workspaces import DELIVER, EDIT, REVIEW

OpenWindow = Callable[..., MainWindow]
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    window = open_window()
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def shown(window: MainWindow) -> list[str]:
    names = ("media", "monitor", "inspector", "timeline")
    return [name for name in names if getattr(window.panels, name).isVisible()]


def test_keys_lead_to_the_three_workspaces(window: MainWindow) -> None:
    for key, number in (
        (Qt.Key.Key_2, REVIEW),
        (Qt.Key.Key_3, DELIVER),
        (Qt.Key.Key_1, EDIT),
    ):
        QTest.keyClick(window, key, ALT)
        assert window.header.workspaces.index == number


def test_review_is_the_picture_the_markers_and_a_low_timeline(
    window: MainWindow, qtbot: QtBot
) -> None:
    edit_width = window.panels.monitor.width()
    window.workspaces.show_review()
    assert shown(window) == ["monitor", "inspector", "timeline"]
    assert window.panels.markers.isVisible()
    qtbot.waitUntil(lambda: window.panels.timeline.height() == 160)
    assert window.panels.monitor.width() > edit_width
    window.workspaces.show_edit()
    assert shown(window) == ["media", "monitor", "inspector", "timeline"]
    qtbot.waitUntil(lambda: window.panels.monitor.width() == edit_width)


def test_cutting_and_playing_work_in_review(window: MainWindow) -> None:
    window.workspaces.show_review()
    QTest.keyClick(window.panels.timeline.view, Qt.Key.Key_M)
    assert len(window.document.timeline.markers) == 1
    window.workspaces.show_deliver()
    assert not window.panels.timeline.editor_actions["marker"].isEnabled()


def test_each_workspace_keeps_its_own_sizes(open_window: OpenWindow, window: MainWindow) -> None:
    def drag(to: list[int]) -> list[int]:
        window.panels.edit.columns.setSizes(to)
        window.panels.edit.columns.splitterMoved.emit(to[0], 1)
        return window.panels.edit.columns.sizes()

    window.resize(1024, 700)
    in_edit = drag([220, 536, 260])
    window.workspaces.show_review()
    in_review = drag([0, 700, 320])
    window.workspaces.show_edit()
    assert window.panels.edit.columns.sizes() == in_edit
    assert window.close()
    again = open_window()
    assert again.panels.edit.columns.sizes() == in_edit
    again.workspaces.show_review()
    assert again.panels.edit.columns.sizes() == in_review


def test_a_panel_is_hidden_shown_and_remembered(
    open_window: OpenWindow, window: MainWindow
) -> None:
    window.shell_actions["show_media"].trigger()
    assert shown(window) == ["monitor", "inspector", "timeline"]
    assert not window.shell_actions["show_media"].isChecked()
    assert window.close()
    again = open_window()
    assert shown(again) == ["monitor", "inspector", "timeline"]
    assert not again.shell_actions["show_media"].isChecked()
    again.shell_actions["reset_layout"].trigger()
    assert shown(again) == ["media", "monitor", "inspector", "timeline"]
    assert again.shell_actions["show_media"].isChecked()


@pytest.mark.parametrize("name", ["media", "monitor", "inspector", "timeline"])
def test_a_panel_has_a_window_of_its_own_and_comes_back(
    window: MainWindow, name: str, qtbot: QtBot
) -> None:
    panel: QWidget = getattr(window.panels, name)
    focus = next(
        part
        for part in (panel, *panel.findChildren(QWidget))
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    focus.setFocus()
    sizes = window.panels.edit.columns.sizes()
    QTest.keyClick(window, Qt.Key.Key_P, CTRL | ALT)
    assert panel.window() is not window
    assert panel.isVisible()
    assert shown(window) == ["media", "monitor", "inspector", "timeline"]
    assert panel.window().close()
    assert panel.window() is window
    assert panel.isVisible()
    qtbot.waitUntil(lambda: window.panels.edit.columns.sizes() == sizes)
    order = [window.panels.edit.columns.widget(n) for n in range(3)]
    assert order == [window.panels.media, window.panels.monitor, window.panels.inspector]


def test_the_keys_work_in_a_panel_s_own_window(window: MainWindow, qtbot: QtBot) -> None:
    window.panels.edit.toggle_floating(window.panels.monitor)
    alone = window.panels.monitor.window()
    alone.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is alone)
    QTest.keyClick(alone, Qt.Key.Key_M)
    assert len(window.document.timeline.markers) == 1
    window.panels.edit.reset()
    assert window.panels.monitor.window() is window


def test_two_panels_come_back_in_either_order(window: MainWindow) -> None:
    edit = window.panels.edit
    for order in ((0, 2), (2, 0)):
        for number in (0, 2):
            edit.toggle_floating(edit.panels[number])
        for number in order:
            edit.dock(edit.panels[number])
        assert [edit.columns.widget(n) for n in range(3)] == list(edit.panels[:3])


def test_closing_the_window_takes_the_others_along(window: MainWindow) -> None:
    window.panels.edit.toggle_floating(window.panels.monitor)
    alone = window.panels.monitor.window()
    assert window.close()
    assert not alone.isVisible()
