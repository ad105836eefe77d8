"""Items and markers as OTIO's clips and markers."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import opentimelineio as otio

from timeline_studio.errors import StudioError
from timeline_studio.timeline.model import (
    Caption,
    Clip,
    Generator,
    Item,
    Marker,
    MediaReference,
    Still,
    Title,
)
from timeline_studio.timeline.otio.generators import written_generator
from timeline_studio.timeline.otio.locations import MISSING, has_scheme, located
from timeline_studio.timeline.otio.looks import written_look
from timeline_studio.timeline.otio.metadata import (
    from_json,
    kept_in,
    written_metadata,
    written_number,
)
from timeline_studio.timeline.otio.speeds import backward_span, written_effects
from timeline_studio.timeline.otio.stacks import written_stack
from timeline_studio.timeline.otio.times import flicks, seconds, time_range
from timeline_studio.timeline.time import frame_start

Resolve: TypeAlias = Callable[[MediaReference], Path]


class ItemWriter:
    """Writes the items of one timeline into a file in `folder`, at the timeline's rate."""

    def __init__(self, rate: Fraction, folder: Path, resolve: Resolve | None) -> None:
        self._rate = rate
        self._folder = folder
        self._resolve = resolve

    def clip(self, item: Item) -> Any:
        kept = kept_in(item.metadata)
        origin, start = self._source(item)
        clip = otio.schema.Clip(
            item.name,
            self._reference(item, kept),
            time_range(origin + start, item.duration, self._rate),
            metadata=written_metadata(item.metadata, self._ours(item)),
            effects=_effects(item, kept.get("effects", ())),
            markers=[self.marker(marker, origin) for marker in item.markers],
        )
        clip.enabled = item.enabled
        if kept.get("color"):
            clip.color = from_json(kept["color"])
        _keep_references(clip, kept)
        return clip

    def marker(self, marker: Marker, by: int = 0) -> Any:
        """A marker of OTIO's, `by` flicks later than ours."""
        ours: dict[str, Any] = {"id": marker.id}
        if marker.is_poster:
            ours["is_poster"] = True
        return otio.schema.Marker(
            marker.name,
            time_range(marker.time + by, marker.duration, self._rate),
            marker.color,
            written_metadata(marker.metadata, ours),
            marker.note,
        )

    def _source(self, item: Item) -> tuple[int, int]:
        """The media's time of its first moment, as others count it, and what comes first."""
        if not isinstance(item, Clip):
            return 0, 0
        start = item.source_start
        if item.speed < 0:
            start -= backward_span(item.duration, self._tick, item.speed)
        available_start = kept_in(item.media.metadata).get("available_start")
        origin = flicks(seconds(from_json(available_start))) if available_start else 0
        return origin, start

    @property
    def _tick(self) -> int:
        return frame_start(1, self._rate)

    def _ours(self, item: Item) -> dict[str, Any]:
        ours: dict[str, Any] = {"id": item.id, "type": type(item).__name__.lower()}
        if item.link:
            ours["link"] = item.link
        if item.group:
            ours["group"] = item.group
        if look := written_look(item):
            ours["look"] = look
        if isinstance(item, Clip) and item.gain_db and not isinstance(item.gain_db, tuple):
            ours["gain_db"] = written_number(item.gain_db)
        if isinstance(item, Clip) and item.speed != 1:
            ours["speed"] = f"{item.speed.numerator}/{item.speed.denominator}"
            ours["tick"] = self._tick
        return ours

    def _reference(self, item: Item, kept: dict[str, Any]) -> Any:
        generator = kept.get("generator")
        if isinstance(item, Title | Generator | Caption):
            return written_generator(item, generator)
        media = item.media
        if media.url.startswith(MISSING):
            if generator:
                return from_json(generator)
            read_back = MISSING + (media.name or item.name)
            reference, target = otio.schema.MissingReference(), None
        else:
            target = self._target(media)
            read_back = located(target, self._folder)
            reference = otio.schema.ExternalReference(target)
        ours: dict[str, Any] = {}
        if has_scheme(media.url) and read_back != media.url:
            ours = {"url": media.url} | ({"target_url": target} if target else {})
        is_still = isinstance(item, Still)
        if is_still:  # an image is available for one frame, whatever it stands for
            ours["duration"] = media.duration or 0
        reference.name = media.name
        reference.metadata.update(written_metadata(media.metadata, ours))
        self._describe(reference, media, self._tick if is_still else media.duration)
        return reference

    def _describe(self, reference: Any, media: MediaReference, duration: int | None) -> None:
        """Which times and which part of the picture the media has."""
        kept = kept_in(media.metadata)
        if duration is not None:
            available = time_range(0, duration, self._rate)
            if start := kept.get("available_start"):
                available = otio.opentime.TimeRange(from_json(start), available.duration)
            reference.available_range = available
        if bounds := kept.get("available_image_bounds"):
            reference.available_image_bounds = from_json(bounds)

    def _target(self, media: MediaReference) -> str:
        """The URL of the media's file, where it is known, else its own."""
        if self._resolve is None or media.url.startswith("file:"):
            return media.url
        try:
            return self._resolve(media).absolute().as_uri()
        except StudioError:
            return media.url


def _effects(item: Item, kept: Iterable[Any]) -> list[Any]:
    effects = [from_json(each) for each in kept]
    if isinstance(item, Clip):
        effects = written_effects(item.speed, kept)
    return effects if isinstance(item, Caption) else [*effects, *written_stack(item.effects)]


def _keep_references(clip: Any, kept: dict[str, Any]) -> None:
    """Put back the media that a clip has beside the active one, and that one's key."""
    key = kept.get("active_media_reference_key") or clip.DEFAULT_MEDIA_KEY
    others = {name: from_json(each) for name, each in kept.get("media_references", {}).items()}
    if others or key != clip.DEFAULT_MEDIA_KEY:
        clip.set_media_references({**others, key: clip.media_reference}, key)
