"""Captions in job settings: in MediaConvert's own members, valid against its model."""

from typing import Any

import pytest

from ladder_factory import settings_of
from timeline_studio.productions import (
    CaptionTrack,
    ProductionError,
    add_captions,
    validate_settings,
)
from timeline_studio.productions.languages import language_tag
from timeline_studio.productions.local.plan import CaptionSource
from timeline_studio.productions.local.planning import read_plan

ENGLISH = CaptionTrack("eng", "English", "s3://media/captions/vtt/production_1.vtt")
KLINGON = CaptionTrack("tlh", "tlhIngan Hol", "s3://media/captions/k.srt")


@pytest.fixture(params=["hls-both", "cmaf-portrait"])
def settings(request: pytest.FixtureRequest) -> dict[str, Any]:
    return settings_of(request.param, "s3://media/video.mp4", small=False)


def test_every_ladder_gets_every_track(settings: dict[str, Any]) -> None:
    changed = add_captions(settings, [ENGLISH, KLINGON])
    validate_settings(changed)
    for ladder in read_plan(changed).ladders:
        assert [(c.modifier, c.name, c.language, c.is_styled) for c in ladder.captions] == [
            ("_captions_eng", "English", "en", True),
            ("_captions_tlh", "tlhIngan Hol", "tlh", True),
        ]
        assert ladder.captions[0].source == CaptionSource(
            "media", "captions/vtt/production_1.vtt", "WEBVTT"
        )
        assert ladder.captions[1].source.kind == "SRT"
        assert ladder.caption_seconds is None


def test_posters_get_none_and_the_settings_stay_as_they_were(settings: dict[str, Any]) -> None:
    changed = add_captions(settings, [ENGLISH])
    assert "CaptionSelectors" not in settings["Inputs"][0]
    assert read_plan(settings).ladders[0].captions == ()
    assert add_captions(settings, []) == settings
    for before, after in zip(settings["OutputGroups"], changed["OutputGroups"], strict=True):
        is_poster = before["OutputGroupSettings"]["Type"] == "FILE_GROUP_SETTINGS"
        assert len(after["Outputs"]) == len(before["Outputs"]) + (not is_poster)


def test_what_a_profile_asks_for_already_is_kept(settings: dict[str, Any]) -> None:
    twice = add_captions(add_captions(settings, [ENGLISH]), [ENGLISH])
    validate_settings(twice)
    assert list(twice["Inputs"][0]["CaptionSelectors"]) == [
        "Captions Selector 1",
        "Captions Selector 2",
    ]
    assert [c.modifier for c in read_plan(twice).ladders[0].captions] == [
        "_captions_eng",
        "_captions_eng_2",
    ]


@pytest.mark.parametrize(
    ("track", "told"),
    [
        (CaptionTrack("eng", "English", "s3://media/captions.doc"), "SourceFile"),
        (CaptionTrack("e/n", "English", ENGLISH.uri), "CustomLanguageCode"),
    ],
)
def test_what_mediaconvert_would_refuse_is_named(
    settings: dict[str, Any], track: CaptionTrack, told: str
) -> None:
    with pytest.raises(ProductionError, match=told):
        validate_settings(add_captions(settings, [track]))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"LanguageDescription": 'An "official" one'}, "leave out quotes"),
        ({"LanguageDescription": "a\nb"}, "leave out quotes"),
        ({"CaptionSelectorName": "Captions Selector 9"}, "no CaptionSelectors “Captions Sele"),
        ({"DestinationSettings": {"DestinationType": "BURN_IN"}}, "DestinationType: BURN_IN"),
    ],
)
def test_what_the_local_engine_cannot_do_is_named(
    settings: dict[str, Any], change: dict[str, Any], told: str
) -> None:
    changed = add_captions(settings, [ENGLISH])
    changed["OutputGroups"][0]["Outputs"][-1]["CaptionDescriptions"][0].update(change)
    with pytest.raises(ProductionError) as refusal:
        read_plan(changed)
    assert told in str(refusal.value)


def test_two_tracks_of_one_output_are_refused(settings: dict[str, Any]) -> None:
    changed = add_captions(settings, [ENGLISH])
    outputs = changed["OutputGroups"][0]["Outputs"]
    outputs[-1]["CaptionDescriptions"] *= 2
    with pytest.raises(ProductionError, match="give each output one track"):
        read_plan(changed)
    outputs[0]["CaptionDescriptions"] = outputs.pop()["CaptionDescriptions"]
    with pytest.raises(ProductionError, match="an output of their own"):
        read_plan(changed)


@pytest.mark.parametrize(
    ("code", "tag"),
    [("ENG", "en"), ("ger", "de"), ("deu", "de"), ("tlh", "tlh"), ("en-GB", "en-GB")],
)
def test_playlists_name_languages_by_their_shortest_code(code: str, tag: str) -> None:
    assert language_tag(code) == tag
