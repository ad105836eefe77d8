"""Markers as chapters."""

import json

from timeline_studio.timeline import Clip, Marker, MediaReference, Timeline, Track
from timeline_studio.timeline.captions import Chapter, chapters_json, chapters_of, chapters_vtt
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND


def _timeline(*markers: Marker, seconds: int = 60) -> Timeline:
    media = MediaReference(url="upload:1")
    clip = Clip(id="v", start=0, duration=seconds * SECOND, media=media)
    return Timeline(tracks=(Track(id="V1", kind="video", items=(clip,)),), markers=markers)


def _marker(second: float, name: str = "", **fields) -> Marker:
    return Marker(id=f"m{second}{name}", time=int(second * SECOND), name=name, **fields)


def _shown(chapters: list[Chapter]) -> list[tuple[float, float, str]]:
    return [(each.start / SECOND, each.end / SECOND, each.title) for each in chapters]


def test_a_chapter_lasts_until_the_next_and_the_last_until_the_end():
    timeline = _timeline(_marker(0, "Start"), _marker(10, "Middle"), _marker(30))
    assert _shown(chapters_of(timeline)) == [
        (0, 10, "Start"),
        (10, 30, "Middle"),
        (30, 60, "Chapter 3"),
    ]


def test_a_marker_with_a_length_ends_by_itself_or_where_the_next_begins():
    timeline = _timeline(
        _marker(0, "Short", duration=5 * SECOND),
        _marker(10, "Long", duration=90 * SECOND),
        _marker(30, "Last", duration=90 * SECOND),
    )
    assert _shown(chapters_of(timeline)) == [(0, 5, "Short"), (10, 30, "Long"), (30, 60, "Last")]


def test_what_is_past_the_end_or_takes_no_time_is_no_chapter():
    timeline = _timeline(_marker(3, "Gone"), _marker(3, "Here"), _marker(60, "At the end"))
    assert _shown(chapters_of(timeline)) == [(3, 60, "Here")]
    assert chapters_of(Timeline()) == []


def test_a_posters_marker_is_a_chapter_only_by_name():
    timeline = _timeline(_marker(1, "Start"), _marker(5, is_poster=True))
    assert _shown(chapters_of(timeline)) == [(1, 60, "Start")]
    assert len(chapters_of(_timeline(_marker(5, "Named", is_poster=True)))) == 1


def test_both_files_say_times_and_titles_and_no_title_breaks_them():
    chapters = chapters_of(_timeline(_marker(1.5, "A <b>\n\nB --> & C"), _marker(20, "Two")))

    assert chapters_vtt(chapters) == (
        "WEBVTT\n\n"
        "00:00:01.500 --> 00:00:20.000\nA &lt;b&gt; B --&gt; &amp; C\n\n"
        "00:00:20.000 --> 00:01:00.000\nTwo\n"
    )
    assert json.loads(chapters_json(chapters)) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 1.5, "endTime": 20.0, "title": "A <b> B --> & C"},
            {"startTime": 20.0, "endTime": 60.0, "title": "Two"},
        ],
    }
