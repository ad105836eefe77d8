"""Dissolves, properties of items, tracks, markers, the format."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, Marker, Timeline, Title, Track, edits
from timeline_studio.timeline.edits.changing import GAIN_RANGE_DB


def test_a_dissolve_is_centred_on_its_cut(draw, second):
    dissolve = (
        edits.add_transition(draw(V="AABB"), "V", 2 * second, second).tracks[0].transitions[0]
    )

    frame = second // 25
    assert (dissolve.cut, dissolve.in_offset, dissolve.out_offset) == (
        2 * second,
        12 * frame,
        13 * frame,
    )


def test_a_second_dissolve_on_a_cut_replaces_the_first(draw, second):
    timeline = edits.add_transition(draw(V="AABB"), "V", 2 * second, second)

    timeline = edits.add_transition(timeline, "V", 2 * second, second // 2 + 1)

    assert [each.end - each.start for each in timeline.tracks[0].transitions] == [second // 2 + 1]


def test_dissolves_are_in_time_order(draw, second):
    timeline = draw(V="AABBCC")
    for cut in (4, 2):
        timeline = edits.add_transition(timeline, "V", cut * second, second)

    assert [each.cut for each in timeline.tracks[0].transitions] == [2 * second, 4 * second]


def test_a_dissolve_says_how_many_frames_of_media_are_missing(draw, second):
    timeline = draw(V="AABB")
    left, right = timeline.tracks[0].items
    short = replace(left, media=replace(left.media, duration=62 * second + second // 25))
    starting = replace(right, source_start=0)

    with pytest.raises(EditError, match="“A” needs 12 more frames after its end"):
        edits.add_transition(edits.replace_item(timeline, short), "V", 2 * second, second)
    with pytest.raises(EditError, match="“B” needs 1 more frame before its start"):
        edits.add_transition(
            edits.replace_item(timeline, starting), "V", 2 * second, 2 * second // 25
        )


@pytest.mark.parametrize(
    ("row", "cut", "duration", "message"),
    [
        ("AA.BB", 2, 1, "no cut"),
        ("AABB", 1, 1, "no cut"),
        ("AABB", 0, 1, "no cut"),
        ("AABB", 4, 1, "no cut"),
        ("AABB", 2, 5, "longer than “A” or “B” allows"),
        ("AABB", 2, 0, "at least one frame"),
    ],
)
def test_a_dissolve_where_none_can_be_is_refused(draw, second, row, cut, duration, message):
    with pytest.raises(EditError, match=message):
        edits.add_transition(draw(V=row), "V", cut * second, duration * second)


def test_a_dissolve_over_another_is_refused(draw, second):
    timeline = edits.add_transition(draw(V="AABBCC"), "V", 2 * second, 2 * second)

    with pytest.raises(EditError, match="longer than"):
        edits.add_transition(timeline, "V", 4 * second, 3 * second)


def test_a_transition_can_be_removed(draw, second):
    before = draw(V="AABB")
    timeline = edits.add_transition(before, "V", 2 * second, second)

    assert edits.remove_transition(timeline, timeline.tracks[0].transitions[0].id) == before


def test_removing_an_unknown_transition_is_refused(draw):
    with pytest.raises(EditError, match="no such transition"):
        edits.remove_transition(draw(V="A"), "x")


def test_a_replaced_item_keeps_its_dissolve(draw, second):
    timeline = edits.add_transition(draw(V="AABB"), "V", 2 * second, second)
    renamed = replace(timeline.tracks[0].items[0], name="Intro")

    after = edits.replace_item(timeline, renamed)

    assert after.tracks[0].items[0] == renamed
    assert after.tracks[0].transitions == timeline.tracks[0].transitions


def test_a_replacement_that_does_not_fit_is_refused(draw, second):
    timeline = draw(V="AABB")

    with pytest.raises(EditError, match="“A” and “B” overlap"):
        edits.replace_item(timeline, replace(timeline.tracks[0].items[0], duration=3 * second))


def test_gain_is_set_within_its_range(draw):
    timeline = edits.set_gain(draw(A="a"), "a", -6)

    assert timeline.tracks[0].items[0].gain_db == -6.0
    for gain in (GAIN_RANGE_DB[0] - 1, GAIN_RANGE_DB[1] + 1, float("nan")):
        with pytest.raises(EditError, match="between -96 and 24 dB"):
            edits.set_gain(timeline, "a", gain)


def test_gain_of_a_title_is_refused(draw, second):
    title = Title(id="t", start=0, duration=second, text="Hi")

    with pytest.raises(EditError, match="has no sound"):
        edits.set_gain(edits.append(draw(V=""), "V", title), "t", 3)


def test_video_tracks_go_on_top_of_each_other_and_audio_tracks_below(draw):
    timeline = edits.add_track(edits.add_track(draw(V1="", A1=""), "video"), "audio")

    assert [track.name for track in timeline.tracks] == ["V1", "V2", "A1", "A2"]


def test_a_track_is_called_by_the_next_free_number(draw):
    timeline = edits.add_track(draw(V2=""), "video")
    named = edits.add_track(Timeline(), "audio", name="Music")

    assert timeline.tracks[-1].name == "V3"
    assert named.tracks[0].name == "Music"


def test_a_track_can_be_removed_and_renamed(draw):
    timeline = edits.remove_track(draw(V="A", A="a"), "V")

    assert [track.id for track in timeline.tracks] == ["A"]
    assert edits.rename_track(timeline, "A", "Voice").tracks[0].name == "Voice"


def test_a_locked_track_can_only_be_unlocked(draw):
    timeline = draw(V="A")
    track = replace(timeline.tracks[0], locked=True)
    locked = edits.change_track(timeline, track)

    for edit in (
        lambda t: edits.remove_track(t, "V"),
        lambda t: edits.rename_track(t, "V", "W"),
        lambda t: edits.change_track(t, replace(track, items=())),
    ):
        with pytest.raises(EditError, match="locked"):
            edit(locked)
    assert edits.change_track(locked, replace(track, locked=False)) == timeline


def test_a_track_cannot_change_its_kind_or_break_a_rule(draw):
    timeline = draw(V="AB")
    track = timeline.tracks[0]

    with pytest.raises(EditError, match="another kind"):
        edits.change_track(timeline, Track(id="V", kind="audio"))
    with pytest.raises(EditError, match="out of order"):
        edits.change_track(timeline, replace(track, items=track.items[::-1]))


def test_markers_are_kept_in_time_order():
    timeline = Timeline()
    for id_, time in (("late", 9), ("early", 1)):
        timeline = edits.add_marker(timeline, Marker(id=id_, time=time))

    assert [marker.id for marker in timeline.markers] == ["early", "late"]
    assert [m.id for m in edits.remove_marker(timeline, "early").markers] == ["late"]


def test_markers_that_cannot_be_are_refused():
    timeline = edits.add_marker(Timeline(), Marker(id="m", time=0))

    for marker, message in (
        (Marker(id="m", time=5), "already a marker"),
        (Marker(id="n", time=-1), "before the start"),
    ):
        with pytest.raises(EditError, match=message):
            edits.add_marker(timeline, marker)
    with pytest.raises(EditError, match="no such marker"):
        edits.remove_marker(timeline, "n")


def test_the_format_changes_and_the_items_stay(draw):
    before = draw(V="AB")

    after = edits.set_format(before, rate=Fraction(24000, 1001), width=1080, height=1920)

    assert (after.rate, after.width, after.height) == (Fraction(24000, 1001), 1080, 1920)
    assert after.tracks == before.tracks


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"rate": Fraction(0)}, "between 1 and 240"),
        ({"width": 99}, "even"),
        ({"height": 0}, "even"),
    ],
)
def test_a_format_that_cannot_be_is_refused(fields, message):
    with pytest.raises(EditError, match=message):
        edits.set_format(Timeline(), **fields)


def test_all_gains_change_by_the_same(draw):
    timeline = edits.set_gain(draw(A="aabb"), "b", -3)

    louder = edits.change_gains(timeline, 5)

    assert [item.gain_db for item in louder.tracks[0].items] == [5, 2]
    assert [item.gain_db for item in edits.change_gains(louder, 90).tracks[0].items] == [24, 24]


def test_without_sound_no_gain_changes(draw):
    with pytest.raises(EditError, match="no sound"):
        edits.change_gains(draw(V="AA"), -1)


def test_the_gains_of_a_locked_track_do_not_change(draw):
    timeline = draw(A="aa")
    locked = replace(timeline, tracks=(replace(timeline.tracks[0], locked=True),))
    with pytest.raises(EditError, match="locked"):
        edits.change_gains(locked, -1)
