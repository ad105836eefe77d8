"""Popovers go when Esc is pressed, wherever the focus is, and when their panel is left; what is
paused says so everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.productions.production_columns import production_state
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.outbox import list_outbox, pause_entry, resume_entry
from timeline_studio.workflows.sends import list_productions, start_send


def test_escape_closes_a_popover_from_the_timeline(
    window: MainWindow, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.panels.timeline.view.setFocus()
    window.shell_actions["check"].trigger()
    popover = window.preflight.popover
    assert popover is not None
    qtbot.waitUntil(popover.again.isEnabled)
    assert tasks.wait_idle()
    window.panels.timeline.view.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert window.panels.timeline.view.hasFocus()


def test_a_report_goes_with_its_panel(
    window: MainWindow,
    studio: Studio,
    uploads: list[Upload],
    tasks: BackgroundTasks,
    qtbot: QtBot,
) -> None:
    start_send(studio, uploads[0].id)
    window.shell_actions["show_productions"].trigger()
    assert tasks.wait_idle()
    window.reports.open(list_productions(studio)[0])
    assert tasks.wait_idle()
    popover = window.reports.popover
    assert popover is not None
    assert popover.isVisible()
    window.shell_actions["show_outbox"].trigger()
    qtbot.waitUntil(lambda: not popover.isVisible())


def test_publish_says_what_it_needs(
    window: MainWindow, studio: Studio, uploads: list[Upload], tasks: BackgroundTasks
) -> None:
    start_send(studio, uploads[0].id)
    window.shell_actions["publish"].trigger()
    assert tasks.wait_idle()
    assert window.panels.productions.isVisible()
    said = [toast.text.text() for toast in window.trouble.toasts.shown]
    assert said == ["Choose a production that is ready, then publish it."]


def test_what_is_paused_says_so_in_the_header_and_among_the_productions(
    window: MainWindow, studio: Studio, uploads: list[Upload], qtbot: QtBot
) -> None:
    start_send(studio, uploads[0].id)
    (entry,) = list_outbox(studio)
    pause_entry(studio, entry)
    window.flows.watch.look()
    qtbot.waitUntil(lambda: window.header.jobs.text() == "1 paused")
    assert production_state(list_productions(studio)[0]).word == "Paused"
    resume_entry(studio, entry)
    window.flows.watch.look()
    qtbot.waitUntil(lambda: window.header.jobs.text() == "1 job · 0 %")
    assert production_state(list_productions(studio)[0]).word == "Queued"
