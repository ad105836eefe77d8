"""The numbers of an item that can be set, or moved by keyframes, each by its name."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec.structs import replace

from timeline_studio.timeline.effects.animation import Animated, keys_of
from timeline_studio.timeline.effects.transform import AS_IT_IS
from timeline_studio.timeline.model import Caption, Clip, Item, TrackKind


class Property(NamedTuple):
    """`home` is the part of an item that has it."""

    name: str
    low: float
    high: float
    default: float
    home: Literal["transform", "picture", "sound"]
    title: str


PROPERTIES: dict[str, Property] = {
    each.name: each
    for each in (
        Property("x", -10.0, 10.0, 0.0, "transform", "position"),
        Property("y", -10.0, 10.0, 0.0, "transform", "position"),
        Property("scale", 0.0, 20.0, 1.0, "transform", "scale"),
        Property("rotation", -36_000.0, 36_000.0, 0.0, "transform", "rotation"),
        Property("anchor_x", -5.0, 5.0, 0.5, "transform", "anchor"),
        Property("anchor_y", -5.0, 5.0, 0.5, "transform", "anchor"),
        Property("crop_left", 0.0, 1.0, 0.0, "transform", "crop"),
        Property("crop_top", 0.0, 1.0, 0.0, "transform", "crop"),
        Property("crop_right", 0.0, 1.0, 0.0, "transform", "crop"),
        Property("crop_bottom", 0.0, 1.0, 0.0, "transform", "crop"),
        Property("opacity", 0.0, 1.0, 1.0, "picture", "opacity"),
        Property("gain_db", -96.0, 24.0, 0.0, "sound", "gain"),
        Property("pan", -1.0, 1.0, 0.0, "sound", "pan"),
    )
}


def has_property(item: Item, name: str) -> bool:
    """Whether an item of this kind can have it, on any track."""
    home = PROPERTIES[name].home
    return isinstance(item, Clip) if home == "sound" else not isinstance(item, Caption)


def names_on(kind: TrackKind) -> tuple[str, ...]:
    """What can be seen or heard of on a track of this kind."""
    if kind == "caption":
        return ()
    is_sound = kind == "audio"
    return tuple(p.name for p in PROPERTIES.values() if (p.home == "sound") is is_sound)


def property_of(item: Item, name: str) -> Animated:
    """Its constant or its keyframes. Raises AttributeError where the item has no such thing."""
    home: object = item
    if _is_in_transform(name) and not isinstance(item, Caption):
        home = item.transform
    found: Animated = getattr(home, name)
    return found


def with_property(item: Item, name: str, animated: Animated) -> Item:
    if not _is_in_transform(name) or isinstance(item, Caption):
        return replace(item, **{name: animated})
    transform = replace(item.transform, **{name: animated})
    return replace(item, transform=AS_IT_IS if transform == AS_IT_IS else transform)


def properties(item: Item) -> Iterator[tuple[str, Animated]]:
    """All that an item of this kind can have."""
    for name in PROPERTIES:
        if has_property(item, name):
            yield name, property_of(item, name)


def moving(item: Item) -> Iterator[tuple[str, Animated]]:
    """Those with keyframes."""
    return ((name, animated) for name, animated in properties(item) if keys_of(animated))


def _is_in_transform(name: str) -> bool:
    return PROPERTIES[name].home == "transform"
