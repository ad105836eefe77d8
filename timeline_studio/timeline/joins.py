"""Transitions through an edit: each belongs to a pair of items, and lives while they touch."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from timeline_studio.timeline.model import Item, Track, Transition
from timeline_studio.timeline.sequence import Heirs, Items, first_starting_from

NO_HEIRS: Mapping[str, str] = {}


class Join(NamedTuple):
    """A transition and the two items that it joins."""

    transition: Transition
    left: str
    right: str


def joins_of(items: Sequence[Item], transitions: Iterable[Transition]) -> list[Join]:
    """The pairs of items on whose cuts the transitions are."""
    joins = []
    for transition in transitions:
        at = first_starting_from(items, transition.cut)
        joins.append(Join(transition, items[at - 1].id, items[at].id))
    return joins


def with_items(track: Track, items: Items, heirs: Heirs | Mapping[str, str] = NO_HEIRS) -> Track:
    """The track with other items; its transitions follow their cuts, or go with them."""
    joins = joins_of(track.items, track.transitions)
    return replace(track, items=items, transitions=surviving(joins, items, heirs))


def with_versions(track: Track, versions: Mapping[str, Item]) -> Track:
    """The track with some items in new versions, by id, that keep their order."""
    return with_items(track, tuple(versions.get(item.id, item) for item in track.items))


def surviving(
    joins: Iterable[Join], items: Sequence[Item], heirs: Mapping[str, str] = NO_HEIRS
) -> tuple[Transition, ...]:
    """The transitions whose items still touch and are still long enough, at their cuts.

    Where an item was cut in two, `heirs` names the part that has its right edge.
    """
    joins = list(joins)
    if not joins:
        return ()
    index = {item.id: i for i, item in enumerate(items)}
    found = []
    for transition, left, right in joins:
        at = index.get(heirs.get(left, left), len(items)) + 1
        if at < len(items) and items[at].id == right and items[at - 1].end == items[at].start:
            found.append((items[at].start, at, transition))
    kept: list[Transition] = []
    for time, at, transition in sorted(found, key=lambda each: each[0]):
        moved = transition if transition.cut == time else replace(transition, cut=time)
        if fits(moved, items[at - 1], items[at], kept[-1] if kept else None):
            kept.append(moved)
    return tuple(kept)


def fits(transition: Transition, left: Item, right: Item, before: Transition | None) -> bool:
    """Whether it stays within its two items and clear of the transition before it."""
    within = left.start <= transition.start and transition.end <= right.end
    return within and (before is None or before.end <= transition.start)
