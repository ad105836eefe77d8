"""Profiles extend one another, and what is wrong with one is told by its name."""

import json
from pathlib import Path
from typing import Any

import pytest

from timeline_studio.productions import (
    ProductionError,
    build_job_settings,
    list_profiles,
    load_profile,
    output_prefix,
    validate_settings,
)
from timeline_studio.productions.local.planning import read_plan
from timeline_studio.settings import profiles_dir

ULID = "01JD0000000000000000000000"
WHERE = {
    "input_uri": "s3://media/videos/2026-11/21/a-b/video.mp4",
    "output_bucket": "output",
    "date": "2026-11/21",
    "asset_id": "a-b",
    "production_ulid": ULID,
}


def write(folder: Path, **profiles: Any) -> Path:
    for name, content in profiles.items():
        (folder / f"{name}.json").write_text(json.dumps(content))
    return folder


def group(name: str, *outputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"Name": name, "Outputs": list(outputs), **more}


def test_later_parents_and_the_profile_itself_win(tmp_path: Path) -> None:
    write(tmp_path, a={"x": 1, "y": 1, "z": {"p": 1}}, b={"y": 2, "z": {"q": 2}})
    write(tmp_path, c={"$extends": ["a", "b"], "z": {"p": 3}})
    assert load_profile("c", tmp_path) == {"x": 1, "y": 2, "z": {"p": 3, "q": 2}}


def test_groups_and_outputs_merge_by_their_names(tmp_path: Path) -> None:
    low, high = {"NameModifier": "_low", "rate": 1}, {"NameModifier": "_high", "rate": 9}
    write(tmp_path, base={"OutputGroups": [group("HLS", low, high)]})
    write(
        tmp_path,
        more={
            "$extends": "base",
            "OutputGroups": [
                group("HLS", {"NameModifier": "_low", "rate": 2}),
                group("Posters"),
            ],
        },
    )
    assert load_profile("more", tmp_path)["OutputGroups"] == [
        group("HLS", {"NameModifier": "_low", "rate": 2}, high),
        group("Posters"),
    ]


