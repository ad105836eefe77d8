"""Keys and commands of the timeline, and when they can work."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND

_MODIFIER = Qt.KeyboardModifier
ALT, CTRL, SHIFT = _MODIFIER.AltModifier, _MODIFIER.ControlModifier, _MODIFIER.ShiftModifier
KEY = Qt.Key
FRAME = SECOND // 25


@pytest.fixture
def actions(panel):
    return panel.editor_actions


@pytest.fixture(autouse=True)
def active(panel, qtbot):
    """Keys reach menus and shortcuts only in an active window."""
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)


class TestSplitting:
    def test_s_splits_at_the_playhead_on_the_target_tracks(self, hand, document):
        document.set_playhead(SECOND)
        hand.key(KEY.Key_S)
        assert [(start, end) for _, start, end in hand.names("V1")][:2] == [(0, 1), (1, 2)]
        assert [(start, end) for _, start, end in hand.names("A1")][:2] == [(0, 1), (1, 2)]

    def test_the_selection_comes_first(self, hand, document):
        document.set_playhead(3 * SECOND)
        document.select(["t"])
        hand.key(KEY.Key_B, CTRL)
        assert len(hand.names("V2")) == 2
        assert len(hand.names("V1")) == 3

    def test_all_tracks(self, hand, document):
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_B, CTRL | SHIFT)
        assert [len(hand.names(track)) for track in ("V1", "V2", "A1")] == [4, 2, 4]

    def test_on_a_cut_there_is_nothing_to_split(self, document, actions):
        document.set_playhead(2 * SECOND)
        assert not actions["split"].isEnabled()
        document.set_playhead(SECOND)
        assert actions["split"].isEnabled()


class TestDeleting:
    def test_delete_leaves_a_gap(self, hand, document):
        document.select(["a", "x"])
        hand.key(KEY.Key_Delete)
        assert [name for name, *_ in hand.names("V1")] == ["b", "c"]
        assert hand.names("V1")[0][1] == 2

    def test_shift_delete_closes_it(self, hand, document):
        document.select(["a", "x"])
        hand.key(KEY.Key_Delete, SHIFT)
        assert hand.names("V1")[0] == ("b", 0, 3)
        assert hand.names("A1")[0] == ("y", 0, 3)

    def test_with_ripple_on_they_change_places(self, hand, document, actions):
        actions["ripple"].trigger()
        assert actions["delete"].text() == "Ripple Delete"
        document.select(["a", "x"])
        hand.key(KEY.Key_Delete)
        assert hand.names("V1")[0] == ("b", 0, 3)

    def test_one_that_was_chosen_alone_goes_alone(self, hand, document):
        document.select(["a"])
        hand.key(KEY.Key_Delete)
        assert [name for name, *_ in hand.names("V1")] == ["b", "c"]
        assert hand.names("A1")[0] == ("x", 0, 2)

    def test_nothing_selected_nothing_to_delete(self, document, actions):
        assert not actions["delete"].isEnabled()
        document.select(["c"])
        assert actions["delete"].isEnabled()


class TestUndo:
    def test_ctrl_z_and_back(self, hand, document, actions, film):
        document.select(["c"])
        hand.key(KEY.Key_Delete)
        assert actions["undo"].text() == "Undo Delete"
        hand.key(KEY.Key_Z, CTRL)
        assert document.timeline == film
        assert document.selection == {"c"}
        hand.key(KEY.Key_Z, CTRL | SHIFT)
        assert [name for name, *_ in hand.names("V1")] == ["a", "b"]

    def test_nothing_to_undo_at_first(self, actions):
        assert not actions["undo"].isEnabled()
        assert not actions["redo"].isEnabled()


class TestNudging:
    def test_a_frame_at_a_time(self, hand, document):
        document.select(["c"])
        hand.key(KEY.Key_Right, ALT)
        hand.key(KEY.Key_Right, ALT)
        hand.key(KEY.Key_Left, ALT)
        assert hand.item("c").start == 6 * SECOND + FRAME


class TestNavigating:
    def test_frames_edges_and_ends(self, hand, document):
        hand.key(KEY.Key_Right)
        assert document.playhead == FRAME
        hand.key(KEY.Key_Left)
        hand.key(KEY.Key_Left)
        assert document.playhead == 0
        hand.key(KEY.Key_Down)
        hand.key(KEY.Key_Down)
        assert document.playhead == 4 * SECOND
        hand.key(KEY.Key_Up)
        assert document.playhead == 2 * SECOND
        hand.key(KEY.Key_End)
        assert document.playhead == 16 * SECOND
        hand.key(KEY.Key_Home)
        assert document.playhead == 0

    def test_the_view_follows(self, hand, panel):
        hand.key(KEY.Key_End)
        viewport = panel.view.viewport
        assert 0 <= viewport.x_of(16 * SECOND) < viewport.width

    def test_zoom(self, hand, panel):
        viewport = panel.view.viewport
        before = viewport.scale
        hand.key(KEY.Key_Equal)
        assert viewport.scale < before
        hand.key(KEY.Key_Minus)
        assert viewport.scale == pytest.approx(before)
        hand.key(KEY.Key_Z, SHIFT)
        assert viewport.x_of(16 * SECOND) < viewport.width


class TestAdding:
    def test_a_marker_at_the_playhead(self, hand, document):
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_M)
        assert [marker.time for marker in document.timeline.markers] == [3 * SECOND, 9 * SECOND]

    def test_a_dissolve_over_the_nearest_cut_and_its_sound(self, hand, document):
        document.set_playhead(SECOND)
        hand.key(KEY.Key_T, CTRL)
        video, _, audio = document.timeline.tracks
        assert [dissolve.cut for dissolve in video.transitions] == [2 * SECOND]
        assert [dissolve.cut for dissolve in audio.transitions] == [2 * SECOND]

    def test_no_cut_no_dissolve(self, document, actions):
        document.select(["t"])
        assert not actions["dissolve"].isEnabled()

    def test_missing_media_is_said(self, document, actions, film, panel, qtbot):
        short = [
            replace(item, media=replace(item.media, duration=8 * SECOND), source_start=0)
            for item in film.tracks[0].items
        ]
        tracks = (replace(film.tracks[0], items=tuple(short)), *film.tracks[1:])
        document.load(replace(film, tracks=tracks))
        with qtbot.waitSignal(panel.status_message) as message:
            actions["dissolve"].trigger()
        assert "frames" in message.args[0]

    def test_a_title_goes_where_there_is_room(self, hand, document, actions):
        document.set_playhead(0)
        actions["title"].trigger()
        # V1 and V2 are taken within its four seconds: a track of its own.
        assert len(document.timeline.video_tracks) == 3
        document.set_playhead(9 * SECOND)
        actions["title"].trigger()
        assert len(hand.names("V1")) == 4
        assert len(document.selection) == 1

    def test_tracks(self, document, actions):
        actions["add_video_track"].trigger()
        actions["add_audio_track"].trigger()
        assert len(document.timeline.video_tracks) == 3
        assert len(document.timeline.audio_tracks) == 2


class TestLinking:
    def test_ctrl_l_unlinks_and_links(self, hand, document):
        document.select(["a", "x"])
        hand.key(KEY.Key_L, CTRL)
        assert hand.item("a").link is None
        hand.key(KEY.Key_L, CTRL)
        assert hand.item("a").link == hand.item("x").link is not None


def test_d_switches_clips_off_and_on(hand, document):
    document.select(["c"])
    hand.key(KEY.Key_D)
    assert not hand.item("c").enabled
    hand.key(KEY.Key_D)
    assert hand.item("c").enabled


def test_tools_and_snapping_have_keys(hand, panel):
    hand.key(KEY.Key_B)
    assert panel.mode.tool == "blade"
    hand.key(KEY.Key_V)
    assert panel.mode.tool == "select"
    hand.key(KEY.Key_N)
    assert not panel.mode.is_snapping


def test_everything_is_selected_but_what_is_locked(hand, document):
    track = document.timeline.tracks[1]
    document.apply("Lock", lambda t: edits.change_track(t, replace(track, locked=True)))
    hand.key(KEY.Key_A, CTRL)
    assert document.selection == {"a", "b", "c", "x", "y", "z"}


def test_material_needs_a_source(hand, actions):
    taken = []
    assert not actions["append"].isEnabled()
    actions.offer_source(taken.append)
    for key in (KEY.Key_Comma, KEY.Key_Period, KEY.Key_E):
        hand.key(key)
    assert taken == ["insert", "overwrite", "append"]
    actions.offer_source(taken.append, lambda: False)
    assert not actions["insert"].isEnabled()


def test_reading_only_edits_are_off_and_the_rest_works(hand, document, actions):
    document.select(["c"])
    document.set_read_only(True)
    for name in ("split", "delete", "marker", "title", "disable", "nudge_on"):
        assert not actions[name].isEnabled(), name
    for name in ("next_edit", "zoom_in", "select_all", "blade_tool"):
        assert actions[name].isEnabled(), name


def test_an_empty_timeline_offers_what_can_work(document, actions):
    document.load(Timeline())
    for name in ("split", "delete", "dissolve", "link", "nudge_on"):
        assert not actions[name].isEnabled(), name
    actions["title"].trigger()
    assert len(document.timeline.video_tracks) == 1


def test_menus_list_their_actions_in_order(actions):
    clip = [action.objectName() for action in actions.menu("Clip")]
    assert clip[:2] == ["split", "split_all"]
    assert all(action.text() for action in actions.all())
