"""Which tracks and items linked pairs tie together, across a time."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from timeline_studio.timeline.model import Item, Timeline, Track, new_id
from timeline_studio.timeline.sequence import first_ending_after


def tied_tracks(timeline: Timeline, track_ids: Iterable[str], time: int) -> list[str]:
    """These tracks, and all that hold a partner of what ends after `time` on one of them."""
    tied = set(track_ids)
    after = {track.id: _links_after(track, time) for track in timeline.tracks}
    links = set[str]().union(*(after[track_id] for track_id in tied))
    while True:
        found = {
            name for name, held in after.items() if name not in tied and not held.isdisjoint(links)
        }
        if not found:
            return [track.id for track in timeline.tracks if track.id in tied]
        tied |= found
        links = links.union(*(after[name] for name in found))


def links_on_both_sides(timeline: Timeline, track_ids: Collection[str], time: int) -> set[str]:
    """The links of what ends after `time` on these tracks that hold anything from before it."""
    after = {
        link
        for track in timeline.tracks
        if track.id in track_ids
        for link in _links_after(track, time)
    }
    return {
        item.link
        for track in timeline.tracks
        for item in track.items
        if item.link in after and item.link and item.start < time
    }


def parted(timeline: Timeline, shifts: Mapping[str, int]) -> dict[str, str | None]:
    """New links by item id, where partners are moved by different times, given by item id.

    Those of a group that move least keep their link; the others are partners of those that
    move as they do.
    """
    torn = _torn(timeline, shifts)
    if not torn:
        return {}
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for track in timeline.tracks:
        for item in track.items:
            if item.link in torn and item.link:
                groups[item.link].append((shifts.get(item.id, 0), item.id))
    links: dict[str, str | None] = {}
    for members in groups.values():
        counts = Counter(by for by, _ in members)
        least = min(counts)
        new = {by: new_id() if count > 1 else None for by, count in counts.items()}
        links |= {item_id: new[by] for by, item_id in members if by != least}
    return links


def _torn(timeline: Timeline, shifts: Mapping[str, int]) -> set[str]:
    """The links whose items move by different times."""
    seen: dict[str, int] = {}
    torn: set[str] = set()
    for track in timeline.tracks:
        for item in track.items:
            if item.link:
                by = shifts.get(item.id, 0)
                if seen.setdefault(item.link, by) != by:
                    torn.add(item.link)
    return torn


def relinked(item: Item, links: Mapping[str, str | None]) -> Item:
    return replace(item, link=links[item.id]) if item.id in links else item


def _links_after(track: Track, time: int) -> set[str]:
    at = first_ending_after(track.items, time)
    return {item.link for item in track.items[at:] if item.link}
