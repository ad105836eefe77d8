"""set_speed, freeze_frame."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, Title, edits

HALF, TWICE = Fraction(1, 2), Fraction(2)


def test_a_faster_clip_leaves_a_gap_or_closes_it(draw, show, second):
    timeline = draw(V="AABBCC", A="aabbcc")

    left = edits.set_speed(timeline, ["B"], TWICE)
    closed = edits.set_speed(timeline, ["B"], TWICE, ripple=True)

    assert show(left) == {"V": "AAB.CC", "A": "aab.cc"}
    assert show(closed) == {"V": "AABCC", "A": "aabcc"}
    assert {track.items[1].speed for track in closed.tracks} == {TWICE}


def test_a_slower_clip_takes_a_gap_or_makes_room(draw, show, second):
    assert show(edits.set_speed(draw(V="A.B"), ["A"], HALF)) == {"V": "AAB"}
    slow = edits.set_speed(draw(V="AB", A="ab"), ["A"], HALF, ripple=True)
    assert show(slow) == {"V": "AAB", "A": "aab"}
    with pytest.raises(EditError, match="it needs 25 more frames of room"):
        edits.set_speed(draw(V="AB"), ["A"], HALF)


def test_a_clip_that_runs_backwards_shows_what_it_did(draw, second):
    timeline = draw(V="AA")

    back = edits.set_speed(timeline, ["A"], Fraction(-1))
    clip = back.tracks[0].items[0]

    assert (clip.duration, clip.source_start) == (2 * second, 62 * second - second // 25)
    assert edits.set_speed(back, ["A"], Fraction(1)) == timeline


def test_ends_are_on_whole_frames(draw, second):
    clip = edits.set_speed(draw(V="A"), ["A"], Fraction(3)).tracks[0].items[0]

    assert clip.duration == 8 * second // 25


def test_a_split_edit_stays_in_sync(draw, show, second):
    timeline = draw(V="..AAAA", A="AAaaaa".replace("A", "."))
    timeline = edits.trim(timeline, "a", start=4 * second, with_links=False)

    fast = edits.set_speed(timeline, ["A"], TWICE)

    assert show(fast) == {"V": "..AA", "A": "...a"}
    back = edits.set_speed(timeline, ["A"], Fraction(-1))
    assert show(back) == {"V": "..AAAA", "A": "..aa"}


def test_a_speed_that_cannot_be_is_refused(draw, second):
    timeline = draw(V="A")
    frozen = edits.freeze_frame(timeline, "A", 0, second)
    title = Title(id="t", start=0, duration=second, text="Hi")

    for speed in (Fraction(0), Fraction(11), Fraction(-1, 11)):
        with pytest.raises(EditError, match=r"between 0\.1 and 10 times"):
            edits.set_speed(timeline, ["A"], speed)
    with pytest.raises(EditError, match="is a freeze frame"):
        edits.set_speed(frozen, [frozen.tracks[0].items[0].id], TWICE)
    with pytest.raises(EditError, match="no clip of a media file"):
        edits.set_speed(edits.append(draw(V=""), "V", title), ["t"], TWICE)
    pair = draw(V="A", A="a")
    fast = replace(pair.tracks[1].items[0], speed=TWICE)
    with pytest.raises(EditError, match="runs at another speed"):
        edits.set_speed(edits.replace_item(pair, fast), ["A"], Fraction(3))


def test_a_freeze_frame_holds_the_picture_and_parts_the_sound(draw, show, second):
    timeline = edits.freeze_frame(draw(V="AAA", A="aaa"), "A", second, 2 * second)

    frozen = timeline.tracks[0].items[1]
    assert show(timeline) == {"V": "AAAAA", "A": "a..aa"}
    assert (frozen.speed, frozen.source_start, frozen.link) == (0, 61 * second, None)


def test_a_freeze_frame_that_cannot_be_is_refused(draw, second):
    timeline = draw(V="A", A="a")

    for item, time, duration, message in (
        ("a", 0, second, "no picture"),
        ("A", second, second, "playhead is not on"),
        ("A", 0, 1, "at least one frame"),
    ):
        with pytest.raises(EditError, match=message):
            edits.freeze_frame(timeline, item, time, duration)
