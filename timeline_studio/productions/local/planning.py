"""Reads job settings into a plan, and refuses what the engine cannot make."""

import re
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any

from timeline_studio.productions.local.accepted import refuse_unknown
from timeline_studio.productions.local.plan import (
    Capture,
    Frame,
    Ladder,
    Loudness,
    PictureCoding,
    Place,
    Plan,
    Rung,
    SoundCoding,
)
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.settings_check import validate_settings

# x264's crf for QVBR quality levels 1 to 10
_CRF = (35.0, 33.0, 31.0, 29.0, 27.0, 25.0, 22.5, 20.0, 18.0, 16.0)
_PRESETS = {"SINGLE_PASS": "veryfast", "SINGLE_PASS_HQ": "veryfast", "MULTI_PASS_HQ": "medium"}
_TURNS = {
    "AUTO": None,
    "DEGREE_0": 0,
    "DEGREES_90": 90,
    "DEGREES_180": 180,
    "DEGREES_270": 270,
}
# names become files, printf patterns of the muxer, and URIs in playlists
_FILE_NAME = re.compile(r"[A-Za-z0-9_.-]+")


def read_plan(settings: dict[str, Any]) -> Plan:
    """Raises ProductionError naming what is wrong, unknown or missing."""
    validate_settings(settings)
    refuse_unknown(settings)
    inputs = settings.get("Inputs", [])
    if len(inputs) != 1:
        raise ProductionError("The local transcoder needs one entry in Settings.Inputs.")
    bucket, key = split_uri(str(inputs[0].get("FileInput", "")), "Settings.Inputs[0].FileInput")
    stem = PurePosixPath(key).stem
    ladders: list[Ladder] = []
    captures: list[Capture] = []
    for index, group in enumerate(settings.get("OutputGroups", [])):
        path = f"Settings.OutputGroups[{index}]"
        if _required(group, "OutputGroupSettings", path).get("Type") == "FILE_GROUP_SETTINGS":
            captures += _captures(group, stem, path)
        else:
            ladders.append(_ladder(group, stem, path))
    plan = Plan(
        bucket=bucket,
        key=key,
        rotate=_TURNS[inputs[0].get("VideoSelector", {}).get("Rotate", "DEGREE_0")],
        ladders=tuple(ladders),
        captures=tuple(captures),
    )
    _refuse_clashes(plan)
    return plan


def split_uri(uri: str, path: str) -> tuple[str, str]:
    """(bucket, key) of `s3://bucket/key`."""
    scheme, _, rest = uri.partition("://")
    bucket, _, key = rest.partition("/")
    if scheme != "s3" or not bucket:
        raise ProductionError(f"{path} must be s3://bucket/key, not “{uri}”.")
    return bucket, key


def _ladder(group: dict[str, Any], stem: str, path: str) -> Ladder:
    own = _required(group["OutputGroupSettings"], "HlsGroupSettings", path)
    outputs = group.get("Outputs", [])
    if not outputs:
        raise ProductionError(f"{path}.Outputs: an HLS group needs at least one output.")
    return Ladder(
        place=_place(own, stem, path),
        segment_seconds=_required(own, "SegmentLength", path),
        rungs=tuple(_rung(o, f"{path}.Outputs[{i}]") for i, o in enumerate(outputs)),
    )


def _rung(output: dict[str, Any], path: str) -> Rung:
    video = _required(output, "VideoDescription", path)
    sounds = output.get("AudioDescriptions", [])
    if len(sounds) > 1:
        raise ProductionError(
            f"{path}.AudioDescriptions[1]: the local transcoder makes one sound per output."
        )
    return Rung(
        modifier=_modifier(output, path),
        frame=_frame(video, path),
        picture=_picture(
            _coding(video, "H_264", "H264Settings", f"{path}.VideoDescription"),
            f"{path}.VideoDescription.CodecSettings.H264Settings",
        ),
        sound=_sound(sounds[0], f"{path}.AudioDescriptions[0]") if sounds else None,
    )


def _picture(own: dict[str, Any], path: str) -> PictureCoding:
    _required(own, "RateControlMode", path)
    max_rate = _required(own, "MaxBitrate", path)
    quality = own.get("QvbrSettings", {})
    return PictureCoding(
        crf=_crf(quality.get("QvbrQualityLevel", 7), quality.get("QvbrQualityLevelFineTune", 0)),
        max_rate=max_rate,
        # a larger buffer lets the peak rise far over the rate that the playlist states
        buffer=min(own.get("HrdBufferSize") or max_rate, max_rate),
        gop=Fraction(_positive(own.get("GopSize", 2), f"{path}.GopSize")),
        gop_in_frames=own.get("GopSizeUnits", "SECONDS") == "FRAMES",
        b_frames=own.get("NumberBFramesBetweenReferenceFrames"),
        references=own.get("NumberReferenceFrames"),
        preset=_PRESETS[own.get("QualityTuningLevel", "SINGLE_PASS")],
        level=_level(own.get("CodecLevel", "AUTO")),
        rate=_rate(own, path),
    )


