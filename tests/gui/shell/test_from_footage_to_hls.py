"""The whole way through the window: an empty home becomes a production that can be watched."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timeline_studio.app.composition import work
from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.name_prompt import NamePrompt
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.sends import list_productions

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 120_000


@pytest.fixture
def served(studio: Studio) -> Iterator[None]:
    """Workers serve the queue, as the worker process does beside a real window."""
    stop = threading.Event()
    thread = threading.Thread(target=lambda: work(studio, stop.is_set))
    thread.start()
    yield
    stop.set()
    thread.join(60)
    assert not thread.is_alive()


def drop_files(widget: QWidget, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    spot = QPoint(60, 60)
    QApplication.sendEvent(widget, QDragEnterEvent(spot, copy, mime, LEFT, no_keys))
    QApplication.sendEvent(widget, QDropEvent(spot, copy, mime, LEFT, no_keys))


def name_it(window: MainWindow, name: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(p.isVisible() for p in window.findChildren(NamePrompt)))
    prompt = next(p for p in window.findChildren(NamePrompt) if p.isVisible())
    QTest.keyClicks(prompt.field, name)
    QTest.keyClick(prompt.field, Qt.Key.Key_Return)


def test_from_footage_to_hls(
    served: None,
    window: MainWindow,
    studio: Studio,
    footage: Path,
    tasks: BackgroundTasks,
    qtbot: QtBot,
    opened_urls: list[QUrl],
) -> None:
    document, panels = window.document, window.panels
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    # Import, then append by key.
    drop_files(panels.media, footage)
    qtbot.waitUntil(lambda: len(panels.media.model.uploads) == 1)
    spot = panels.media.view.visualRect(panels.media.model.index(0)).center()
    QTest.mouseClick(panels.media.view.viewport(), LEFT, pos=spot)
    QTest.keyClick(window, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: document.timeline.duration > 0)
    whole = document.timeline
    half = frame_start(frame_at(whole.duration // 2, whole.rate), whole.rate)

    # Split in the middle, undo, redo, delete the second half.
    document.set_playhead(half)
    QTest.keyClick(window, Qt.Key.Key_S)
    assert [len(track.items) for track in document.timeline.tracks] == [2, 2]
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.timeline == whole
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Z, both)
    document.select([track.items[1].id for track in document.timeline.tracks])
    panels.timeline.view.setFocus()
    QTest.keyClick(panels.timeline.view, Qt.Key.Key_Delete)
    assert document.timeline.duration == half

    # Export asks for the name, and goes to Exports when it is done.
    QTest.mouseClick(window.header.export, LEFT)
    name_it(window, "Lake day", qtbot)
    qtbot.waitUntil(panels.exports.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: panels.exports.view.current_row() is not None)
    assert window.picker.button.text() == "Lake day"
    export = list_exports(studio)[0]
    assert export.upload.s3_key.startswith("renders/")
    assert panels.exports.view.current_row().upload.id == export.upload.id

    # Send to HLS from the row; Productions shows it ready.
    send = panels.exports.detail.findChild(QPushButton, "detail-send")
    QTest.mouseClick(send, LEFT)
    qtbot.waitUntil(panels.productions.isVisible)
    productions = panels.productions

    def is_ready() -> bool:
        row = productions.view.current_row()
        return row is not None and row.production.status in ("completed", "failed")

    qtbot.waitUntil(is_ready, timeout=PATIENCE_MS)
    assert list_productions(studio)[0].production.error_message is None
    assert productions.view.current_row().production.status == "completed"

    # The watch page opens in the browser; Open Timeline goes back.
    QTest.mouseClick(productions.detail.findChild(QPushButton, "detail-watch"), LEFT)
    qtbot.waitUntil(lambda: len(opened_urls) == 1)
    assert opened_urls[0].host() in ("127.0.0.1", "localhost")
    QTest.mouseClick(productions.detail.findChild(QPushButton, "detail-open-timeline"), LEFT)
    qtbot.waitUntil(panels.timeline.isVisible)
    assert tasks.wait_idle()

    # Nothing changed since: one press of Send to HLS reuses the export.
    QTest.mouseClick(window.header.send, LEFT)
    qtbot.waitUntil(lambda: len(list_productions(studio)) == 2, timeout=PATIENCE_MS)
    assert len(list_exports(studio)) == 1
    assert window.flows.sends.stages.lines[1].state == "reused"
    qtbot.waitUntil(lambda: window.flows.sends.stages.is_finished, timeout=PATIENCE_MS)