def test_an_earlier_folder_goes_before_a_later_one_and_extends_from_it(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    shipped.mkdir()
    write(shipped, a={"from": "shipped"}, b={"from": "shipped", "kept": 1})
    assert list_profiles(own, shipped) == ["a", "b"]  # nobody has made the first one yet
    own.mkdir()
    write(own, a={"from": "own"}, c={"$extends": "b", "from": "own"})
    assert list_profiles(own, shipped) == ["a", "b", "c"]
    assert load_profile("a", own, shipped) == {"from": "own"}
    assert load_profile("b", own, shipped) == {"from": "shipped", "kept": 1}
    assert load_profile("c", own, shipped) == {"from": "own", "kept": 1}


def test_any_object_may_extend_and_other_lists_are_replaced(tmp_path: Path) -> None:
    write(tmp_path, rung={"list": [1, 2], "kept": True})
    write(tmp_path, top={"inner": [{"$extends": "rung", "list": [3]}]})
    assert load_profile("top", tmp_path) == {"inner": [{"list": [3], "kept": True}]}


@pytest.mark.parametrize(
    ("profiles", "told"),
    [
        ({"a": {"$extends": "b"}, "b": {"$extends": "a"}}, "circle: a → b → a"),
        ({"a": {"$extends": "a"}}, "circle: a → a"),
        ({"a": {"$extends": "none"}}, "no profile “none”, which profile “a” extends"),
        ({"a": {"$extends": 3}}, "must be a name"),
        ({"a": {"$extends": "../a"}}, "no profile “../a”"),
        ({"a": [1]}, "one JSON object"),
        (
            {
                "b": {"OutputGroups": [{"Name": "HLS"}]},
                "a": {"$extends": "b", "OutputGroups": [{"Outputs": []}]},
            },
            "needs a Name",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, profiles: dict[str, Any], told: str) -> None:
    write(tmp_path, **profiles)
    with pytest.raises(ProductionError, match=told.replace("..", r"\.\.")):
        load_profile("a", tmp_path)


def test_an_unknown_profile_is_told_with_those_there_are(tmp_path: Path) -> None:
    write(tmp_path, one={}, two={})
    with pytest.raises(ProductionError, match=r"no profile “x”.*one, two"):
        load_profile("x", tmp_path)


def test_a_profile_that_is_no_json_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{")
    with pytest.raises(ProductionError, match=r"a\.json"):
        load_profile("a", tmp_path)


@pytest.mark.parametrize("name", list_profiles(profiles_dir()))
def test_every_shipped_profile_is_valid_and_known_to_the_local_engine(name: str) -> None:
    settings = build_job_settings(load_profile(name, profiles_dir()), **WHERE)
    validate_settings(settings)
    plan = read_plan(settings)
    shapes = {"portrait", "landscape"} if "both" in name else {name.split("-")[1]}
    home = f"2026-11/21/a-b/{ULID}/"
    assert {ladder.place.folder for ladder in plan.ladders} == {f"{home}{s}/" for s in shapes}
    for ladder in plan.ladders:
        assert ladder.place.base == "video"
        sizes = [min(rung.frame.width or 0, rung.frame.height or 0) for rung in ladder.rungs]
        assert sizes == [1080, 720, 540, 360]
        posters = [c for c in plan.captures if c.place == ladder.place]
        assert [poster.file_name(0) for poster in posters] == ["video_poster.0000000.jpg"]


def test_the_shipped_profiles_are_these() -> None:
    assert list_profiles(profiles_dir()) == [
        "cmaf-landscape",
        "cmaf-portrait",
        "hls-both",
        "hls-both-small",
        "hls-landscape",
        "hls-portrait",
    ]


def test_tokens_are_replaced_once_and_everywhere() -> None:
    destination = "s3://OUTPUT_BUCKET/DATE_YYYY_MM_DD/ASSET_ID/PRODUCTION_ULID/x/"
    profile = {
        "Settings": {
            "Inputs": [{"FileInput": "INPUT_URI"}],
            "OutputGroups": [
                {"OutputGroupSettings": {"HlsGroupSettings": {"Destination": destination}}}
            ],
        }
    }
    settings = build_job_settings(profile, **WHERE | {"input_uri": "s3://media/ASSET_ID.mp4"})
    assert settings["Inputs"][0]["FileInput"] == "s3://media/ASSET_ID.mp4"
    found = settings["OutputGroups"][0]["OutputGroupSettings"]["HlsGroupSettings"]
    assert found["Destination"] == f"s3://output/2026-11/21/a-b/{ULID}/x/"
    assert profile["Settings"]["Inputs"][0]["FileInput"] == "INPUT_URI"


def test_an_output_outside_the_productions_folder_is_refused() -> None:
    group_settings = {"FileGroupSettings": {"Destination": "s3://OUTPUT_BUCKET/ASSET_ID/"}}
    profile = {"Settings": {"OutputGroups": [{"OutputGroupSettings": group_settings}]}}
    with pytest.raises(ProductionError, match="outside s3://output/2026-11/21"):
        build_job_settings(profile, **WHERE)


def test_an_output_that_climbs_out_of_the_productions_folder_is_refused() -> None:
    destination = "s3://OUTPUT_BUCKET/DATE_YYYY_MM_DD/ASSET_ID/PRODUCTION_ULID/../../other/"
    group_settings = {"FileGroupSettings": {"Destination": destination}}
    profile = {"Settings": {"OutputGroups": [{"OutputGroupSettings": group_settings}]}}
    with pytest.raises(ProductionError, match="outside s3://output/2026-11/21"):
        build_job_settings(profile, **WHERE)


@pytest.mark.parametrize(
    "groups",
    ["abc", ["abc"], None, [{"OutputGroupSettings": [1]}], [{"OutputGroupSettings": None}]],
)
def test_groups_of_a_wrong_shape_are_named(groups: Any) -> None:
    settings = build_job_settings({"Settings": {"OutputGroups": groups}}, **WHERE)
    with pytest.raises(ProductionError, match=r"Settings\.OutputGroups"):
        validate_settings(settings)


def test_a_profile_without_settings_is_refused() -> None:
    with pytest.raises(ProductionError, match="no “Settings”"):
        build_job_settings({}, **WHERE)


def test_the_prefix_is_made_of_plain_parts() -> None:
    assert output_prefix("2026-11/21", "a-b", ULID) == f"2026-11/21/a-b/{ULID}/"
    for wrong in (("2026-11-21", "a", "u"), ("2026-11/21", "a/b", "u"), ("2026-11/21", "a", "")):
        with pytest.raises(ProductionError):
            output_prefix(*wrong)
