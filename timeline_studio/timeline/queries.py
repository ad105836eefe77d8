"""Questions about a timeline: where an item is, what is linked, where the cuts are."""

from collections.abc import Collection, Iterable, Iterator
from textwrap import shorten

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import (
    Caption,
    Clip,
    Item,
    Marker,
    MediaReference,
    Still,
    Timeline,
    Track,
    Transition,
)
from timeline_studio.timeline.sequence import first_ending_after, first_starting_from, marker_time

__all__ = [
    "cuts",
    "edit_points",
    "find_item",
    "find_track",
    "find_transition",
    "first_media",
    "gap_at",
    "item_at",
    "items",
    "items_of",
    "label",
    "linked",
    "marker_time",
    "media_urls",
    "members",
    "poster_marker",
    "touching_at",
    "track_label",
]

LONGEST_LABEL = 40
"""Letters of a caption that stand for it in a message."""


def items(timeline: Timeline) -> Iterator[tuple[Track, Item]]:
    """Every item with its track, track by track from the bottom, in time order."""
    for track in timeline.tracks:
        for item in track.items:
            yield track, item


def items_of(timeline: Timeline, item_ids: Collection[str]) -> list[Item]:
    """Those of these items that there are, track by track, in time order."""
    return [
        track.items[place]
        for track in timeline.tracks
        for place in sorted(track.places[each] for each in item_ids if each in track.places)
    ]


def members(timeline: Timeline, links: Iterable[str]) -> list[Item]:
    """The items of these links, track by track."""
    links = list(links)
    return [item for track in timeline.tracks for link in links for item in track.of_link(link)]


def find_track(timeline: Timeline, track_id: str) -> Track:
    """Raises EditError when there is no such track."""
    for track in timeline.tracks:
        if track.id == track_id:
            return track
    raise EditError(f"There is no track “{track_id}” on this timeline")


def find_item(timeline: Timeline, item_id: str) -> tuple[Track, Item]:
    """Raises EditError when there is no such item."""
    for track in timeline.tracks:
        place = track.places.get(item_id)
        if place is not None:
            return track, track.items[place]
    raise EditError(f"There is no item “{item_id}” on this timeline")


def find_transition(timeline: Timeline, transition_id: str) -> tuple[Track, Transition]:
    """Raises EditError when there is no such transition."""
    for track in timeline.tracks:
        for transition in track.transitions:
            if transition.id == transition_id:
                return track, transition
    raise EditError("There is no such transition on this timeline")


def item_at(track: Track, time: int) -> Item | None:
    """The item that is on at `time`: its start counts, its end does not."""
    at = first_ending_after(track.items, time)
    if at < len(track.items) and track.items[at].start <= time:
        return track.items[at]
    return None


def touching_at(track: Track, cut: int) -> tuple[Item, Item]:
    """The two items that touch at `cut`; raises EditError when there are none."""
    at = first_starting_from(track.items, cut)
    pair = track.items[max(at - 1, 0) : at + 1]
    if at == 0 or len(pair) < 2 or not pair[0].end == cut == pair[1].start:
        raise EditError("There is no cut between touching items here")
    return pair[0], pair[1]


def gap_at(track: Track, time: int) -> tuple[int, int] | None:
    """From when until when nothing is on at `time`; None where something is, or comes no more."""
    at = first_ending_after(track.items, time)
    if time < 0 or at == len(track.items) or track.items[at].start <= time:
        return None
    return (track.items[at - 1].end if at else 0), track.items[at].start


def linked(timeline: Timeline, item_id: str) -> tuple[str, ...]:
    """The ids of the item's partners, without its own; raises EditError when unknown."""
    link = find_item(timeline, item_id)[1].link
    if link is None:
        return ()
    return tuple(item.id for item in members(timeline, [link]) if item.id != item_id)


def cuts(track: Track) -> tuple[int, ...]:
    """When one item touches the next: the places where a transition can be."""
    return tuple(
        right.start
        for left, right in zip(track.items, track.items[1:], strict=False)
        if left.end == right.start
    )


def edit_points(timeline: Timeline) -> tuple[int, ...]:
    """Every start and end of an item, sorted, each once."""
    return tuple(sorted({edge for _, item in items(timeline) for edge in (item.start, item.end)}))


def media_urls(timeline: Timeline) -> set[str]:
    return {item.media.url for _, item in items(timeline) if isinstance(item, Clip | Still)}


def first_media(timeline: Timeline) -> MediaReference | None:
    """The media that gives a timeline its size: the earliest clip of the lowest video track.

    A still does where there is no clip.
    """
    for kind in (Clip, Still):
        for track in timeline.video_tracks:
            for item in track.items:
                if isinstance(item, kind):
                    return item.media
    return None


def poster_marker(timeline: Timeline) -> Marker | None:
    """The note whose picture stands for the whole, where one was chosen."""
    return next((marker for marker in timeline.markers if marker.is_poster), None)


def label(item: Item) -> str:
    """What to call an item in a message."""
    if item.name:
        return item.name
    if isinstance(item, Clip | Still) and item.media.name:
        return item.media.name
    if isinstance(item, Caption) and (words := item.text.split()):
        return shorten(" ".join(words), LONGEST_LABEL, placeholder="…")
    return f"untitled {type(item).__name__.lower()}"


def track_label(timeline: Timeline, track: Track) -> str:
    """What to call a track: its name, else `V1`, `A2`, counted from the bottom."""
    if track.name:
        return track.name
    same = [each.id for each in timeline.tracks if each.kind == track.kind]
    return f"{track.kind[0].upper()}{same.index(track.id) + 1}"
