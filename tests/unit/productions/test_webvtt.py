"""Timed text in, WebVTT out: nothing is lost, and nothing breaks a player's parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.productions import ProductionError
from timeline_studio.productions.webvtt import (
    CaptionFormat,
    Cue,
    mapped_ticks,
    plain,
    read_cues,
    webvtt,
)


def text_of(line: str, kind: CaptionFormat = "WEBVTT") -> str:
    head = "WEBVTT\n\n" if kind == "WEBVTT" else ""
    (cue,) = read_cues(f"{head}00:00:01.000 --> 00:00:02.000\n{line}\n".encode(), kind, "x")
    return cue.text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("<b>bold</b> <c.red>red</c>", "<b>bold</b> <c.red>red</c>"),
        ("<v Bob>Hi", "<v Bob>Hi"),
        ("<00:00:01.500>sung", "<00:00:01.500>sung"),
        ("&amp; &#39; &nbsp; &", "&amp; &#39; &nbsp; &amp;"),
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("two\nlines", "two\nlines"),
        ("an --> arrow", "an --&gt; arrow"),
        ("\u202bשלום\u202c 😀", "\u202bשלום\u202c 😀"),
    ],
)
def test_webvtt_keeps_its_tags_and_nothing_else_that_looks_like_one(
    line: str, expected: str
) -> None:
    assert text_of(line) == expected
    assert text_of(expected) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("<i>so</i> <u>it</u>", "<i>so</i> <u>it</u>"),
        ('<font color="red">{\\an8}x</font>', "x"),
        ("Tom &amp; Jerry", "Tom &amp; Jerry"),
        ("<v Bob>Hi", "&lt;v Bob>Hi"),
    ],
)
def test_srt_becomes_webvtt(line: str, expected: str) -> None:
    assert text_of(line, "SRT") == expected


def test_blocks_that_are_no_cues_are_left_out() -> None:
    text = (
        "\ufeffWEBVTT - film\nKind: captions\r\n\r\nSTYLE\n::cue {}\n\nNOTE\nnot shown\n\n"
        "first\n00:01.000 --> 00:02.000 line:0 align:start\nshown\n\n \n"
        "01:00:03.000 --> 01:00:02.000\nbackwards\n\n00:05.000 --> 00:06.000\n\n"
    )
    assert read_cues(text.encode(), "WEBVTT", "x") == [
        Cue(1000, 2000, "shown", "line:0 align:start")
    ]


def test_style_can_be_left_out() -> None:
    assert plain([Cue(0, 1, "<v Bob>a <b>b</b>", "line:0")]) == [Cue(0, 1, "a b")]


@pytest.mark.parametrize(
    ("data", "kind", "told"),
    [
        (b"\xff\xfe", "SRT", "are not UTF-8"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nx", "WEBVTT", "do not begin with WEBVTT"),
        (b"1\n00:00:01,000 --> 00:00\nx", "SRT", "timed “00:00:01,000 --> 00:00”"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, kind: CaptionFormat, told: str) -> None:
    with pytest.raises(ProductionError, match=told) as refusal:
        read_cues(data, kind, "film.srt")
    assert "film.srt" in str(refusal.value)


def test_a_segment_says_when_its_time_begins() -> None:
    segment = webvtt([Cue(3_600_000, 3_601_500, "x")], ticks=132_006)
    assert segment.decode() == (
        "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:132006,LOCAL:00:00:00.000\n\n"
        "01:00:00.000 --> 01:00:01.500\nx\n"
    )
    assert mapped_ticks(segment) == 132_006
    assert mapped_ticks(webvtt([])) is None
    assert mapped_ticks(b"WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n") == 900_000


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 10**5), st.text(max_size=60))))
def test_whatever_is_written_can_be_read_again(found: list[tuple[int, int, str]]) -> None:
    blocks = [f"{n}\n00:00:01,000 --> 00:00:02,000\n{text}" for n, (_, _, text) in enumerate(found)]
    try:
        cues = read_cues("\n\n".join(blocks).encode("utf-8", "replace"), "SRT", "x")
    except ProductionError:  # the text holds an arrow of its own
        return
    assert read_cues(webvtt(cues), "WEBVTT", "x") == cues
