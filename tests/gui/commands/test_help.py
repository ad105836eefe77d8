"""Help in place: tips that follow the keys, and a What's This for each part of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWhatsThis
from pytestqt.qtbot import QtBot

from timeline_studio.ui.shell import MainWindow


def test_tips_tell_the_keys_of_now(window: MainWindow) -> None:
    header, toolbar = window.header, window.panels.timeline.toolbar
    assert header.export.toolTip() == "Export an MP4 master (Ctrl+E)"
    assert header.picker.toolTip() == "Timelines (Ctrl+O)"
    window.centre.settings.choose(
        next(each for each in window.centre.settings.keymaps if each.id == "premiere")
    )
    assert header.export.toolTip() == "Export an MP4 master (Ctrl+M)"
    assert toolbar.buttons["blade_tool"].toolTip() == "Blade Tool (C)"
    window.centre.settings.take("window.open", "Ctrl+O")
    assert header.picker.toolTip() == "Timelines"


def test_a_held_key_borrows_its_tool_whatever_key_that_is(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.centre.settings.give("timeline.blade_tool", "Z")
    monkeypatch.setattr("timeline_studio.ui.editor.editing_mode.HELD_MS", 0)
    view = window.panels.timeline.view
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyPress(view, Qt.Key.Key_Z)
    assert window.panels.timeline.mode.tool == "blade"
    QTest.keyRelease(view, Qt.Key.Key_Z)
    assert window.panels.timeline.mode.tool == "select"


def test_every_panel_says_what_it_is(window: MainWindow, qtbot: QtBot) -> None:
    panels = window.panels
    parts = [*panels.edit.panels, *panels.with_work, panels.timeline.toolbar, window.header]
    assert [part for part in parts if len(part.whatsThis()) < 40] == []
    view = panels.timeline.view
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    window.shell_actions["about_panel"].trigger()
    shown = [top for top in QApplication.topLevelWidgets() if top.inherits("QWhatsThat")]
    assert len(shown) == 1
    shown[0].close()
    window.shell_actions["whats_this"].trigger()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()
