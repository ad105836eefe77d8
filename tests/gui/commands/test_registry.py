"""Every command is in one registry, can be found, and works or says why it cannot."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWhatsThis

from timeline_studio.ui.commands.registry import CommandRegistry
from timeline_studio.ui.shell import MainWindow

LAST = "window.quit"


@pytest.fixture
def registry(window: MainWindow) -> CommandRegistry:
    return window.centre.registry


def test_every_action_of_menus_and_panels_is_in_it(
    window: MainWindow, registry: CommandRegistry
) -> None:
    known = {command.action for command in registry}
    menus = {menu.menuAction() for menu in window.menuBar().findChildren(QMenu)}
    of_menus = {
        action
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator() and action not in menus
    }
    with_keys = {action for action in window.findChildren(QAction) if action.shortcuts()}
    assert {action.text() for action in (of_menus | with_keys) - known} == set()


def test_each_has_a_name_of_its_own_and_keys_that_no_other_hears(
    registry: CommandRegistry,
) -> None:
    assert all(command.title and command.category for command in registry)
    names = Counter((command.title, command.category) for command in registry)
    assert [name for name, count in names.items() if count > 1] == []
    shared = [
        (command.id, rival.id, key)
        for command in registry
        for key in command.keys
        for rival in registry.rivals(command.id, key)
    ]
    assert shared == []


# A computer without sound says so when something plays.
@pytest.mark.qt_log_ignore("This plugin does not support", "(?i)audio|pulse|pipewire|alsa")
def test_each_works_on_an_empty_timeline_or_says_why_not(
    window: MainWindow,
    registry: CommandRegistry,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An exception in a slot fails the test."""
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_options: ("", ""))
    tasks = window.flows.session._tasks
    for command in list(registry):
        if command.id == LAST:
            continue
        if command.is_possible:
            command.action.trigger()
            QWhatsThis.leaveWhatsThisMode()
            assert tasks.wait_idle(), command.id
            _close_what_opened(window)
        else:
            assert command.reason.endswith("."), command.id
    window.workspaces.show_edit()
    assert window.isVisible()


def test_what_works_elsewhere_says_where(window: MainWindow, registry: CommandRegistry) -> None:
    window.workspaces.show_deliver()
    for name in ("timeline.split", "timeline.title", "monitor.play"):
        assert "Edit workspace" in registry[name].reason
    assert registry["window.export"].reason == ""


def test_a_tip_tells_the_key_and_follows_it(window: MainWindow, registry: CommandRegistry) -> None:
    split = registry["timeline.split"]
    assert split.action.toolTip() == "Split at Playhead (S)"
    registry.apply({"timeline.split": ["Ctrl+K"]})
    assert split.action.toolTip() == "Split at Playhead (Ctrl+K)"
    registry.apply({"timeline.split": []})
    assert split.action.toolTip() == "Split at Playhead"


def test_shipped_keymaps_name_commands_that_there_are_and_clash_nowhere(
    window: MainWindow, registry: CommandRegistry
) -> None:
    settings = window.centre.settings
    for keymap in settings.keymaps:
        assert [name for name in keymap.keys if name not in registry] == []
        settings.choose(keymap)
        for command_id, keys in keymap.keys.items():
            assert registry[command_id].keys == keys, keymap.name
        clashes = [
            (keymap.name, command.id, key)
            for command in registry
            for key in command.keys
            if registry.rivals(command.id, key)
        ]
        assert clashes == []


def _close_what_opened(window: MainWindow) -> None:
    for _ in range(3):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    for top in QApplication.topLevelWidgets():
        if top is not window and top.isVisible():
            top.close()
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
