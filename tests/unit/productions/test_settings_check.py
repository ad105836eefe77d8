"""Job settings that MediaConvert would refuse are refused here, member by member."""

from typing import Any

import pytest

from timeline_studio.productions import ProductionError, validate_settings


def h264(**members: Any) -> dict[str, Any]:
    coding = {"Codec": "H_264", "H264Settings": members}
    return {"OutputGroups": [{"Outputs": [{"VideoDescription": {"CodecSettings": coding}}]}]}


def sound(**members: Any) -> dict[str, Any]:
    return {"OutputGroups": [{"Outputs": [{"AudioDescriptions": [members]}]}]}


H264 = r"Settings\.OutputGroups\[0\]\.Outputs\[0\]\.VideoDescription\.CodecSettings\.H264Settings"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"Nonsense": 1}, 'Unknown parameter in Settings: "Nonsense"'),
        ({"Inputs": {}}, r"Settings\.Inputs, value: {}"),
        ({"Inputs": [{"Nonsense": 1}]}, r'Settings\.Inputs\[0\]: "Nonsense"'),
        ({"Inputs": [{"FileInput": 3}]}, r"Settings\.Inputs\[0\]\.FileInput, value: 3"),
        ({"Inputs": [{"FileInput": "video.mp4"}]}, r"FileInput: “video\.mp4” does not match"),
        (
            {"Inputs": [{"AudioSelectors": {"A": {"DefaultSelection": "YES"}}}]},
            r"Settings\.Inputs\[0\]\.AudioSelectors\.A\.DefaultSelection: YES is none of DEFAULT",
        ),
        (
            h264(QvbrSettings={"QvbrQualityLevel": 11}),
            rf"{H264}\.QvbrSettings\.QvbrQualityLevel: 11 is over 10",
        ),
        (h264(MaxBitrate=999), rf"{H264}\.MaxBitrate: 999 is under 1000"),
        (h264(GopSize=-1.0), rf"{H264}\.GopSize: -1\.0 is under 0"),
        (
            h264(QvbrSettings={"QvbrQualityLevelFineTune": 1.5}),
            r"QvbrQualityLevelFineTune: 1\.5 is over 1",
        ),
        (
            sound(AudioNormalizationSettings={"TargetLkfs": -60.0}),
            r"AudioDescriptions\[0\]\.AudioNormalizationSettings\.TargetLkfs: -60\.0 is under -59",
        ),
        (h264(RateControlMode="QVBR"), rf"{H264}\.MaxBitrate: QVBR needs it"),
        (h264(RateControlMode="QVBR", MaxBitrate=5000, Bitrate=5000), rf"{H264}\.Bitrate: QVBR"),
        ({"OutputGroups": [{"Outputs": [{"NameModifier": ""}]}]}, "shorter than 1"),
        ({"OutputGroups": [{"Outputs": [{"NameModifier": "x" * 257}]}]}, "longer than 256"),
    ],
)
def test_a_wrong_member_is_named(settings: dict[str, Any], told: str) -> None:
    with pytest.raises(ProductionError, match=told):
        validate_settings(settings)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ProductionError, match=r"999.*11 is over"):
        validate_settings(h264(MaxBitrate=999, QvbrSettings={"QvbrQualityLevel": 11}))


def test_right_settings_pass_in_silence() -> None:
    validate_settings(h264(RateControlMode="QVBR", MaxBitrate=5_000_000, GopSize=2))
