"""Transitions in a whole window: their tab, drags, keys, the inspector, the default."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from timeline_studio.settings import Preferences
from timeline_studio.timeline.model import (
    Clip,
    Generator,
    MediaReference,
    Timeline,
    Track,
    Transition,
)
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.timeline.transition_look import PARAMETERS, TransitionLook, plain_look
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.transition_names import KIND_NAMES
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.transition_memory import TransitionMemory
from timeline_studio.ui.transitions.presets import PRESETS
from timeline_studio.ui.transitions.transitions_panel import TransitionsPanel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def film() -> Timeline:
    """Three colours of four seconds each."""
    items = tuple(
        Generator(id=name, start=4 * n * SECOND, duration=4 * SECOND, color=color)
        for n, (name, color) in enumerate({"a": "#AA0000", "b": "#00AA00", "c": "#0000AA"}.items())
    )
    track = Track(id="V1", kind="video", name="V1", items=items)
    return Timeline(rate=Fraction(25), width=320, height=180, tracks=(track,))


class Hand:
    """The window with the film open, and the pointer over it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.document = window.document
        self.view = window.panels.timeline.view
        self.panel = window.findChild(TransitionsPanel)
        self.tabs = window.panels.media.tabs

    @property
    def transitions(self) -> tuple[Transition, ...]:
        return self.document.timeline.tracks[0].transitions

    def open_tab(self) -> None:
        tab = next(each for each in self.tabs.buttons if each.text() == "Transitions")
        if not tab.isVisible():
            self.tabs.choose(self.tabs.buttons.index(tab))
        else:
            QTest.mouseClick(tab, LEFT)
        assert self.panel.isVisible()

    def index(self, name: str) -> QModelIndex:
        return self.panel.view.model().index([each.name for each in PRESETS].index(name), 0)

    def double_click(self, name: str) -> None:
        view, index = self.panel.view, self.index(name)
        view.scrollTo(index)
        at = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), LEFT, NONE, at)
        QTest.mouseDClick(view.viewport(), LEFT, NONE, at)

    def place(self, seconds: float) -> QPoint:
        row = next(iter(self.view.layout_of_tracks.rows))
        top = row.top - self.view.viewport.top
        return QPoint(self.view.viewport.x_of(round(seconds * SECOND)), top + 30)

    def drop(self, name: str, at: QPoint) -> bool:
        """What a platform sends at the end of a drag from the list; whether it was taken."""
        mime = self.panel.view.model().mimeData([self.index(name)])
        return self.drop_data(mime, at)

    def drop_data(self, mime: QMimeData, at: QPoint) -> bool:
        before = self.view.grab().toImage()
        copy = Qt.DropAction.CopyAction
        for event in (
            QDragEnterEvent(at, copy, mime, LEFT, NONE),
            QDragMoveEvent(at, copy, mime, LEFT, NONE),
        ):
            QApplication.sendEvent(self.view, event)
        self.is_shown = self.view.grab().toImage() != before
        drop = QDropEvent(QPointF(at), copy, mime, LEFT, NONE)
        QApplication.sendEvent(self.view, drop)
        return drop.isAccepted()

    def choose(self, field: QComboBox, data: str) -> None:
        """By its keys, as somebody who tabbed there."""
        field.setFocus()
        for _ in range(field.count()):
            QTest.keyClick(field, Qt.Key.Key_Up)
        for _ in range(field.findData(data)):
            QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.currentData() == data


@pytest.fixture
def hand(open_window: Callable[[], MainWindow], qtbot: QtBot) -> Hand:
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.flows.session.project is not None, timeout=10_000)
    window.document.apply("Film", lambda _timeline: film())
    hand = Hand(window, qtbot)
    hand.view.viewport.zoom_to(SECOND / 40, 0)
    hand.open_tab()
    return hand


