"""ripple_trim, trim_head, trim_tail."""

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import EditError, edits


@pytest.mark.parametrize(
    ("edge", "by", "row", "source"),
    [
        ("start", 1, "AABCC", 61),
        ("start", -1, "AABBBCC", 59),
        ("end", 1, "AABBBCC", 60),
        ("end", -1, "AABCC", 60),
        ("end", 0, "AABBCC", 60),
    ],
)
def test_ripple_trim_moves_all_that_is_later(draw, show, second, edge, by, row, source):
    timeline = draw(V="AABBCC", A="aabbcc")

    timeline = edits.ripple_trim(timeline, "B", edge, by * second)

    assert show(timeline) == {"V": row, "A": row.lower()}
    assert [track.items[1].source_start for track in timeline.tracks] == [source * second] * 2


def test_ripple_trim_longer_keeps_a_split_edit_in_sync(draw, show, second):
    timeline = edits.ripple_trim(draw(V="AABB", A="aaab"), "A", "end", second)

    assert show(timeline) == {"V": "AAABB", "A": "aaa.b"}


def test_ripple_trim_shorter_says_how_much_room_there_is(draw, second):
    with pytest.raises(EditError, match="A has no room to close the gap in sync"):
        edits.ripple_trim(draw(V="AABB", A="aaab"), "A", "end", -second)
    with pytest.raises(EditError, match="A has room for 50 frames only"):
        edits.ripple_trim(draw(V="AAAABB", A="aaa..b"), "A", "end", -3 * second)


def test_ripple_trim_cuts_a_sound_under_both_parts(draw, show, new_clip, second):
    parted = edits.overwrite(draw(V="AAAA", A="aaaa"), "V", new_clip("X"), second)

    timeline = edits.ripple_trim(parted, "X", "end", second)

    assert show(timeline) == {"V": "AXXAA", "A": "aa.aa"}
    with pytest.raises(EditError, match="no room"):
        edits.ripple_trim(parted, "X", "end", -second // 5)


def test_ripple_trim_needs_media(draw, second):
    with pytest.raises(EditError, match="it needs 25 more frames"):
        edits.ripple_trim(draw(V="AB"), "A", "end", 60 * second)
    with pytest.raises(EditError, match="Nothing would be left"):
        edits.ripple_trim(draw(V="AB"), "A", "start", second)


@pytest.mark.parametrize(
    ("ripple", "head", "tail"), [(True, "AABBCC", "AABCC"), (False, "AA.BBCC", "AAB..CC")]
)
def test_the_head_or_the_tail_goes_at_the_playhead(draw, show, second, ripple, head, tail):
    timeline = draw(V="AABBBCC", A="aabbbcc")

    trimmed = edits.trim_head(timeline, ["B"], 3 * second, ripple=ripple)
    assert show(trimmed) == {"V": head, "A": head.lower()}
    assert trimmed.tracks[0].items[1].id == "B"

    trimmed = edits.trim_tail(timeline, ["B", "b"], 3 * second, ripple=ripple)
    assert show(trimmed) == {"V": tail, "A": tail.lower()}


def test_a_trim_to_the_playhead_takes_the_same_time_from_a_split_edit(draw, show, second):
    timeline = edits.trim_head(draw(V="AABBB", A="aaabb"), ["B"], 4 * second)

    assert show(timeline) == {"V": "AAB", "A": "aab"}


def test_a_trim_to_the_playhead_needs_an_item_there(draw, second):
    frame = second // 25
    for trim in (edits.trim_head, edits.trim_tail):
        with pytest.raises(EditError, match="not inside of an item"):
            trim(draw(V="AB"), ["A"], second)
    with pytest.raises(EditError, match="Less than a frame"):
        edits.trim_head(draw(V="AB"), ["A"], second - frame + 1)
    with pytest.raises(EditError, match="Less than a frame"):
        edits.trim_tail(draw(V="AB"), ["A"], frame - 1)


def test_rippling_on_a_locked_track_is_refused(draw, second):
    timeline = draw(V="AB", A="ab")
    locked = edits.change_track(timeline, replace(timeline.tracks[1], locked=True))

    with pytest.raises(EditError, match="A is locked"):
        edits.ripple_trim(locked, "A", "end", -second // 2)
    with pytest.raises(EditError, match="A is locked"):
        edits.trim_head(locked, ["A"], second // 2)
