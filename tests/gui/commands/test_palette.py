"""The palette: found by a few letters, run by Return, left by Esc; where it looks by a sign."""

from fractions import Fraction

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.timeline.model import Marker
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.commands.matching import match, ranked
from timeline_studio.ui.commands.palette_model import FOUND
from timeline_studio.ui.commands.palette_popover import PalettePopover
from timeline_studio.ui.commands.typed_timecode import typed_timecode
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import create_project

KEY = Qt.Key
RATE = Fraction(25)


def found(query: str, names: list[str]) -> list[str]:
    return [names[at] for at, _ in ranked(query, names, 9)]


class TestMatching:
    def test_beginnings_of_words_come_first(self) -> None:
        names = ["Use This Picture as Poster", "Split All Tracks", "Split at Playhead", "Snap"]
        assert found("sap", names)[0] == "Split at Playhead"
        assert found("spall", names)[0] == "Split All Tracks"

    def test_letters_in_a_row_beat_letters_apart(self) -> None:
        names = ["Extra Picture", "Export As", "Export"]
        assert found("exp", names) == ["Export", "Export As", "Extra Picture"]

    def test_the_letters_that_were_typed_are_told(self) -> None:
        hit = match("sth", "Send to HLS")
        assert hit is not None
        assert hit.positions == (0, 5, 8)
        assert match("xyz", "Send to HLS") is None

    def test_capitals_that_grow_keep_their_place(self) -> None:
        hit = match("b", "İİ b")
        assert hit is not None
        assert hit.positions == (3,)

    def test_of_very_many_those_in_a_row_are_weighed(self) -> None:
        names = [f"the hut {n}, our use" for n in range(2000)] + ["the house"]
        assert found("the house", names)[0] == "the house"


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("12", 12),
        ("512", 5 * 25 + 12),
        ("1:02:00", 62 * 25),
        ("01:00:00:03", 3600 * 25 + 3),
        ("+10", 110),
        ("-1:00", 75),
        ("-9:00", 0),
        ("1:2:3:4:5", None),
        ("1::2", None),
        ("soon", None),
        ("", None),
    ],
)
def test_typed_timecodes(text: str, frames: int | None) -> None:
    wanted = None if frames is None else frame_start(frames, RATE)
    assert typed_timecode(text, RATE, frame_start(100, RATE)) == wanted


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> PalettePopover:
    window.activateWindow()
    view = window.panels.timeline.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(
        view, KEY.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    popover = window.centre.palette.popover
    qtbot.waitUntil(lambda: popover is not None and popover.field.hasFocus())
    return popover


def names(palette: PalettePopover) -> list[str]:
    model = palette.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_it_lies_where_the_eye_is_and_is_walked_by_arrows(
    palette: PalettePopover, window: MainWindow
) -> None:
    assert palette.width() == 640
    assert palette.y() == 120
    assert palette.view.height() == 10 * 36
    rows = palette.model.rowCount()
    assert rows == min(100, len(window.centre.registry))
    for key, row in ((KEY.Key_Up, rows - 1), (KEY.Key_Down, 0), (KEY.Key_PageDown, 10)):
        QTest.keyClick(palette.field, key)
        assert palette.view.currentIndex().row() == row
    QTest.keyClicks(palette.field, "qqqqq")
    assert palette.nothing.isVisible()
    assert palette.view.isHidden()


def test_return_runs_what_was_found_and_gives_the_focus_back(
    palette: PalettePopover, window: MainWindow
) -> None:
    QTest.keyClicks(palette.field, "blade")
    assert names(palette)[0] == "Blade Tool"
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert palette.isHidden()
    assert window.panels.timeline.mode.tool == "blade"
    assert window.panels.timeline.view.hasFocus()


def test_esc_leaves_everything_as_it_was(palette: PalettePopover, window: MainWindow) -> None:
    QTest.keyClicks(palette.field, "blade")
    QTest.keyClick(palette.field, KEY.Key_Escape)
    assert palette.isHidden()
    assert window.panels.timeline.mode.tool == "select"
    assert window.panels.timeline.view.hasFocus()


def test_the_last_one_comes_first_also_in_the_next_window(
    palette: PalettePopover, window: MainWindow, open_window
) -> None:
    QTest.keyClicks(palette.field, "blade tool")
    QTest.keyClick(palette.field, KEY.Key_Return)
    window.centre.open_palette()
    assert names(palette)[0] == "Blade Tool"
    palette.dismiss()
    other = open_window()
    other.centre.open_palette()
    assert names(other.centre.palette.popover)[0] == "Blade Tool"


def test_what_cannot_be_done_says_why_and_stays(
    palette: PalettePopover, window: MainWindow
) -> None:
    QTest.keyClicks(palette.field, "split at")
    choice = palette.model.index(0).data(FOUND).choice
    assert (choice.name, choice.reason) == ("Split at Playhead", "Move the playhead onto a clip.")
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert palette.isVisible()
    assert "Move the playhead" in palette.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_colon_goes_to_a_timecode(palette: PalettePopover, window: MainWindow) -> None:
    rate = window.document.timeline.rate
    QTest.keyClicks(palette.field, ":2:00")
    assert names(palette) == ["Go to 00:00:02:00"]
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert window.document.playhead == frame_start(2 * round(rate), rate)


def test_an_at_goes_to_a_marker(palette: PalettePopover, window: MainWindow) -> None:
    markers = (Marker(id="a", time=SECOND, name="Intro"), Marker(id="b", time=3 * SECOND))
    assert window.document.apply("Mark", lambda timeline: replace(timeline, markers=markers))
    QTest.keyClicks(palette.field, "@")
    assert names(palette) == ["Intro", "00:00:03:00"]
    QTest.keyClicks(palette.field, "int")
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert window.document.playhead == SECOND


def test_a_hash_opens_a_timeline(
    palette: PalettePopover, window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    teaser = create_project(studio, "Vertical teaser").id
    QTest.keyClicks(palette.field, "#vert")
    qtbot.waitUntil(lambda: names(palette) == ["Vertical teaser"])
    QTest.keyClick(palette.field, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.flows.session.project.id == teaser)


def test_a_slash_opens_footage_in_the_source_monitor(
    uploads: list[Upload], palette: PalettePopover, window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(palette.field, "/beach")
    qtbot.waitUntil(lambda: names(palette) == ["beach.mp4"])
    QTest.keyClick(palette.field, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.panels.monitor.shows_source)
