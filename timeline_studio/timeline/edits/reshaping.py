"""Items in new shapes, put where their old ones are, if they fit there."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.handles import more_frames, refuse_beyond_media
from timeline_studio.timeline.edits.scope import refuse_locked, with_tracks
from timeline_studio.timeline.joins import with_versions
from timeline_studio.timeline.model import Clip, Item, Timeline, Track
from timeline_studio.timeline.queries import items, label, track_label
from timeline_studio.timeline.sequence import with_edges
from timeline_studio.timeline.time import frame_start

Edge: TypeAlias = Literal["start", "end"]
Versions: TypeAlias = dict[str, Item]
"""New versions of items, by id."""


class EdgeMove(NamedTuple):
    """An item's edge that moves by a time."""

    item: Item
    edge: Edge
    by: int

    @property
    def time(self) -> int:
        return self.item.start if self.edge == "start" else self.item.end


def edges_moved(
    timeline: Timeline, moves: Iterable[EdgeMove], *, with_links: bool, but: Iterable[str] = ()
) -> Versions:
    """The items whose edges move, and `with_links` the partners that share such an edge.

    Those in `but` stay as they are. What an item shows at each moment stays.
    """
    every = {(move.item.id, move.edge): move for move in moves}
    if with_links:
        kept = set(but)
        shared = {(m.item.link, m.edge, m.time): m.by for m in every.values() if m.item.link}
        links = {link for link, _, _ in shared}
        for _, item in items(timeline) if links else ():
            if item.link in links and item.id not in kept:
                for edge, time in _edges(item):
                    by = shared.get((item.link, edge, time))
                    if by is not None:
                        every.setdefault((item.id, edge), EdgeMove(item, edge, by))
    versions: Versions = {}
    for item, edge, by in every.values():
        versions[item.id] = _with_edge(versions.get(item.id, item), edge, by)
    return versions


def reshaped(timeline: Timeline, versions: Mapping[str, Item]) -> Timeline:
    """With items in new versions.

    Raises EditError when one overlaps what is beside it, begins before the timeline does,
    is shorter than a frame now, or went past its media's end.
    """
    changed = {}
    for track in timeline.tracks:
        places = sorted(track.places[i] for i in track.places.keys() & versions.keys())
        if places:
            refuse_locked(timeline, track)
            new = with_versions(track, versions)
            for place in places:
                _refuse_beside(timeline, new, place)
                _refuse_short(timeline, track.items[place], new.items[place])
                _refuse_missing_media(timeline, track.items[place], new.items[place])
            changed[track.id] = new
    return with_tracks(timeline, changed)


def _edges(item: Item) -> tuple[tuple[Edge, int], tuple[Edge, int]]:
    return ("start", item.start), ("end", item.end)


def _with_edge(item: Item, edge: Edge, by: int) -> Item:
    start = item.start + (by if edge == "start" else 0)
    end = item.end + (by if edge == "end" else 0)
    if start >= end:
        raise EditError(f"Nothing would be left of “{label(item)}”")
    return with_edges(item, start, end)


def _refuse_beside(timeline: Timeline, track: Track, place: int) -> None:
    item = track.items[place]
    if item.start < 0:
        raise EditError(
            f"“{label(item)}” would start before the timeline does: "
            f"it needs {more_frames(timeline, -item.start)}"
        )
    pairs = ((place - 1, place), (place, place + 1))
    for left, right in pairs:
        if left < 0 or right == len(track.items):
            continue
        over = track.items[left].end - track.items[right].start
        if over > 0:
            blocker = track.items[left if right == place else right]
            raise EditError(
                f"“{label(blocker)}” on {track_label(timeline, track)} is in the way of "
                f"“{label(item)}”: it needs {more_frames(timeline, over)} of room"
            )


def _refuse_short(timeline: Timeline, old: Item, new: Item) -> None:
    if new.duration < min(old.duration, frame_start(1, timeline.rate)):
        raise EditError(f"Less than a frame would be left of “{label(old)}”")


def _refuse_missing_media(timeline: Timeline, old: Item, new: Item) -> None:
    """Of an item that shows the same media as fast as before; of others their edit knows."""
    if not (isinstance(old, Clip) and isinstance(new, Clip)):
        return
    if (old.media, old.speed) == (new.media, new.speed):
        refuse_beyond_media(timeline, old, new)
