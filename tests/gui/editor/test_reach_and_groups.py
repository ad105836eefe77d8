"""What ripples move, and what is chosen together: by mouse and key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Caption
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def captioned(document, panel):
    """A caption over the clip c, that begins at 6 s."""
    said = Caption(id="said", start=6 * SECOND, duration=SECOND, text="Here")
    document.load(edits.add_caption_track(document.timeline, [said], language="en"))
    return document


def track_of(document, item_id):
    return next(t for t in document.timeline.tracks if item_id in t.places)


class TestReach:
    def test_the_key_goes_round_and_the_button_says_it(self, hand, panel):
        said = []
        for _ in range(5):
            said.append(panel.toolbar.findChild(QToolButton, "ripple-reach").text())
            hand.key(Qt.Key.Key_R, ALT)
        assert said == [
            "Ripple: linked tracks",
            "Ripple: one track",
            "Ripple: all tracks",
            "Ripple: all, with markers",
            "Ripple: linked tracks",
        ]

    def test_a_caption_follows_a_ripple_delete(self, hand, captioned):
        hand.click(hand.over("a"))
        hand.key(Qt.Key.Key_Delete, SHIFT)
        assert hand.item("c").start == 4 * SECOND
        assert hand.item("said").start == 4 * SECOND

    def test_not_where_the_headers_button_says_so(self, hand, captioned, panel):
        header = panel.headers.header(track_of(captioned, "said").id)
        (button,) = (
            each for each in header.findChildren(QToolButton) if "ripples" in each.toolTip()
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        hand.click(hand.over("a"))
        hand.key(Qt.Key.Key_Delete, SHIFT)
        assert hand.item("said").start == 6 * SECOND

    def test_one_track_leaves_the_captions(self, hand, captioned, panel):
        panel.editor_actions["reach_own"].trigger()
        hand.click(hand.over("a"))
        hand.key(Qt.Key.Key_Delete, SHIFT)
        assert hand.item("said").start == 6 * SECOND

    def test_all_tracks_lose_the_time_by_an_edge_too(self, hand, document, panel):
        panel.editor_actions["reach_all"].trigger()
        before = hand.item("z").start
        hand.drag(hand.edge("a", "end"), hand.point(1, "V1", 8), CTRL)
        lost = 2 * SECOND - hand.item("a").duration
        assert lost > 0
        assert hand.item("z").start == before - lost
        assert hand.item("t").start < 2 * SECOND

    def test_markers_go_along_where_they_are_meant_to(self, hand, document, panel):
        panel.editor_actions["reach_markers"].trigger()
        (marker,) = document.timeline.markers
        hand.click(hand.over("a"))
        hand.key(Qt.Key.Key_Delete, SHIFT)
        assert document.timeline.markers[0].time == max(0, marker.time - 2 * SECOND)


class TestGroups:
    @pytest.fixture
    def grouped(self, hand, document):
        document.select(["a", "c"])
        hand.panel.editor_actions["group"].trigger()
        document.select(())
        return document

    def test_a_key_makes_one_of_what_is_selected(self, hand, document):
        document.select(["a", "c"])
        hand.key(Qt.Key.Key_G, CTRL)
        assert hand.item("a").group == hand.item("c").group is not None

    def test_a_click_chooses_all_of_a_group_and_its_partners(self, hand, grouped):
        hand.click(hand.over("c"))
        assert grouped.selection == {"a", "x", "c"}

    def test_with_alt_it_chooses_one(self, hand, grouped):
        hand.click(hand.over("c"), ALT)
        assert grouped.selection == {"c"}

    def test_it_moves_together(self, hand, grouped):
        grouped.apply("Lift", lambda t: edits.lift(t, ["b", "t"]))
        hand.drag(hand.over("c"), hand.point(8, "V1", 8), SHIFT)
        by = hand.item("c").start - 6 * SECOND
        assert by > 0
        assert hand.item("x").start == hand.item("a").start == by

    def test_it_is_deleted_together(self, hand, grouped):
        hand.click(hand.over("c"))
        hand.key(Qt.Key.Key_Delete)
        assert [name for name, *_ in hand.names("V1")] == ["b"]

    def test_it_is_let_go(self, hand, grouped):
        hand.click(hand.over("c"))
        hand.key(Qt.Key.Key_G, CTRL | SHIFT)
        hand.click(hand.over("c"))
        assert grouped.selection == {"c"}

    def test_a_band_that_touches_one_takes_all(self, hand, grouped):
        hand.drag(hand.point(8.5, "V1"), hand.point(7.5, "V1"))
        assert grouped.selection == {"a", "c"}


def test_what_is_duplicated_is_selected(hand, document):
    document.select(["c"])
    hand.key(Qt.Key.Key_D, CTRL)
    (made,) = document.selection
    assert made != "c"
    assert hand.item(made).start == 8 * SECOND
