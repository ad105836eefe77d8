"""insert, overwrite, append."""

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, Title, edits


def test_insert_at_a_cut_moves_what_is_later(draw, show, new_clip, second):
    timeline = edits.insert(draw(V="AABB"), "V", new_clip("X", 3), 2 * second)

    assert show(timeline) == {"V": "AAXXXBB"}


def test_insert_inside_of_an_item_cuts_it(draw, show, new_clip, second):
    timeline = edits.insert(draw(V="AAAA"), "V", new_clip("X"), second)

    left, _, right = timeline.tracks[0].items
    assert show(timeline) == {"V": "AXAAA"}
    assert (left.id, right.id != "A") == ("A", True)
    assert right.source_start == left.source_start + second


def test_insert_behind_the_last_item_leaves_a_gap(draw, show, new_clip, second):
    assert show(edits.insert(draw(V="A"), "V", new_clip("X"), 3 * second)) == {"V": "A..X"}


def test_insert_lays_several_items_end_to_end(draw, show, new_clip, second):
    run = [new_clip("X", 2), new_clip("Y")]

    assert show(edits.insert(draw(V="AB"), "V", run, second)) == {"V": "AXXYB"}


def test_insert_takes_the_partners_of_what_moves_along(draw, show, new_clip, second):
    timeline = edits.insert(draw(V="AABB", A="aabb"), "V", new_clip("X"), 2 * second)

    assert show(timeline) == {"V": "AAXBB", "A": "aa.bb"}


def test_insert_cuts_the_partners_of_what_it_cuts(draw, show, new_clip, second):
    timeline = edits.insert(draw(V="AAAA", A="aaaa"), "V", new_clip("X"), 2 * second)

    picture, sound = timeline.tracks
    assert show(timeline) == {"V": "AAXAA", "A": "aa.aa"}
    assert picture.items[0].link == sound.items[0].link == "a"
    assert picture.items[2].link == sound.items[1].link not in {"a", None}


def test_insert_moves_a_partner_that_begins_before_the_cut(draw, show, new_clip, second):
    timeline = edits.insert(draw(V="AAABBB", A="aabbbb"), "V", new_clip("X", 2), 3 * second)

    assert show(timeline) == {"V": "AAAXXBBB", "A": "aa..bbbb"}


def test_insert_between_two_parts_with_one_sound_cuts_the_sound(draw, show, new_clip, second):
    parted = edits.overwrite(draw(V="AAAA", A="aaaa"), "V", new_clip("X"), second)

    timeline = edits.insert(parted, "V", new_clip("Y"), 2 * second)

    assert show(timeline) == {"V": "AXYAA", "A": "aa.aa"}


def test_insert_leaves_tracks_without_partners_alone(draw, show, new_clip, second):
    before = draw(V="AABB", A="mmmm")

    after = edits.insert(before, "V", new_clip("X"), 2 * second)

    assert show(after) == {"V": "AAXBB", "A": "mmmm"}
    assert after.tracks[1] is before.tracks[1]


def test_insert_without_links_moves_one_track_only(draw, show, new_clip, second):
    timeline = edits.insert(draw(V="AABB", A="aabb"), "V", new_clip("X"), second, with_links=False)

    assert show(timeline) == {"V": "AXABB", "A": "aabb"}


def test_insert_linked_opens_all_tracks_equally(draw, show, new_clip, second):
    pair = {"V": new_clip("X", 2, link="x"), "A": new_clip("x", 1, link="x")}

    timeline = edits.insert_linked(draw(V="AABB", A="aabb"), pair, 2 * second)

    assert show(timeline) == {"V": "AAXXBB", "A": "aax.bb"}


def test_overwrite_cuts_off_what_it_covers(draw, show, new_clip, second):
    timeline = edits.overwrite(draw(V="AAABBBCC"), "V", new_clip("X", 4), 2 * second)

    assert show(timeline) == {"V": "AAXXXXCC"}
    assert [item.id for item in timeline.tracks[0].items] == ["A", "X", "C"]


def test_overwrite_inside_of_an_item_leaves_both_ends(draw, show, new_clip, second):
    timeline = edits.overwrite(draw(V="AAAA"), "V", new_clip("X", 2), second)

    right = timeline.tracks[0].items[2]
    assert show(timeline) == {"V": "AXXA"}
    assert right.source_start == (60 + 3) * second


def test_overwrite_linked_leaves_all_else_where_it_is(draw, show, new_clip, second):
    pair = {"V": new_clip("X"), "A": new_clip("x")}

    timeline = edits.overwrite_linked(draw(V="AABB", A="aabb"), pair, second)

    assert show(timeline) == {"V": "AXBB", "A": "axbb"}


