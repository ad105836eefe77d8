"""A part of a timeline that was copied: items at times and on tracks relative to each other."""

from collections import Counter
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.joins import joins_of
from timeline_studio.timeline.model import (
    TRACK_KINDS,
    Item,
    Timeline,
    Track,
    TrackKind,
    Transition,
    new_id,
)
from timeline_studio.timeline.queries import items as all_items
from timeline_studio.timeline.sequence import shifted


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was copied of one track: `offset` counts tracks of its kind, from the first copied."""

    kind: TrackKind
    offset: int
    items: tuple[Item, ...]
    transitions: tuple[Transition, ...] = ()


class Fragment(msgspec.Struct, frozen=True, kw_only=True):
    """Rows whose times count from the start of the earliest item."""

    rows: tuple[Row, ...]

    @property
    def duration(self) -> int:
        return max(row.items[-1].end for row in self.rows)

    @property
    def item_ids(self) -> tuple[str, ...]:
        return tuple(item.id for row in self.rows for item in row.items)

    @property
    def names(self) -> set[str]:
        """All ids in it: of items, links, groups, markers, transitions."""
        every = {each.id for row in self.rows for each in row.transitions}
        for row in self.rows:
            every |= names_of(row.items)
        return every


def copy(timeline: Timeline, item_ids: Iterable[str], *, with_links: bool = True) -> Fragment:
    """Items, with the transitions between them, to be pasted elsewhere.

    ::

        | A | B | C |  ->  | B | C |

    What is on locked tracks can be copied. Raises EditError when an item is unknown.
    """
    wanted = _with_partners(timeline, set(item_ids), with_links=with_links)
    tracks = [track for track in timeline.tracks if any(i.id in wanted for i in track.items)]
    start = min(item.start for track in tracks for item in track.items if item.id in wanted)
    rows: list[Row] = []
    for kind in TRACK_KINDS:
        order = [track.id for track in timeline.tracks if track.kind == kind]
        places = [(order.index(track.id), track) for track in tracks if track.kind == kind]
        first = min((place for place, _ in places), default=0)
        rows += [_row(track, place - first, wanted, start) for place, track in places]
    return Fragment(rows=tuple(rows))


def names_of(items: Iterable[Item]) -> set[str]:
    """The ids of items, of their links, groups and markers."""
    names: set[str] = set()
    for item in items:
        names.add(item.id)
        names.update(marker.id for marker in item.markers)
        names.update(tie for tie in (item.link, item.group) if tie)
    return names


def renewed(fragment: Fragment) -> Fragment:
    """The fragment with ids and links of its own; what is linked to nothing in it is let go."""
    every = [item for row in fragment.rows for item in row.items]
    links = _new_names(item.link for item in every)
    groups = _new_names(item.group for item in every)
    return Fragment(
        rows=tuple(
            replace(
                row,
                items=tuple(
                    _renewed(item, links[item.link], groups[item.group]) for item in row.items
                ),
                transitions=tuple(replace(each, id=new_id()) for each in row.transitions),
            )
            for row in fragment.rows
        )
    )


def _new_names(names: Iterable[str | None]) -> dict[str | None, str | None]:
    """New ones for those that are there more than once."""
    counts = Counter(names)
    new = {name: new_id() if count > 1 else None for name, count in counts.items()}
    return {**new, None: None}


def _renewed(item: Item, link: str | None, group: str | None) -> Item:
    markers = tuple(replace(marker, id=new_id()) for marker in item.markers)
    return replace(item, id=new_id(), link=link, group=group, markers=markers)


def _with_partners(timeline: Timeline, wanted: set[str], *, with_links: bool) -> set[str]:
    if not wanted:
        raise EditError("No item is selected")
    found = [item for _, item in all_items(timeline) if item.id in wanted]
    unknown = wanted - {item.id for item in found}
    if unknown:
        raise EditError(f"There is no item “{min(unknown)}” on this timeline")
    links = {item.link for item in found if item.link} if with_links else set()
    if not links:
        return wanted
    return wanted | {item.id for _, item in all_items(timeline) if item.link in links}


def _row(track: Track, offset: int, wanted: set[str], start: int) -> Row:
    joins = joins_of(track.items, track.transitions)
    return Row(
        kind=track.kind,
        offset=offset,
        items=tuple(shifted(item, -start) for item in track.items if item.id in wanted),
        transitions=tuple(
            replace(join.transition, cut=join.transition.cut - start)
            for join in joins
            if join.left in wanted and join.right in wanted
        ),
    )
