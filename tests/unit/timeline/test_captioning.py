"""Caption tracks and their edits, and the marker that chooses the poster."""

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import (
    Caption,
    Clip,
    DocumentError,
    EditError,
    Marker,
    MediaReference,
    Timeline,
    Title,
    Track,
    Transition,
    edits,
    new_id,
)
from timeline_studio.timeline.queries import label, poster_marker
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.timeline.validation import validate


def _caption(name: str, start: int, end: int, text: str | None = None) -> Caption:
    return Caption(
        id=name,
        start=start * SECOND,
        duration=(end - start) * SECOND,
        text=name.title() if text is None else text,
    )


CLIP = Clip(id="clip", start=0, duration=9 * SECOND, media=MediaReference(url="upload:1"))
TIMELINE = Timeline(
    tracks=(
        Track(id="V1", kind="video", items=(CLIP,)),
        Track(id="A1", kind="audio"),
        Track(
            id="C1",
            kind="caption",
            language="en",
            items=(_caption("one", 1, 3), _caption("two", 3, 5), _caption("three", 7, 12)),
        ),
    )
)


def _drawn(timeline: Timeline, track_id: str = "C1") -> list[tuple[float, float, str]]:
    track = next(track for track in timeline.tracks if track.id == track_id)
    return [
        (item.start / SECOND, item.end / SECOND, item.text)
        for item in track.items
        if isinstance(item, Caption)
    ]


def test_captions_do_not_make_a_timeline_longer_but_are_on_it():
    assert TIMELINE.duration == 9 * SECOND
    assert TIMELINE.end == 12 * SECOND


@pytest.mark.parametrize(
    ("track_id", "item", "words"),
    [
        ("C1", replace(CLIP, id="new"), "is no caption: C1 takes captions only"),
        ("C1", Title(id="new", start=0, duration=9, text="T"), "is no caption"),
        ("V1", _caption("new", 0, 1), "“New” is a caption: V1 takes pictures only"),
        ("A1", _caption("new", 0, 1), "“New” has no sound: A1 takes clips only"),
    ],
)
def test_captions_and_clips_stay_on_tracks_of_their_own(track_id, item, words):
    with pytest.raises(EditError, match=words):
        edits.insert(TIMELINE, track_id, item, 0)
    with pytest.raises(EditError, match=words):
        edits.overwrite(TIMELINE, track_id, item, 0)


def test_a_caption_cannot_be_moved_to_a_video_track():
    with pytest.raises(EditError, match="is a caption: V1 takes pictures only"):
        edits.move(TIMELINE, ["one"], by=0, to_track={"one": "V1"})


def test_a_document_with_a_caption_on_a_video_track_is_refused():
    wrong = Timeline(tracks=(Track(id="V1", kind="video", items=(_caption("one", 0, 1),)),))
    with pytest.raises(DocumentError, match="is a caption: a video track holds pictures only"):
        validate(wrong)


@pytest.mark.parametrize(
    ("track", "words"),
    [
        (Track(id="x", kind="video", language="en"), "no caption track"),
        (Track(id="x", kind="audio", burned_in=True), "no caption track"),
        (Track(id="x", kind="caption", language="English"), "“English” is not a language's code"),
        (
            replace(
                TIMELINE.tracks[2],
                transitions=(
                    Transition(id="t", cut=3 * SECOND, in_offset=SECOND, out_offset=SECOND),
                ),
            ),
            "captions cannot dissolve",
        ),
    ],
)
def test_what_a_caption_track_cannot_be_is_refused(track, words):
    with pytest.raises(DocumentError, match=words):
        validate(Timeline(tracks=(track,)))


def test_captions_do_not_dissolve():
    with pytest.raises(EditError, match="Captions cannot dissolve"):
        edits.add_transition(TIMELINE, "C1", 3 * SECOND, SECOND)


def test_a_new_caption_track_is_called_by_the_next_number():
    names = [track.name for track in edits.add_track(TIMELINE, "caption").caption_tracks]
    assert names == ["", "C2"]


def test_a_caption_is_called_by_its_first_words():
    long = "This is what the captain said to the crew\nbefore they left"
    assert label(_caption("x", 0, 1, long)) == "This is what the captain said to the…"
    assert label(_caption("x", 0, 1, " \n ")) == "untitled caption"


def test_a_cut_parts_the_text_where_it_is_asked_to():
    text = edits.set_caption_text(TIMELINE, "three", "Hello. How are you?")

    after = edits.split_caption(text, "three", 9 * SECOND, 6)

    assert _drawn(after)[2:] == [(7, 9, "Hello."), (9, 12, "How are you?")]
    validate(after)


@pytest.mark.parametrize(
    ("item", "time", "at", "words"),
    [
        ("three", 9, 0, "say nothing"),
        ("three", 9, 99, "say nothing"),
        ("three", 7, 2, "not inside of the caption"),
        ("clip", 3, 2, "not a caption"),
    ],
)
def test_a_caption_is_not_cut_where_nothing_would_be_left(item, time, at, words):
    with pytest.raises(EditError, match=words):
        edits.split_caption(TIMELINE, item, time * SECOND, at)


