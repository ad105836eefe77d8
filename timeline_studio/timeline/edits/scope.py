"""What an edit concerns: the tracks it may change, the items it names and their partners."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.kinds import HELD, unfit
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import find_track, label, track_label

Selection = dict[str, list[Item]]
"""Items by track id, in time order."""


def open_track(timeline: Timeline, track_id: str) -> Track:
    """The track; raises EditError when it is unknown or locked."""
    track = find_track(timeline, track_id)
    refuse_locked(timeline, track)
    return track


def refuse_locked(timeline: Timeline, track: Track) -> None:
    if track.locked:
        name = track_label(timeline, track)
        raise EditError(f"{name} is locked: unlock the track first, or unlink its clips")


def with_tracks(timeline: Timeline, changed: Mapping[str, Track]) -> Timeline:
    """The timeline with some tracks in new versions; the others are shared."""
    return replace(
        timeline, tracks=tuple(changed.get(track.id, track) for track in timeline.tracks)
    )


def select(timeline: Timeline, item_ids: Iterable[str], *, with_links: bool) -> Selection:
    """The named items and, `with_links`, their partners.

    Raises EditError when an item is unknown, or on a locked track.
    """
    wanted = set(item_ids)
    if not wanted:
        raise EditError("No item is selected")
    places = {track.id: track.places.keys() & wanted for track in timeline.tracks}
    unknown = wanted.difference(*places.values())
    if unknown:
        raise EditError(f"There is no item “{min(unknown)}” on this timeline")
    links = _links_of(timeline, places) if with_links else set()
    selection: Selection = {}
    for track in timeline.tracks:
        found = {track.places[item_id] for item_id in places[track.id]}
        found.update(track.places[item.id] for link in links for item in track.of_link(link))
        if found:
            refuse_locked(timeline, track)
            selection[track.id] = [track.items[place] for place in sorted(found)]
    return selection


def _links_of(timeline: Timeline, ids: Mapping[str, Iterable[str]]) -> set[str]:
    """The links of items, given by track id."""
    found = (
        track.items[track.places[item_id]].link
        for track in timeline.tracks
        for item_id in ids[track.id]
    )
    return {link for link in found if link}


def check_new(timeline: Timeline, new: Mapping[str, Sequence[Item]]) -> None:
    """Raises EditError when items cannot join these tracks: ids taken, no length, wrong kind."""
    ids = [item.id for run in new.values() for item in run]
    if not ids:
        raise EditError("There is nothing to place")
    taken = any(item_id in track.places for track in timeline.tracks for item_id in ids)
    if taken or len(set(ids)) < len(ids):
        raise EditError("An item with the same id is already on the timeline: give it a new id")
    for track_id, run in new.items():
        track = open_track(timeline, track_id)
        for item in run:
            check_kind(timeline, track, item)
            if item.duration <= 0:
                raise EditError(f"“{label(item)}” has no length")


def check_kind(timeline: Timeline, track: Track, item: Item) -> None:
    """Raises EditError when a track cannot hold such an item."""
    if reason := unfit(track.kind, item):
        raise EditError(
            f"“{label(item)}” {reason}: {track_label(timeline, track)} takes "
            f"{HELD[track.kind]} only"
        )
