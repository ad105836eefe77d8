"""split, trim."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, Marker, Title, edits
from timeline_studio.timeline.queries import marker_time


def test_split_gives_each_half_its_own_id_and_media(draw, second):
    left, right = edits.split(draw(V="AAAA"), ["A"], second).tracks[0].items

    assert (left.id, left.duration) == ("A", second)
    assert (right.start, right.duration) == (second, 3 * second)
    assert right.id not in {"A", left.id}
    assert right.source_start == left.source_start + second


def test_split_links_the_right_halves_to_each_other(draw, show, second):
    timeline = edits.split(draw(V="AAAA", A="aaaa"), ["A"], 2 * second)

    (left, right), (left_sound, right_sound) = (track.items for track in timeline.tracks)
    assert left.link == left_sound.link == "a"
    assert right.link == right_sound.link not in {"a", None}


def test_split_gives_a_partner_after_the_cut_to_the_right_half(draw, second):
    timeline = edits.split(draw(V="AAAA", A="...a"), ["A"], 2 * second)

    (left, right), (sound,) = (track.items for track in timeline.tracks)
    assert right.link == sound.link != left.link


def test_split_without_links_keeps_the_partner_whole(draw, show, second):
    timeline = edits.split(draw(V="AA", A="aa"), ["A"], second, with_links=False)

    assert [len(track.items) for track in timeline.tracks] == [2, 1]
    assert {item.link for item in timeline.tracks[0].items} == {"a"}


def test_split_keeps_the_dissolve_at_the_right_end(draw, second):
    timeline = edits.add_transition(draw(V="AAABBB"), "V", 3 * second, second)

    after = edits.split(timeline, ["A"], second)

    assert after.tracks[0].transitions == timeline.tracks[0].transitions


def test_split_inside_of_a_dissolve_takes_it_away(draw, second):
    timeline = edits.add_transition(draw(V="AAABBB"), "V", 3 * second, 2 * second)

    after = edits.split(timeline, ["A"], 3 * second - second // 25)

    assert after.tracks[0].transitions == ()


def test_split_leaves_each_marker_with_its_picture(draw, second):
    timeline = draw(V="AAAA")
    clip = timeline.tracks[0].items[0]
    early, late = (Marker(id=name, time=time * second) for name, time in (("e", 60), ("l", 63)))
    timeline = edits.replace_item(timeline, replace(clip, markers=(early, late)))

    left, right = edits.split(timeline, ["A"], 2 * second).tracks[0].items

    assert (left.markers, right.markers) == ((early,), (late,))
    assert marker_time(right, late) == 3 * second


def test_split_counts_the_markers_of_a_title_from_its_new_start(draw, second):
    title = Title(id="T", start=0, duration=4 * second, text="Hi")
    title = replace(title, markers=(Marker(id="m", time=3 * second),))
    timeline = edits.append(draw(V=""), "V", title)

    right = edits.split(timeline, ["T"], 2 * second).tracks[0].items[1]

    assert right.markers[0].time == second
    assert marker_time(right, right.markers[0]) == 3 * second


def test_split_beside_the_items_is_refused(draw, second):
    with pytest.raises(EditError, match="nothing to split"):
        edits.split(draw(V="AABB"), ["A", "B"], 2 * second)


def test_split_of_nothing_is_refused(draw, second):
    with pytest.raises(EditError, match="No item is selected"):
        edits.split(draw(V="AA"), [], second)


def test_split_of_an_unknown_item_is_refused(draw, second):
    with pytest.raises(EditError, match="no item “Z”"):
        edits.split(draw(V="AA"), ["Z"], second)


def test_trim_of_the_start_keeps_what_is_shown_when(draw, show, second):
    timeline = edits.trim(draw(V="AABBB"), "B", start=3 * second)

    assert show(timeline) == {"V": "AA.BB"}
    assert timeline.tracks[0].items[1].source_start == 61 * second


def test_trim_of_the_end_outwards_fills_a_gap(draw, show, second):
    assert show(edits.trim(draw(V="A..B"), "A", end=3 * second)) == {"V": "AAAB"}


def test_trim_takes_partners_with_the_same_edge_along(draw, show, second):
    timeline = edits.trim(draw(V="AAAA", A="aaaa"), "A", start=second, end=3 * second)

    assert show(timeline) == {"V": ".AA", "A": ".aa"}


def test_trim_leaves_partners_with_another_edge_alone(draw, show, second):
    timeline = edits.trim(draw(V="AAAA", A="aaa"), "A", end=2 * second)

    assert show(timeline) == {"V": "AA", "A": "aaa"}


def test_trim_without_links_leaves_the_partner_alone(draw, show, second):
    timeline = edits.trim(draw(V="AAA", A="aaa"), "A", end=second, with_links=False)

    assert show(timeline) == {"V": "A", "A": "aaa"}


def test_trim_drops_a_dissolve_whose_cut_goes(draw, second):
    timeline = edits.add_transition(draw(V="AAABBB"), "V", 3 * second, second)

    assert edits.trim(timeline, "A", end=2 * second).tracks[0].transitions == ()


@pytest.mark.parametrize(
    ("edges", "message"),
    [
        ({"start": 0}, "“B” cannot start earlier: “A” is in the way"),
        ({"end": 9}, "“B” cannot end later: “C” is in the way"),
        ({"start": 6}, "Nothing would be left of “B”"),
    ],
)
def test_trim_into_a_neighbour_or_to_nothing_is_refused(draw, second, edges, message):
    edges = {name: time * second for name, time in edges.items()}

    with pytest.raises(EditError, match=message):
        edits.trim(draw(V="AA.BB.CCC"), "B", **edges)


def test_trim_before_the_start_of_the_timeline_is_refused(draw, second):
    with pytest.raises(EditError, match="the start of the timeline is in the way"):
        edits.trim(draw(V="A"), "A", start=-second)


def test_trim_to_less_than_a_frame_is_refused(draw, second):
    with pytest.raises(EditError, match="Less than a frame"):
        edits.trim(draw(V="A"), "A", end=second // 25 - 1)


def test_trim_past_the_medias_end_is_refused(draw, second):
    timeline = draw(V="A")
    at_the_end = edits.trim(timeline, "A", end=60 * second)

    with pytest.raises(EditError, match=r"no more media after its end \(0 frames left\)"):
        edits.trim(at_the_end, "A", end=60 * second + 1)


def test_trim_before_the_medias_start_is_refused(draw, new_clip, second):
    clip = replace(new_clip("A"), start=10 * second, source_start=second // 25)
    timeline = edits.insert(draw(V=""), "V", clip, 10 * second)

    with pytest.raises(EditError, match=r"no more media before its start \(1 frame left\)"):
        edits.trim(timeline, "A", start=9 * second)


def test_trim_of_media_of_unknown_length_goes_on_for_ever(draw, show, second):
    timeline = draw(V="A")
    clip = timeline.tracks[0].items[0]
    unknown = replace(clip, media=replace(clip.media, duration=None))
    timeline = edits.replace_item(timeline, unknown)

    assert edits.trim(timeline, "A", end=9000 * second).duration == 9000 * second


@pytest.mark.parametrize(
    ("speed", "start", "end"),
    [
        (Fraction(2), -30, 30),  # of 120 s of media, 60 on either side
        (Fraction(1, 2), -120, 120),
        (Fraction(-2), -30, 30),
        (Fraction(0), -500, 500),
    ],
)
def test_trim_knows_how_far_the_media_goes_at_each_speed(draw, new_clip, second, speed, start, end):
    clip = replace(new_clip("A"), speed=speed)
    timeline = edits.insert(draw(V=""), "V", clip, 500 * second)
    start, end = (500 + start) * second, (500 + end) * second
    frame = second // 25
    slack = frame if speed < 0 else 0  # backwards, the last frame is shown first

    edits.trim(timeline, "A", start=start + slack, end=end + slack)
    if speed:
        with pytest.raises(EditError, match="no more media before"):
            edits.trim(timeline, "A", start=start + slack - 1)
        with pytest.raises(EditError, match="no more media after"):
            edits.trim(timeline, "A", end=end + slack + 1)


def test_trim_keeps_the_markers_of_a_title_in_place(draw, second):
    title = Title(id="T", start=0, duration=4 * second, text="Hi")
    title = replace(title, markers=(Marker(id="m", time=3 * second),))
    timeline = edits.append(draw(V=""), "V", title)

    item = edits.trim(timeline, "T", start=second).tracks[0].items[0]

    assert marker_time(item, item.markers[0]) == 3 * second
