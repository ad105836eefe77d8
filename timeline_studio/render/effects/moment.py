"""Which effects of an item are seen, with the numbers that they have at one moment."""

from msgspec.structs import replace

from timeline_studio.timeline.effects.animation import keys_of, value_at
from timeline_studio.timeline.effects.catalog import EFFECT_KINDS, kind_of
from timeline_studio.timeline.effects.effect import (
    STRAIGHT,
    ChromaKey,
    Curves,
    Effect,
    Effects,
    Lut,
    Temperature,
)
from timeline_studio.timeline.model import Caption, Item


def effects_at(item: Item, time: int) -> Effects:
    """Those that change the picture at `time` of the timeline, their numbers plain."""
    if isinstance(item, Caption):
        return ()
    at = time - item.start
    return tuple(filter(_changes, (_settled(effect, at) for effect in item.effects)))


def is_effected(item: Item) -> bool:
    """Whether it has an effect that is ever seen."""
    return bool(seen_effects(item))


def seen_effects(item: Item) -> Effects:
    """Those that change the picture at some time."""
    return () if isinstance(item, Caption) else tuple(filter(_may_change, item.effects))


def is_cleared(item: Item) -> bool:
    """Whether an effect may let through what is below its picture."""
    if isinstance(item, Caption):
        return False
    return any(isinstance(each, ChromaKey) and each.enabled for each in item.effects)


def is_moving(item: Item) -> bool:
    """Whether an effect of it has keyframes."""
    return not isinstance(item, Caption) and any(map(_is_keyed, item.effects))


def _settled(effect: Effect, at: int) -> Effect:
    if not _is_keyed(effect):
        return effect
    return replace(effect, **{name: value_at(getattr(effect, name), at) for name in _names(effect)})


def _may_change(effect: Effect) -> bool:
    return effect.enabled and (_is_keyed(effect) or _changes(effect))


def _is_keyed(effect: Effect) -> bool:
    return any(keys_of(getattr(effect, name)) for name in _names(effect))


def _names(effect: Effect) -> tuple[str, ...]:
    return tuple(EFFECT_KINDS[kind_of(effect)].numbers)


def _changes(effect: Effect) -> bool:
    return effect.enabled and not _is_neutral(effect)


def _is_neutral(effect: Effect) -> bool:
    """Whether a picture is as it was under it; its numbers are plain."""
    match effect:
        case Temperature():
            return effect.temperature == 0 and effect.tint == 0
        case Lut(digest=""):
            return True
        case Curves(master=master, red=red, green=green, blue=blue):
            return effect.amount == 0 or {master, red, green, blue} == {STRAIGHT}
    neutral = _NEUTRAL.get(kind_of(effect))
    return neutral is not None and getattr(effect, neutral[0]) == neutral[1]


_NEUTRAL = {
    "blur": ("radius", 0),
    "sharpen": ("amount", 0),
    "exposure": ("stops", 0),
    "contrast": ("amount", 1),
    "saturation": ("amount", 1),
    "lut": ("amount", 0),
    "vignette": ("amount", 0),
}
