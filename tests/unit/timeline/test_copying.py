"""copy, paste, paste_insert, duplicate, paste_attributes, join_through."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, edits
from timeline_studio.timeline.queries import items
from timeline_studio.timeline.validation import validate


def test_paste_keeps_the_spacing_and_what_lies_between(draw, show, second):
    timeline = draw(V="AB.C.DDDDDDD", A="............")
    fragment = edits.copy(timeline, ["A", "C"])

    pasted = edits.paste(timeline, fragment, 6 * second)

    assert fragment.duration == 4 * second
    assert show(pasted)["V"] == "AB.C.DADDCDD"
    validate(pasted)


def test_paste_renews_ids_and_links(draw, show, second):
    timeline = draw(V="A", A="a")

    pasted = edits.paste(timeline, edits.copy(timeline, ["A"]), second)

    (old, new), (old_sound, new_sound) = (track.items for track in pasted.tracks)
    assert show(pasted) == {"V": "AA", "A": "aa"}
    assert new.link == new_sound.link not in {old.link, None}
    assert len({old.id, new.id, old_sound.id, new_sound.id}) == 4


def test_paste_of_what_was_cut_keeps_its_ids(draw, second):
    timeline = draw(V="AB")
    fragment = edits.renewed(edits.copy(timeline, ["A"]))

    pasted = edits.paste(edits.lift(timeline, ["A"]), fragment, 5 * second)

    assert pasted.tracks[0].items[1].id == fragment.item_ids[0]


def test_paste_lets_go_of_what_is_linked_to_nothing_in_it(draw, second):
    timeline = draw(V="A", A="a")

    fragment = edits.copy(timeline, ["A"], with_links=False)

    assert edits.paste(timeline, fragment, second).tracks[0].items[1].link is None


def test_paste_goes_on_the_track_that_is_named_and_on_new_ones(draw, show, second):
    timeline = draw(V1="A", V2="B", A1="")

    pasted = edits.paste(timeline, edits.copy(timeline, ["A", "B"]), second, to={"video": "V2"})

    assert show(pasted) == {"V1": "A", "V2": "BA", "V3": ".B", "A1": ""}


def test_paste_takes_dissolves_along(draw, second):
    timeline = edits.add_transition(draw(V="AABB"), "V", 2 * second, second)

    pasted = edits.paste(timeline, edits.copy(timeline, ["A", "B"]), 4 * second)

    assert [each.cut // second for each in pasted.tracks[0].transitions] == [2, 6]


def test_paste_insert_moves_what_is_later_with_its_sound(draw, show, second):
    timeline = draw(V="AAB", A="aab")

    pasted = edits.paste_insert(timeline, edits.copy(timeline, ["B"]), second)

    assert show(pasted) == {"V": "ABAB", "A": "abab"}


def test_duplicate_puts_copies_behind(draw, show, second):
    timeline = edits.duplicate(draw(V1="", V2="ABC", A="abc"), ["A", "B"])

    assert show(timeline) == {"V1": "", "V2": "ABABC", "A": "ababc"}


def test_pasting_where_it_cannot_be_is_refused(draw, second):
    timeline = draw(V="A", A="a")
    fragment = edits.copy(timeline, ["A"])
    locked = edits.set_track(timeline, "V", locked=True)

    with pytest.raises(EditError, match="before the start"):
        edits.paste(timeline, fragment, -1)
    with pytest.raises(EditError, match="V is locked"):
        edits.paste(locked, edits.copy(locked, ["A"]), second)
    with pytest.raises(EditError, match="not a video track"):
        edits.paste(timeline, fragment, 0, to={"video": "A"})
    with pytest.raises(EditError, match="No item is selected"):
        edits.copy(timeline, [])
    with pytest.raises(EditError, match="no item “Z”"):
        edits.copy(timeline, ["Z"])


def test_attributes_are_pasted_where_they_can_be(draw, show, second):
    timeline = draw(V="A.B.", A="a.b.")
    source = replace(timeline.tracks[0].items[0], gain_db=-3.0, enabled=False, speed=Fraction(1, 2))

    changed = edits.paste_attributes(timeline, ["B", "b"], source)
    slowed = edits.paste_attributes(timeline, ["B", "b"], source, {"enabled", "speed"})

    assert {(i.gain_db, i.enabled) for _, i in items(changed) if i.name in "Bb"} == {(-3.0, False)}
    assert show(slowed) == {"V": "A.BB", "A": "a.bb"}
    assert {item.gain_db for _, item in items(slowed)} == {0.0}


def test_join_through_is_split_undone(draw, second):
    timeline = draw(V="AAAB", A="aaab")
    parted = edits.split(timeline, ["A"], second)

    assert list(edits.through_edits(parted.tracks[0])) == [second]
    assert edits.join_through(parted, "V", second) == timeline


def test_join_through_keeps_the_dissolve_behind(draw, second):
    timeline = edits.add_transition(draw(V="AAABB"), "V", 3 * second, second)
    parted = edits.split(timeline, ["A"], second)

    assert edits.join_through(parted, "V", second) == timeline


def test_join_through_without_the_sound_leaves_it_cut(draw, show, second):
    parted = edits.split(draw(V="AA", A="aa"), ["A"], second)

    joined = edits.join_through(parted, "V", second, with_links=False)

    assert [len(track.items) for track in joined.tracks] == [1, 2]
    assert {item.link for _, item in items(joined)} == {"a"}


def test_join_of_different_clips_is_refused(draw, second):
    with pytest.raises(EditError, match="nothing to join"):
        edits.join_through(draw(V="AB"), "V", second)
    slipped = edits.slip(edits.split(draw(V="AA"), ["A"], second), ["A"], second // 25)
    with pytest.raises(EditError, match="nothing to join"):
        edits.join_through(slipped, "V", second)