def _crf(level: int, fine: float) -> float:
    lower, upper = _CRF[level - 1], _CRF[min(level, len(_CRF) - 1)]
    return lower + (upper - lower) * fine


def _level(name: str) -> str | None:
    """`LEVEL_4_1` is x264's 4.1."""
    return None if name == "AUTO" else name.removeprefix("LEVEL_").replace("_", ".")


def _rate(own: dict[str, Any], path: str) -> Fraction | None:
    if own.get("FramerateControl", "INITIALIZE_FROM_SOURCE") != "SPECIFIED":
        return None
    return Fraction(
        _required(own, "FramerateNumerator", path), _required(own, "FramerateDenominator", path)
    )


def _sound(description: dict[str, Any], path: str) -> SoundCoding:
    own = _coding(description, "AAC", "AacSettings", path)
    wanted = description.get("AudioNormalizationSettings")
    return SoundCoding(
        bit_rate=_required(own, "Bitrate", f"{path}.CodecSettings.AacSettings"),
        sample_rate=own.get("SampleRate", 48000),
        loudness=Loudness(
            target=wanted.get("TargetLkfs", -24.0),
            peak=wanted.get("TruePeakLimiterThreshold", -1.0),
        )
        if wanted is not None
        else None,
    )


def _captures(group: dict[str, Any], stem: str, path: str) -> list[Capture]:
    place = _place(_required(group["OutputGroupSettings"], "FileGroupSettings", path), stem, path)
    return [
        _capture(output, place, f"{path}.Outputs[{index}]")
        for index, output in enumerate(group.get("Outputs", []))
    ]


def _capture(output: dict[str, Any], place: Place, path: str) -> Capture:
    video = _required(output, "VideoDescription", path)
    own = _coding(video, "FRAME_CAPTURE", "FrameCaptureSettings", f"{path}.VideoDescription")
    return Capture(
        place=place,
        modifier=_modifier(output, path),
        frame=_frame(video, path),
        interval=Fraction(own.get("FramerateDenominator", 1), own.get("FramerateNumerator", 1)),
        count=own.get("MaxCaptures", 10_000_000),
        quality=own.get("Quality", 80),
    )


def _frame(video: dict[str, Any], path: str) -> Frame:
    for name in ("Width", "Height"):
        if video.get(name, 2) % 2:
            raise ProductionError(f"{path}.VideoDescription.{name}: H.264 takes even sizes only.")
    return Frame(video.get("Width"), video.get("Height"), video.get("ScalingBehavior", "DEFAULT"))


def _place(own: dict[str, Any], stem: str, path: str) -> Place:
    destination = _required(own, "Destination", path)
    bucket, key = split_uri(destination, f"{path} Destination")
    folder, slash, name = key.rpartition("/")
    base = name or stem
    if not _FILE_NAME.fullmatch(base):
        raise ProductionError(f"{path}: “{base}” cannot name outputs: use A-Z, 0-9, _, - and dots.")
    if slash and not {"", ".", ".."}.isdisjoint(folder.split("/")):
        raise ProductionError(
            f"{path}: the Destination {destination} leaves its folder, or has a part "
            "without a name."
        )
    return Place(bucket, folder + slash, base)


def _modifier(output: dict[str, Any], path: str) -> str:
    name = str(_required(output, "NameModifier", path))
    if not _FILE_NAME.fullmatch(name):
        raise ProductionError(
            f"{path}.NameModifier: “{name}” cannot be part of a file's name here: use A-Z, "
            "0-9, _, - and dots."
        )
    return name


def _coding(owner: dict[str, Any], codec: str, member: str, path: str) -> dict[str, Any]:
    coding = _required(owner, "CodecSettings", path)
    if coding.get("Codec") != codec:
        raise ProductionError(f"{path}.CodecSettings.Codec must be {codec} in this group.")
    own: dict[str, Any] = _required(coding, member, f"{path}.CodecSettings")
    return own


def _required(owner: dict[str, Any], name: str, path: str) -> Any:
    if name not in owner:
        raise ProductionError(f"{path}.{name} is missing.")
    return owner[name]


def _positive(value: float, path: str) -> float:
    if value <= 0:
        raise ProductionError(f"{path}: {value} must be more than 0.")
    return value


def _refuse_clashes(plan: Plan) -> None:
    """Two outputs of one name would overwrite each other."""
    names = [
        (ladder.place, name)
        for ladder in plan.ladders
        for name in ("", *(rung.modifier for rung in ladder.rungs))
    ]
    names += [(capture.place, f"{capture.modifier}.jpg") for capture in plan.captures]
    for place, name in names:
        if names.count((place, name)) > 1:
            raise ProductionError(
                f"Two outputs would be written to s3://{place.bucket}/{place.folder}{place.base}"
                f"{name}: give each its own NameModifier."
            )
    if not names:
        raise ProductionError("Settings.OutputGroups asks for no output.")
