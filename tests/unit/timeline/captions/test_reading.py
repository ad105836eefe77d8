"""SRT and WebVTT files as other programs write them, well and badly."""

import pytest

from timeline_studio.timeline import DocumentError
from timeline_studio.timeline.captions import ReadCaptions, read_captions
from timeline_studio.timeline.time import FLICKS_PER_SECOND

MILLISECOND = FLICKS_PER_SECOND // 1000

SRT = """1
00:00:01,000 --> 00:00:02,500
Hello.

2
00:00:03,250 --> 00:00:04,000
Two
lines
"""

VTT = """WEBVTT - the talk
Language: de

STYLE
::cue { color: red }

NOTE nobody reads this

first
00:01.000 --> 00:02.500
Hello.

00:00:03.250 --> 00:00:04.000 line:10% align:start
Two
lines
"""


def _read(text: str | bytes, name: str = "talk.srt") -> ReadCaptions:
    return read_captions(text if isinstance(text, bytes) else text.encode(), name)


def _shown(read: ReadCaptions) -> list[tuple[int, int, str]]:
    """Milliseconds, and the text."""
    return [
        (each.start // MILLISECOND, each.end // MILLISECOND, each.text) for each in read.captions
    ]


HELLO = [(1000, 2500, "Hello."), (3250, 4000, "Two\nlines")]


def test_both_kinds_say_the_same():
    assert _shown(_read(SRT)) == _shown(_read(VTT)) == HELLO
    assert _read(SRT).notes == _read(VTT).notes == []


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + SRT.encode(),
        SRT.encode("utf-16"),
        SRT.encode("utf-16-be").join([b"\xfe\xff", b""]),
        SRT.encode("utf-32"),
        SRT.replace("\n", "\r\n").encode(),
        SRT.replace("\n", "\r").encode(),
        b"\n\n" + SRT.replace("\n\n", "\n \n\n\n").encode(),
    ],
    ids=["bom", "utf-16", "utf-16-be", "utf-32", "crlf", "cr", "empty lines"],
)
def test_marks_and_line_ends_of_every_system_are_read(data):
    assert _shown(_read(data)) == HELLO
    assert _read(data).notes == []


def test_what_is_not_unicode_is_taken_for_western_letters_and_said():
    read = _read(SRT.replace("Hello.", "Café déjà").encode("cp1252"))
    assert read.captions[0].text == "Café déjà"
    assert read.notes == ["The file is not UTF-8: it was read as Western European (Windows-1252)"]


def test_hours_have_no_end():
    read = _read("1\n123:00:00,000 --> 123:00:01,001\nLate\n")
    assert _shown(read) == [(442_800_000, 442_801_001, "Late")]


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("00:00:01.5 --> 0:0:2,25", 1500, 2250),
        ("00:01,000-->00:02,000", 1000, 2000),
        ("00:00:01,000 --> 00:00:02,000 X1:40 X2:600", 1000, 2000),
        ("00:00:01,0004 --> 00:00:02,0009", 1000, 2000),
    ],
)
def test_times_are_read_as_they_are_meant(line, start, end):
    assert _shown(_read(f"1\n{line}\nHello\n")) == [(start, end, "Hello")]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("<i>So</i> <b>what</b>", "So what"),
        ('<font color="#fff">So</font>', "So"),
        ("{\\an8}{\\i1}So", "So"),
        ("a < b and c > d", "a < b and c > d"),
        ("I <3 you", "I <3 you"),
    ],
)
def test_what_styles_an_srt_is_left_out_and_other_signs_stay(written, plain):
    assert _read(f"1\n00:00:01,000 --> 00:00:02,000\n{written}\n").captions[0].text == plain


def test_webvtt_marks_and_signs_are_read():
    read = _read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n"
        "<v.loud Mary>Tom &amp; <00:01.500><c.red>Jerry</c> &lt;3</v>\n"
    )
    assert read.captions[0].text == "Tom & Jerry <3"


