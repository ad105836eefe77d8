"""What a command is about: the clips under the playhead, the cut that is meant."""

from collections.abc import Iterable
from itertools import islice, pairwise

from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import item_at, items_of, members
from timeline_studio.timeline.sequence import first_starting_from


def straddling(tracks: Iterable[Track], time: int) -> list[Item]:
    """What of unlocked `tracks` would be cut in two at `time`."""
    found = (item_at(track, time) for track in tracks if not track.locked)
    return [item for item in found if item and item.start < time]


def splittable(
    timeline: Timeline, time: int, selection: frozenset[str], targets: Iterable[Track]
) -> list[str]:
    """Ids of the selected clips at `time`; where there are none, of those on `targets`."""
    at_time = straddling(timeline.tracks, time)
    chosen = [item.id for item in at_time if item.id in selection]
    return chosen or [item.id for item in straddling(targets, time)]


def meant_cut(
    timeline: Timeline, time: int, selection: frozenset[str], target: Track | None
) -> tuple[str, int] | None:
    """The track and cut nearest to `time`: at a selected clip, else on the `target` track."""
    if selection:
        tracks = (*timeline.video_tracks, *timeline.audio_tracks)
        pairs = [pair for track in tracks for pair in _pairs_with(track, selection)]
    else:
        pairs = _nearest_pairs(target, time) if target else []
    found = [
        (abs(right.start - time), track.kind == "audio", track.id, right.start)
        for track, left, right in pairs
        if left.end == right.start and not track.locked
    ]
    return min(found)[2:] if found else None


def _nearest_pairs(track: Track, time: int) -> list[tuple[Track, Item, Item]]:
    """The touching neighbours whose cut is nearest before `time`, and nearest after it."""
    items = track.items
    at = first_starting_from(items, time)
    earlier = (
        place for place in range(at - 1, 0, -1) if items[place - 1].end == items[place].start
    )
    later = (
        place
        for place in range(max(at, 1), len(items))
        if items[place - 1].end == items[place].start
    )
    places = [place for cuts in (earlier, later) for place in islice(cuts, 1)]
    return [(track, items[place - 1], items[place]) for place in places]


def cuts_between(timeline: Timeline, selection: frozenset[str]) -> list[tuple[str, int]]:
    """The tracks and cuts at which two selected clips touch."""
    tracks = (*timeline.video_tracks, *timeline.audio_tracks) if len(selection) > 1 else ()
    return [
        (track.id, right.start)
        for each in tracks
        if not each.locked
        for track, left, right in _pairs_with(each, selection)
        if left.id in selection and right.id in selection and left.end == right.start
    ]


def _pairs_with(track: Track, selection: frozenset[str]) -> list[tuple[Track, Item, Item]]:
    """Neighbours of which one is selected."""
    chosen = [track.places[item_id] for item_id in track.places.keys() & selection]
    firsts = sorted({first for number in chosen for first in (number - 1, number)})
    return [
        (track, track.items[first], track.items[first + 1])
        for first in firsts
        if 0 <= first < len(track.items) - 1
    ]


def sound_cuts(timeline: Timeline, track_id: str, cut: int) -> list[str]:
    """Audio tracks on which the partners of the two clips at this cut touch there too."""
    pair = next(
        (
            {left.link, right.link}
            for track in timeline.tracks
            if track.id == track_id
            for left, right in pairwise(track.items)
            if left.end == cut == right.start
        ),
        set(),
    )
    return [
        track.id
        for track in timeline.audio_tracks
        for left, right in pairwise(track.items)
        if left.end == cut == right.start
        and None not in pair
        and {left.link, right.link} == pair
        and track.id != track_id
    ]


def has_all_partners(timeline: Timeline, ids: frozenset[str]) -> bool:
    """Whether nothing outside `ids` is linked to anything in it."""
    links = {item.link for item in items_of(timeline, ids) if item.link}
    return all(item.id in ids for item in members(timeline, links))


def are_linked(timeline: Timeline, ids: frozenset[str]) -> bool:
    return any(item.link for item in items_of(timeline, ids))
