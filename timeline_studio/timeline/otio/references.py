"""OTIO's media references, read."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import opentimelineio as otio

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.otio.locations import MISSING, located
from timeline_studio.timeline.otio.metadata import as_json, read_metadata, with_kept
from timeline_studio.timeline.otio.times import flicks, seconds

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif"})


class Source(NamedTuple):
    """The stretch of its media that a clip shows, in exact seconds.

    `origin` is the media's time of its first moment: times in the file count from zero of a
    clock, ours from there. `tick` is the file's unit of time, a frame as a rule.
    """

    origin: Fraction
    start: Fraction
    duration: Fraction
    tick: Fraction


def source_of(clip: Any) -> Source:
    """Raises DocumentError when neither the clip nor its media has a length."""
    available = clip.media_reference.available_range if clip.media_reference else None
    shown = clip.source_range or available
    if shown is None:
        raise DocumentError(
            f"clip “{clip.name}” has no length: it needs a source_range, or its media an "
            "available_range"
        )
    origin = seconds(available.start_time) if available else Fraction(0)
    tick = seconds(otio.opentime.RationalTime(1, shown.duration.rate))
    return Source(origin, seconds(shown.start_time), seconds(shown.duration), tick)


def media_of(clip: Any, folder: Path, *, prefer_files: bool) -> MediaReference:
    """The media of a clip; raises DocumentError for kinds that cannot be played."""
    reference = clip.media_reference
    if isinstance(reference, otio.schema.ImageSequenceReference):
        raise DocumentError(
            f"clip “{clip.name}” is an image sequence ({reference.target_url_base}"
            f"{reference.name_prefix}…{reference.name_suffix}): make a video file of it first"
        )
    metadata, ours = read_metadata(reference.metadata if reference else {})
    target = getattr(reference, "target_url", None)
    url = located(target, folder) if target else MISSING + (_name(reference) or clip.name)
    stored = ours.text("url")
    if stored and ours.text("target_url") == target and not (prefer_files and _is_file(url)):
        url = stored
    return MediaReference(
        url=url,
        name=_name(reference),
        duration=_duration(reference, ours.whole("duration")),
        metadata=with_kept(metadata, _kept_of(reference)),
    )


def is_image(media: MediaReference) -> bool:
    return PurePosixPath(media.url).suffix.lower() in IMAGE_SUFFIXES


def _name(reference: Any) -> str:
    return reference.name if reference else ""


def _is_file(url: str) -> bool:
    return url.startswith("file:")


def _duration(reference: Any, stored: int | None) -> int | None:
    if stored is not None:
        return stored or None
    available = reference.available_range if reference else None
    if available is None:
        return None
    return flicks(seconds(available.duration)) or None


def _kept_of(reference: Any) -> Mapping[str, Any]:
    if reference is None:
        return {}
    available = reference.available_range
    bounds = reference.available_image_bounds
    return {
        "available_start": as_json(available.start_time)
        if available and available.start_time.value
        else None,
        "available_image_bounds": as_json(bounds) if bounds else None,
    }
