"""An item's effects as OTIO's effects: what they are made of is text in our metadata, exact."""

from collections.abc import Iterable
from typing import Any

import msgspec
import opentimelineio as otio

from timeline_studio.timeline.effects.catalog import EFFECT_KINDS, kind_of
from timeline_studio.timeline.effects.effect import Effect, Effects
from timeline_studio.timeline.otio.metadata import OURS, read_metadata

_ENTRY = "effect"


def written_stack(effects: Effects) -> list[Any]:
    """One of OTIO's effects for each of ours, in order."""
    return [_written(effect) for effect in effects]


def read_stack(effects: Iterable[Any]) -> Effects:
    """Those that `written_stack` wrote, as they were."""
    found = (_read(each) for each in effects)
    return tuple(effect for effect in found if effect is not None)


def others(effects: Iterable[Any]) -> list[Any]:
    """Those that other programs wrote, and what of ours cannot be read."""
    return [each for each in effects if _read(each) is None]


def _written(effect: Effect) -> Any:
    kind = kind_of(effect)
    entry = {_ENTRY: msgspec.json.encode(effect).decode()}
    return otio.schema.Effect(
        name=EFFECT_KINDS[kind].title, effect_name=kind, metadata={OURS: entry}
    )


def _read(effect: Any) -> Effect | None:
    _, ours = read_metadata(effect.metadata)
    text = ours.text(_ENTRY)
    if text is None:
        return None
    try:
        return _decoder.decode(text)
    except msgspec.DecodeError:
        return None


_decoder: msgspec.json.Decoder[Effect] = msgspec.json.Decoder(Effect)
