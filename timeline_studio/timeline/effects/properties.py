"""The numbers of an item that can be set, or moved by keyframes, each by its name.

`opacity` is one that every picture has, `blur.2.radius` one of its second blur.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from timeline_studio.timeline.effects.animation import Animated, keys_of
from timeline_studio.timeline.effects.property import Property
from timeline_studio.timeline.effects.stack import (
    effect_at,
    number_at,
    numbers_of,
    parted,
    with_effect,
)
from timeline_studio.timeline.effects.transform import AS_IT_IS
from timeline_studio.timeline.model import Caption, Clip, Item, TrackKind

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


def described(name: str) -> Property:
    """Raises KeyError where nothing is called so."""
    return PROPERTIES[name] if name in PROPERTIES else number_at(name)


def has_property(item: Item, name: str) -> bool:
    """Whether it can have it, on any track; of an effect's number: whether it has the effect."""
    home = described(name).home
    if home == "sound":
        return isinstance(item, Clip)
    if isinstance(item, Caption):
        return False
    return home != "effect" or effect_at(item.effects, parted(name)[0]) is not None


def names_on(kind: TrackKind) -> tuple[str, ...]:
    """What can be seen or heard of on a track of this kind, of all items."""
    if kind == "caption":
        return ()
    is_sound = kind == "audio"
    return tuple(p.name for p in PROPERTIES.values() if (p.home == "sound") is is_sound)


def property_of(item: Item, name: str) -> Animated:
    """Its constant or its keyframes. Raises AttributeError where the item has no such thing."""
    home, field = _home_of(item, name)
    found: Animated = getattr(home, field)
    return found


def with_property(item: Item, name: str, animated: Animated) -> Item:
    if isinstance(item, Caption) or name in _OWN:
        return replace(item, **{name: animated})
    if name in PROPERTIES:
        transform = replace(item.transform, **{name: animated})
        return replace(item, transform=AS_IT_IS if transform == AS_IT_IS else transform)
    address, field = parted(name)
    effect = effect_at(item.effects, address)
    if effect is None:
        raise AttributeError(name)
    changed = replace(effect, **{field: animated})
    return replace(item, effects=with_effect(item.effects, address, changed))


def properties(item: Item) -> Iterator[tuple[str, Animated]]:
    """All that it has."""
    names = PROPERTIES if isinstance(item, Caption) else (*PROPERTIES, *numbers_of(item.effects))
    for name in names:
        if has_property(item, name):
            yield name, property_of(item, name)


def moving(item: Item) -> Iterator[tuple[str, Animated]]:
    """Those with keyframes."""
    return ((name, animated) for name, animated in properties(item) if keys_of(animated))


_OWN = frozenset(p.name for p in PROPERTIES.values() if p.home in {"picture", "sound"})


def _home_of(item: Item, name: str) -> tuple[object, str]:
    """What has the number as a field, and the field's name."""
    if isinstance(item, Caption) or name in _OWN:
        return item, name
    if name in PROPERTIES:
        return item.transform, name
    address, field = parted(name)
    return effect_at(item.effects, address), field
