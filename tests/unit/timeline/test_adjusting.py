"""roll, slip, slide."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, Title, edits


def test_roll_moves_a_cut_and_its_sounds(draw, show, second):
    timeline = edits.roll(draw(V="AABBB", A="aabbb"), "V", 2 * second, second)

    assert show(timeline) == {"V": "AAABB", "A": "aaabb"}
    assert timeline.tracks[0].items[1].source_start == 61 * second


def test_roll_without_links_makes_a_split_edit(draw, show, second):
    timeline = edits.roll(draw(V="AABB", A="aabb"), "V", 2 * second, -second, with_links=False)

    assert show(timeline) == {"V": "ABBB", "A": "aabb"}


def test_roll_takes_the_dissolve_along(draw, second):
    timeline = edits.add_transition(draw(V="AAABBB"), "V", 3 * second, second)

    assert edits.roll(timeline, "V", 3 * second, second).tracks[0].transitions[0].cut == 4 * second


@pytest.mark.parametrize(
    ("by", "message"),
    [(2, "Nothing would be left of “B”"), (-2, "Nothing would be left of “A”")],
)
def test_roll_leaves_something_of_both(draw, second, by, message):
    with pytest.raises(EditError, match=message):
        edits.roll(draw(V="AABB"), "V", 2 * second, by * second)


def test_roll_says_how_many_frames_are_missing(draw, second):
    timeline = draw(V="AB")
    a, b = timeline.tracks[0].items
    short = replace(a, media=replace(a.media, duration=61 * second + 8 * second // 25))
    timeline = edits.replace_item(timeline, short)

    with pytest.raises(EditError, match=r"\(8 frames left\): it needs 12 more frames"):
        edits.roll(timeline, "V", second, 20 * second // 25)
    with pytest.raises(EditError, match="no cut"):
        edits.roll(timeline, "V", b.end, second)


def test_slip_shows_later_media_in_the_same_place(draw, show, second):
    before = draw(V="ABBC", A="abbc")

    timeline = edits.slip(before, ["B"], second)

    assert show(timeline) == show(before)
    assert [track.items[1].source_start for track in timeline.tracks] == [61 * second] * 2


@pytest.mark.parametrize(
    ("speed", "by", "message"),
    [
        (1, 60, "“A” needs 25 more frames after its end"),
        (1, -61, "“A” needs 25 more frames before its start"),
        (2, 30, "“A” needs 25 more frames after its end"),
        (-1, -60, "“A” needs 1 more frame before its start"),
    ],
)
def test_slip_stays_within_the_media(draw, second, speed, by, message):
    timeline = draw(V="A")
    clip = replace(timeline.tracks[0].items[0], speed=Fraction(speed))
    timeline = edits.replace_item(timeline, clip)

    with pytest.raises(EditError, match=message):
        edits.slip(timeline, ["A"], by * second)


def test_slip_of_a_freeze_frame_chooses_another_picture(draw, second):
    timeline = draw(V="A")
    frozen = replace(timeline.tracks[0].items[0], speed=Fraction(0))
    timeline = edits.replace_item(timeline, frozen)

    assert edits.slip(timeline, ["A"], second).tracks[0].items[0].source_start == 61 * second
    for by, end in ((60, "end"), (-61, "start")):
        with pytest.raises(EditError, match=f"beyond its media's {end}"):
            edits.slip(timeline, ["A"], by * second)


def test_slip_of_a_title_is_refused(draw, second):
    title = Title(id="t", start=0, duration=second, text="Hi")

    with pytest.raises(EditError, match="nothing to slip"):
        edits.slip(edits.append(draw(V=""), "V", title), ["t"], second)


def test_slide_moves_a_clip_between_its_neighbours(draw, show, second):
    timeline = edits.slide(draw(V="AABBCCC", A="aabbccc"), ["B"], second)

    assert show(timeline) == {"V": "AAABBCC", "A": "aaabbcc"}
    assert timeline.tracks[0].items[1].source_start == 60 * second
    assert timeline.tracks[0].items[2].source_start == 61 * second


def test_slide_takes_the_sound_of_the_neighbours_along(draw, show, second):
    timeline = edits.slide(draw(V="AABBCCC", A="aa..ccc"), ["B"], second)

    assert show(timeline) == {"V": "AAABBCC", "A": "aaa..cc"}


def test_slide_uses_the_gap_beside_a_clip(draw, show, second):
    assert show(edits.slide(draw(V="AABB.C"), ["B"], second)) == {"V": "AAABBC"}
    assert show(edits.slide(draw(V=".BBC"), ["B"], -second)) == {"V": "BBCC"}


def test_slide_of_several_keeps_them_together(draw, show, second):
    assert show(edits.slide(draw(V="AABBCCDD"), ["B", "C"], -second)) == {"V": "ABBCCDDD"}


@pytest.mark.parametrize(
    ("row", "by", "message"),
    [
        ("ABCC", -1, "Nothing would be left of “A”"),
        (".BCC", -2, "“B” would start before the timeline does: it needs 25 more frames"),
        ("AAB.CC", 3, "“C” on V is in the way of “B”: it needs 50 more frames of room"),
    ],
)
def test_slide_is_refused_where_there_is_no_room(draw, second, row, by, message):
    with pytest.raises(EditError, match=message):
        edits.slide(draw(V=row), ["B"], by * second)


def test_adjusting_on_a_locked_track_is_refused(draw, second):
    timeline = draw(V="ABB", A="abb")
    locked = edits.change_track(timeline, replace(timeline.tracks[1], locked=True))

    for edit in (
        lambda t: edits.roll(t, "V", second, second // 5),
        lambda t: edits.slip(t, ["B"], second),
        lambda t: edits.slide(t, ["B"], second),
    ):
        with pytest.raises(EditError, match="A is locked"):
            edit(locked)


def test_a_backward_clip_slips_the_other_way(draw, second):
    timeline = draw(V="A")
    clip = replace(timeline.tracks[0].items[0], speed=Fraction(-1))
    timeline = edits.replace_item(timeline, clip)

    assert edits.slip(timeline, ["A"], second).tracks[0].items[0].source_start == 59 * second
