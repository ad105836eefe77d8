"""Reads an HLS or CMAF group: its outputs are rungs of pictures, sounds, and captions.

CMAF keeps each stream in files of its own. An output that asks for picture and sound together
there makes a rung, and a sound that all rungs share.
"""

from typing import Any

from timeline_studio.productions.languages import language_tag
from timeline_studio.productions.local.coding_reading import read_frame, read_picture, read_sound
from timeline_studio.productions.local.members import modifier, quotable, required, split_uri
from timeline_studio.productions.local.plan import (
    CaptionOutput,
    CaptionSource,
    Ladder,
    Place,
    Rung,
    SoundOutput,
)
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.webvtt import CaptionFormat

Members = dict[str, Any]

_SETTINGS = {"HLS_GROUP_SETTINGS": "HlsGroupSettings", "CMAF_GROUP_SETTINGS": "CmafGroupSettings"}
_LARGE_CAPTIONS = 300  # seconds: MediaConvert's LARGE_SEGMENTS
_SOUND_GROUP = "audio"
_FORMATS: dict[str, CaptionFormat] = {"SRT": "SRT", "WEBVTT": "WEBVTT"}


def group_settings(group: Members, path: str) -> Members:
    """The members of the group's own type."""
    settings = required(group, "OutputGroupSettings", path)
    own: Members = required(settings, _SETTINGS[settings.get("Type", "HLS_GROUP_SETTINGS")], path)
    return own


def read_ladder(group: Members, place: Place, selectors: Members, path: str) -> Ladder:
    """`selectors` are the input's CaptionSelectors."""
    own = group_settings(group, path)
    is_cmaf = group["OutputGroupSettings"].get("Type") == "CMAF_GROUP_SETTINGS"
    rungs: list[Rung] = []
    sounds: list[SoundOutput] = []
    captions: list[CaptionOutput] = []
    for index, output in enumerate(group.get("Outputs", [])):
        at = f"{path}.Outputs[{index}]"
        if "VideoDescription" in output:
            rungs.append(_rung(output, at, is_cmaf=is_cmaf))
            if is_cmaf and output.get("AudioDescriptions"):
                _share_sound(sounds, _sound(output, f"{modifier(output, at)}_audio", at))
        elif "CaptionDescriptions" in output:
            captions.append(_caption(output, selectors, at))
        elif is_cmaf and output.get("AudioDescriptions"):
            sounds.append(_sound(output, modifier(output, at), at))
        else:
            raise ProductionError(f"{at}.VideoDescription is missing.")
    if not rungs:
        raise ProductionError(f"{path}.Outputs: a group needs at least one output with pictures.")
    _check_sound_groups(rungs, sounds, path)
    large = own.get("CaptionSegmentLengthControl", "LARGE_SEGMENTS") == "LARGE_SEGMENTS"
    return Ladder(
        place=place,
        segment_seconds=required(own, "SegmentLength", path),
        rungs=tuple(rungs),
        sounds=tuple(sounds),
        captions=tuple(captions),
        is_cmaf=is_cmaf,
        has_dash=own.get("WriteDashManifest", "DISABLED") == "ENABLED",
        caption_seconds=_LARGE_CAPTIONS if large and not is_cmaf else None,
        shortest_end=own.get("MinFinalSegmentLength", 0.0),
    )


def _rung(output: Members, path: str, *, is_cmaf: bool) -> Rung:
    video = output["VideoDescription"]
    if output.get("CaptionDescriptions"):
        raise ProductionError(
            f"{path}.CaptionDescriptions: give captions an output of their own, without pictures."
        )
    sound = _only_sound(output, path) if output.get("AudioDescriptions") and not is_cmaf else None
    sets = _container_settings(output).get("AudioRenditionSets", "")
    return Rung(
        modifier=modifier(output, path),
        frame=read_frame(video, path),
        picture=read_picture(video, f"{path}.VideoDescription"),
        sound=read_sound(sound, f"{path}.AudioDescriptions[0]") if sound else None,
        sound_groups=tuple(name.strip() for name in sets.split(",")) if sets else None,
    )


def _only_sound(output: Members, path: str) -> Members:
    sounds = output["AudioDescriptions"]
    if len(sounds) > 1:
        raise ProductionError(
            f"{path}.AudioDescriptions[1]: the local transcoder makes one sound per output."
        )
    sound: Members = sounds[0]
    return sound


def _sound(output: Members, name: str, path: str) -> SoundOutput:
    own = _container_settings(output)
    description = _only_sound(output, path)
    kind = own.get("AudioTrackType", "ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT")
    language = _language(description)
    title = description.get("StreamName") or language or name.strip("_-.") or name
    return SoundOutput(
        modifier=name,
        coding=read_sound(description, f"{path}.AudioDescriptions[0]"),
        group=quotable(own.get("AudioGroupId") or _SOUND_GROUP, f"{path} AudioGroupId"),
        name=quotable(title, f"{path} StreamName"),
        language=language,
        is_default=kind.endswith("_DEFAULT"),
        is_auto_selected=not kind.endswith("NOT_AUTO_SELECT"),
    )


def _share_sound(sounds: list[SoundOutput], sound: SoundOutput) -> None:
    """Rungs that ask for the same sound share one rendition of it."""
    if sound.coding not in [other.coding for other in sounds]:
        sounds.append(sound)


def _check_sound_groups(rungs: list[Rung], sounds: list[SoundOutput], path: str) -> None:
    groups = {sound.group for sound in sounds}
    for rung in rungs:
        for name in set(rung.sound_groups or ()) - groups:
            raise ProductionError(
                f"{path}: the AudioRenditionSets of {rung.modifier} name “{name}”, which is the "
                "AudioGroupId of no output."
            )


def _caption(output: Members, selectors: Members, path: str) -> CaptionOutput:
    descriptions = output["CaptionDescriptions"]
    if len(descriptions) != 1:
        raise ProductionError(f"{path}.CaptionDescriptions: give each output one track.")
    own = descriptions[0]
    path = f"{path}.CaptionDescriptions[0]"
    destination = required(own, "DestinationSettings", path)
    language = _language(own)
    title = own.get("LanguageDescription") or language or "Captions"
    styles = destination.get("WebvttDestinationSettings", {}).get("StylePassthrough", "DISABLED")
    return CaptionOutput(
        modifier=modifier(output, path.partition(".CaptionDescriptions")[0]),
        source=_caption_source(required(own, "CaptionSelectorName", path), selectors, path),
        name=quotable(title, f"{path}.LanguageDescription"),
        language=language,
        is_styled=styles != "DISABLED",
    )


def _caption_source(selector: str, selectors: Members, path: str) -> CaptionSource:
    if selector not in selectors:
        raise ProductionError(f"{path}: Inputs[0] has no CaptionSelectors “{selector}”.")
    path = f"Settings.Inputs[0].CaptionSelectors.{selector}.SourceSettings"
    settings = required(selectors[selector], "SourceSettings", path)
    file = required(settings, "FileSourceSettings", path)
    uri = required(file, "SourceFile", f"{path}.FileSourceSettings")
    return CaptionSource(
        *split_uri(uri, f"{path}.FileSourceSettings.SourceFile"),
        kind=_FORMATS[required(settings, "SourceType", path)],
    )


def _container_settings(output: Members) -> Members:
    own: Members = output.get("ContainerSettings", {}).get("CmfcSettings", {})
    return own


def _language(description: Members) -> str | None:
    code = description.get("CustomLanguageCode") or description.get("LanguageCode")
    return language_tag(code) if code else None
