"""The effects of items: what is in the stack, in which order, and what each is made of.

An effect is named by its address (`effects.stack`), which is the same on each item that has
one like it. Its numbers are properties: `effecting` sets them and their keyframes.
"""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.effecting import changed_items
from timeline_studio.timeline.effects.catalog import EFFECT_KINDS, kind_of
from timeline_studio.timeline.effects.checking import MOST_EFFECTS, trouble_with
from timeline_studio.timeline.effects.effect import Effect, Effects
from timeline_studio.timeline.effects.stack import effect_at, place_of, with_effect
from timeline_studio.timeline.model import Caption, Item, Timeline
from timeline_studio.timeline.queries import find_item, label


def add_effect(timeline: Timeline, item_ids: Iterable[str], effect: Effect) -> Timeline:
    """Put an effect on pictures, after those that they have.

    ::

        | A blur |  ->  | A blur, curves |

    Raises EditError where nothing has a picture, or one has too many effects.
    """
    ids = [each for each in item_ids if _has_picture(timeline, each)]
    if not ids:
        raise EditError("Nothing that is selected has a picture: effects are for pictures")
    _refuse_trouble(effect)

    def added(item: Item, effects: Effects) -> Effects:
        if len(effects) >= MOST_EFFECTS:
            raise EditError(f"“{label(item)}” has {MOST_EFFECTS} effects: remove one first")
        return (*effects, effect)

    return _stacked(timeline, ids, added)


def remove_effect(timeline: Timeline, item_ids: Iterable[str], address: str) -> Timeline:
    """Take an effect away.

    ::

        | A blur, curves |  ->  | A curves |
    """

    def removed(_item: Item, effects: Effects) -> Effects:
        place = place_of(effects, address)
        return effects if place is None else (*effects[:place], *effects[place + 1 :])

    return _stacked(timeline, _having(timeline, item_ids, address), removed)


def move_effect(timeline: Timeline, item_ids: Iterable[str], address: str, by: int) -> Timeline:
    """Put an effect so many places later in its stack, earlier where `by` is negative.

    ::

        | A blur, curves |  ->  | A curves, blur |

    It goes as far as the stack does.
    """

    def moved(_item: Item, effects: Effects) -> Effects:
        place = place_of(effects, address)
        if place is None:
            return effects
        rest = [*effects[:place], *effects[place + 1 :]]
        rest.insert(min(max(place + by, 0), len(rest)), effects[place])
        return tuple(rest)

    return _stacked(timeline, _having(timeline, item_ids, address), moved)


def enable_effects(
    timeline: Timeline, item_ids: Iterable[str], enabled: bool, address: str | None = None
) -> Timeline:
    """Let an effect be seen or not; all effects, where no address is given.

    ::

        | A blur |  ->  | A (blur) |
    """
    ids = _having(timeline, item_ids, address)

    def switched(_item: Item, effects: Effects) -> Effects:
        if address is None:
            return tuple(replace(each, enabled=enabled) for each in effects)
        return _with(effects, address, lambda effect: replace(effect, enabled=enabled))

    return _stacked(timeline, ids, switched)


def change_effect(
    timeline: Timeline, item_ids: Iterable[str], address: str, **fields: Any
) -> Timeline:
    """Give an effect other fields: a curve's points, a key's colour, a LUT's file.

    ::

        | A key #00FF00 |  ->  | A key #20C040 |

    Raises EditError for what such an effect cannot be.
    """

    def changed(effect: Effect) -> Effect:
        new = replace(effect, **fields)
        _refuse_trouble(new)
        return new

    ids = _having(timeline, item_ids, address)
    return _stacked(timeline, ids, lambda _item, effects: _with(effects, address, changed))


def reset_effect(timeline: Timeline, item_ids: Iterable[str], address: str) -> Timeline:
    """Give an effect's numbers and curves what they had at first; its file and colour stay.

    ::

        | A blur ◆  ◆ |  ->  | A blur |
    """

    def plain(effect: Effect) -> Effect:
        kept = {name: getattr(effect, name) for name in _KEPT if hasattr(effect, name)}
        return replace(EFFECT_KINDS[kind_of(effect)].plain, **kept)

    ids = _having(timeline, item_ids, address)
    return _stacked(timeline, ids, lambda _item, effects: _with(effects, address, plain))


_KEPT = ("enabled", "digest", "name", "color")


def _has_picture(timeline: Timeline, item_id: str) -> bool:
    track, item = find_item(timeline, item_id)
    return track.kind == "video" and not isinstance(item, Caption)


def _having(timeline: Timeline, item_ids: Iterable[str], address: str | None) -> list[str]:
    """Those that have the effect, or any. Raises EditError where none has."""
    ids = []
    for each in item_ids:
        item = find_item(timeline, each)[1]
        effects = () if isinstance(item, Caption) else item.effects
        if effects if address is None else effect_at(effects, address):
            ids.append(each)
    if not ids:
        raise EditError("Nothing that is selected has such an effect")
    return ids


def _with(effects: Effects, address: str, change: Callable[[Effect], Effect]) -> Effects:
    effect = effect_at(effects, address)
    return effects if effect is None else with_effect(effects, address, change(effect))


def _stacked(
    timeline: Timeline, ids: list[str], change: Callable[[Item, Effects], Effects]
) -> Timeline:
    def changed(item: Item) -> Item:
        if isinstance(item, Caption):
            return item
        return replace(item, effects=change(item, item.effects))

    return changed_items(timeline, ids, changed)


def _refuse_trouble(effect: Effect) -> None:
    if trouble := trouble_with(effect):
        raise EditError(f"An effect cannot be so: it {trouble}")
