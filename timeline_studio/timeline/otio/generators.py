"""OTIO's generator references as titles, captions and colours, and back."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import opentimelineio as otio

from timeline_studio.timeline.model import Caption, CaptionAlign, CaptionPlace, Generator, Title
from timeline_studio.timeline.otio.metadata import Ours, from_json, plain, written_number

TITLE = "Title"
CAPTION = "Caption"
SOLID = "SolidColor"
UNKNOWN_COLOR = "#000000"
"""The stand-in for pictures that we cannot make; the generator itself is kept."""

_PLACES: dict[str, CaptionPlace] = {"bottom": "bottom", "middle": "middle", "top": "top"}
_ALIGNS: dict[str, CaptionAlign] = {"left": "left", "center": "center", "right": "right"}
_SOLID_KINDS = frozenset({"solidcolor", "solidcolour", "solid", "color", "colour", "black"})
_HEX = re.compile(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")


def generated_item(reference: Any, common: Mapping[str, Any]) -> Title | Generator:
    """The title or the colour that a reference stands for, with the fields that all items have."""
    parameters = plain(reference.parameters) or {}
    values = Ours(parameters)
    text = values.text("text")
    if text is None:
        return Generator(color=_color(parameters, UNKNOWN_COLOR), **common)
    return Title(
        text=text,
        size=values.number("size", 8.0),
        color=_color(parameters, "#FFFFFF"),
        x=values.number("x", 0.5),
        y=values.number("y", 0.5),
        **common,
    )


def read_caption(clip: Any, common: Mapping[str, Any]) -> Caption:
    """The caption that a clip on a caption track is; without a text of its own, its name."""
    values = Ours(plain(getattr(clip.media_reference, "parameters", None)))
    text = values.text("text")
    return Caption(
        text=clip.name if text is None else text,
        place=_PLACES.get(values.text("place") or "", "bottom"),
        align=_ALIGNS.get(values.text("align") or "", "center"),
        **common,
    )


def is_strange(reference: Any) -> bool:
    """Whether it is a generator that makes something else than a text or a colour."""
    if not isinstance(reference, otio.schema.GeneratorReference):
        return False
    kind = re.sub(r"[^a-z]", "", reference.generator_kind.lower())
    return kind not in _SOLID_KINDS and "text" not in reference.parameters


def written_generator(item: Title | Generator | Caption, kept: Any) -> Any:
    """The reference for an item; the one it came with, where we could not make its picture."""
    if isinstance(item, Caption):
        said = {"text": item.text, "place": item.place, "align": item.align}
        return otio.schema.GeneratorReference(generator_kind=CAPTION, parameters=said)
    if isinstance(item, Title):
        parameters = {
            "text": item.text,
            "size": written_number(item.size),
            "color": item.color,
            "x": written_number(item.x),
            "y": written_number(item.y),
        }
        return otio.schema.GeneratorReference(generator_kind=TITLE, parameters=parameters)
    if kept and item.color == UNKNOWN_COLOR:
        return from_json(kept)
    return otio.schema.GeneratorReference(generator_kind=SOLID, parameters={"color": item.color})


def _color(parameters: Mapping[str, Any], default: str) -> str:
    """`#RRGGBB` from what others write: that, red, green and blue from 0 to 1, or OTIO's own."""
    value = parameters.get("color", parameters.get("colour"))
    if isinstance(value, str):
        return value if _HEX.fullmatch(value) else default
    if isinstance(value, Mapping):
        value = [value.get(key) for key in "rgb"]
    if not isinstance(value, Sequence) or len(value) < 3:
        return default
    parts = value[:3]
    if not all(isinstance(part, int | float) and 0 <= part <= 1 for part in parts):
        return default
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
