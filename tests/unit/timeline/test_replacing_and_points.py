"""replace_material, place_on_top, three_point, split_all, add_transitions, resize_transition,
tracks, markers, selections."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, Marker, Timeline, Title, edits, selection


def test_other_material_takes_the_place_and_the_link(draw, new_clip, second):
    timeline = edits.replace_material(draw(V="ABBC", A="abbc"), {"B": new_clip("X", 9)})

    item = timeline.tracks[0].items[1]
    assert (item.id, item.start, item.duration) == ("B", second, 2 * second)
    assert (item.media.url, item.link) == ("file:///X.mp4", "b")


def test_other_material_must_be_long_enough(draw, new_clip, second):
    short = replace(new_clip("X"), source_start=119 * second)

    with pytest.raises(EditError, match="“X” needs 25 more frames after its end"):
        edits.replace_material(draw(V="BB"), {"B": short})
    title = Title(id="t", start=0, duration=second, text="Hi")
    with pytest.raises(EditError, match="has no sound"):
        edits.replace_material(draw(A="b"), {"b": title})
    with pytest.raises(EditError, match="No item is selected"):
        edits.replace_material(draw(V="B"), {})


def test_a_picture_goes_on_top_of_all_at_its_time(draw, show, new_clip, second):
    timeline = draw(V1="AA.", V2=".B.", V3="...", A1="aaa")

    assert show(edits.place_on_top(timeline, new_clip("X"), second))["V3"] == ".X"
    assert show(edits.place_on_top(timeline, new_clip("X"), 0))["V2"] == "XB"
    assert show(edits.place_on_top(timeline, new_clip("X"), 2 * second))["V1"] == "AAX"


def test_a_picture_makes_a_track_where_none_is_free(draw, show, new_clip, second):
    locked = edits.set_track(draw(V1="AA", V2="..", A1="aa"), "V2", locked=True)

    timeline = edits.place_on_top(locked, new_clip("X"), second, sound=new_clip("x"))

    assert show(timeline) == {"V1": "AA", "V2": "", "V3": ".X", "A1": "aa", "A2": ".x"}
    with pytest.raises(EditError, match="before the start"):
        edits.place_on_top(locked, new_clip("X"), -1)


@pytest.mark.parametrize(
    ("points", "span"),
    [
        ((10, 14, 3, None), (3, 10, 4)),
        ((10, 14, None, 9), (5, 10, 4)),
        ((10, None, 3, 5), (3, 10, 2)),
        ((None, 14, 3, 5), (3, 12, 2)),
        ((10, 14, 3, 5), (3, 10, 2)),
        ((10, 14, None, None), (7, 10, 4)),
        ((None, None, None, None), (7, 0, 120)),
        ((110, None, None, None), (7, 110, 10)),
    ],
)
def test_three_points_say_the_fourth(draw, new_clip, second, points, span):
    points = edits.Points(*(None if each is None else each * second for each in points))

    found = edits.spanned(draw(V=""), new_clip("X"), points, playhead=7 * second)

    assert found == tuple(each * second for each in span)


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ((119, None, 0, 2), "“X” needs 25 more frames after its end"),
        ((None, 1, 0, 2), "“X” needs 25 more frames before its start"),
        ((10, 12, None, 1), "would start before the timeline does: it needs 25 more frames"),
        ((12, 12, 0, None), "no length"),
        ((None, None, 2, 2), "no length"),
    ],
)
def test_points_that_cannot_be_met_are_refused(draw, new_clip, second, points, message):
    points = edits.Points(*(None if each is None else each * second for each in points))

    with pytest.raises(EditError, match=message):
        edits.spanned(draw(V=""), new_clip("X"), points, playhead=0)


def test_media_of_unknown_length_needs_an_out_point(draw, new_clip, second):
    clip = new_clip("X")
    unknown = replace(clip, media=replace(clip.media, duration=None))

    with pytest.raises(EditError, match="Set an out point"):
        edits.spanned(draw(V=""), unknown, edits.Points(), playhead=0)
    with pytest.raises(EditError, match="normal speed"):
        edits.spanned(draw(V=""), replace(clip, speed=Fraction(2)), edits.Points(), playhead=0)


@pytest.mark.parametrize(("how", "row"), [("insert", "AXXAAA"), ("overwrite", "AXXA")])
def test_three_points_insert_and_overwrite(draw, show, new_clip, second, how, row):
    points = edits.Points(source_in=10 * second, source_out=12 * second, time_in=second)
    clips = {"V": new_clip("X"), "A": new_clip("x")}

    timeline = edits.three_point(draw(V="AAAA", A="aaaa"), clips, points, playhead=0, how=how)

    assert show(timeline) == {"V": row, "A": row.lower()}


def test_everything_is_split_but_on_locked_tracks(draw, show, second):
    timeline = edits.set_track(draw(V="AA", A="aa", A2="mm"), "A2", locked=True)

    parted = edits.split_all(timeline, second)

    assert [len(track.items) for track in parted.tracks] == [2, 2, 1]
    with pytest.raises(EditError, match="locked"):
        edits.split_all(timeline, second, track_ids=["A2"])
    with pytest.raises(EditError, match="nothing to split"):
        edits.split_all(timeline, 0)


@pytest.mark.parametrize(
    ("chosen", "cuts"), [("ABC", [2, 4]), ("B", [2, 4]), ("BC", [4]), ("A", [2])]
)
def test_dissolves_go_over_all_cuts_that_are_chosen(draw, second, chosen, cuts):
    timeline = edits.add_transitions(draw(V="AABBCC.D"), chosen, second)

    assert [each.cut // second for each in timeline.tracks[0].transitions] == cuts


def test_dissolves_that_are_not_possible_are_refused(draw, second):
    with pytest.raises(EditError, match="no cut between"):
        edits.add_transitions(draw(V="A.B"), "AB", second)
    with pytest.raises(EditError, match="longer than"):
        edits.add_transitions(draw(V="AB"), "AB", 9 * second)


def test_a_dissolve_is_resized_at_either_edge(draw, second):
    timeline = edits.add_transition(draw(V="AABB"), "V", 2 * second, second)
    name = timeline.tracks[0].transitions[0].id

    timeline = edits.resize_transition(timeline, name, in_offset=2 * second, out_offset=0)

    found = timeline.tracks[0].transitions[0]
    assert (found.id, found.start, found.end) == (name, 0, 2 * second)
    for offsets, message in (
        ({"in_offset": 0}, "at least one frame"),
        ({"in_offset": -1}, "before its cut"),
        ({"in_offset": 3 * second}, "longer than"),
        ({"out_offset": 61 * second}, "needs 75 more frames after its end"),
    ):
        with pytest.raises(EditError, match=message):
            edits.resize_transition(timeline, name, **offsets)
    with pytest.raises(EditError, match="no such transition"):
        edits.resize_transition(timeline, "Z", in_offset=second)


def test_markers_are_changed_and_moved():
    timeline = Timeline(markers=(Marker(id="a", time=1), Marker(id="b", time=5)))

    moved = edits.move_marker(timeline, "a", 9)

    assert [marker.id for marker in moved.markers] == ["b", "a"]
    named = edits.change_marker(timeline, Marker(id="b", time=5, name="Beat"))
    assert named.markers[1].name == "Beat"
    with pytest.raises(EditError, match="no such marker"):
        edits.move_marker(timeline, "z", 1)
    with pytest.raises(EditError, match="before the start"):
        edits.move_marker(timeline, "a", -1)


def test_tracks_change_places_among_their_kind(draw):
    timeline = edits.move_track(draw(V1="", A1="", V2="", V3=""), "V1", 2)

    assert [track.id for track in timeline.tracks] == ["V2", "A1", "V3", "V1"]
    with pytest.raises(EditError, match="there are 3 such tracks"):
        edits.move_track(timeline, "V1", 3)
    with pytest.raises(EditError, match="locked"):
        edits.move_track(edits.set_track(timeline, "V1", locked=True), "V1", 0)


def test_a_track_is_locked_muted_hidden_or_heard_alone(draw):
    timeline = edits.set_track(draw(V=""), "V", locked=True, muted=True, hidden=True, solo=True)

    track = timeline.tracks[0]
    assert (track.locked, track.muted, track.hidden, track.solo) == (True,) * 4
    assert edits.set_track(timeline, "V", locked=False).tracks[0] == replace(track, locked=False)


def test_selections_are_by_time_track_and_media(draw, second):
    timeline = draw(V="AABBCC", A="aab.cc")

    assert selection.forward_from(timeline, 3 * second) == {"B", "C", "c"}
    assert selection.forward_from(timeline, 3 * second, ["A"]) == {"c"}
    assert selection.back_from(timeline, 2 * second) == {"A", "a"}
    assert selection.between(timeline, second, 2 * second, ["V"]) == {"A"}
    assert selection.between(timeline, second, 2 * second + 1, ["V"]) == {"A", "B"}
    assert selection.under(timeline, 3 * second) == {"B"}
    assert selection.with_partners(timeline, ["B"]) == {"B", "b"}
    assert selection.of_same_media(edits.split(timeline, ["A"], second), "A") > {"A"}
    assert selection.bounds(timeline, ["B", "c"]) == (2 * second, 6 * second)
    with pytest.raises(EditError, match="No item"):
        selection.bounds(timeline, [])
