"""Moving items in time and between tracks."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.scope import (
    Selection,
    check_kind,
    open_track,
    select,
    with_tracks,
)
from timeline_studio.timeline.joins import joins_of, surviving
from timeline_studio.timeline.kinds import A_TRACK
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import label, track_label
from timeline_studio.timeline.sequence import Items, shifted


def move(
    timeline: Timeline,
    item_ids: Iterable[str],
    *,
    by: int,
    to_track: Mapping[str, str] | None = None,
    with_links: bool = True,
) -> Timeline:
    """Move items by a time, and those that `to_track` names to another track.

    ::

        | A | B |   |  ->  | A |   | B |

    The set is taken up before it is put down, so its own members are never in the way.
    Partners move by the same time on their own tracks. Raises EditError when something would
    overlap, start before zero, or land on a locked track or one of another kind.
    """
    selection = select(timeline, item_ids, with_links=with_links)
    arriving = _arriving(timeline, selection, by, to_track or {})
    leaving = {item.id for run in selection.values() for item in run}
    before = [track for track in timeline.tracks if track.id in selection or track.id in arriving]
    joins = [join for track in before for join in joins_of(track.items, track.transitions)]
    changed = {}
    for track in before:
        staying = tuple(item for item in track.items if item.id not in leaving)
        items = _merged(timeline, track, staying, arriving.get(track.id, []))
        changed[track.id] = replace(track, items=items, transitions=surviving(joins, items))
    return with_tracks(timeline, changed)


def _arriving(
    timeline: Timeline, selection: Selection, by: int, to_track: Mapping[str, str]
) -> Selection:
    arriving: Selection = {}
    for track_id, run in selection.items():
        for item in run:
            target = open_track(timeline, to_track.get(item.id, track_id))
            check_kind(timeline, target, item)
            _refuse_other_kind(timeline, item, track_id, target)
            if item.start + by < 0:
                raise EditError(f"“{label(item)}” cannot start before the timeline does")
            arriving.setdefault(target.id, []).append(shifted(item, by))
    return arriving


def _refuse_other_kind(timeline: Timeline, item: Item, track_id: str, target: Track) -> None:
    if open_track(timeline, track_id).kind != target.kind:
        raise EditError(
            f"“{label(item)}” cannot go to {track_label(timeline, target)}: "
            f"that is {A_TRACK[target.kind]}"
        )


def _merged(timeline: Timeline, track: Track, staying: Items, arriving: list[Item]) -> Items:
    items = tuple(sorted((*staying, *arriving), key=lambda item: item.start))
    for left, right in pairwise(items):
        if right.start < left.end:
            raise EditError(
                f"“{label(left)}” and “{label(right)}” would overlap on "
                f"{track_label(timeline, track)}"
            )
    return items
