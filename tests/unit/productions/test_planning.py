"""Job settings become a plan, or are refused by name before any work."""

from fractions import Fraction
from typing import Any

import pytest

from timeline_studio.productions import ProductionError, build_job_settings, load_profile
from timeline_studio.productions.local.plan import Place, SoundCoding
from timeline_studio.productions.local.planning import read_plan, split_uri
from timeline_studio.settings import profiles_dir


@pytest.fixture
def settings() -> dict[str, Any]:
    return build_job_settings(
        load_profile("hls-landscape", profiles_dir()),
        input_uri="s3://media/videos/video.mov",
        output_bucket="output",
        date="2026-11/21",
        asset_id="asset",
        production_ulid="ULID",
    )


def hls(settings: dict[str, Any]) -> dict[str, Any]:
    return settings["OutputGroups"][0]["OutputGroupSettings"]["HlsGroupSettings"]


def rung(settings: dict[str, Any]) -> dict[str, Any]:
    return settings["OutputGroups"][0]["Outputs"][0]


def h264(settings: dict[str, Any]) -> dict[str, Any]:
    return rung(settings)["VideoDescription"]["CodecSettings"]["H264Settings"]


def test_a_shipped_profile_is_read_whole(settings: dict[str, Any]) -> None:
    plan = read_plan(settings)
    assert (plan.bucket, plan.key, plan.rotate) == ("media", "videos/video.mov", None)
    (ladder,) = plan.ladders
    assert ladder.place == Place("output", "2026-11/21/asset/ULID/landscape/", "video")
    assert ladder.segment_seconds == 6
    best = ladder.rungs[0]
    assert (best.frame.width, best.frame.height, best.frame.scaling) == (1920, 1080, "DEFAULT")
    assert (best.picture.crf, best.picture.max_rate, best.picture.buffer) == (20, *[8_500_000] * 2)
    assert best.sound == SoundCoding(128_000, 48_000, None)


@pytest.mark.parametrize(
    ("rate", "frames"),
    [(Fraction(30000, 1001), 60), (Fraction(25), 50), (Fraction(24000, 1001), 48)],
)
def test_a_gop_of_two_seconds_is_a_whole_number_of_pictures(
    settings: dict[str, Any], rate: Fraction, frames: int
) -> None:
    assert read_plan(settings).ladders[0].rungs[0].picture.gop_frames(rate) == frames


def test_gops_rates_levels_and_fine_quality_may_be_asked_for(settings: dict[str, Any]) -> None:
    h264(settings).update(
        GopSize=48,
        GopSizeUnits="FRAMES",
        CodecLevel="LEVEL_4_1",
        FramerateControl="SPECIFIED",
        FramerateNumerator=24000,
        FramerateDenominator=1001,
        QvbrSettings={"QvbrQualityLevel": 7, "QvbrQualityLevelFineTune": 0.5},
        HrdBufferSize=100_000_000,
    )
    picture = read_plan(settings).ladders[0].rungs[0].picture
    assert picture.gop_frames(Fraction(24)) == 48
    assert picture.level == "4.1"
    assert picture.rate == Fraction(24000, 1001)
    assert picture.crf == pytest.approx(21.25)
    assert picture.buffer == picture.max_rate


def test_a_destination_may_end_in_a_name(settings: dict[str, Any]) -> None:
    hls(settings)["Destination"] = "s3://output/folder/film"
    assert read_plan(settings).ladders[0].place == Place("output", "folder/", "film")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: s["Inputs"].append(s["Inputs"][0]), "one entry in Settings.Inputs"),
        (lambda s: s["Inputs"][0].update(FileInput="https://a.org/v.mp4"), "s3://bucket/key"),
        (lambda s: s["Inputs"][0].update(InputClippings=[]), "Inputs[0].InputClippings"),
        (lambda s: s.update(AdAvailOffset=3), "Settings.AdAvailOffset"),
        (lambda s: s.update(OutputGroups=[]), "asks for no output"),
        (lambda s: s["OutputGroups"][0].update(Outputs=[]), "at least one output"),
        (lambda s: s["OutputGroups"][0].pop("OutputGroupSettings"), "OutputGroupSettings is miss"),
        (lambda s: hls(s).pop("SegmentLength"), "SegmentLength is missing"),
        (lambda s: hls(s).update(DirectoryStructure="SUBDIRECTORY_PER_STREAM"), "SUBDIRECTORY"),
        (lambda s: hls(s).update(Destination="s3://output/a/../../b/"), "leaves its folder"),
        (lambda s: hls(s).update(Destination="s3://output/a//b/"), "part without a name"),
        (lambda s: hls(s).update(Destination="s3://output/./b/"), "part without a name"),
        (lambda s: hls(s).update(Destination="s3://output/a/%05d"), "cannot name outputs"),
        (lambda s: rung(s).update(NameModifier="/../x"), "cannot be part of a file's name"),
        (lambda s: rung(s).update(NameModifier="_720p"), "own NameModifier"),
        (lambda s: rung(s).pop("NameModifier"), "NameModifier is missing"),
        (lambda s: rung(s).update(CaptionDescriptions=[{}]), "CaptionDescriptions"),
        (lambda s: rung(s)["VideoDescription"].update(Width=1919), "even sizes"),
        (
            lambda s: rung(s)["AudioDescriptions"].append(rung(s)["AudioDescriptions"][0]),
            "one sound per output",
        ),
        (
            lambda s: rung(s)["VideoDescription"].update(CodecSettings={"Codec": "H_265"}),
            "Codec: H_265",
        ),
        (
            lambda s: rung(s)["VideoDescription"].update(CodecSettings={"Codec": "FRAME_CAPTURE"}),
            "Codec must be H_264",
        ),
        (lambda s: h264(s).update(SceneChangeDetect="ENABLED"), "SceneChangeDetect: ENABLED"),
        (lambda s: h264(s).update(GopSize=0), "must be more than 0"),
        (lambda s: h264(s).update(RateControlMode="CBR", Bitrate=5000), "RateControlMode: CBR"),
        (lambda s: h264(s).update(FramerateControl="SPECIFIED"), "FramerateNumerator is missing"),
    ],
)
def test_what_the_engine_cannot_do_is_named(
    settings: dict[str, Any], change: Any, told: str
) -> None:
    change(settings)
    with pytest.raises(ProductionError) as refusal:
        read_plan(settings)
    assert told in str(refusal.value)


def test_a_buffer_of_nothing_does_not_set_the_peak_free(settings: dict[str, Any]) -> None:
    h264(settings).update(HrdBufferSize=0, MaxBitrate=5_000_000)
    assert read_plan(settings).ladders[0].rungs[0].picture.buffer == 5_000_000


def test_uris_are_buckets_and_keys() -> None:
    assert split_uri("s3://a/b/c.mp4", "x") == ("a", "b/c.mp4")
    for wrong in ("file:///etc/passwd", "s3://", "a/b"):
        with pytest.raises(ProductionError, match="x must be"):
            split_uri(wrong, "x")
