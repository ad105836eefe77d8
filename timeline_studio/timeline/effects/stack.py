"""An item's effects by address: `blur.2` is its second blur, `blur.2.radius` a number of that.

Addresses are the same on every item, so that a change can reach all that have such an effect.
"""

from collections import Counter
from collections.abc import Iterator

from timeline_studio.timeline.effects.catalog import EFFECT_KINDS, kind_of
from timeline_studio.timeline.effects.effect import Effect, Effects
from timeline_studio.timeline.effects.property import Property


def addressed(effects: Effects) -> Iterator[tuple[str, Effect]]:
    """Each effect with its address, in order."""
    count: Counter[str] = Counter()
    for effect in effects:
        kind = kind_of(effect)
        count[kind] += 1
        yield f"{kind}.{count[kind]}", effect


def place_of(effects: Effects, address: str) -> int | None:
    """Where in the stack it is; None where there is no such effect."""
    return next((i for i, (each, _) in enumerate(addressed(effects)) if each == address), None)


def effect_at(effects: Effects, address: str) -> Effect | None:
    place = place_of(effects, address)
    return None if place is None else effects[place]


def with_effect(effects: Effects, address: str, effect: Effect) -> Effects:
    """With another effect in place of the one there; as they are, where there is none."""
    place = place_of(effects, address)
    if place is None:
        return effects
    return (*effects[:place], effect, *effects[place + 1 :])


def parted(name: str) -> tuple[str, str]:
    """The address and the number's own name of `blur.2.radius`."""
    address, _, number = name.rpartition(".")
    return address, number


def number_at(name: str) -> Property:
    """The limits of `blur.2.radius`. Raises KeyError where no kind of effect has it."""
    address, number = parted(name)
    return EFFECT_KINDS[address.partition(".")[0]].numbers[number]


def numbers_of(effects: Effects) -> Iterator[str]:
    """The full names of all their numbers."""
    for address, effect in addressed(effects):
        for number in EFFECT_KINDS[kind_of(effect)].numbers:
            yield f"{address}.{number}"
