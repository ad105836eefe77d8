"""What to select: items by time, by track, by media, with their partners; ids, in any order."""

from collections.abc import Collection, Iterable

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Clip, Item, Still, Timeline, Track
from timeline_studio.timeline.queries import find_item, item_at, items, items_of, members
from timeline_studio.timeline.sequence import first_ending_after, first_starting_from

Ids = frozenset[str]


def sounds(timeline: Timeline, item_ids: Collection[str]) -> list[tuple[Track, Clip]]:
    """The named sounds, and the partners of named pictures, with their tracks, in order."""
    named = items_of(timeline, item_ids)
    partners = members(timeline, {item.link for item in named if item.link})
    wanted = {item.id for item in (*named, *partners)}
    found = (
        (track, track.items[place])
        for track in timeline.audio_tracks
        for place in sorted(track.places[each] for each in wanted if each in track.places)
    )
    return [(track, item) for track, item in found if isinstance(item, Clip)]


def forward_from(timeline: Timeline, time: int, track_ids: Iterable[str] | None = None) -> Ids:
    """All that is on at `time` or comes later, on these tracks, else on all."""
    return frozenset(
        item.id
        for track in _tracks(timeline, track_ids)
        for item in track.items[first_ending_after(track.items, time) :]
    )


def back_from(timeline: Timeline, time: int, track_ids: Iterable[str] | None = None) -> Ids:
    """All that began before `time`, on these tracks, else on all."""
    return frozenset(
        item.id
        for track in _tracks(timeline, track_ids)
        for item in track.items[: first_starting_from(track.items, time)]
    )


def between(
    timeline: Timeline, start: int, end: int, track_ids: Iterable[str] | None = None
) -> Ids:
    """All that is on at any moment between two times: what a rubber band touches."""
    return frozenset(
        item.id
        for track in _tracks(timeline, track_ids)
        for item in track.items[
            first_ending_after(track.items, start) : first_starting_from(track.items, end)
        ]
    )


def under(timeline: Timeline, time: int, track_ids: Iterable[str] | None = None) -> Ids:
    """What is on at `time`."""
    found = (item_at(track, time) for track in _tracks(timeline, track_ids))
    return frozenset(item.id for item in found if item)


def with_partners(timeline: Timeline, item_ids: Iterable[str]) -> Ids:
    """The items and all that they are linked to."""
    chosen = frozenset(item_ids)
    links = {item.link for item in items_of(timeline, chosen) if item.link}
    return chosen.union(item.id for item in members(timeline, links))


def with_group(timeline: Timeline, item_ids: Iterable[str]) -> Ids:
    """The items and all that they are grouped with."""
    chosen = frozenset(item_ids)
    groups = {item.group for item in items_of(timeline, chosen) if item.group}
    if not groups:
        return chosen
    return chosen.union(item.id for _, item in items(timeline) if item.group in groups)


def of_same_media(timeline: Timeline, item_id: str) -> Ids:
    """Every item that shows the file that this one shows."""
    url = _url(find_item(timeline, item_id)[1])
    if url is None:
        return frozenset({item_id})
    return frozenset(item.id for _, item in items(timeline) if _url(item) == url)


def bounds(timeline: Timeline, item_ids: Iterable[str]) -> tuple[int, int]:
    """When the first of the items starts and the last ends; raises EditError without any."""
    chosen = frozenset(item_ids)
    found = items_of(timeline, chosen)
    if not found:
        raise EditError("No item is selected")
    return min(item.start for item in found), max(item.end for item in found)


def _tracks(timeline: Timeline, track_ids: Iterable[str] | None) -> list[Track]:
    if track_ids is None:
        return list(timeline.tracks)
    chosen = set(track_ids)
    return [track for track in timeline.tracks if track.id in chosen]


def _url(item: Item) -> str | None:
    return item.media.url if isinstance(item, Clip | Still) else None
