"""The shortcut editor: searched, pressed, taken over, reset, by real keys in a real window."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.ui.commands.shortcuts_dialog import ShortcutsDialog
from timeline_studio.ui.shell import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ShortcutsDialog:
    window.shell_actions["shortcuts"].trigger()
    shown = window.centre.shortcuts
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def keys_of(window: MainWindow, command_id: str) -> tuple[str, ...]:
    return window.centre.registry[command_id].keys


def record(dialog: ShortcutsDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    dialog.keys.recorder.click()
    assert dialog.keys.recorder.is_recording
    QTest.keyClick(dialog.keys.recorder, key, modifiers)
    assert not dialog.keys.recorder.is_recording


def test_a_key_that_is_pressed_is_the_commands(dialog: ShortcutsDialog, window: MainWindow) -> None:
    dialog.choose("timeline.title")
    record(dialog, KEY.Key_F8, CTRL)
    assert keys_of(window, "timeline.title") == ("Ctrl+F8",)
    assert [chip.text() for chip in dialog.keys.chips] == ["Ctrl+F8  ×"]
    dialog.keys.chips[0].click()
    assert keys_of(window, "timeline.title") == ()


def test_esc_and_modifiers_are_no_keys(dialog: ShortcutsDialog, window: MainWindow) -> None:
    dialog.choose("timeline.title")
    dialog.keys.recorder.click()
    QTest.keyPress(dialog.keys.recorder, KEY.Key_Shift, SHIFT)
    assert dialog.keys.recorder.is_recording
    QTest.keyClick(dialog.keys.recorder, KEY.Key_Escape)
    assert not dialog.keys.recorder.is_recording
    assert dialog.isVisible()
    assert keys_of(window, "timeline.title") == ()


def test_a_key_of_another_command_is_asked_for(dialog: ShortcutsDialog, window: MainWindow) -> None:
    dialog.choose("timeline.title")
    record(dialog, KEY.Key_T, CTRL)
    assert dialog.question.isVisible()
    assert keys_of(window, "timeline.dissolve") == ("Ctrl+T",)
    dialog.question.no.click()
    assert keys_of(window, "timeline.title") == ()
    record(dialog, KEY.Key_T, CTRL)
    dialog.question.yes.click()
    assert keys_of(window, "timeline.title") == ("Ctrl+T",)
    assert keys_of(window, "timeline.dissolve") == ()
    dialog.choose("timeline.dissolve")
    dialog.keys.reset.click()
    assert keys_of(window, "timeline.dissolve") == ("Ctrl+T",)
    assert keys_of(window, "timeline.title") == ()


def test_the_search_finds_names_and_keys(dialog: ShortcutsDialog) -> None:
    def found() -> list[str]:
        rows = dialog.rows
        branches = [rows.index(row, 0) for row in range(rows.rowCount())]
        return [
            rows.index(row, 0, branch).data()
            for branch in branches
            for row in range(rows.rowCount(branch))
        ]

    QTest.keyClicks(dialog.search, "split play")
    assert found() == ["Split at Playhead"]
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "ctrl+t")
    assert found() == ["Add Transition"]


def test_another_editors_keymap_is_worn_at_once(
    dialog: ShortcutsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    at = dialog.keymap.findText("Adobe Premiere Pro")
    dialog.keymap.setCurrentIndex(at)
    dialog.keymap.activated.emit(at)
    assert keys_of(window, "timeline.split") == ("Ctrl+K",)
    assert "Premiere" in dialog.note.text()
    dialog.close()
    view = window.panels.timeline.view
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, KEY.Key_C)
    assert window.panels.timeline.mode.tool == "blade"
    QTest.keyClick(view, KEY.Key_V)
    assert window.panels.timeline.mode.tool == "select"


def test_files_carry_keys_and_a_bad_one_says_so(
    dialog: ShortcutsDialog, window: MainWindow, tmp_path: Path
) -> None:
    dialog.write_file(tmp_path / "mine")
    assert "timeline.split" in json.loads((tmp_path / "mine.json").read_text("utf-8"))["keys"]
    (tmp_path / "bad.json").write_text("{}", "utf-8")
    dialog.take_file(tmp_path / "bad.json")
    assert "no keymap" in dialog.error.text()
    assert dialog.error.isVisible()
    dialog.take_file(tmp_path / "mine.json")
    assert dialog.error.isHidden()
    assert keys_of(window, "timeline.split") == ("S", "Ctrl+B")


def test_all_keys_are_shown_at_a_glance(window: MainWindow, qtbot: QtBot) -> None:
    window.shell_actions["keys"].trigger()
    shown = window.centre.keys
    qtbot.waitUntil(shown.isActiveWindow)
    assert "Split at Playhead" in shown.words()
    assert "S, Ctrl+B" in shown.words()
    window.centre.settings.give("timeline.split", "F8")
    assert "S, Ctrl+B, F8" in shown.words()
    shown.change.click()
    assert window.centre.shortcuts.isVisible()
