"""lift_range, extract_range, close_gap, close_all_gaps."""

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, edits
from timeline_studio.timeline.queries import gap_at


def test_lift_range_leaves_a_gap(draw, show, second):
    timeline = edits.lift_range(draw(V="AABBCC", A="aabbcc"), ["V"], second, 5 * second)

    assert show(timeline) == {"V": "A....C", "A": "aabbcc"}


def test_lift_range_out_of_an_item_leaves_both_ends(draw, show, second):
    timeline = edits.lift_range(draw(V="AAAA"), ["V"], second, 2 * second)

    left, right = timeline.tracks[0].items
    assert show(timeline) == {"V": "A.AA"}
    assert (left.id, right.source_start) == ("A", 62 * second)


def test_extract_range_closes_over_it_with_the_sound(draw, show, second):
    timeline = edits.extract_range(draw(V="AABBCC", A="aabbcc"), ["V"], second, 3 * second)

    assert show(timeline) == {"V": "ABCC", "A": "abcc"}


def test_extract_range_keeps_the_id_of_what_loses_its_head(draw, second):
    timeline = edits.extract_range(draw(V="AABB"), ["V"], second, 3 * second)

    assert [item.id for item in timeline.tracks[0].items] == ["A", "B"]


def test_extract_range_cuts_the_sound_of_what_it_parts(draw, show, second):
    timeline = edits.extract_range(draw(V="AAAAB", A="aaaab"), ["V"], second, 3 * second)

    picture, sound = timeline.tracks
    assert show(timeline) == {"V": "AAB", "A": "aab"}
    assert picture.items[0].link == sound.items[0].link == "a"
    assert picture.items[1].link == sound.items[1].link not in {"a", None}


def test_extract_range_leaves_tracks_alone_that_nothing_ties(draw, show, second):
    timeline = edits.extract_range(draw(V="AABB", A="aabb", A2="mmmm"), ["V"], 0, second)

    assert show(timeline) == {"V": "ABB", "A": "abb", "A2": "mmmm"}


def test_extract_range_without_links_is_of_the_chosen_tracks_only(draw, show, second):
    timeline = draw(V="AABB", A="aabb")

    timeline = edits.extract_range(timeline, ["V"], 0, 2 * second, with_links=False)

    assert show(timeline) == {"V": "BB", "A": "aabb"}


def test_a_range_that_cannot_be_is_refused(draw, second):
    timeline = draw(V="AB.", A="..a")
    locked = edits.change_track(timeline, replace(timeline.tracks[0], locked=True))

    for edit in (edits.lift_range, edits.extract_range):
        with pytest.raises(EditError, match="no length"):
            edit(timeline, ["V"], second, second)
        with pytest.raises(EditError, match="nothing to"):
            edit(timeline, ["V"], 5 * second, 6 * second)
        with pytest.raises(EditError, match="No track"):
            edit(timeline, [], 0, second)
        with pytest.raises(EditError, match="V is locked"):
            edit(locked, ["V"], 0, second)


def test_extract_range_is_refused_where_a_tied_track_is_locked(draw, second):
    timeline = draw(V="AB", A="ab")
    locked = edits.change_track(timeline, replace(timeline.tracks[1], locked=True))

    with pytest.raises(EditError, match="A is locked"):
        edits.extract_range(locked, ["V"], 0, second)


def test_close_gap_moves_all_that_is_later_in_sync(draw, show, second):
    timeline = edits.close_gap(draw(V="A..BB.C", A="a..bb.c", A2="mmmmmmm"), "V", 2 * second)

    assert show(timeline) == {"V": "ABB.C", "A": "abb.c", "A2": "mmmmmmm"}


def test_close_gap_goes_as_far_as_the_sound_lets_it(draw, show, second):
    timeline = edits.close_gap(draw(V="A...B", A="aa..b"), "V", second)

    assert show(timeline) == {"V": "A.B", "A": "aab"}


def test_close_gap_names_what_keeps_it_open(draw, second):
    with pytest.raises(EditError, match="“m” on A keeps this gap open"):
        edits.close_gap(draw(V="A.B", A=".mb"), "V", second)


def test_close_gap_where_there_is_none_is_refused(draw, second):
    for time in (0, 3, -1):
        with pytest.raises(EditError, match="no gap here"):
            edits.close_gap(draw(V="A.B"), "V", time * second)


def test_close_gap_parts_what_it_would_pull_apart(draw, show, second):
    timeline = edits.close_gap(draw(V="A.B", A="..a"), "V", second)

    assert show(timeline) == {"V": "AB", "A": "..a"}
    tied = edits.link(draw(V="A.B", A="..b"), ["A", "B", "b"])
    timeline = edits.close_gap(tied, "V", second)
    first, second_, third = (item for track in timeline.tracks for item in track.items)
    assert show(timeline) == {"V": "AB", "A": ".b"}
    assert second_.link == third.link != first.link


def test_close_all_gaps_closes_those_that_tied_tracks_share(draw, show):
    timeline = edits.close_all_gaps(draw(V=".AA..B..C", A=".aaa.b..c"), ["V"])

    assert show(timeline) == {"V": "AA.BC", "A": "aaabc"}


def test_close_all_gaps_of_several_tracks_keeps_them_as_they_lie(draw, show):
    timeline = edits.close_all_gaps(draw(V1="A..B", V2=".T.."), ["V1", "V2"])

    assert show(timeline) == {"V1": "A.B", "V2": ".T."[:2]}


def test_close_all_gaps_where_there_are_none_is_refused(draw):
    with pytest.raises(EditError, match="no gap"):
        edits.close_all_gaps(draw(V="AB"), ["V"])


def test_a_gap_is_from_one_item_to_the_next(draw, second):
    track = draw(V=".A..B").tracks[0]

    assert gap_at(track, 0) == (0, second)
    assert gap_at(track, 3 * second) == (2 * second, 4 * second)
    assert gap_at(track, second) is gap_at(track, 5 * second) is None
