"""Send to HLS from the header: stages, reuse, failure, and what survives closing."""

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.app.composition import work
from timeline_studio.library import Upload
from timeline_studio.timeline.edits import add_marker
from timeline_studio.timeline.model import Marker, new_id
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.send_stages import RENDER, TRANSCODE, VERIFY, Stages
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports, running_exports
from timeline_studio.workflows.projects import rename_project
from timeline_studio.workflows.sends import list_productions

LEFT = Qt.MouseButton.LeftButton
OpenWindow = Callable[..., MainWindow]


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
    """A window with a named timeline of one clip."""
    window.panels.media.refresh()
    session = window.flows.session
    session.show_renamed(rename_project(studio, session.project.id, "Lake day"))
    window.flows.placement.place(uploads[:1], "append")
    assert tasks.wait_idle()
    return window


def states(window: MainWindow) -> list[str]:
    return [line.state for line in window.flows.sends.stages.lines]


def test_stages_are_ticked_one_after_the_other() -> None:
    stages = Stages().reached(RENDER, percent=40)
    assert [line.state for line in stages.lines] == [
        "done",
        "running",
        "waiting",
        "waiting",
        "waiting",
        "waiting",
    ]
    assert stages.lines[RENDER].percent == 40
    assert stages.reached(VERIFY).finished().is_finished


def test_a_reused_render_stays_marked_as_reused() -> None:
    stages = Stages().reused(RENDER).reached(TRANSCODE)
    assert stages.lines[RENDER].state == "reused"
    assert stages.finished().lines[RENDER].state == "reused"


def test_a_failure_keeps_the_stages_before_it_ticked() -> None:
    stages = Stages().reached(TRANSCODE).failed("The disk is full.")
    assert [line.state for line in stages.lines[:4]] == ["done", "done", "done", "failed"]
    assert [line.state for line in stages.again().lines[:4]] == ["done", "done", "done", "running"]
    assert stages.lines[TRANSCODE].note == "The disk is full."


def test_an_empty_timeline_is_refused_with_what_to_do(
    window: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    session = window.flows.session
    session.show_renamed(rename_project(studio, session.project.id, "Lake day"))
    QTest.mouseClick(window.header.send, LEFT)
    assert tasks.wait_idle()
    assert states(window)[:2] == ["failed", "waiting"]
    assert "empty" in window.overlays.send.findings.rows[0].words.text()
    assert window.overlays.send.retry.isVisible()
    assert list_productions(studio) == []


def test_a_second_press_shows_the_send_that_runs(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks
) -> None:
    QTest.mouseClick(cut.header.send, LEFT)
    assert tasks.wait_idle()
    assert states(cut)[:2] == ["done", "running"]
    cut.overlays.send.dismiss()
    QTest.mouseClick(cut.header.send, LEFT)
    assert tasks.wait_idle()
    assert cut.overlays.is_send_open
    assert len(running_exports(studio)) == 1


def test_a_second_export_of_the_same_timeline_shows_the_first(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    QTest.mouseClick(cut.header.export, LEFT)
    assert tasks.wait_idle()
    qtbot.waitUntil(cut.header.jobs.isVisible)
    QTest.mouseClick(cut.header.export, LEFT)
    assert tasks.wait_idle()
    assert len(running_exports(studio)) == 1
    assert cut.panels.outbox.isVisible()


@pytest.mark.parametrize("which", ["export", "send"])
def test_two_quick_presses_export_once(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks, which: str
) -> None:
    button = cut.header.export if which == "export" else cut.header.send
    for _ in range(2):
        marker = Marker(id=new_id(), time=0)
        cut.document.apply("Mark", partial(add_marker, marker=marker))
        QTest.mouseClick(button, LEFT)
    assert tasks.wait_idle()
    assert len(running_exports(studio)) == 1


def test_an_export_can_be_cancelled_from_the_jobs_chip(
    cut: MainWindow, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    QTest.mouseClick(cut.header.export, LEFT)
    assert tasks.wait_idle()
    qtbot.waitUntil(cut.header.jobs.isVisible)
    QTest.mouseClick(cut.header.jobs, LEFT)
    outbox = cut.panels.outbox
    qtbot.waitUntil(lambda: len(outbox.model.rows) == 1)
    assert outbox.model.rows[0].name == "Lake day"
    cancel = outbox.detail.findChild(QPushButton, "detail-cancel")
    QTest.mouseClick(cancel, LEFT)
    qtbot.waitUntil(lambda: not cut.header.jobs.isVisible())
    assert running_exports(studio) == []
    assert cut.trouble.toasts.shown == []


def test_closing_between_export_and_send_goes_on_next_time(
    cut: MainWindow,
    open_window: OpenWindow,
    studio: Studio,
    tasks: BackgroundTasks,
    serve_queue: Callable[[], None],
    qtbot: QtBot,
) -> None:
    QTest.mouseClick(cut.header.send, LEFT)
    assert tasks.wait_idle()
    assert cut.close()
    serve_queue()
    qtbot.waitUntil(lambda: len(list_exports(studio)) == 1, timeout=60_000)
    assert len(list_productions(studio)) == 1, "it goes on without a window"
    again = open_window()
    qtbot.waitUntil(
        lambda: list_productions(studio)[0].production.status == "completed", timeout=60_000
    )
    qtbot.waitUntil(
        lambda: any("Ready" in toast.text.text() for toast in again.trouble.toasts.shown)
    )


def test_an_edit_after_the_export_makes_a_new_one(
    cut: MainWindow,
    studio: Studio,
    tasks: BackgroundTasks,
    serve_queue: Callable[[], None],
    qtbot: QtBot,
) -> None:
    serve_queue()
    exported = qtbot.waitSignal(cut.flows.exports.exported, timeout=60_000)
    with exported:
        QTest.mouseClick(cut.header.export, LEFT)
    assert tasks.wait_idle()
    exports = cut.panels.exports
    assert exports.view.current_row().edits_since == 0
    cut.workspaces.show_edit()
    cut.document.undo()
    cut.document.redo()
    cut.document.set_playhead(cut.document.timeline.duration // 2)
    cut.panels.timeline.editor_actions["split_all"].trigger()
    assert tasks.wait_idle()
    exports.refresh()
    assert tasks.wait_idle()
    assert exports.view.current_row().edits_since > 0
    QTest.mouseClick(cut.header.send, LEFT)
    qtbot.waitUntil(lambda: len(list_productions(studio)) == 1, timeout=60_000)
    assert len(list_exports(studio)) == 2
