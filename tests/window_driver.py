"""Drives a window of the program as its user does: pointer and keys at the window itself.

Events enter at the top and find their widget by where it lies: what is covered, disabled or out
of sight cannot be pressed here either.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.columns import BUTTON
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.deliver.row_delegate import button_area
from timeline_studio.ui.media_bin.bin_model import PICTURE
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.name_prompt import NamePrompt
from timeline_studio.workflows import Studio

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

SOON_MS = 10_000
"""What the window does by itself."""
WORK_MS = 90_000
"""What the worker does, on a slow and busy computer."""


@dataclass
class WindowDriver:
    """A shown window, and the hand at its mouse and keyboard. Times are seconds."""

    qtbot: QtBot
    window: MainWindow
    studio: Studio
    tasks: BackgroundTasks
    project_id: int = 0
    chip_texts: list[str] = field(default_factory=list)
    _is_ended: bool = False

    def __post_init__(self) -> None:
        self.window.flows.watch.changed.connect(self._read_chip)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.activate()
        self.wait(lambda: self.window.flows.session.project is not None)
        self.settle()
        self.project_id = self.window.flows.session.project.id

    # What is seen

    @property
    def timeline(self) -> Timeline:
        return self.window.document.timeline

    @property
    def shape(self) -> list[list[tuple[float, float]]]:
        """The (start, end) in seconds of every track's items."""
        return [
            [(item.start / SECOND, item.end / SECOND) for item in track.items]
            for track in self.timeline.tracks
        ]

    @property
    def seconds(self) -> float:
        return self.timeline.duration / SECOND

    @property
    def name(self) -> str:
        return self.window.header.picker.text()

    @property
    def saved(self) -> str:
        """What the header says of the last save."""
        return self.window.header.saved.text()

    @property
    def banner(self) -> str:
        """The standing trouble; empty where there is none."""
        banner = self.window.trouble.banner
        return banner.text.text() if banner.isVisible() else ""

    @property
    def toasts(self) -> list[str]:
        return [toast.text.text() for toast in self.window.trouble.toasts.shown]

    @property
    def workspace(self) -> str:
        tabs = self.window.header.workspaces
        return tabs.buttons[tabs.index].text()

    def button(self, name: str) -> QPushButton:
        """The button of this name that is in sight."""
        found = self.window.findChildren(QPushButton, name)
        return next(button for button in found if self.sees(button))

    def sees(self, widget: QWidget) -> bool:
        return widget.isVisible() and not widget.visibleRegion().isEmpty()

    # Waiting

    def wait(self, condition: Callable[[], Any], ms: int = SOON_MS) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=ms)

    def settle(self) -> None:
        """Until nothing runs in the background any more."""
        assert self.tasks.wait_idle()

    def wait_saved(self) -> None:
        self.wait(lambda: not self.window.flows.session.is_dirty)
        self.settle()

    # The hand

    def activate(self) -> None:
        """A window manager does so when a dialog closes; offscreen there is none."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(_handle(widget), LEFT, NONE, _place(widget, at))

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        self.click(widget, at)
        QTest.mouseDClick(_handle(widget), LEFT, NONE, _place(widget, at))

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move, release, all on one widget."""
        handle = _handle(widget)
        QTest.mousePress(handle, LEFT, NONE, _place(widget, start))
        for part in (0.25, 0.5, 0.75, 1):
            QTest.mouseMove(handle, _place(widget, start + (end - start) * part))
        QTest.mouseRelease(handle, LEFT, NONE, _place(widget, end))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """To whatever has the focus."""
        QTest.keyClick(_handle(self.window), key, modifiers)

    def type(self, words: str) -> None:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit), focus
        QTest.keyClicks(focus, words)

    def drop(self, target: QWidget, data: QMimeData, at: QPoint | None = None) -> None:
        """The end of a drag from elsewhere. The offscreen platform has no drags of its own: the
        window is given the events that another platform would send, and finds its widget."""
        spot, action = _place(target, at), Qt.DropAction.CopyAction
        options = (data, LEFT, NONE)
        enter = QDragEnterEvent(spot, action, *options)
        move = QDragMoveEvent(spot, action, *options)
        end = QDropEvent(QPointF(spot), action, *options)
        QApplication.sendEvent(_handle(target), enter)
        assert enter.isAccepted()
        move.accept()  # as the platform does with what was accepted at its border
        for event in (move, end):
            QApplication.sendEvent(_handle(target), event)
            assert event.isAccepted()

    def press_banner(self, words: str) -> None:
        """What the banner offers."""
        buttons = self.window.trouble.banner.buttons
        self.click(next(button for button in buttons if button.text() == words))

    # Media

    def import_files(self, *paths: Path) -> None:
        """The Import button, and the file dialog that it opens."""
        QTimer.singleShot(0, lambda: _answer_file_dialog(paths))
        self.click(self.window.panels.media.import_button)
        self.activate()
        self._wait_imported(paths)

    def drop_files(self, *paths: Path) -> None:
        """From the desktop's file manager onto the media bin."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.drop(self.window.panels.media, data)
        self._wait_imported(paths)

    def thumbnail(self, name: str) -> Any:
        """The bin's picture of an upload, None until it is made."""
        return self._card(name).data(PICTURE)

    def press_card(self, name: str, *, twice: bool = False) -> None:
        view = self.window.panels.media.view
        press = self.double_click if twice else self.click
        press(view.viewport(), view.visualRect(self._card(name)).center())

    def append(self, name: str) -> None:
        """Choose in the bin, then E."""
        before = self.timeline
        self.press_card(name)
        self.key(Qt.Key.Key_E)
        self.wait(lambda: self.timeline is not before)

    def drag_to_timeline(self, name: str, seconds: float, row: int = 0) -> None:
        """From the bin to a place on the timeline; rows count from the top."""
        before = self.timeline
        self.press_card(name)
        model = self.window.panels.media.model
        data = model.mimeData([self._card(name)])
        self.drop(self.window.panels.timeline.view, data, QPoint(self.x(seconds), self.y(row)))
        self.wait(lambda: self.timeline is not before)

    # The timeline

    def x(self, seconds: float) -> int:
        return self.window.panels.timeline.view.viewport.x_of(seconds * SECOND)

    def y(self, row: int, below: int = 8) -> int:
        view = self.window.panels.timeline.view
        return list(view.layout_of_tracks.rows)[row].top - view.viewport.top + below

    def item(self, row: int, number: int) -> Item:
        rows = list(self.window.panels.timeline.view.layout_of_tracks.rows)
        return rows[row].track.items[number]

    def click_ruler(self, seconds: float) -> None:
        """On the frame that begins then: a little inside of it, since a pixel is no frame."""
        inside = 0.25 / float(self.timeline.rate)
        self.click(self.window.panels.timeline.ruler, QPoint(self.x(seconds + inside), 8))

    def drag_edge(self, row: int, number: int, side: str, to_seconds: float) -> None:
        """Trim an item at its "start" or "end"."""
        item = self.item(row, number)
        is_start = side == "start"
        edge = self.x((item.start if is_start else item.end) / SECOND) + (2 if is_start else -3)
        by = self.x(to_seconds) - self.x((item.start if is_start else item.end) / SECOND)
        start = QPoint(edge, self.y(row))
        self.drag(self.window.panels.timeline.view, start, start + QPoint(by, 0))

    def drag_item(self, row: int, number: int, by_seconds: float) -> None:
        item = self.item(row, number)
        middle = QPoint(self.x((item.start + item.end) / 2 / SECOND), self.y(row))
        by = self.x(by_seconds) - self.x(0)
        self.drag(self.window.panels.timeline.view, middle, middle + QPoint(by, 0))

    def click_item(self, row: int, number: int) -> None:
        item = self.item(row, number)
        middle = QPoint(self.x((item.start + item.end) / 2 / SECOND), self.y(row))
        self.click(self.window.panels.timeline.view, middle)

    # Delivery

    def export(self, name: str = "") -> None:
        """Export; a `name` is typed into the prompt, which must appear for it."""
        self.click(self.window.header.export)
        if name:
            self.answer_name(name)

    def answer_name(self, name: str) -> None:
        self.wait(lambda: self.prompt is not None and self.prompt.field.hasFocus())
        self.type(name)
        self.key(Qt.Key.Key_Return)
        assert self.prompt is None

    @property
    def prompt(self) -> NamePrompt | None:
        """The open question for a name."""
        prompts = self.window.findChildren(NamePrompt)
        return next((prompt for prompt in prompts if prompt.isVisible()), None)

    def rows(self, panel: LibraryPanel[Any]) -> list[list[str]]:
        """What each cell of a panel's table says."""
        table = panel.view.filter
        return [
            [table.index(row, column).data() for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]

    def press_row_button(self, panel: LibraryPanel[Any], row: int) -> None:
        table = panel.view.filter
        column = next(n for n in range(table.columnCount()) if table.index(row, n).data(BUTTON))
        index = table.index(row, column)
        panel.view.scrollTo(index)
        area = button_area(panel.view.visualRect(index))
        self.click(panel.view.viewport(), area.center())

    def open_section(self, number: int) -> None:
        """Deliver's list at the left: 0 Exports, 1 Uploads, 2 Productions."""
        sections = self.window.panels.deliver.list
        area = sections.visualItemRect(sections.item(number))
        self.click(sections.viewport(), area.center())

    def close(self) -> None:
        """Every edit must be on disk then."""
        assert self.window.close()
        self._end()

    def abandon(self) -> None:
        """After a test: close, whatever is not saved."""
        if not self._is_ended:
            self.window.flows.session.abandon()
            self.window.close()
            self._end()

    def _end(self) -> None:
        self._is_ended = True
        self.window.deleteLater()

    def _read_chip(self) -> None:
        chip = self.window.header.jobs
        if chip.isVisible():
            self.chip_texts.append(chip.text())

    def _card(self, name: str) -> Any:
        model = self.window.panels.media.model
        row = [upload.name for upload in model.uploads].index(name)
        return model.index(row, 0)

    def _wait_imported(self, paths: Sequence[Path]) -> None:
        names = {path.name for path in paths}
        model = self.window.panels.media.model
        self.wait(lambda: names <= {upload.original_filename for upload in model.uploads})
        self.settle()


def _answer_file_dialog(paths: Sequence[Path]) -> None:
    """Type the names into Qt's own dialog, once it takes words: the click that opened it returns
    when it closes."""
    dialog = QApplication.activeModalWidget()
    names = dialog.findChild(QLineEdit, "fileNameEdit") if dialog else None
    if names is None or not names.hasFocus():
        QTimer.singleShot(10, lambda: _answer_file_dialog(paths))
        return
    QTest.keyClicks(names, " ".join(f'"{path}"' for path in paths))
    QTest.keyClick(names, Qt.Key.Key_Return)
    if dialog.isVisible():  # never hang: what is not imported fails the test
        dialog.reject()


def _handle(widget: QWidget) -> QWindow:
    return widget.window().windowHandle()


def _place(widget: QWidget, at: QPoint | None) -> QPoint:
    """In the window's own pixels."""
    return widget.mapTo(widget.window(), at or widget.rect().center())
