"""Reads how outputs are coded: H.264, AAC, and the picture's frame."""

from fractions import Fraction
from typing import Any

from timeline_studio.productions.local.members import coding, positive, required
from timeline_studio.productions.local.plan import Frame, Loudness, PictureCoding, SoundCoding
from timeline_studio.productions.production_error import ProductionError

# x264's crf for QVBR quality levels 1 to 10
_CRF = (35.0, 33.0, 31.0, 29.0, 27.0, 25.0, 22.5, 20.0, 18.0, 16.0)
_PRESETS = {"SINGLE_PASS": "veryfast", "SINGLE_PASS_HQ": "veryfast", "MULTI_PASS_HQ": "medium"}


def read_frame(video: dict[str, Any], path: str) -> Frame:
    for name in ("Width", "Height"):
        if video.get(name, 2) % 2:
            raise ProductionError(f"{path}.VideoDescription.{name}: H.264 takes even sizes only.")
    return Frame(video.get("Width"), video.get("Height"), video.get("ScalingBehavior", "DEFAULT"))


def read_picture(video: dict[str, Any], path: str) -> PictureCoding:
    own = coding(video, "H_264", "H264Settings", path)
    path = f"{path}.CodecSettings.H264Settings"
    required(own, "RateControlMode", path)
    max_rate = required(own, "MaxBitrate", path)
    quality = own.get("QvbrSettings", {})
    return PictureCoding(
        crf=_crf(quality.get("QvbrQualityLevel", 7), quality.get("QvbrQualityLevelFineTune", 0)),
        max_rate=max_rate,
        # a larger buffer lets the peak rise far over the rate that the playlist states
        buffer=min(own.get("HrdBufferSize") or max_rate, max_rate),
        gop=Fraction(positive(own.get("GopSize", 2), f"{path}.GopSize")),
        gop_in_frames=own.get("GopSizeUnits", "SECONDS") == "FRAMES",
        b_frames=own.get("NumberBFramesBetweenReferenceFrames"),
        references=own.get("NumberReferenceFrames"),
        preset=_PRESETS[own.get("QualityTuningLevel", "SINGLE_PASS")],
        level=_level(own.get("CodecLevel", "AUTO")),
        rate=_rate(own, path),
    )


def read_sound(description: dict[str, Any], path: str) -> SoundCoding:
    own = coding(description, "AAC", "AacSettings", path)
    wanted = description.get("AudioNormalizationSettings")
    return SoundCoding(
        bit_rate=required(own, "Bitrate", f"{path}.CodecSettings.AacSettings"),
        sample_rate=own.get("SampleRate", 48000),
        loudness=Loudness(
            target=wanted.get("TargetLkfs", -24.0),
            peak=wanted.get("TruePeakLimiterThreshold", -1.0),
        )
        if wanted is not None
        else None,
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
        required(own, "FramerateNumerator", path), required(own, "FramerateDenominator", path)
    )
