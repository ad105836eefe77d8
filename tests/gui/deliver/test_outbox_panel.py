"""The Outbox in Deliver, with real rows of a queue, buttons and keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.outbox.entry_words import state_of
from timeline_studio.ui.outbox.outbox_panel import OutboxPanel
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.outbox import list_outbox
from timeline_studio.workflows.sends import PRODUCTION_JOB, start_send

LEFT = Qt.MouseButton.LeftButton
DAY = timedelta(days=1)


@pytest.fixture
def outbox(
    window: MainWindow, studio: Studio, uploads: list[Upload], tasks: BackgroundTasks
) -> OutboxPanel:
    """One that transcodes, one that is offline, one that failed."""
    for name in ("Runs", "Waits", "Broke"):
        start_send(studio, uploads[0].id, name=name)
    with studio.unit_of_work() as work:
        for stage, percent in (("TRANSCODING", 40), ("Offline, waits", 0)):
            job = work.jobs.claim([PRODUCTION_JOB], "worker", DAY)
            assert job is not None
            work.jobs.heartbeat(job.id, "worker", percent, stage, "")
            if percent:
                production_id = job.input_json["productionId"]
                work.productions.update(production_id, status="processing", mediaconvert_job_id="1")
        job = work.jobs.claim([PRODUCTION_JOB], "worker", DAY)
        assert job is not None
        work.jobs.fail(job.id, "worker", "ProductionError", "The role is refused.", retry=False)
    window.shell_actions["show_outbox"].trigger()
    assert tasks.wait_idle()
    return window.panels.outbox


def press(panel: OutboxPanel, name: str) -> None:
    found = panel.detail.findChild(QPushButton, f"detail-{name}")
    assert found is not None
    QTest.mouseClick(found, LEFT)


def test_each_says_how_it_stands_in_words(outbox: OutboxPanel) -> None:
    told = [
        (entry.name, chip.word, chip.percent, chip.reason)
        for entry in outbox.model.rows
        for chip in [state_of(entry)]
    ]
    assert told == [
        ("Runs", "Running", 40, ""),
        ("Waits", "Offline, waits", None, ""),
        ("Broke", "Failed", None, "The role is refused."),
    ]


def test_the_chip_in_the_header_opens_it(
    outbox: OutboxPanel, window: MainWindow, qtbot: QtBot
) -> None:
    window.workspaces.show_edit()
    window.flows.watch.look()
    qtbot.waitUntil(window.header.jobs.isVisible)
    assert window.header.jobs.text().startswith("2 jobs")
    QTest.mouseClick(window.header.jobs, LEFT)
    assert outbox.isVisible()


def test_one_is_paused_and_resumed(
    outbox: OutboxPanel, studio: Studio, tasks: BackgroundTasks
) -> None:
    outbox.view.selectRow(0)
    press(outbox, "pause")
    assert tasks.wait_idle()
    assert [entry.state for entry in list_outbox(studio)] == ["paused", "waiting", "failed"]
    press(outbox, "resume")
    assert tasks.wait_idle()
    assert list_outbox(studio)[0].state != "paused"


def test_return_retries_what_failed(
    outbox: OutboxPanel, studio: Studio, tasks: BackgroundTasks
) -> None:
    outbox.view.selectRow(2)
    outbox.view.setFocus()
    QTest.keyClick(outbox.view, Qt.Key.Key_Return)
    assert tasks.wait_idle()
    assert [entry.state for entry in list_outbox(studio)] == ["running", "waiting", "queued"]


def test_several_are_cancelled_at_once(
    outbox: OutboxPanel, studio: Studio, tasks: BackgroundTasks
) -> None:
    outbox.view.selectAll()
    press(outbox, "cancel")
    assert tasks.wait_idle()
    assert [entry.name for entry in list_outbox(studio)] == ["Broke"]
    press(outbox, "remove")
    assert tasks.wait_idle()
    assert list_outbox(studio) == []
    assert outbox.empty.isVisible()
