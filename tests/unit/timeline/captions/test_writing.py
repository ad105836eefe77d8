"""Captions out as SRT and WebVTT: another reader, and ours, find what was meant."""

import string

import pysubs2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_studio.timeline import Caption, Clip, DocumentError, MediaReference, Track
from timeline_studio.timeline.captions import cues_of, read_captions, write_captions
from timeline_studio.timeline.time import FLICKS_PER_SECOND

MILLISECOND = FLICKS_PER_SECOND // 1000
signs = string.ascii_letters + " .,&<>{}-'éß中🙂"


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    items, end = [], 0
    for number in range(draw(st.integers(1, 6))):
        start = end + draw(st.integers(0, 5000)) * MILLISECOND
        end = start + draw(st.integers(1, 400_000_000)) * MILLISECOND
        lines = draw(st.lists(st.text(signs, min_size=1).map(lambda x: f"w{x}w"), min_size=1))
        items.append(
            Caption(
                id=str(number),
                start=start,
                duration=end - start,
                text="\n".join(lines),
                place=draw(st.sampled_from(["bottom", "middle", "top"])),
                align=draw(st.sampled_from(["left", "center", "right"])),
            )
        )
    return Track(id="c", kind="caption", items=tuple(items))


@settings(deadline=None, max_examples=60)
@given(tracks(), st.sampled_from([".vtt", ".VTT"]))
def test_a_webvtt_file_gives_every_caption_back(track: Track, suffix: str):
    read = read_captions(write_captions(track, suffix).encode(), "a.vtt")
    assert cues_of(read.captions) == cues_of(track.items)
    assert read.notes == []


@settings(deadline=None, max_examples=60)
@given(tracks())
def test_an_srt_file_gives_times_and_places_back(track: Track):
    read = read_captions(write_captions(track, ".srt").encode(), "a.srt")
    shown, meant = cues_of(read.captions), cues_of(track.items)
    assert [cue._replace(text="") for cue in shown] == [cue._replace(text="") for cue in meant]
    assert read.notes == []


def _track(*captions: Caption) -> Track:
    return Track(id="c", kind="caption", items=captions)


def _caption(text: str, start: int = 0, **fields) -> Caption:
    return Caption(
        id=f"c{start}", start=start * MILLISECOND, duration=1000 * MILLISECOND, text=text, **fields
    )


def test_another_reader_finds_the_same():
    track = _track(_caption("Hello,\nyou"), _caption("Bye", 1001), _caption("Late", 36_000_000))
    for suffix in (".srt", ".vtt"):
        read = pysubs2.SSAFile.from_string(write_captions(track, suffix), suffix[1:])
        assert [(each.start, each.end, each.plaintext) for each in read] == [
            (0, 1000, "Hello,\nyou"),
            (1001, 2001, "Bye"),
            (36_000_000, 36_001_000, "Late"),
        ]


def test_signs_that_mean_something_in_webvtt_are_written_so_that_they_do_not():
    written = write_captions(_track(_caption("a <i> & --> b")), ".vtt")
    assert "a &lt;i&gt; &amp; --&gt; b" in written


def test_an_arrow_in_an_srt_cannot_be_taken_for_a_time():
    written = write_captions(_track(_caption("a --> b")), ".srt")
    assert written == "1\n00:00:00,000 --> 00:00:01,000\na → b\n"


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x07"])
def test_what_says_nothing_is_left_out(text):
    assert write_captions(_track(_caption(text)), ".srt") == ""
    assert write_captions(_track(_caption(text)), ".vtt") == "WEBVTT\n"


def test_empty_lines_do_not_end_a_caption():
    written = write_captions(_track(_caption("one\n\n\r\ntwo\x07")), ".srt")
    assert written.endswith("one\ntwo\n")


def test_disabled_captions_are_left_out_and_only_captions_are_written():
    clip = Clip(id="x", start=0, duration=1, media=MediaReference(url="upload:1"))
    assert cues_of([clip, _caption("off", enabled=False)]) == []


def test_a_time_between_thousandths_is_the_nearest():
    track = _track(Caption(id="c", start=MILLISECOND // 2, duration=MILLISECOND, text="x"))
    assert "00:00:00,001 --> 00:00:00,002" in write_captions(track, ".srt")


def test_a_name_that_ends_otherwise_is_refused():
    with pytest.raises(DocumentError, match=r"“\.txt” is no kind of caption file"):
        write_captions(_track(), ".txt")
