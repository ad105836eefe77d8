"""The stored form of a timeline."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from timeline_studio.timeline import DocumentError, Generator, Timeline, Track, empty_timeline
from timeline_studio.timeline.document import SCHEMA, VERSION, from_json, to_json
from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.transform import Transform


def _document(**fields):
    return json.dumps({"schema": SCHEMA, "version": VERSION, "timeline": {}} | fields)


def test_a_document_says_what_it_is():
    document = json.loads(to_json(empty_timeline(rate=Fraction(30000, 1001))))

    assert (document["schema"], document["version"]) == (SCHEMA, VERSION)
    assert document["timeline"]["rate"] == "30000/1001"


def test_a_whole_rate_may_be_written_without_a_denominator():
    assert from_json(_document(timeline={"rate": "25"})).rate == 25


def test_bytes_are_read_too():
    assert from_json(to_json(Timeline(name="Ø")).encode()) == Timeline(name="Ø")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not a timeline's JSON"),
        ("{", "not a timeline's JSON"),
        ("[]", "not a timeline's JSON"),
        (b"\xff\xfe", "not a timeline's JSON"),
        ("{}", "“unknown”"),
        ('{"version": "create_video_v1", "clips": []}', "This document is “create_video_v1”"),
        (_document(schema="other"), "“other”"),
        (_document(version=VERSION + 1), "newer Timeline Studio"),
        (_document(version=0), "not a number from 1"),
        (_document(version="1"), "not a number from 1"),
        (_document(timeline={"rate": "1/0"}), "“1/0” is not a fraction"),
        (_document(timeline={"rate": 30}), "fraction"),
        (_document(timeline={"tracks": 5}), "cannot be read: Expected `array`"),
        (_document(timeline={"rate": "0/1"}), "rate is 0"),
    ],
)
def test_what_is_not_a_timeline_of_ours_is_refused(text, message):
    with pytest.raises(DocumentError, match=message):
        from_json(text)


def test_an_old_document_goes_through_all_migrations():
    migrations = {
        1: lambda fields: {"title": fields["label"]},
        2: lambda fields: {"name": fields["title"].upper()},
    }
    old = _document(version=1, timeline={"label": "first cut"})

    assert from_json(old, version=3, migrations=migrations).name == "FIRST CUT"


def test_what_a_migration_makes_is_checked_too():
    with pytest.raises(DocumentError, match="cannot be read"):
        from_json(_document(version=1), version=2, migrations={1: lambda _: {"tracks": 5}})


def test_a_stored_document_of_version_1_is_read_whole():
    stored = (Path(__file__).parent / "documents" / "version_1.json").read_text()

    timeline = from_json(stored)

    assert json.loads(to_json(timeline))["timeline"] == json.loads(stored)["timeline"]
    assert (timeline.name, [track.kind for track in timeline.tracks]) == (
        "Walk",
        ["video", "video", "audio"],
    )
    assert timeline.caption_tracks == ()
    assert not any(marker.is_poster for marker in timeline.markers)


def test_a_stored_document_of_version_2_is_read_whole():
    stored = (Path(__file__).parent / "documents" / "version_2.json").read_text()

    timeline = from_json(stored)

    assert json.loads(to_json(timeline))["timeline"] == json.loads(stored)["timeline"]
    assert [(t.language, t.burned_in) for t in timeline.caption_tracks] == [("en", True)]
    pictures = [item for track in timeline.video_tracks for item in track.items]
    assert all(item.transform == Transform() and item.opacity == 1 for item in pictures)
    assert all(item.fade_in is item.fade_out is None for item in pictures)


def test_all_that_changes_a_picture_comes_back():
    keys = (Keyframe(-7, 0.25, "ease"), Keyframe(0, 0.5), Keyframe(100, 0.1, "hold"))
    item = Generator(
        id="g",
        start=0,
        duration=1000,
        transform=Transform(x=keys, rotation=-90.0, flip_x=True),
        opacity=keys,
        blend="screen",
        fade_in=Fade(300, 20),
        fade_out=Fade(10),
    )
    timeline = Timeline(tracks=(Track(id="v", kind="video", items=(item,)),))

    document = to_json(timeline)

    assert from_json(document) == timeline
    assert to_json(from_json(document)) == document


def test_only_what_json_has_can_be_in_metadata():
    with pytest.raises(NotImplementedError, match="cannot hold a value of type complex"):
        to_json(Timeline(metadata={"bad": 1j}))
