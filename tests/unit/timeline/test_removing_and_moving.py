"""lift, ripple delete, move, link, unlink."""

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, edits


def test_lift_leaves_a_gap_for_all_partners(draw, show):
    assert show(edits.lift(draw(V="ABC", A="abc"), ["B"])) == {"V": "A.C", "A": "a.c"}


def test_lift_without_links_leaves_the_partner(draw, show):
    timeline = edits.lift(draw(V="AB", A="ab"), ["A"], with_links=False)

    assert show(timeline) == {"V": ".B", "A": "ab"}


def test_ripple_delete_closes_what_the_items_leave(draw, show):
    assert show(edits.ripple_delete(draw(V="ABBC", A="abbc"), ["B"])) == {"V": "AC", "A": "ac"}


def test_ripple_delete_keeps_gaps_that_were_there(draw, show):
    assert show(edits.ripple_delete(draw(V="A.BB.C"), ["B"])) == {"V": "A..C"}


def test_ripple_delete_of_several_items_closes_each(draw, show):
    timeline = edits.ripple_delete(draw(V="ABCDE", A="abcde"), ["A", "D", "b"])

    assert show(timeline) == {"V": "CE", "A": "ce"}


def test_ripple_delete_of_the_last_item_moves_nothing(draw, show):
    assert show(edits.ripple_delete(draw(V="AB"), ["B"])) == {"V": "A"}


def test_ripple_delete_of_an_l_cut_keeps_later_pairs_in_sync(draw, show):
    timeline = edits.ripple_delete(draw(V="AABBCC", A="aabbbc"), ["B"])

    assert show(timeline) == {"V": "AACC", "A": "aa.c"}


def test_ripple_delete_of_a_j_cut_closes_as_far_as_the_sound_lets_it(draw, show):
    timeline = edits.ripple_delete(draw(V="AABBBBCC", A="aaabbbcc"), ["B"])

    assert show(timeline) == {"V": "AA.CC", "A": "aaacc"}


def test_ripple_delete_moves_the_partners_of_what_moves(draw, show):
    timeline = edits.ripple_delete(draw(V="ABBC", A="...c"), ["B"])

    assert show(timeline) == {"V": "AC", "A": ".c"}


def test_ripple_delete_is_refused_where_music_is_in_the_way_of_a_partner(draw):
    with pytest.raises(EditError, match="A has no room to close the gap in sync"):
        edits.ripple_delete(draw(V="ABBC", A="mmmc"), ["B"])


def test_ripple_delete_without_links_leaves_other_tracks_alone(draw, show):
    timeline = edits.ripple_delete(draw(V="ABBC", A="mmmc"), ["B"], with_links=False)

    assert show(timeline) == {"V": "AC", "A": "mmmc"}


def test_ripple_delete_takes_dissolves_at_the_removed_item_and_shifts_later_ones(draw, second):
    timeline = draw(V="AABBCCDD")
    for cut in (2, 6):
        timeline = edits.add_transition(timeline, "V", cut * second, second)

    after = edits.ripple_delete(timeline, ["B"])

    assert [each.cut for each in after.tracks[0].transitions] == [4 * second]


def test_ripple_delete_between_two_parts_with_one_sound_is_refused(draw, new_clip, second):
    parted = edits.overwrite(draw(V="AAA", A="aaa"), "V", new_clip("X"), second)

    with pytest.raises(EditError, match="no room"):
        edits.ripple_delete(parted, ["X"])


def test_ripple_delete_of_two_pairs_keeps_what_comes_later_in_sync(draw, show):
    timeline = draw(V="AAAAA.BBBCC", A="aaaaa.bbbbbc")

    after = edits.ripple_delete(timeline, ["A", "B"])

    assert show(after) == {"V": "CC", "A": "..c"}


def test_move_takes_partners_along(draw, show, second):
    timeline = edits.move(draw(V="AB", A="ab"), ["B"], by=2 * second)

    assert show(timeline) == {"V": "A..B", "A": "a..b"}


def test_move_of_several_items_is_not_in_its_own_way(draw, show, second):
    assert show(edits.move(draw(V="AABB."), ["A", "B"], by=second)) == {"V": ".AABB"}


def test_move_can_change_the_order(draw, show, second):
    assert show(edits.move(draw(V="ABB"), ["A"], by=4 * second)) == {"V": ".BB.A"}


def test_move_to_another_track_takes_the_dissolve_of_both_along(draw, show, second):
    timeline = edits.add_transition(draw(V1="AABB", V2=""), "V1", 2 * second, second)

    after = edits.move(timeline, ["A", "B"], by=second, to_track={"A": "V2", "B": "V2"})

    assert show(after) == {"V1": "", "V2": ".AABB"}
    assert [each.cut for each in after.tracks[1].transitions] == [3 * second]


def test_move_of_one_item_drops_its_dissolve(draw, second):
    timeline = edits.add_transition(draw(V="AABB"), "V", 2 * second, second)

    assert edits.move(timeline, ["B"], by=second).tracks[0].transitions == ()


@pytest.mark.parametrize(
    ("items", "by", "to_track", "message"),
    [
        (["A"], 1, {}, "“B” and “A” would overlap on V1"),
        (["A"], -1, {}, "“A” cannot start before the timeline does"),
        (["A"], 0, {"A": "V2"}, "“C” and “A” would overlap on V2|“A” and “C” would overlap on V2"),
        (["A"], 0, {"A": "S1"}, "“A” cannot go to S1: that is an audio track"),
        (["s"], 0, {"s": "V1"}, "“s” cannot go to V1: that is a video track"),
    ],
)
def test_move_to_where_it_cannot_be_is_refused(draw, second, items, by, to_track, message):
    timeline = draw(V1="AB", V2="C", S1="s")

    with pytest.raises(EditError, match=message):
        edits.move(timeline, items, by=by * second, to_track=to_track)


def test_move_to_a_locked_track_is_refused(draw):
    timeline = draw(V1="A", V2="")
    timeline = edits.change_track(timeline, replace(timeline.tracks[1], locked=True))

    with pytest.raises(EditError, match="V2 is locked"):
        edits.move(timeline, ["A"], by=0, to_track={"A": "V2"})


def test_link_makes_partners_of_items(draw):
    timeline = edits.link(draw(V="AB", A="mn"), ["A", "n"])

    (picture, other), (unlinked, sound) = (track.items for track in timeline.tracks)
    assert picture.link == sound.link is not None
    assert other.link is unlinked.link is None


def test_link_of_one_item_is_refused(draw):
    with pytest.raises(EditError, match="two items"):
        edits.link(draw(V="AB"), ["A"])


def test_unlink_lets_a_lone_partner_go_too(draw):
    timeline = edits.unlink(draw(V="AB", A="ab"), ["A"])

    links = [item.link for track in timeline.tracks for item in track.items]
    assert links == [None, "b", None, "b"]


def test_unlink_leaves_partners_that_are_more_than_one(draw):
    timeline = edits.link(draw(V="A", A="m", B="n"), ["A", "m", "n"])

    after = edits.unlink(timeline, ["A"])

    picture, sound, other = (track.items[0].link for track in after.tracks)
    assert picture is None
    assert sound == other is not None
