"""The web application's own profiles load: what MediaConvert lacks is translated and told."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest

from timeline_studio.productions import (
    ProductionError,
    build_job_settings,
    load_profile,
    read_profile,
    validate_settings,
)
from timeline_studio.productions.profile_translation import translate_members
from timeline_studio.settings import profiles_dir

HOME = "s3://OUTPUT_BUCKET/DATE_YYYY_MM_DD/ASSET_ID/PRODUCTION_ULID/"


def write(folder: Path, **profiles: Any) -> Path:
    for name, content in profiles.items():
        (folder / f"{name}.json").write_text(json.dumps(content))
    return folder


def capture(**own: Any) -> dict[str, Any]:
    return {"FrameCaptureSettings": own}


def cmaf(**own: Any) -> dict[str, Any]:
    return {"CmafGroupSettings": own}


def rung(modifier: str, rate: int) -> dict[str, Any]:
    h264 = {"RateControlMode": "QVBR", "MaxBitrate": rate}
    return {
        "NameModifier": modifier,
        "VideoDescription": {"CodecSettings": {"Codec": "H_264", "H264Settings": h264}},
    }


def hls(name: str, *outputs: dict[str, Any]) -> dict[str, Any]:
    own = {"Destination": f"{HOME}{name}/", "SegmentLength": 6, "MinSegmentLength": 0}
    return {
        "Name": name,
        "OutputGroupSettings": {"Type": "HLS_GROUP_SETTINGS", "HlsGroupSettings": own},
        "Outputs": list(outputs),
    }


def rates(profile: dict[str, Any]) -> dict[str, dict[str, int]]:
    return {
        group["Name"]: {
            output["NameModifier"]: output["VideoDescription"]["CodecSettings"]["H264Settings"][
                "MaxBitrate"
            ]
            for output in group["Outputs"]
        }
        for group in profile["Settings"]["OutputGroups"]
    }


BASE = {
    "Settings": {
        "OutputGroups": [
            hls("Landscape", rung("_1080p", 8), rung("_720p", 6)),
            hls("Portrait", rung("_1080p", 8), rung("_360p", 1)),
        ]
    }
}
QUALITY = {"Settings": {"OutputGroups": [{"Outputs": [rung("_1080p", 5), rung("_720p", 3)]}]}}


class TestMembers:
    @pytest.mark.parametrize(
        ("own", "numerator", "denominator"),
        [
            ({"CaptureInterval": 5, "CaptureIntervalUnits": "SECONDS"}, 1, 5),
            ({"CaptureInterval": 10}, 1, 10),
            ({"CaptureInterval": 0.5, "CaptureIntervalUnits": "SECONDS"}, 2, 1),
            ({"CaptureInterval": 1500, "CaptureIntervalUnits": "milliseconds"}, 2, 3),
            ({"CaptureInterval": "2", "CaptureIntervalUnits": "MINUTES"}, 1, 120),
        ],
    )
    def test_a_picture_every_so_often_is_a_frame_rate(
        self, own: dict[str, Any], numerator: int, denominator: int
    ) -> None:
        translated, warnings = translate_members(capture(MaxCaptures=3, **own))
        assert translated == capture(
            MaxCaptures=3, FramerateNumerator=numerator, FramerateDenominator=denominator
        )
        assert len(warnings) == 1
        assert f"FramerateDenominator {denominator}" in warnings[0]

    def test_a_frame_rate_of_its_own_wins(self) -> None:
        own = {"FramerateNumerator": 1, "FramerateDenominator": 2}
        translated, warnings = translate_members(capture(CaptureInterval=5, **own))
        assert translated == capture(**own)
        assert "left out" in warnings[0]

    def test_units_of_nothing_are_left_out(self) -> None:
        translated, warnings = translate_members(capture(CaptureIntervalUnits="SECONDS"))
        assert translated == capture()
        assert "CaptureIntervalUnits: left out" in warnings[0]

    @pytest.mark.parametrize(
        ("interval", "units"),
        [(0, "SECONDS"), (-1, "SECONDS"), ("soon", "SECONDS"), (5, "FRAMES"), (1e12, "SECONDS")],
    )
    def test_an_interval_that_is_none_is_refused(self, interval: Any, units: str) -> None:
        own = capture(CaptureInterval=interval, CaptureIntervalUnits=units)
        with pytest.raises(ProductionError, match=r"Settings\[0\]\.FrameCaptureSettings.*no time"):
            translate_members({"Settings": [own]})

    @pytest.mark.parametrize(
        ("own", "expected"),
        [
            ({"MinSegmentLength": 2}, {"MinFinalSegmentLength": 2.0}),
            ({"MinSegmentLength": 0}, {}),
            (
                {"MinSegmentLength": 2, "MinFinalSegmentLength": 1.0},
                {"MinFinalSegmentLength": 1.0},
            ),
            ({"HlsManifests": [{"ManifestName": "video"}]}, {"WriteHlsManifest": "ENABLED"}),
            ({"HlsManifests": []}, {"WriteHlsManifest": "DISABLED"}),
            ({"DashManifests": "DISABLED"}, {"WriteDashManifest": "DISABLED"}),
            (
                {"DashManifests": [{}], "WriteDashManifest": "DISABLED"},
                {"WriteDashManifest": "DISABLED"},
            ),
        ],
    )
    def test_a_cmaf_group(self, own: dict[str, Any], expected: dict[str, Any]) -> None:
        translated, warnings = translate_members(cmaf(SegmentLength=6, **own))
        assert translated == cmaf(SegmentLength=6, **expected)
        assert len(warnings) == 1
        assert warnings[0].startswith("CmafGroupSettings.")

    def test_what_mediaconvert_has_stays(self) -> None:
        group = hls("HLS", rung("_720p", 1))
        assert translate_members(group) == (group, [])

    def test_the_profile_handed_in_stays(self) -> None:
        profile = {"a": [capture(CaptureInterval=5)]}
        translate_members(profile)
        assert profile == {"a": [capture(CaptureInterval=5)]}


class TestNamelessGroups:
    def test_a_quality_goes_to_the_outputs_that_it_names(self, tmp_path: Path) -> None:
        write(tmp_path, base=BASE, low=QUALITY, top={"$extends": ["base", "low"]})
        read = read_profile("top", tmp_path)
        assert rates(read.profile) == {
            "Landscape": {"_1080p": 5, "_720p": 3},
            "Portrait": {"_1080p": 5, "_360p": 1},
        }
        assert read.warnings == (
            "A group of OutputGroups has no Name: taken for “Landscape”, “Portrait”.",
        )

    def test_what_comes_later_still_wins(self, tmp_path: Path) -> None:
        write(tmp_path, base=BASE, low=QUALITY, top={"$extends": ["low", "base"]})
        assert rates(load_profile("top", tmp_path))["Landscape"] == {"_1080p": 8, "_720p": 6}

    @pytest.mark.parametrize(
        "outputs", [[rung("_4k", 1)], [{"VideoDescription": {}}], [], ["odd"], None]
    )
    def test_one_that_means_none_is_refused(self, tmp_path: Path, outputs: Any) -> None:
        odd = {"Settings": {"OutputGroups": [{"Outputs": outputs}]}}
        write(tmp_path, base=BASE, top={"$extends": "base", **odd})
        with pytest.raises(ProductionError, match="“top” needs a Name"):
            load_profile("top", tmp_path)


def test_a_profile_of_the_web_application_becomes_valid(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own = {
        "Destination": f"{HOME}cmaf/",
        "SegmentLength": 6,
        "FragmentLength": 2,
        "MinSegmentLength": 1,
        "HlsManifests": [{"ManifestName": "video"}],
        "DashManifests": [],
    }
    posters = capture(CaptureInterval=10, CaptureIntervalUnits="SECONDS", MaxCaptures=1)
    groups = [
        {
            "Name": "CMAF",
            "OutputGroupSettings": {"Type": "CMAF_GROUP_SETTINGS", "CmafGroupSettings": own},
            "Outputs": [rung("_720p", 6_000_000)],
        },
        {
            "Name": "Posters",
            "OutputGroupSettings": {
                "Type": "FILE_GROUP_SETTINGS",
                "FileGroupSettings": {"Destination": f"{HOME}posters/"},
            },
            "Outputs": [
                {
                    "NameModifier": "_poster",
                    "VideoDescription": {
                        "CodecSettings": {"Codec": "FRAME_CAPTURE", **posters},
                    },
                }
            ],
        },
    ]
    settings = {"Inputs": [{"FileInput": "INPUT_URI"}], "OutputGroups": groups}
    low = {"Settings": {"OutputGroups": [{"Outputs": [rung("_720p", 3_000_000)]}]}}
    write(tmp_path, base={"Settings": settings}, web={"$extends": "base", **low})
    with caplog.at_level(logging.WARNING):
        profile = load_profile("web", tmp_path)
    built = build_job_settings(
        profile,
        input_uri="s3://media/video.mp4",
        output_bucket="output",
        date="2026-11/21",
        asset_id="a",
        production_ulid="01JD0000000000000000000000",
    )
    validate_settings(built)
    assert "3000000" in json.dumps(built)
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 5
    assert all(line.startswith("Profile “web”: ") for line in told)


@pytest.mark.parametrize("path", sorted(profiles_dir().glob("*.json")), ids=lambda path: path.stem)
def test_shipped_profiles_need_no_translation(path: Path) -> None:
    assert read_profile(path.stem, path.parent).warnings == ()
