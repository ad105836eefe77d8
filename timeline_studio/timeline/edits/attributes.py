"""Giving items what another item has, and is asked for."""

from collections.abc import Collection, Iterable
from typing import Any, Literal, TypeAlias, get_args

from msgspec.structs import replace

from timeline_studio.timeline.edits.effecting import changed_items
from timeline_studio.timeline.edits.speeding import set_speed
from timeline_studio.timeline.model import Caption, Clip, Item, Timeline
from timeline_studio.timeline.queries import items_of

Attribute: TypeAlias = Literal[
    "transform", "opacity", "blend", "fades", "effects", "gain", "pan", "enabled", "speed"
]
ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)
USUAL: frozenset[Attribute] = frozenset(ATTRIBUTES) - {"speed"}

_LOOKS: dict[Attribute, tuple[str, ...]] = {
    "transform": ("transform",),
    "opacity": ("opacity",),
    "blend": ("blend",),
    "fades": ("fade_in", "fade_out"),
    "effects": ("effects",),
}
_SOUNDS: dict[Attribute, tuple[str, ...]] = {"gain": ("gain_db",), "pan": ("pan",)}


def paste_attributes(
    timeline: Timeline,
    item_ids: Iterable[str],
    source: Item,
    chosen: Collection[Attribute] = USUAL,
) -> Timeline:
    """Give items what another item has, of what is chosen.

    ::

        | X +3 dB |  | A | B |  ->  | A +3 dB | B +3 dB |

    What an item cannot have it does not get; a speed leaves the places as they are, and
    raises EditError where there is no room for it.
    """
    ids = list(item_ids)
    timeline = changed_items(timeline, ids, lambda item: _like(item, source, chosen))
    if not ("speed" in chosen and isinstance(source, Clip) and source.speed):
        return timeline
    running = [item.id for item in items_of(timeline, ids) if _can_run(item, source)]
    return set_speed(timeline, running, source.speed, with_links=True) if running else timeline


def has_attribute(item: Item, attribute: Attribute) -> bool:
    """Whether an item can give, and take, such a thing."""
    if attribute == "enabled":
        return True
    if attribute in _LOOKS:
        return not isinstance(item, Caption)
    return isinstance(item, Clip)


def _like(item: Item, source: Item, chosen: Collection[Attribute]) -> Item:
    changes: dict[str, Any] = {"enabled": source.enabled} if "enabled" in chosen else {}
    for attribute, names in {**_LOOKS, **_SOUNDS}.items():
        if attribute in chosen and has_attribute(item, attribute):
            changes |= {name: getattr(source, name) for name in names if hasattr(source, name)}
    return replace(item, **changes)


def _can_run(item: Item, source: Clip) -> bool:
    return isinstance(item, Clip) and item.speed not in {0, source.speed}
