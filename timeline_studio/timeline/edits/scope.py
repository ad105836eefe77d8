"""What an edit concerns: the tracks it may change, the items it names and their partners."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.kinds import HELD, unfit
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import find_track, items, label, track_label

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
    found = [(track, item) for track, item in items(timeline) if item.id in wanted]
    unknown = wanted - {item.id for _, item in found}
    if unknown:
        raise EditError(f"There is no item “{min(unknown)}” on this timeline")
    links = {item.link for _, item in found if item.link} if with_links else set()
    if links:
        found = [
            (track, item)
            for track, item in items(timeline)
            if item.id in wanted or item.link in links
        ]
    selection: Selection = {}
    for track, item in found:
        if track.id not in selection:
            refuse_locked(timeline, track)
        selection.setdefault(track.id, []).append(item)
    return selection


def check_new(timeline: Timeline, new: Mapping[str, Sequence[Item]]) -> None:
    """Raises EditError when items cannot join these tracks: ids taken, no length, wrong kind."""
    ids = [item.id for run in new.values() for item in run]
    if not ids:
        raise EditError("There is nothing to place")
    taken = {item.id for _, item in items(timeline)}.intersection(ids)
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
