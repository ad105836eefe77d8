"""Rendering while nobody does anything: real processes, and what stops them."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.settings import Home
from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Marker, new_id
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.power import is_on_battery
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import start_export
from timeline_studio.workflows.projects import rename_project

COMMAND = [sys.executable, "-m", "timeline_studio", "ahead"]
LASTING = [sys.executable, "-c", "import sys; sys.stdin.read()"]


@pytest.fixture
def idle_window(
    open_window: Callable[..., MainWindow],
    uploads: list[Upload],
    tasks: BackgroundTasks,
    request: pytest.FixtureRequest,
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """A clip on the timeline; it counts as idle after a moment."""
    monkeypatch.setenv("TIMELINE_STUDIO_HOME", str(home.root))
    window = open_window(ahead_command=getattr(request, "param", COMMAND))
    background = window.background
    background.idle.setInterval(50)
    monkeypatch.setattr(background, "_on_battery", lambda: False)
    window.flows.placement.place(uploads[:1], "append")
    assert tasks.wait_idle()
    return window


def bars(window: MainWindow) -> set[str]:
    return {readiness for _, _, readiness in window.panels.timeline.ruler._stretches}


def test_the_ruler_turns_green_and_the_export_only_joins(
    idle_window: MainWindow, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bars(idle_window) == {"ready"}, timeout=20_000)
    folder = studio.home.cache / "segments"
    assert list(folder.rglob("*.segment"))
    ruler = idle_window.panels.timeline.ruler
    picture = ruler.grab().toImage()
    x = idle_window.panels.timeline.view.viewport.x_of(0) + 60
    ratio = picture.devicePixelRatio()
    shown = picture.pixelColor(round(x * ratio), picture.height() - 2)
    green = ruler._theme.color("ok")
    assert (shown.red(), shown.green(), shown.blue()) == (green.red(), green.green(), green.blue())
    marker = Marker(id=new_id(), time=0, name="Here")
    idle_window.document.apply("Mark", lambda timeline: edits.add_marker(timeline, marker))
    assert bars(idle_window) == set()  # until it is known again
    qtbot.waitUntil(lambda: bars(idle_window) == {"ready"}, timeout=20_000)


@pytest.mark.parametrize("idle_window", [LASTING], indirect=True)
@pytest.mark.parametrize("action", ["press", "key", "move", "edit", "export", "switch", "battery"])
def test_a_touch_ends_the_process_at_once(
    idle_window: MainWindow,
    studio: Studio,
    tasks: BackgroundTasks,
    qtbot: QtBot,
    action: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    background = idle_window.background
    qtbot.waitUntil(lambda: background.process.is_running, timeout=10_000)
    process = background.process._process
    assert process is not None
    qtbot.waitUntil(lambda: process.processId() > 0, timeout=10_000)
    number = process.processId()
    background.idle.setInterval(600_000)
    handle = idle_window.windowHandle()
    if action == "press":
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    elif action == "key":
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    elif action == "move":
        QTest.mouseMove(handle, QPoint(300, 300))
    elif action == "edit":
        marker = Marker(id=new_id(), time=0)
        idle_window.document.apply("Mark", lambda timeline: edits.add_marker(timeline, marker))
    elif action == "export":
        session = idle_window.flows.session
        session.show_renamed(rename_project(studio, session.project.id, "Lake"))
        session.flush(lambda _saved: None)
        assert tasks.wait_idle()
        start_export(studio, session.project.id)
        idle_window.flows.watch.look()
        assert tasks.wait_idle()
    elif action == "switch":
        switch = idle_window.shell_actions["render_in_background"]
        assert switch.isChecked()
        switch.trigger()
        assert not background.is_enabled
    else:
        monkeypatch.setattr(background, "_on_battery", lambda: True)
        background._look_at_power()
    assert not background.process.is_running
    qtbot.waitUntil(lambda: not _lives(number), timeout=5_000)


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("idle_window", [LASTING], indirect=True)
def test_a_window_that_closes_leaves_no_process(idle_window: MainWindow, qtbot: QtBot) -> None:
    background = idle_window.background
    qtbot.waitUntil(lambda: background.process.is_running, timeout=10_000)
    number = background.process._process.processId()
    assert idle_window.close()
    assert not _lives(number)


@pytest.mark.parametrize("idle_window", [["/no/such/program"]], indirect=True)
def test_a_program_that_does_not_start_is_let_be(idle_window: MainWindow, qtbot: QtBot) -> None:
    background = idle_window.background
    qtbot.waitUntil(lambda: background._shown is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not background.process.is_running, timeout=10_000)
    assert bars(idle_window) == set()


@pytest.mark.parametrize(
    ("supplies", "is_drained"),
    [
        ({}, False),
        ({"BAT0": {"type": "Battery", "status": "Discharging"}}, True),
        ({"BAT0": {"type": "Battery", "status": "Charging"}}, False),
        (
            {
                "AC": {"type": "Mains", "online": "1"},
                "BAT0": {"type": "Battery", "status": "Discharging"},
            },
            False,
        ),
        (
            {
                "AC": {"type": "Mains", "online": "0"},
                "BAT0": {"type": "Battery", "status": "Discharging"},
            },
            True,
        ),
        ({"mouse": {"type": "Battery", "scope": "Device", "status": "Discharging"}}, False),
    ],
)
def test_the_battery_is_told_from_the_mains(
    tmp_path: Path, supplies: dict[str, dict[str, str]], is_drained: bool
) -> None:
    for name, files in supplies.items():
        (tmp_path / name).mkdir()
        for file, word in files.items():
            (tmp_path / name / file).write_text(f"{word}\n")
    assert is_on_battery(tmp_path) is is_drained
    assert not is_on_battery(tmp_path / "nowhere")
