"""Profiles from strangers read nothing but the input, and write only in the production's folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from ladder_factory import settings_of
from timeline_studio.productions import (
    ProductionError,
    build_job_settings,
    list_profiles,
    load_profile,
)
from timeline_studio.settings import profiles_dir

PLACES = [
    "s3://media/videos/another/video.mp4",
    "s3://elsewhere/video.mp4",
    "s3://output/2026-11/21/asset/ulid2/x",
    "file:///etc/passwd",
    "file:etc/passwd",
    "/etc/passwd",
    "\\\\server\\share\\x",
    "C:\\secrets.mp4",
    "../../secrets.mp4",
    "http://169.254.169.254/latest/meta-data/",
    "https://example.com/x.mp4",
    " s3://elsewhere/video.mp4",
    "INPUT_URI/../other.mp4",
]
MEMBERS: list[dict[str, Any]] = [
    {"Inputs": [{"FileInput": "?"}]},
    {"Inputs": [{"FileInput": "INPUT_URI", "SupplementalImps": ["?"]}]},
    {"Inputs": [{"AudioSelectors": {"1": {"ExternalAudioFileInput": "?"}}}]},
    {
        "Inputs": [
            {
                "CaptionSelectors": {
                    "1": {"SourceSettings": {"FileSourceSettings": {"SourceFile": "?"}}}
                }
            }
        ]
    },
    {"Inputs": [{"ImageInserter": {"InsertableImages": [{"ImageInserterInput": "?"}]}}]},
    {"MotionImageInserter": {"Input": "?"}},
    {"KantarWatermark": {"LogDestination": "?"}},
    {"OutputGroups": [{"OutputGroupSettings": {"FileGroupSettings": {"Destination": "?"}}}]},
    {
        "OutputGroups": [
            {
                "OutputGroupSettings": {
                    "CmafGroupSettings": {"Encryption": {"StaticKeyProvider": {"Url": "?"}}}
                }
            }
        ]
    },
]


def with_place(value: Any, place: str) -> Any:
    if isinstance(value, dict):
        return {name: with_place(member, place) for name, member in value.items()}
    if isinstance(value, list):
        return [with_place(entry, place) for entry in value]
    return place if value == "?" else value


def built(settings: dict[str, Any]) -> dict[str, Any]:
    return build_job_settings(
        {"Settings": settings},
        input_uri="s3://media/videos/mine/video.mp4",
        output_bucket="output",
        date="2026-11/21",
        asset_id="asset",
        production_ulid="ulid",
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: str(member)[:60])
def test_no_member_names_another_place(member: dict[str, Any], place: str) -> None:
    with pytest.raises(ProductionError, match="The profile"):
        built(with_place(member, place))


def test_the_input_and_what_lies_in_the_folder_may_be_named() -> None:
    home = "s3://OUTPUT_BUCKET/DATE_YYYY_MM_DD/ASSET_ID/PRODUCTION_ULID/logo.png"
    settings = built({"Inputs": [{"FileInput": "INPUT_URI", "SupplementalImps": [home]}]})
    assert settings["Inputs"][0]["SupplementalImps"] == [
        "s3://output/2026-11/21/asset/ulid/logo.png"
    ]


@pytest.mark.parametrize("name", list_profiles(profiles_dir()))
def test_shipped_profiles_name_nothing_else(name: str) -> None:
    assert settings_of(name, "s3://media/film.mp4")["Inputs"][0]["FileInput"].startswith("s3://")


@pytest.mark.parametrize(
    "parent",
    [
        "../secret",
        "/etc/secret",
        "mixins/../../secret",
        "secret\0",
        "..",
        "",
        "a.json",
        "😀",
        "x" * 300,
        "$(reboot)",
        "'; DROP TABLE uploads; --",
    ],
)
def test_a_parent_is_a_name_below_the_folder(tmp_path: Path, parent: str) -> None:
    (tmp_path / "secret.json").write_text('{"Settings": {"Secret": 1}}', encoding="utf-8")
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "mine.json").write_text(json.dumps({"$extends": parent}), encoding="utf-8")
    for name in ("mine", parent):
        with pytest.raises(ProductionError, match="There is no profile"):
            load_profile(name, folder)


def test_parents_that_double_with_each_step_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "p0.json").write_text('{"Settings": {"AdAvailOffset": 1}}', encoding="utf-8")
    for number in range(1, 60):
        parents = [f"p{number - 1}"] * 2
        (tmp_path / f"p{number}.json").write_text(json.dumps({"$extends": parents}), "utf-8")
    assert load_profile("p59", tmp_path) == {"Settings": {"AdAvailOffset": 1}}


def test_a_profile_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    for depth in (100, 100_000):
        (tmp_path / "deep.json").write_text('{"a":' * depth + "1" + "}" * depth, encoding="utf-8")
        with pytest.raises(ProductionError, match="nested more than"):
            load_profile("deep", tmp_path)
