"""The timeline for those who hear it, and who walk it by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from timeline_studio.timeline import edits
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND

CTRL = Qt.KeyboardModifier.ControlModifier
NAME, WORDS = QAccessible.Text.Name, QAccessible.Text.Description
KEY = Qt.Key


@pytest.fixture
def spoken(panel):
    return QAccessible.queryAccessibleInterface(panel.view)


def track(spoken, label):
    rows = [spoken.child(number) for number in range(spoken.childCount())]
    return next(row for row in rows if f" {label}" in row.text(NAME))


class TestWhatIsSaid:
    def test_tracks_are_rows(self, spoken):
        names = [spoken.child(number).text(NAME) for number in range(spoken.childCount())]
        assert names == ["Video V2, 1 clip", "Video V1, 3 clips", "Sound A1, 3 clips"]
        assert spoken.child(0).role() == QAccessible.Role.Row
        assert spoken.indexOfChild(spoken.child(2)) == 2

    def test_a_clip_says_its_name_its_place_and_what_it_is_in(self, spoken):
        clip = track(spoken, "V1").child(1)
        assert clip.role() == QAccessible.Role.ListItem
        assert clip.text(NAME) == "b.mp4, video"
        assert clip.text(WORDS) == "V1, 2 of 3, from 00:00:02:00 to 00:00:05:00, linked"
        assert track(spoken, "V1").indexOfChild(clip) == 1
        assert clip.parent().text(NAME).startswith("Video V1")

    def test_what_is_locked_off_and_fast_says_so(self, spoken, document):
        document.apply("Off", lambda t: edits.set_speed(t, ["c"], 2, with_links=False))
        document.apply("Lock", lambda t: edits.set_track(t, "V1", locked=True))
        row = track(spoken, "V1")
        assert row.text(NAME).endswith("locked")
        assert row.child(2).text(WORDS).endswith("speed 200 per cent")
        assert row.child(2).state().readOnly

    def test_it_lies_where_it_is_shown(self, spoken, panel, hand):
        clip = track(spoken, "V1").child(0)
        point = panel.view.mapToGlobal(hand.over("a"))
        assert clip.rect().contains(point)
        assert spoken.childAt(point.x(), point.y()).childAt(point.x(), point.y()) is clip

    def test_a_clip_that_went_is_not_valid(self, spoken, document):
        clip = track(spoken, "V1").child(0)
        document.apply("Lift", lambda t: edits.lift(t, ["a"]))
        assert not clip.isValid()
        assert clip.text(NAME) == ""
        document.undo()
        assert clip.isValid()


class TestWalking:
    def test_along_a_track(self, hand, document, spoken, panel):
        panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_Right, CTRL)
        assert document.selection == {"b", "y"}  # it comes in at the playhead
        hand.key(KEY.Key_Right, CTRL)
        assert document.selection == {"c"}
        hand.key(KEY.Key_Right, CTRL)
        assert document.selection == {"c"}
        hand.key(KEY.Key_Left, CTRL)
        assert document.selection == {"b", "y"}
        clip = track(spoken, "V1").child(1)
        assert clip.state().selected
        assert spoken.focusChild() is clip

    def test_to_the_track_above_and_below(self, hand, document, panel):
        hand.click(hand.over("b"))
        hand.key(KEY.Key_Up, CTRL)
        assert document.selection == {"t"}
        hand.key(KEY.Key_Down, CTRL)
        hand.key(KEY.Key_Down, CTRL)
        assert panel.view.walked == "y"

    def test_the_clip_comes_into_sight_with_a_ring(self, hand, document, panel, theme):
        view = panel.view
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        view.viewport.zoom_to(SECOND / 400, 0)
        hand.key(KEY.Key_Right, CTRL)
        hand.key(KEY.Key_Right, CTRL)
        hand.key(KEY.Key_Right, CTRL)
        assert panel.view.walked == "c"
        x = view.viewport.x_of(6 * SECOND)
        assert 0 <= x < view.width()
        shown = view.grab().toImage()
        row = view.layout_of_tracks.rows.of("V1")
        middle = (row.top + row.bottom) // 2
        found = {shown.pixelColor(each, middle).name() for each in range(max(0, x - 8), x)}
        assert theme.color("accent").name() in found

    def test_a_click_ends_the_walk(self, hand, panel):
        hand.key(KEY.Key_Right, CTRL)
        assert panel.view.walked
        hand.click(hand.over("c"))
        assert not panel.view.walked
