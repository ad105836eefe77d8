"""What differs between two states of one timeline."""

from dataclasses import dataclass
from typing import TypeAlias

from msgspec.structs import replace

from timeline_studio.timeline.model import Item, Timeline

_Place: TypeAlias = tuple[str, Item]
"""The track's id, and the item on it."""


@dataclass(frozen=True)
class Comparison:
    """How many items, by what happened to them; an item counts once, by the first that fits.

    `changed` ones stand where they stood and are as long; `is_arranged` tells of tracks, markers
    and the timeline's own properties.
    """

    added: int = 0
    removed: int = 0
    moved: int = 0
    trimmed: int = 0
    changed: int = 0
    is_arranged: bool = False
    longer: int = 0
    """Flicks; negative where it is shorter."""

    @property
    def is_same(self) -> bool:
        return self == Comparison()


def compare(before: Timeline, after: Timeline) -> Comparison:
    """From `before` to `after`. Items are the same where their ids are."""
    old, new = _places(before), _places(after)
    kept = [(old[item_id], new[item_id]) for item_id in old.keys() & new.keys()]
    moved = trimmed = changed = 0
    for was, now in kept:
        if was == now:
            continue
        if was[1].duration != now[1].duration:
            trimmed += 1
        elif (was[0], was[1].start) != (now[0], now[1].start):
            moved += 1
        else:
            changed += 1
    return Comparison(
        added=len(new) - len(kept),
        removed=len(old) - len(kept),
        moved=moved,
        trimmed=trimmed,
        changed=changed,
        is_arranged=_frame_of(before) != _frame_of(after),
        longer=after.duration - before.duration,
    )


def _places(timeline: Timeline) -> dict[str, _Place]:
    return {item.id: (track.id, item) for track in timeline.tracks for item in track.items}


def _frame_of(timeline: Timeline) -> Timeline:
    """All but the items."""
    return replace(timeline, tracks=tuple(replace(track, items=()) for track in timeline.tracks))
