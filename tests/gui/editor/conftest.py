"""A timeline panel over a small film, and a hand that points at its clips."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_studio.errors import StudioError
from timeline_studio.timeline.model import (
    Clip,
    Item,
    Marker,
    MediaReference,
    Timeline,
    Title,
    Track,
)
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor import TimelinePanel
from timeline_studio.ui.theme import Theme, apply_theme

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


class TasksAtOnce:
    """Answers before `run` returns."""

    def run(
        self,
        function: Callable[[], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        try:
            answer = function()
        except StudioError as error:
            if failed:
                failed(error)
        else:
            if done:
                done(answer)


class Hand:
    """Points at clips by id; `at` is how far through a clip, 0 to 1."""

    def __init__(self, panel: TimelinePanel, document: TimelineDocument) -> None:
        self.panel = panel
        self.view = panel.view
        self.document = document

    def x(self, seconds: float) -> int:
        return self.view.viewport.x_of(seconds * SECOND)

    def y(self, track_id: str, below: int = 24) -> int:
        return self.view.layout_of_tracks.rows.of(track_id).top - self.view.viewport.top + below

    def point(self, seconds: float, track_id: str, below: int = 24) -> QPoint:
        return QPoint(self.x(seconds), self.y(track_id, below))

    def over(self, item_id: str, at: float = 0.5) -> QPoint:
        track, item = find_item(self.document.timeline, item_id)
        return self.point((item.start + at * item.duration) / SECOND, track.id, 8)

    def edge(self, item_id: str, side: str) -> QPoint:
        track, item = find_item(self.document.timeline, item_id)
        inside = 4 if side == "start" else -4  # nearer is the cut, which rolls
        time = item.start if side == "start" else item.end
        return self.point(time / SECOND, track.id, 8) + QPoint(inside, 0)

    def click(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.view, LEFT, modifiers, point)

    def press(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.view, LEFT, modifiers, point)

    def move(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """QTest.mouseMove carries neither buttons nor modifiers."""
        where = QPointF(point), QPointF(self.view.mapToGlobal(point))
        event = QMouseEvent(QEvent.Type.MouseMove, *where, Qt.MouseButton.NoButton, LEFT, modifiers)
        QApplication.sendEvent(self.view, event)

    def release(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.view, LEFT, modifiers, point)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(start, modifiers)
        self.move(start + (end - start) / 2, modifiers)
        self.move(end, modifiers)
        self.release(end, modifiers)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, modifiers)

    def item(self, item_id: str) -> Item:
        return find_item(self.document.timeline, item_id)[1]

    def names(self, track_id: str) -> list[tuple[str, float, float]]:
        """Id, start and end in seconds of the items of a track."""
        track = next(each for each in self.document.timeline.tracks if each.id == track_id)
        return [(item.id, item.start / SECOND, item.end / SECOND) for item in track.items]


def clip(item_id: str, start: float, end: float, link: str | None = None) -> Clip:
    """Of media of 20 s, from its second 5 on."""
    return Clip(
        id=item_id,
        start=round(start * SECOND),
        duration=round((end - start) * SECOND),
        source_start=5 * SECOND,
        link=link,
        media=MediaReference(url="upload:1", name=f"{item_id}.mp4", duration=20 * SECOND),
    )


@pytest.fixture
def film() -> Timeline:
    """::

    V2         | t  2–4 |
    V1 | a 0–2 | b 2–5 |   | c 6–8 |
    A1 | x 0–2 | y 2–5 |           | z 14–16 |
    """
    title = Title(id="t", start=2 * SECOND, duration=2 * SECOND, text="Hello")
    return Timeline(
        rate=Fraction(25),
        tracks=(
            Track(
                id="V1",
                kind="video",
                items=(clip("a", 0, 2, "ax"), clip("b", 2, 5, "by"), clip("c", 6, 8)),
            ),
            Track(id="V2", kind="video", items=(title,)),
            Track(
                id="A1",
                kind="audio",
                items=(clip("x", 0, 2, "ax"), clip("y", 2, 5, "by"), clip("z", 14, 16)),
            ),
        ),
        markers=(Marker(id="m", time=9 * SECOND, name="Intro"),),
    )


@pytest.fixture
def document(qtbot, film) -> TimelineDocument:
    return TimelineDocument(film)


@pytest.fixture(scope="session")
def theme(qapp) -> Theme:
    """Once: to style every widget anew takes a second."""
    dark = Theme.load("dark")
    apply_theme(qapp, dark)
    return dark


@pytest.fixture
def pictures(tmp_path) -> ClipPictures:
    def nothing(_: MediaReference) -> Path:
        raise StudioError("no media here")

    return ClipPictures(nothing, TasksAtOnce(), tmp_path)


@pytest.fixture
def panel(qtbot, document, pictures, theme) -> TimelinePanel:
    """1280 wide, 80 pixels a second, from the beginning on."""
    panel = TimelinePanel(document, pictures, theme)
    qtbot.addWidget(panel)
    panel.resize(1280, 320)
    panel.show()
    qtbot.waitExposed(panel)
    panel.view.viewport.zoom_to(SECOND / 80, 0)
    panel.view.viewport.scroll_to(0)
    panel.view.setFocus()
    return panel


@pytest.fixture
def hand(panel, document) -> Hand:
    return Hand(panel, document)
