"""What all a segment's pictures are made of, as a name: equal names, equal bytes."""

import hashlib
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import av
import msgspec

from timeline_studio.render.effects.moment import seen_effects
from timeline_studio.render.encoders import X264
from timeline_studio.render.options import ExportOptions
from timeline_studio.render.plan import Crossing, Layer, PicturePlan, Span
from timeline_studio.render.segments.division import Segment
from timeline_studio.timeline.effects.properties import moving
from timeline_studio.timeline.model import Clip, Item, MediaReference, Timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start
from timeline_studio.timeline.transition_look import parameters_of

ENGINE = 2
"""Raise it whenever the compositor or the encoder makes other pictures of the same timeline."""

_UNSEEN = ("id", "name", "link", "effects", "markers", "metadata", "enabled")


class Fingerprints:
    """Of one timeline's segments; `content_of` tells what a media's file holds.

    Times are taken from the segment's start, so that one that moved as a whole keeps its name.
    """

    def __init__(
        self,
        timeline: Timeline,
        plan: PicturePlan,
        options: ExportOptions,
        content_of: Callable[[MediaReference], str],
    ) -> None:
        self._rate = timeline.rate
        self._plan = plan
        self._content_of = content_of
        self._film = [
            ENGINE,
            av.library_versions,
            [timeline.width, timeline.height, str(timeline.rate)],
            [X264.name, options.preset, options.crf],
        ]

    def of(self, segment: Segment) -> str:
        """40 hexadecimal digits. Raises MediaError where media is missing."""
        begin = frame_start(segment.first, self._rate)
        end = frame_start(segment.first + segment.count, self._rate)
        made_of = {
            "film": self._film,
            "frames": segment.count,
            "first": None if _has_whole_frames(self._rate) else segment.first,
            "spans": [self._span(span, begin, end) for span in self._plan.between(begin, end)],
        }
        encoded = msgspec.json.encode(made_of, order="deterministic", enc_hook=str)
        return hashlib.blake2b(encoded, digest_size=20).hexdigest()

    def _span(self, span: Span, begin: int, end: int) -> list[Any]:
        start, stop = max(span.start, begin) - begin, min(span.end, end) - begin
        return [start, stop, *(self._layer(layer, begin) for layer in span.layers)]

    def _layer(self, layer: Layer, begin: int) -> list[Any]:
        if isinstance(layer, Crossing):
            sides = [
                None if item is None else self._item(item, begin)
                for item in (layer.outgoing, layer.incoming)
            ]
            return [parameters_of(layer.look), layer.start - begin, layer.end - begin, *sides]
        return ["picture", self._item(layer.item, begin, fades=layer.is_fading)]

    def _item(self, item: Item, begin: int, *, fades: bool = True) -> dict[str, Any]:
        """What of it can be seen. How long it lasts is, while it fades out; where it begins,
        while it fades or moves."""
        fields: dict[str, Any] = msgspec.to_builtins(item, enc_hook=str)
        for name in _UNSEEN:
            fields.pop(name, None)
        if effects := seen_effects(item):
            fields["effects"] = [msgspec.to_builtins(effect) for effect in effects]
        is_fading = fades and not {"fade_in", "fade_out"}.isdisjoint(fields)
        if not is_fading:
            for name in ("duration", "fade_in", "fade_out"):
                fields.pop(name, None)
        fields["start"] = item.start - begin
        if isinstance(item, Clip) and item.speed == 1:
            fields["source_start"] = item.source_time(begin)
            if not (is_fading or any(moving(item))):
                fields["start"] = 0
        if "media" in fields:
            fields["media"] = self._content_of(item.media)  # type: ignore[union-attr]
        return fields


def _has_whole_frames(rate: Fraction) -> bool:
    """Whether a frame is a whole number of flicks: then each begins like any other."""
    return (FLICKS_PER_SECOND * rate.denominator) % rate.numerator == 0