def test_a_double_click_puts_it_on_the_cut_nearest_to_the_playhead(hand: Hand) -> None:
    hand.document.set_playhead(7 * SECOND)

    hand.double_click("Wipe Left")

    (transition,) = hand.transitions
    assert plain_look(transition) == TransitionLook(kind="wipe", direction="left")
    assert (transition.cut, transition.end - transition.start) == (8 * SECOND, SECOND)
    assert hand.document.undo_stack.undoText() == "Add Wipe"


def test_it_goes_on_every_cut_between_selected_clips(hand: Hand) -> None:
    hand.document.select({"a", "b", "c"})

    hand.double_click("Iris")

    assert [(each.cut, each.kind) for each in hand.transitions] == [
        (4 * SECOND, "iris"),
        (8 * SECOND, "iris"),
    ]


def test_with_a_transition_selected_it_takes_its_look(hand: Hand) -> None:
    hand.double_click("Iris")
    (before,) = hand.transitions
    QTest.mouseClick(hand.view, LEFT, NONE, hand.place(before.cut / SECOND))

    hand.double_click("Push Up")

    (after,) = hand.transitions
    assert (after.id, plain_look(after)) == (
        before.id,
        TransitionLook(kind="push", direction="up"),
    )


def test_enter_adds_the_one_that_has_the_focus(hand: Hand) -> None:
    view = hand.panel.view
    view.setFocus()
    view.selectionModel().setCurrentIndex(
        hand.index("Slide Down"), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )

    QTest.keyClick(view, Qt.Key.Key_Return)

    assert [each.kind for each in hand.transitions] == ["slide"]


def test_a_drop_near_a_cut_is_for_it_and_elsewhere_for_none(hand: Hand) -> None:
    assert hand.drop("Dip to White", hand.place(4.3))
    assert hand.is_shown
    (transition,) = hand.transitions
    assert (transition.cut, transition.kind, transition.color) == (4 * SECOND, "dip", "#FFFFFF")

    assert not hand.drop("Iris", hand.place(2))
    assert not hand.is_shown
    assert hand.transitions == (transition,)


def test_what_is_no_transition_is_not_taken_for_one(hand: Hand) -> None:
    broken = QMimeData()
    broken.setData("application/x-timeline-studio-transition", b"{")

    assert not hand.drop_data(broken, hand.place(4))
    assert hand.transitions == ()