def test_a_plain_split_leaves_the_words_on_both_sides():
    after = edits.split(TIMELINE, ["three"], 9 * SECOND)
    assert _drawn(after)[2:] == [(7, 9, "Three"), (9, 12, "Three")]


def test_merged_captions_say_all_that_they_said_over_all_of_their_time():
    assert _drawn(edits.merge_captions(TIMELINE, ["two", "one"])) == [
        (1, 5, "One\nTwo"),
        (7, 12, "Three"),
    ]
    assert _drawn(edits.merge_captions(TIMELINE, ["one", "two", "three"])) == [
        (1, 12, "One\nTwo\nThree")
    ]


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (["one"], "two captions or more"),
        (["one", "clip"], "two captions or more"),
        (["one", "three"], "Another caption is between"),
    ],
)
def test_captions_that_do_not_follow_each_other_are_not_merged(ids, words):
    with pytest.raises(EditError, match=words):
        edits.merge_captions(TIMELINE, ids)


def test_all_captions_shift_together_and_nothing_else_does():
    after = edits.shift_captions(TIMELINE, "C1", -SECOND)
    assert _drawn(after) == [(0, 2, "One"), (2, 4, "Two"), (6, 11, "Three")]
    assert after.tracks[0] is TIMELINE.tracks[0]
    with pytest.raises(EditError, match="cannot start before the timeline"):
        edits.shift_captions(TIMELINE, "C1", -2 * SECOND)


def test_a_caption_is_added_where_none_is_and_ends_where_the_next_begins():
    new = Caption(id="new", start=5 * SECOND, duration=3 * SECOND, text="New")
    assert _drawn(edits.add_caption(TIMELINE, "C1", new))[2] == (5, 7, "New")
    with pytest.raises(EditError, match="A caption is here already"):
        edits.add_caption(TIMELINE, "C1", replace(new, start=4 * SECOND))
    with pytest.raises(EditError, match="not a caption track"):
        edits.add_caption(TIMELINE, "V1", new)


def test_a_track_of_captions_comes_in_with_its_language():
    after = edits.add_caption_track(TIMELINE, [_caption("a", 0, 1)], language="de", name="Deutsch")
    track = after.caption_tracks[1]
    assert (track.name, track.language, len(track.items)) == ("Deutsch", "de", 1)
    assert edits.add_caption_track(TIMELINE, []).caption_tracks[1].items == ()
    with pytest.raises(EditError, match="overlap"):
        edits.add_caption_track(TIMELINE, [_caption("a", 0, 2), _caption("b", 1, 3)])


def test_a_caption_track_takes_a_language_and_is_burned_in():
    after = edits.set_captioning(TIMELINE, "C1", language="deu", burned_in=True)
    track = after.caption_tracks[0]
    assert (track.language, track.burned_in) == ("deu", True)
    assert edits.set_captioning(after, "C1", burned_in=False).caption_tracks[0].language == "deu"
    with pytest.raises(EditError, match="not a language's code"):
        edits.set_captioning(TIMELINE, "C1", language="Klingon")


def test_a_locked_track_of_captions_refuses_every_edit():
    locked = edits.set_track(TIMELINE, "C1", locked=True)
    for edit in (
        lambda t: edits.set_caption_text(t, "one", "x"),
        lambda t: edits.split_caption(t, "three", 9 * SECOND, 2),
        lambda t: edits.merge_captions(t, ["one", "two"]),
        lambda t: edits.shift_captions(t, "C1", SECOND),
        lambda t: edits.set_captioning(t, "C1", burned_in=True),
        lambda t: edits.add_caption(t, "C1", _caption("new", 0, 1)),
    ):
        with pytest.raises(EditError, match="locked"):
            edit(locked)


def test_copied_captions_are_pasted_on_a_caption_track():
    fragment = edits.copy(TIMELINE, ["one", "two"])
    empty = Timeline(tracks=TIMELINE.tracks[:2])

    after = edits.paste(empty, fragment, 4 * SECOND)

    assert [(s, e, t) for s, e, t in _drawn(after, after.caption_tracks[0].id)] == [
        (4, 6, "One"),
        (6, 8, "Two"),
    ]


def test_one_marker_at_most_chooses_the_poster():
    first = Marker(id=new_id(), time=SECOND, is_poster=True)
    second = Marker(id=new_id(), time=2 * SECOND)
    timeline = edits.add_marker(edits.add_marker(TIMELINE, first), second)
    assert poster_marker(timeline) == first

    timeline = edits.change_marker(timeline, replace(second, is_poster=True))

    assert poster_marker(timeline) == replace(second, is_poster=True)
    assert [marker.is_poster for marker in timeline.markers] == [False, True]
    assert poster_marker(TIMELINE) is None
    with pytest.raises(DocumentError, match="one only"):
        validate(replace(TIMELINE, markers=(first, replace(second, is_poster=True))))
