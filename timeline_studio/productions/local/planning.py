"""Reads job settings into a plan, and refuses what the engine cannot make."""

from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any

from timeline_studio.productions.local.accepted import refuse_unknown
from timeline_studio.productions.local.coding_reading import read_frame
from timeline_studio.productions.local.ladder_reading import group_settings, read_ladder
from timeline_studio.productions.local.members import (
    FILE_NAME,
    coding,
    modifier,
    required,
    split_uri,
)
from timeline_studio.productions.local.plan import Capture, Ladder, Place, Plan
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.settings_check import validate_settings

_TURNS = {
    "AUTO": None,
    "DEGREE_0": 0,
    "DEGREES_90": 90,
    "DEGREES_180": 180,
    "DEGREES_270": 270,
}


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
        if required(group, "OutputGroupSettings", path).get("Type") == "FILE_GROUP_SETTINGS":
            captures += _captures(group, stem, path)
        else:
            place = _place(group_settings(group, path), stem, path)
            selectors = inputs[0].get("CaptionSelectors", {})
            ladders.append(read_ladder(group, place, selectors, path))
    plan = Plan(
        bucket=bucket,
        key=key,
        rotate=_TURNS[inputs[0].get("VideoSelector", {}).get("Rotate", "DEGREE_0")],
        ladders=tuple(ladders),
        captures=tuple(captures),
    )
    _refuse_clashes(plan)
    return plan


def _captures(group: dict[str, Any], stem: str, path: str) -> list[Capture]:
    place = _place(required(group["OutputGroupSettings"], "FileGroupSettings", path), stem, path)
    return [
        _capture(output, place, f"{path}.Outputs[{index}]")
        for index, output in enumerate(group.get("Outputs", []))
    ]


def _capture(output: dict[str, Any], place: Place, path: str) -> Capture:
    video = required(output, "VideoDescription", path)
    own = coding(video, "FRAME_CAPTURE", "FrameCaptureSettings", f"{path}.VideoDescription")
    return Capture(
        place=place,
        modifier=modifier(output, path),
        frame=read_frame(video, path),
        interval=Fraction(own.get("FramerateDenominator", 1), own.get("FramerateNumerator", 1)),
        count=own.get("MaxCaptures", 10_000_000),
        quality=own.get("Quality", 80),
    )


def _place(own: dict[str, Any], stem: str, path: str) -> Place:
    destination = required(own, "Destination", path)
    bucket, key = split_uri(destination, f"{path} Destination")
    folder, slash, name = key.rpartition("/")
    base = name or stem
    if not FILE_NAME.fullmatch(base):
        raise ProductionError(f"{path}: “{base}” cannot name outputs: use A-Z, 0-9, _, - and dots.")
    if slash and not {"", ".", ".."}.isdisjoint(folder.split("/")):
        raise ProductionError(
            f"{path}: the Destination {destination} leaves its folder, or has a part "
            "without a name."
        )
    return Place(bucket, folder + slash, base)


def _refuse_clashes(plan: Plan) -> None:
    """Two outputs of one name would overwrite each other."""
    names = [(ladder.place, name) for ladder in plan.ladders for name in _playlists(ladder)]
    names += [(capture.place, f"{capture.modifier}.jpg") for capture in plan.captures]
    for place, name in names:
        if names.count((place, name)) > 1:
            raise ProductionError(
                f"Two outputs would be written to s3://{place.bucket}/{place.folder}{place.base}"
                f"{name}: give each its own NameModifier."
            )
    if not names:
        raise ProductionError("Settings.OutputGroups asks for no output.")


def _playlists(ladder: Ladder) -> list[str]:
    return [
        "",
        *(rung.modifier for rung in ladder.rungs),
        *(sound.modifier for sound in ladder.sounds),
        *(caption.modifier for caption in ladder.captions),
    ]
