"""The DASH manifest of a CMAF ladder (ISO/IEC 23009-1): the same segments, named once more.

Captions are one WebVTT file a track there: DASH has no segments of plain text.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import m3u8

from timeline_studio.productions.local.master import AAC_LC, Packaged, avc_codec, measured
from timeline_studio.productions.local.packaging import PICTURE, SOUND
from timeline_studio.productions.local.plan import CaptionSource
from timeline_studio.productions.local.sizing import Sized
from timeline_studio.productions.webvtt import Cue, plain, webvtt

_TIMESCALE = 1_000_000  # EXTINF has microseconds
_BUFFER = "PT2.000S"


def write_dash(
    path: Path,
    packaged: Packaged,
    sized: Sized,
    cues: Mapping[CaptionSource, Sequence[Cue]],
) -> None:
    """Write `path`, and a `.vtt` beside each playlist of captions."""
    manifest = Element(
        "MPD",
        xmlns="urn:mpeg:dash:schema:mpd:2011",
        profiles="urn:mpeg:dash:profile:isoff-main:2011",
        type="static",
        minBufferTime=_BUFFER,
        mediaPresentationDuration=f"PT{float(sized.seconds):.3f}S",
    )
    period = SubElement(manifest, "Period", id="1", start="PT0S")
    _add_pictures(period, packaged, sized.rate)
    for sound in packaged.sounds:
        group = _adaptation_set(period, "audio", sound.output.language)
        _add_representation(
            group, sound.playlist, SOUND, codecs=AAC_LC, mimeType="audio/mp4",
            audioSamplingRate=str(sound.output.coding.sample_rate),
        )  # fmt: skip
    for caption in packaged.captions:
        own = cues[caption.output.source]
        text = caption.playlist.with_suffix(".vtt")
        text.write_bytes(webvtt(own if caption.output.is_styled else plain(own)))
        group = _adaptation_set(period, "text", caption.output.language)
        SubElement(group, "Label").text = caption.output.name
        one = SubElement(
            group, "Representation", id=text.stem, mimeType="text/vtt",
            bandwidth=str(max(1, measured(caption.playlist).peak)),
        )  # fmt: skip
        SubElement(one, "BaseURL").text = text.name
    ET.indent(manifest)
    ET.ElementTree(manifest).write(path, encoding="utf-8", xml_declaration=True)


def _add_pictures(period: Element, packaged: Packaged, rate: Fraction) -> None:
    group = _adaptation_set(period, "video", None)
    for rendition in packaged.by_size():
        width, height = rendition.size
        _add_representation(
            group,
            rendition.playlist,
            PICTURE,
            codecs=avc_codec(rendition.picture),
            mimeType="video/mp4",
            width=str(width),
            height=str(height),
            frameRate=f"{rate.numerator}/{rate.denominator}",
        )


def _adaptation_set(period: Element, kind: str, language: str | None) -> Element:
    group = SubElement(period, "AdaptationSet", contentType=kind)
    if kind != "text":
        group.attrib |= {"segmentAlignment": "true", "startWithSAP": "1"}
    if language:
        group.set("lang", language)
    return group


def _add_representation(group: Element, playlist: Path, suffix: str, **attributes: str) -> None:
    bandwidth = str(measured(playlist).peak)
    one = SubElement(group, "Representation", attributes, id=playlist.stem, bandwidth=bandwidth)
    template = SubElement(
        one,
        "SegmentTemplate",
        timescale=str(_TIMESCALE),
        startNumber="1",
        initialization=f"{playlist.stem}init.{suffix}",
        media=f"{playlist.stem}_$Number%09d$.{suffix}",
    )
    timeline = SubElement(template, "SegmentTimeline")
    for segment in m3u8.load(str(playlist)).segments:
        SubElement(timeline, "S", d=str(round(segment.duration * _TIMESCALE)))
