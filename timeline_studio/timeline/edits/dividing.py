"""Cutting items in two, together with their links: what splitting and inserting share."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from timeline_studio.timeline.edits.scope import Selection, refuse_locked, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Timeline, Track, new_id
from timeline_studio.timeline.queries import members
from timeline_studio.timeline.sequence import Heirs, cut, first_starting_from


def is_inside(item: Item, time: int) -> bool:
    return item.start < time < item.end


def straddling_links(timeline: Timeline, points: Mapping[str, int]) -> set[str]:
    """The links whose items lie on both sides of a track's point, given by track id."""
    links: set[str] = set()
    for track in timeline.tracks:
        if (point := points.get(track.id)) is None:
            continue
        before = track.items[: first_starting_from(track.items, point)]
        links.update(
            item.link
            for item in before
            if item.link and track.items[track.last_of_link[item.link]].end > point
        )
    return links


def divided(
    timeline: Timeline, selection: Selection, time: int, apart: Iterable[str] = ()
) -> Timeline:
    """With each selected item that `time` is inside of cut there.

    The right parts of linked items, and their partners from `time` on, get a link of their
    own, so that what follows the cut stays together and no longer holds on to what is before;
    the groups of the links in `apart` are parted so even where nothing of them is cut.
    """
    doomed = {item.id for run in selection.values() for item in run if is_inside(item, time)}
    links = {
        item.link for run in selection.values() for item in run if item.id in doomed and item.link
    }.union(apart)
    relinked = _links_after(timeline, links, doomed, time)
    changed = {}
    for track in timeline.tracks:
        new = _divided_track(track, doomed, relinked, time)
        if new is not track:
            refuse_locked(timeline, track)
            changed[track.id] = new
    return with_tracks(timeline, changed)


def _links_after(
    timeline: Timeline, links: Iterable[str], doomed: set[str], time: int
) -> dict[str, str | None]:
    """The link of each group's part after `time`; none where one item would be alone in it.

    A group keeps its link as it is where a member goes on over `time` uncut.
    """
    groups = set(links)
    found = members(timeline, groups)
    uncut = {item.link for item in found if is_inside(item, time) and item.id not in doomed}
    after = Counter(item.link for item in found if item.end > time)
    return {link: new_id() if after[link] > 1 else None for link in sorted(groups - uncut)}


def _divided_track(
    track: Track, doomed: set[str], relinked: dict[str, str | None], time: int
) -> Track:
    if track.places.keys().isdisjoint(doomed) and track.first_of_link.keys().isdisjoint(relinked):
        return track
    after: list[Item] = []
    heirs: Heirs = {}
    touched = False
    for item in track.items:
        if item.id in doomed:
            left, right = cut(item, time)
            heirs[item.id] = right.id
            after += (left, _relinked(right, relinked))
            touched = True
        elif item.start >= time and item.link in relinked:
            after.append(_relinked(item, relinked))
            touched = True
        else:
            after.append(item)
    return with_items(track, tuple(after), heirs) if touched else track


def _relinked(item: Item, links: dict[str, str | None]) -> Item:
    return replace(item, link=links.get(item.link, item.link)) if item.link else item
