"""Joining what was split: through edits, over which the media goes on as if uncut."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.scope import refuse_locked, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Caption, Clip, Item, Marker, Timeline, Track
from timeline_studio.timeline.queries import find_track, touching_at
from timeline_studio.timeline.sequence import first_starting_from, piece

_OWN: dict[str, Any] = {
    "id": "",
    "start": 0,
    "duration": 1,
    "link": None,
    "markers": (),
    "metadata": {},
    "name": "",
}


def is_through(left: Item, right: Item) -> bool:
    """Whether the right item, touching, goes on with what the left one shows."""
    if left.end != right.start or type(left) is not type(right):
        return False
    own = dict(_OWN)
    if isinstance(left, Clip) and isinstance(right, Clip):
        # A flick of rounding, where a speed's media times are no whole flicks.
        if abs(left.source_time(left.end) - right.source_start) > (left.speed.denominator > 1):
            return False
        own["source_start"] = 0
    whole = _whole(left, right)
    return all(
        replace(piece(whole, side.start, side.end), **own) == replace(side, **own)
        for side in (left, right)
    )


def _whole(left: Item, right: Item) -> Item:
    """The left item until the right one's end, where it fades as that does."""
    whole = replace(left, duration=right.end - left.start)
    if isinstance(whole, Caption) or isinstance(right, Caption):
        return whole
    return replace(whole, fade_out=right.fade_out)


def through_edits(track: Track) -> Iterator[int]:
    """The cuts of a track over which nothing changes."""
    for left, right in zip(track.items, track.items[1:], strict=False):
        if is_through(left, right):
            yield right.start


def join_through(
    timeline: Timeline, track_id: str, cut: int, *, with_links: bool = True
) -> Timeline:
    """Make one item of two that a cut parts, but over which the media goes on.

    ::

        | A | A' | B |  ->  |   A   | B |

    The left one's id and name stay. Partners with a through edit at the same time are joined too.
    Raises EditError when the two show different things, or a track is locked.
    """
    track = find_track(timeline, track_id)
    left, right = touching_at(track, cut)
    if not is_through(left, right):
        raise EditError("The clips at this cut do not go on into each other: nothing to join")
    tracks = [track, *(_partner_tracks(timeline, track, left, right) if with_links else ())]
    changed = {}
    for each in tracks:
        refuse_locked(timeline, each)
        changed[each.id] = _joined(each, cut)
    joined = with_tracks(timeline, changed)
    if right.link and left.link and right.link != left.link:
        return _merged(joined, right.link, left.link)
    return joined


def _partner_tracks(timeline: Timeline, track: Track, left: Item, right: Item) -> Iterator[Track]:
    links = {left.link, right.link}
    if None in links:
        return
    for other in timeline.tracks:
        at = first_starting_from(other.items, right.start)
        if other.id == track.id or not 0 < at < len(other.items):
            continue
        pair = other.items[at - 1 : at + 1]
        is_partner = pair[1].start == right.start and {item.link for item in pair} == links
        if is_partner and is_through(*pair):
            yield other


def _joined(track: Track, cut: int) -> Track:
    at = first_starting_from(track.items, cut)
    left, right = track.items[at - 1 : at + 1]
    markers = left.markers + _moved_markers(left, right)
    whole = replace(
        _whole(left, right),
        markers=tuple({marker.id: marker for marker in markers}.values()),
        link=left.link or right.link,
    )
    items = (*track.items[: at - 1], whole, *track.items[at + 1 :])
    return with_items(track, items, {right.id: left.id})


def _moved_markers(left: Item, right: Item) -> tuple[Marker, ...]:
    """The right item's markers as the whole counts them: a clip's are its media's times."""
    if isinstance(right, Clip):
        return right.markers
    by = right.start - left.start
    return tuple(replace(marker, time=marker.time + by) for marker in right.markers)


def _merged(timeline: Timeline, old: str, new: str) -> Timeline:
    """With the partners of one link joined to those of another."""
    changed = {}
    for track in timeline.tracks:
        if any(item.link == old for item in track.items):
            refuse_locked(timeline, track)
            items = tuple(
                replace(item, link=new) if item.link == old else item for item in track.items
            )
            changed[track.id] = replace(track, items=items)
    return with_tracks(timeline, changed)