def test_the_key_adds_the_default_that_was_made_in_the_list(
    hand: Hand, preferences: Preferences
) -> None:
    view, index = hand.panel.view, hand.index("Clock Wipe")
    view.scrollTo(index)
    view.customContextMenuRequested.emit(view.visualRect(index).center())
    menu = next(menu for menu in hand.panel.findChildren(QMenu) if menu.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "default" in view.model().data(index, Qt.ItemDataRole.ToolTipRole)

    hand.view.setFocus()
    QTest.keyClick(hand.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    assert [each.kind for each in hand.transitions] == ["clock"]
    hand.qtbot.waitUntil(lambda: preferences.get("default_transition") == {"kind": "clock"})


def test_the_default_is_remembered(preferences: Preferences, tasks: BackgroundTasks) -> None:
    preferences.set("default_transition", {"kind": "push", "direction": "up"})
    mode, spoilt = EditingMode(), EditingMode()
    TransitionMemory(preferences, mode, tasks)
    preferences.set("default_transition", {"kind": "sparkle"})
    TransitionMemory(preferences, spoilt, tasks)

    assert mode.transition == TransitionLook(kind="push", direction="up")
    assert spoilt.transition == TransitionLook()


def test_the_inspector_changes_the_selected_transition(hand: Hand) -> None:
    hand.double_click("Wipe Left")
    QTest.mouseClick(hand.view, LEFT, NONE, hand.place(hand.transitions[0].cut / SECOND))
    form = hand.window.panels.inspector.transition
    assert form.isVisible()
    assert form.softness.isVisible()
    assert not form.color.isVisible()

    hand.choose(form.direction, "down")
    form.softness.selectAll()
    QTest.keyClicks(form.softness, "25")
    QTest.keyClick(form.softness, Qt.Key.Key_Return)
    form.duration.selectAll()
    QTest.keyClicks(form.duration, "2")
    QTest.keyClick(form.duration, Qt.Key.Key_Return)
    hand.choose(form.alignment, "start")

    (transition,) = hand.transitions
    assert plain_look(transition) == TransitionLook(kind="wipe", direction="down", softness=0.25)
    assert (transition.in_offset, transition.out_offset) == (0, 2 * SECOND)
    hand.choose(form.kind, "dip")
    assert form.color.isVisible()
    assert not form.softness.isVisible()
    form.color.chosen.emit("#00FF00")
    assert (hand.transitions[0].kind, hand.transitions[0].color) == ("dip", "#00FF00")


def test_what_the_inspector_is_refused_is_not_left_in_its_field(hand: Hand) -> None:
    hand.double_click("Iris")
    QTest.mouseClick(hand.view, LEFT, NONE, hand.place(hand.transitions[0].cut / SECOND))
    form = hand.window.panels.inspector.transition
    form.duration.selectAll()
    QTest.keyClicks(form.duration, "500")
    QTest.keyClick(form.duration, Qt.Key.Key_Return)

    assert form.duration.value() == 1
    assert hand.transitions[0].end - hand.transitions[0].start == SECOND


def test_an_edge_that_is_dragged_keeps_a_transition_at_its_cut(hand: Hand) -> None:
    hand.double_click("Iris")
    QTest.mouseClick(hand.view, LEFT, NONE, hand.place(hand.transitions[0].cut / SECOND))
    hand.choose(hand.window.panels.inspector.transition.alignment, "start")
    cut = hand.transitions[0].cut / SECOND

    QTest.mousePress(hand.view, LEFT, NONE, hand.place(cut + 1))
    for seconds in (1.5, 2):
        QTest.mouseMove(hand.view, hand.place(cut + seconds))
    QTest.mouseRelease(hand.view, LEFT, NONE, hand.place(cut + 2))

    (transition,) = hand.transitions
    assert transition.in_offset == 0
    assert transition.out_offset == pytest.approx(2 * SECOND, abs=SECOND / 10)


def test_media_that_is_missing_is_hatched_and_said(hand: Hand) -> None:
    """The footage ends half a second after the cut, which lasts a second after it."""
    media = MediaReference(url="file:///nowhere/beach.mp4", duration=5 * SECOND)
    clip = Clip(id="a", name="beach.mp4", start=0, duration=4 * SECOND, media=media)
    still = Generator(id="b", start=4 * SECOND, duration=4 * SECOND)
    cross = Transition(id="t", cut=4 * SECOND, in_offset=SECOND, out_offset=SECOND)

    def shown(source_start: int) -> QImage:
        later = replace(clip, source_start=source_start)
        track = Track(id="V1", kind="video", items=(later, still), transitions=(cross,))
        film = Timeline(rate=Fraction(25), width=320, height=180, tracks=(track,))
        hand.document.apply("Film", lambda _timeline: film)
        lacking = QRect(hand.place(4.6), hand.place(4.9) + QPoint(0, 8))
        return hand.view.grab(lacking).toImage()

    enough = shown(0)
    assert shown(SECOND // 2) != enough
    QTest.mouseClick(hand.view, LEFT, NONE, hand.place(4))
    words = hand.window.panels.inspector.transition.missing
    assert words.isVisible()
    assert words.text().startswith("“beach.mp4” needs 13 more frames after its end.")
    shown(0)
    assert not words.isVisible()


def test_every_kind_and_every_preset_has_a_name_of_its_own() -> None:
    assert set(KIND_NAMES) == set(PARAMETERS)
    assert len({preset.name for preset in PRESETS}) == len(PRESETS)
