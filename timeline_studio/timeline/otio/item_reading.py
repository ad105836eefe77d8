"""OTIO's clips as items: clips of media, stills, titles, generators; and its markers."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import opentimelineio as otio
from msgspec.structs import replace

from timeline_studio.timeline.model import (
    Caption,
    Clip,
    Item,
    Marker,
    MediaReference,
    Still,
    TrackKind,
    new_id,
)
from timeline_studio.timeline.otio.generators import generated_item, is_strange, read_caption
from timeline_studio.timeline.otio.locations import MISSING
from timeline_studio.timeline.otio.looks import with_look
from timeline_studio.timeline.otio.metadata import Ours, as_json, read_metadata, with_kept
from timeline_studio.timeline.otio.references import Source, is_image, media_of, source_of
from timeline_studio.timeline.otio.speeds import backward_span, speed_of, strange_effects
from timeline_studio.timeline.otio.stacks import read_stack
from timeline_studio.timeline.otio.times import flicks, seconds


class ItemReader:
    """Reads the clips and markers of one file; ids are given anew where they come twice."""

    def __init__(self, folder: Path, *, prefer_files: bool) -> None:
        self._folder = folder
        self._prefer_files = prefer_files
        self._ids: set[str] = set()

    def item(self, clip: Any, kind: TrackKind, start: int, end: int) -> Item:
        """The item for a clip on a track of this kind, between these times in flicks."""
        metadata, ours = read_metadata(clip.metadata)
        is_known = self._is_known(ours)
        common: dict[str, Any] = {
            "id": self.fresh_id(ours),
            "start": start,
            "duration": end - start,
            "name": clip.name,
            "enabled": clip.enabled,
            "link": None if is_known else ours.text("link"),
            "group": None if is_known else ours.text("group"),
            "metadata": with_kept(metadata, _kept_of(clip)),
        }
        item = with_look(self._made(clip, kind, ours, common), ours)
        effects = read_stack(clip.effects)
        if isinstance(item, Caption) or not effects:
            return item
        return replace(item, effects=effects)

    def _made(self, clip: Any, kind: TrackKind, ours: Ours, common: dict[str, Any]) -> Item:
        source, reference = source_of(clip), clip.media_reference
        if kind == "caption":
            return read_caption(clip, common | {"markers": self._markers(clip, source.start)})
        if isinstance(reference, otio.schema.GeneratorReference):
            common["markers"] = self._markers(clip, source.start)
            return generated_item(reference, common) if kind == "video" else _silent(clip, common)
        media = media_of(clip, self._folder, prefer_files=self._prefer_files)
        if _is_still(media, kind, ours):
            return Still(media=media, markers=self._markers(clip, source.start), **common)
        common["markers"] = self._markers(clip, source.origin)
        return _clip(clip, media, source, ours, common)

    def marker(self, marker: Any, by: int = 0) -> Marker:
        """A marker, `by` flicks later than the file has it."""
        metadata, ours = read_metadata(marker.metadata)
        return Marker(
            id=self.fresh_id(ours),
            time=flicks(seconds(marker.marked_range.start_time)) + by,
            duration=max(0, flicks(seconds(marker.marked_range.duration))),
            name=marker.name,
            color=marker.color,
            note=marker.comment,
            is_poster=ours.flag("is_poster"),
            metadata=metadata,
        )

    def fresh_id(self, ours: Ours) -> str:
        """The id that we wrote, when this is its first use, else a new one."""
        stored = ours.text("id")
        id_ = new_id() if not stored or self._is_known(ours) else stored
        self._ids.add(id_)
        return id_

    def _is_known(self, ours: Ours) -> bool:
        return ours.text("id") in self._ids

    def _markers(self, clip: Any, origin: Fraction) -> tuple[Marker, ...]:
        return tuple(self.marker(marker, -flicks(origin)) for marker in clip.markers)


def _clip(
    clip: Any, media: MediaReference, source: Source, ours: Ours, common: Mapping[str, Any]
) -> Clip:
    speed = speed_of(clip, ours)
    first = flicks(source.start - source.origin)
    if speed < 0:
        tick = ours.whole("tick") or flicks(source.tick)
        first += backward_span(common["duration"], tick, speed)
    return Clip(
        media=media,
        source_start=first,
        speed=speed,
        gain_db=ours.number("gain_db", 0.0),
        **common,
    )


def _silent(clip: Any, common: Mapping[str, Any]) -> Clip:
    """The stand-in for a generated sound: it keeps its place and is not played."""
    name = clip.media_reference.generator_kind
    media = MediaReference(url=MISSING + name, name=name)
    return Clip(media=media, **{**common, "enabled": False})


def _is_still(media: MediaReference, kind: TrackKind, ours: Ours) -> bool:
    stored = ours.text("type")
    return kind == "video" and (stored == "still" if stored else is_image(media))


def _kept_of(clip: Any) -> dict[str, Any]:
    """What of a clip we have no word for."""
    active = clip.active_media_reference_key
    others = {
        key: as_json(reference)
        for key, reference in clip.media_references().items()
        if key != active
    }
    generator = clip.media_reference
    return {
        "effects": strange_effects(clip),
        "media_references": others,
        "active_media_reference_key": active if active != clip.DEFAULT_MEDIA_KEY else None,
        "generator": as_json(generator) if is_strange(generator) else None,
        "color": color_of(clip),
    }


def color_of(item: Any) -> Any:
    """The colour of a clip or a track in other programs' lists, as JSON."""
    color = getattr(item, "color", None)  # since OpenTimelineIO 0.18
    return as_json(color) if color else None
