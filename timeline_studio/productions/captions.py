"""Captions asked of a transcoder: a text file beside the source becomes WebVTT renditions.

As MediaConvert wants it: a selector for each file at the input, and for each an output of its
own, without picture and sound, in every group that makes HLS. The first track is the default.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timeline_studio.productions.settings_check import known_languages

_FORMATS = {"srt": "SRT", "vtt": "WEBVTT", "webvtt": "WEBVTT"}
_CONTAINERS = {"HLS_GROUP_SETTINGS": "M3U8", "CMAF_GROUP_SETTINGS": "CMFC"}


@dataclass(frozen=True)
class CaptionTrack:
    """`language` is ISO 639-2 (`eng`), `label` what players show (`English`), `uri` an
    `s3://bucket/key` that ends in .vtt or .srt."""

    language: str
    label: str
    uri: str


def add_captions(settings: dict[str, Any], tracks: Sequence[CaptionTrack]) -> dict[str, Any]:
    """Job settings with the tracks in every HLS and CMAF group; `settings` itself stays.

    What MediaConvert would refuse of a track is `validate_settings`'s to say.
    """
    changed = copy.deepcopy(settings)
    for job_input in changed.get("Inputs", []):
        selectors = job_input.setdefault("CaptionSelectors", {})
        first = len(selectors) + 1
        for number, track in enumerate(tracks, first):
            selectors[_selector_name(number)] = _selector(track)
        for group in changed.get("OutputGroups", []):
            _add_to_group(group, tracks, first)
        if not selectors:
            del job_input["CaptionSelectors"]
    return changed


def _add_to_group(group: dict[str, Any], tracks: Sequence[CaptionTrack], first: int) -> None:
    own = group.get("OutputGroupSettings", {})
    container = _CONTAINERS.get(own.get("Type", ""))
    if container is None or not tracks:
        return
    if container == "M3U8":
        own.setdefault("HlsGroupSettings", {})["CaptionSegmentLengthControl"] = "MATCH_VIDEO"
    outputs = group.setdefault("Outputs", [])
    taken = {output.get("NameModifier") for output in outputs}
    for number, track in enumerate(tracks, first):
        modifier = _modifier(track, taken)
        taken.add(modifier)
        outputs.append(
            {
                "NameModifier": modifier,
                "ContainerSettings": {"Container": container},
                "CaptionDescriptions": [_description(track, number)],
            }
        )


def _selector_name(number: int) -> str:
    return f"Captions Selector {number}"


def _selector(track: CaptionTrack) -> dict[str, Any]:
    return {
        "SourceSettings": {
            "SourceType": _format(track),
            "FileSourceSettings": {"SourceFile": track.uri},
        }
    }


def _description(track: CaptionTrack, number: int) -> dict[str, Any]:
    # only WebVTT may be kept as it is
    styles = "STRICT" if _format(track) == "WEBVTT" else "ENABLED"
    return {
        "CaptionSelectorName": _selector_name(number),
        "LanguageDescription": track.label,
        "DestinationSettings": {
            "DestinationType": "WEBVTT",
            "WebvttDestinationSettings": {"StylePassthrough": styles},
        },
        **_language(track.language),
    }


def _language(code: str) -> dict[str, str]:
    """MediaConvert lists some languages by name, and takes every other as a custom one."""
    name = code.upper()
    return {"LanguageCode": name} if name in known_languages() else {"CustomLanguageCode": code}


def _format(track: CaptionTrack) -> str:
    return _FORMATS.get(track.uri.rpartition(".")[2].lower(), "WEBVTT")


def _modifier(track: CaptionTrack, taken: set[Any]) -> str:
    modifier = wanted = f"_captions_{track.language.lower()}"
    number = 2
    while modifier in taken:
        modifier, number = f"{wanted}_{number}", number + 1
    return modifier