@pytest.mark.parametrize(
    ("text", "place", "align"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\n{\\an7}x\n", "top", "left"),
        ("1\n00:00:01,000 --> 00:00:02,000\n{\\an6}x\n", "middle", "right"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000 line:0\nx\n", "top", "center"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000 line:-2\nx\n", "bottom", "center"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000 line:12\nx\n", "bottom", "center"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000 line:50%,center align:end\nx\n", "middle", "right"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000 line:90% position:10%\nx\n", "bottom", "center"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000 line:auto\nx\n", "bottom", "center"),
    ],
)
def test_where_a_cue_is_placed_is_kept(text, place, align):
    caption = _read(text).captions[0]
    assert (caption.place, caption.align) == (place, align)


def test_blocks_that_cannot_be_read_are_told_with_their_line_and_the_others_stay():
    read = _read(
        "junk\n\n"
        "1\n00:00:01,000 --> 00:00:02,500\nHello.\n\n"
        "2\n00:00:xx --> 00:00:04,000\nBroken\n\n"
        "3\n00:00:05,000 --> 00:00:05,000\nNo time\n\n"
        "4\n00:00:06,000 --> 00:00:07,000\n<i></i>\n\n"
        "5\n9999:00:06,000 --> 9999:00:07,000\nToo late\n\n"
        "6\n00:00:08,000 --> 00:00:09,000\nBye.\n"
    )
    assert _shown(read) == [(1000, 2500, "Hello."), (8000, 9000, "Bye.")]
    assert read.notes == [
        "Line 1: this block has no times and was left out",
        "Line 8: “00:00:xx --> 00:00:04,000” is not a time like 00:01:02,345 --> 00:01:04,000",
        "Line 12: this caption ends before it begins and was left out",
        "Line 16: this caption says nothing and was left out",
        "Line 20: this caption comes after more than 147 days and was left out",
    ]


def test_a_webvtt_file_tells_its_broken_blocks_too():
    read = _read(
        "WEBVTT\n00:01.000 --> 00:02.000\nNo empty line before\n\n"
        "stray\n\n00:9 --> 00:04.000\nBroken\n\n"
        "00:05.000 --> 00:04.000\nBackwards\n\n00:06.000 --> 00:07.000\n&nbsp;\n"
    )
    assert _shown(read) == [(1000, 2000, "No empty line before")]
    assert [trouble.line for trouble in read.troubles] == [1, 5, 7, 10, 13]


@pytest.mark.parametrize("text", ["", "\n\n", "Dear diary", "WEBVTT\n", "1\nnothing\n"])
def test_a_file_without_captions_is_refused_by_name(text):
    with pytest.raises(DocumentError, match=r"^talk\.srt: there are no captions in this file"):
        _read(text)


def test_the_language_is_what_the_file_or_its_name_says():
    assert _read(VTT).language == "deu"
    assert _read(SRT, "talk.pt-BR.srt").language == "por"
    assert _read(SRT, "talk.final.srt").language == ""
    assert _read(SRT).language == ""


def _overlapping(*cues: tuple[str, str, str]) -> ReadCaptions:
    return _read("".join(f"{a} --> {b}\n{text}\n\n" for a, b, text in cues))


def test_cues_that_overlap_say_in_one_what_they_say_together():
    read = _overlapping(
        ("00:02,000", "00:06,000", "B"),
        ("00:00,000", "00:04,000", "A"),
        ("00:05,000", "00:07,000", "C"),
    )
    assert _shown(read) == [
        (0, 2000, "A"),
        (2000, 4000, "A\nB"),
        (4000, 5000, "B"),
        (5000, 6000, "B\nC"),
        (6000, 7000, "C"),
    ]
    assert read.notes == [
        "2 captions began before the one before was over: what they say at the same time is in one"
    ]


def test_of_two_that_overlap_briefly_the_first_ends_early():
    read = _overlapping(("00:00,000", "00:02,100", "A"), ("00:02,000", "00:04,000", "B"))
    assert _shown(read) == [(0, 2000, "A"), (2000, 4000, "B")]
    assert read.overlapping == 1


def test_speakers_at_the_same_time_are_one_caption():
    read = _overlapping(("00:00,000", "00:02,000", "- Yes."), ("00:00,000", "00:02,000", "- No."))
    assert _shown(read) == [(0, 2000, "- Yes.\n- No.")]
