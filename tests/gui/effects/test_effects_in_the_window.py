"""Effects in a whole window: their tab, drags, commands, a LUT's file."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from timeline_studio.timeline.effects.effect import Blur, Effects, Lut, Vignette
from timeline_studio.timeline.model import Generator, Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.editor.effect_drops import effect_mime
from timeline_studio.ui.effects.effects_model import KIND
from timeline_studio.ui.effects.effects_panel import EffectsPanel
from timeline_studio.ui.shell import MainWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def film() -> Timeline:
    """Two colours of four seconds each, over a track for sound."""
    items = tuple(
        Generator(id=name, start=4 * n * SECOND, duration=4 * SECOND) for n, name in enumerate("ab")
    )
    tracks = (
        Track(id="V1", kind="video", name="V1", items=items),
        Track(id="A1", kind="audio", name="A1"),
    )
    return Timeline(rate=Fraction(25), width=320, height=180, tracks=tracks)


class Hand:
    """The window with the film open and the tab of effects chosen, and the pointer over it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.document = window.document
        self.view = window.panels.timeline.view
        self.panel = window.findChild(EffectsPanel)
        tabs = window.panels.media.tabs
        tabs.choose([each.text() for each in tabs.buttons].index("Effects"))

    def effects(self, item_id: str) -> Effects:
        track = self.document.timeline.tracks[0]
        item = track.items[track.places[item_id]]
        assert isinstance(item, Generator)
        return item.effects

    def point(self, seconds: float) -> QPoint:
        row = next(iter(self.view.layout_of_tracks.rows))
        top = row.top - self.view.viewport.top
        return QPoint(self.view.viewport.x_of(round(seconds * SECOND)), top + 30)

    def drop(self, mime: QMimeData, at: QPoint) -> bool:
        """What a platform sends at the end of a drag from the list; whether it was taken."""
        copy = Qt.DropAction.CopyAction
        for event in (
            QDragEnterEvent(at, copy, mime, LEFT, NONE),
            QDragMoveEvent(at, copy, mime, LEFT, NONE),
        ):
            QApplication.sendEvent(self.view, event)
        drop = QDropEvent(QPointF(at), copy, mime, LEFT, NONE)
        QApplication.sendEvent(self.view, drop)
        return drop.isAccepted()


@pytest.fixture
def hand(open_window: Callable[[], MainWindow], qtbot: QtBot) -> Hand:
    window = open_window()
    qtbot.waitUntil(lambda: window.flows.session.project is not None, timeout=20_000)
    window.document.apply("Film", lambda _timeline: film())
    made = Hand(window, qtbot)
    made.view.viewport.zoom_to(SECOND / 40, 0)
    return made


def test_a_double_click_puts_an_effect_on_all_that_is_selected(hand: Hand) -> None:
    hand.document.select(["a", "b"])
    view = hand.panel.view
    at = view.visualRect(view.model().index(0, 0)).center()

    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, at)

    assert len(hand.effects("a")) == len(hand.effects("b")) == 1
    assert hand.document.undo_stack.undoText() == "Add Exposure"


def test_without_a_selection_it_says_what_to_do(hand: Hand) -> None:
    with hand.qtbot.waitSignal(hand.document.refused) as refused:
        QTest.keyClick(hand.panel.search, Qt.Key.Key_Return)
    assert refused.args is not None
    assert "Select a clip first" in refused.args[0]


def test_effects_are_searched_by_what_they_do(hand: Hand) -> None:
    hand.document.select(["b"])
    QTest.keyClicks(hand.panel.search, "corners")
    found = hand.panel.model
    assert [found.index(row).data(KIND) for row in range(found.rowCount())] == ["vignette"]
    QTest.keyClick(hand.panel.search, Qt.Key.Key_Return)
    assert hand.effects("b") == (Vignette(),)
    QTest.keyClicks(hand.panel.search, " and more")
    assert hand.panel.nothing_found.isVisible()


def test_an_effect_is_dragged_onto_a_clip(hand: Hand) -> None:
    model = hand.panel.model
    rows = {model.index(row).data(KIND): model.index(row) for row in range(model.rowCount())}
    assert hand.drop(model.mimeData([rows["blur"]]), hand.point(5))
    assert (hand.effects("a"), hand.effects("b")) == ((), (Blur(),))
    assert hand.document.selection == {"b"}
    hand.document.select(["a", "b"])
    assert hand.drop(effect_mime("vignette"), hand.point(1))
    assert hand.effects("b") == (Blur(), Vignette())


def test_an_effect_cannot_be_dropped_where_there_is_no_clip(hand: Hand) -> None:
    assert not hand.drop(effect_mime("blur"), hand.point(9))
    assert not hand.drop(effect_mime("no such effect"), hand.point(1))
    assert hand.effects("a") == ()


def test_the_key_switches_all_effects_of_what_is_selected(hand: Hand) -> None:
    hand.document.select(["a", "b"])
    actions = hand.window.panels.timeline.editor_actions
    actions["add_blur"].trigger()
    hand.view.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(hand.window, Qt.Key.Key_D, shift)
    assert hand.effects("a") == hand.effects("b") == (Blur(enabled=False),)
    QTest.keyClick(hand.window, Qt.Key.Key_D, shift)
    assert hand.effects("a") == (Blur(),)


def test_a_clip_with_an_effect_says_so_on_its_strip(hand: Hand) -> None:
    before = hand.view.grab().toImage()
    hand.document.apply("Nothing", lambda timeline: timeline)
    assert hand.view.grab().toImage() == before
    hand.window.panels.timeline.editor_actions.effects.add_to("blur", ["a"])
    hand.document.select([])
    assert hand.view.grab().toImage() != before


def test_a_lut_is_read_and_kept_and_a_broken_one_is_told(hand: Hand, tmp_path: Path) -> None:
    actions = hand.window.panels.timeline.editor_actions
    actions.effects.add_to("lut", ["a"])
    good, broken = tmp_path / "Negative.cube", tmp_path / "Broken.cube"
    good.write_text("LUT_1D_SIZE 2\n1 1 1\n0 0 0\n")
    broken.write_text("LUT_1D_SIZE 2\n1 1\n")
    luts = hand.window.panels.luts

    luts.take(good, "lut.1", ["a"])
    hand.qtbot.waitUntil(lambda: hand.effects("a") != (Lut(),), timeout=20_000)
    (lut,) = hand.effects("a")
    with hand.qtbot.waitSignal(luts.failed, timeout=20_000) as failed:
        luts.take(broken, "lut.1", ["a"])

    assert isinstance(lut, Lut)
    assert lut.name == "Negative.cube"
    assert hand.effects("a") == (lut,)
    assert failed.args is not None
    assert "Broken.cube cannot be read: line 2" in failed.args[0]
    button = hand.window.panels.inspector.findChild(QWidget, "lut.1-file")
    assert button is not None
