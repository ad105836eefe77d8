"""A production's report in the window: shown, measured again, saved."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from media_factory import stamped_video
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.report.report_popover import ReportPopover
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.sends import start_send

LEFT = Qt.MouseButton.LeftButton
Serve = Callable[[Studio, Callable[[], bool]], None]


@pytest.fixture
def production_id(studio: Studio, tmp_path: Path, serve: Serve) -> int:
    video = stamped_video(tmp_path / "beach.mp4", frames=25, rate=Fraction(25), clicks_at=[0.5])
    (upload,) = import_media(studio, [video])
    made = start_send(studio, upload.id, name="Beach")
    serve(studio, lambda: not studio.queue.list(statuses=["pending", "processing"]))
    return made


@pytest.fixture
def opened(
    production_id: int,
    open_window: Callable[..., MainWindow],
    tasks: BackgroundTasks,
    qtbot: QtBot,
) -> tuple[MainWindow, ReportPopover]:
    """The report, opened by its row's action."""
    window = open_window()
    window.workspaces.show_panel(window.panels.productions)
    panel = window.panels.productions
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=10_000)
    assert tasks.wait_idle()
    (row,) = panel.model.rows
    next(action for action in panel.actions_for(row) if action.name == "report").call()
    qtbot.waitUntil(lambda: window.reports.popover is not None, timeout=10_000)
    popover = window.reports.popover
    assert popover is not None
    assert popover.isVisible()
    return window, popover


def test_the_ladder_and_the_facts_are_shown(opened: tuple[MainWindow, ReportPopover]) -> None:
    _, popover = opened
    assert popover.title.text() == "Report: Beach"
    facts = dict(popover.view.facts)
    assert facts["Duration"] == "1.0 s"
    assert facts["Profile"] == "hls-landscape"
    ((size, codecs, average, peak, ssim),) = popover.view.ladder
    assert size == "320×180"
    assert codecs.startswith("avc1.")
    assert average.endswith("bit/s")
    assert peak.endswith("bit/s")
    assert float(ssim) > 0.9


def test_it_is_measured_again(
    opened: tuple[MainWindow, ReportPopover], studio: Studio, serve: Serve, qtbot: QtBot
) -> None:
    _, popover = opened
    QTest.mouseClick(popover.measure, LEFT)
    qtbot.waitUntil(
        lambda: bool(studio.queue.list(statuses=["pending", "processing"])), timeout=10_000
    )
    assert not popover.measure.isEnabled()
    serve(studio, lambda: not studio.queue.list(statuses=["pending", "processing"]))
    qtbot.waitUntil(popover.measure.isEnabled, timeout=10_000)
    assert popover.view.isVisible()


def test_it_is_saved(
    opened: tuple[MainWindow, ReportPopover],
    tasks: BackgroundTasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, popover = opened
    path = tmp_path / "beach.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(popover.save, LEFT)
    assert tasks.wait_idle()
    assert json.loads(path.read_text("utf-8"))["name"] == "Beach"
    assert [toast.text.text() for toast in window.trouble.toasts.shown] == ["Saved beach.json."]
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