def test_overwrite_inside_of_a_pair_leaves_two_pairs(draw, show, new_clip, second):
    pair = {"V": new_clip("X", 2, link="x"), "A": new_clip("x", 2, link="x")}

    parted = edits.overwrite_linked(draw(V="AAAA", A="aaaa"), pair, second)
    right = parted.tracks[0].items[2].id

    assert show(parted) == {"V": "AXXA", "A": "axxa"}
    assert show(edits.lift(parted, [right])) == {"V": "AXX", "A": "axx"}


def test_overwrite_by_runs_of_different_lengths_leaves_two_pairs_too(draw, show, new_clip, second):
    runs = {"V": new_clip("X", 1), "A": new_clip("x", 2)}

    parted = edits.overwrite_linked(draw(V="AAAA", A="aaaa"), runs, second)
    left, right = parted.tracks[0].items[0].id, parted.tracks[0].items[2].id

    assert show(parted) == {"V": "AXAA", "A": "axxa"}
    assert show(edits.lift(parted, [left])) == {"V": ".XAA", "A": ".xxa"}
    assert show(edits.lift(parted, [right])) == {"V": "AX", "A": "axx"}


def test_overwrite_inside_of_an_item_keeps_the_dissolve_at_its_end(draw, new_clip, second):
    dissolving = edits.add_transition(draw(V="AAAABB"), "V", 4 * second, second)

    timeline = edits.overwrite(dissolving, "V", new_clip("X"), second)

    assert [each.cut for each in timeline.tracks[0].transitions] == [4 * second]


def test_append_goes_behind_the_last_item(draw, show, new_clip):
    assert show(edits.append(draw(V="A..B"), "V", new_clip("X"))) == {"V": "A..BX"}


def test_append_linked_begins_at_one_time(draw, show, new_clip):
    pair = {"V": new_clip("X"), "A": new_clip("x")}

    timeline = edits.append_linked(draw(V="A", A="aaa"), pair)

    assert show(timeline) == {"V": "A..X", "A": "aaax"}


def test_a_dissolve_stays_at_the_right_end_of_an_item_that_is_cut(draw, new_clip, second):
    timeline = edits.add_transition(draw(V="AAAABB"), "V", 4 * second, second)

    for edit in (edits.insert, edits.overwrite):
        track = edit(timeline, "V", new_clip("X"), second).tracks[0]
        assert [each.cut for each in track.transitions] == [track.items[-1].start]


def test_an_insert_at_a_dissolve_takes_it_away(draw, new_clip, second):
    timeline = edits.add_transition(draw(V="AABB"), "V", 2 * second, second)

    assert edits.insert(timeline, "V", new_clip("X"), 2 * second).tracks[0].transitions == ()


def test_a_place_before_the_start_is_refused(draw, new_clip):
    with pytest.raises(EditError, match="before the start"):
        edits.insert(draw(V="A"), "V", new_clip("X"), -1)


def test_an_id_that_is_taken_is_refused(draw, new_clip):
    with pytest.raises(EditError, match="same id"):
        edits.append(draw(V="A"), "V", new_clip("A"))


def test_nothing_to_place_is_refused(draw):
    with pytest.raises(EditError, match="nothing to place"):
        edits.append(draw(V="A"), "V", [])


def test_an_item_without_length_is_refused(draw, new_clip):
    with pytest.raises(EditError, match="“X” has no length"):
        edits.append(draw(V="A"), "V", new_clip("X", 0))


def test_a_title_on_an_audio_track_is_refused(draw, second):
    title = Title(id="t", start=0, duration=second, text="Hello")

    with pytest.raises(EditError, match=r"untitled title.* has no sound: A takes clips only"):
        edits.append(draw(A="a"), "A", title)


def test_an_unknown_track_is_refused(draw, new_clip):
    with pytest.raises(EditError, match="no track “W”"):
        edits.append(draw(V="A"), "W", new_clip("X"))


def test_a_locked_track_is_refused(draw, new_clip):
    timeline = draw(V="A")
    locked = edits.change_track(timeline, replace(timeline.tracks[0], locked=True))

    with pytest.raises(EditError, match="V is locked"):
        edits.append(locked, "V", new_clip("X"))


def test_a_ripple_that_would_move_a_locked_track_is_refused(draw, new_clip):
    timeline = draw(V="AB", A="ab")
    locked = edits.change_track(timeline, replace(timeline.tracks[1], locked=True))

    with pytest.raises(EditError, match="A is locked"):
        edits.insert(locked, "V", new_clip("X"), 0)
