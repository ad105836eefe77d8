"""When a send is ready the window offers to play it, to copy its link, and to publish it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.publications.publish_popover import PublishPopover
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.sends import start_send


@pytest.fixture
def ready(
    window: MainWindow, studio: Studio, uploads: list[Upload], tasks: BackgroundTasks
) -> MainWindow:
    """A production of the first upload has just become ready."""
    production_id = start_send(studio, uploads[0].id, name="Lake day")
    with studio.unit_of_work() as work:
        now = datetime.now(UTC).replace(tzinfo=None)
        work.productions.update(
            production_id, status="completed", output_prefix="x/", completed_at=now
        )
    window.flows.sends.ready.emit(production_id)
    assert tasks.wait_idle()
    return window


def link(window: MainWindow, text: str) -> QPushButton:
    toast = next(t for t in window.trouble.toasts.shown if t.text.text() == "Ready to watch.")
    return next(b for b in toast.findChildren(QPushButton) if b.text() == text)


def test_all_three_are_seen_whole(ready: MainWindow) -> None:
    for text in ("Play", "Copy Link", "Publish…"):
        button = link(ready, text)
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
        assert button.parentWidget().rect().contains(button.geometry())


def test_play_opens_its_page(
    ready: MainWindow, opened_urls: list[QUrl], tasks: BackgroundTasks
) -> None:
    link(ready, "Play").click()
    assert tasks.wait_idle()
    assert "/v/" in opened_urls[0].toString()


def test_its_link_is_copied(ready: MainWindow, tasks: BackgroundTasks) -> None:
    link(ready, "Copy Link").click()
    assert tasks.wait_idle()
    assert "/v/" in QGuiApplication.clipboard().text()
    assert ready.trouble.toasts.shown[-1].text.text() == "Copied the link of “Lake day”."


def test_publish_asks_where(ready: MainWindow, tasks: BackgroundTasks, qtbot: QtBot) -> None:
    link(ready, "Publish…").click()
    assert tasks.wait_idle()
    assert ready.panels.productions.isVisible()
    popover = next(p for p in ready.findChildren(PublishPopover) if p.isVisible())
    popover.dismiss()
