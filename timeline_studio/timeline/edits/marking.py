"""Notes on the timeline: add, change, move, remove."""

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.changing import replace_item
from timeline_studio.timeline.model import Clip, Marker, Timeline
from timeline_studio.timeline.queries import find_item, label


def add_marker(timeline: Timeline, marker: Marker) -> Timeline:
    """Put a note on the timeline; notes are kept in time order.

    ::

        | A | B |  ->  | A v B |

    One that chooses the poster takes that from any other.
    """
    _refuse_misplaced(marker)
    if any(each.id == marker.id for each in timeline.markers):
        raise EditError("There is already a marker with this id")
    return _with_markers(timeline, *_giving_way(timeline, marker), marker)


def change_marker(timeline: Timeline, marker: Marker) -> Timeline:
    """Put a note in place of the one with its id: another name, colour, text, time, length.

    ::

        | A v B |  ->  | A | v B |
    """
    _refuse_misplaced(marker)
    _found(timeline, marker.id)
    return _with_markers(
        timeline,
        *(marker if each.id == marker.id else each for each in _giving_way(timeline, marker)),
    )


def move_marker(timeline: Timeline, marker_id: str, time: int) -> Timeline:
    """Put a note at another time.

    ::

        | A v B |  ->  | A | v B |
    """
    return change_marker(timeline, replace(_found(timeline, marker_id), time=time))


def move_item_marker(timeline: Timeline, item_id: str, marker_id: str, time: int) -> Timeline:
    """Put a note of an item at another of its moments; `time` is the timeline's.

    ::

        | A  v   |  ->  | A    v |

    On a clip it goes to the picture that is shown then. Raises EditError outside the item.
    """
    item = find_item(timeline, item_id)[1]
    found = next((each for each in item.markers if each.id == marker_id), None)
    if found is None:
        raise EditError(f"There is no such marker on “{label(item)}”")
    if not item.start <= time < item.end:
        raise EditError(f"The marker would leave “{label(item)}”")
    if isinstance(item, Clip) and item.speed == 0:
        raise EditError(f"“{label(item)}” is a freeze frame: it has one moment only")
    own = item.source_time(time) if isinstance(item, Clip) else time - item.start
    moved = replace(found, time=own)
    markers = tuple(moved if each is found else each for each in item.markers)
    return replace_item(timeline, replace(item, markers=markers))


def choose_poster(timeline: Timeline, marker_id: str) -> Timeline:
    """Have a note's picture stand for the whole, instead of any other's.

    ::

        | A v B * C |  ->  | A * B v C |
    """
    return change_marker(timeline, replace(_found(timeline, marker_id), is_poster=True))


def remove_marker(timeline: Timeline, marker_id: str) -> Timeline:
    """Take a note off the timeline.

    ::

        | A v B |  ->  | A | B |
    """
    _found(timeline, marker_id)
    return _with_markers(timeline, *(each for each in timeline.markers if each.id != marker_id))


def _found(timeline: Timeline, marker_id: str) -> Marker:
    for marker in timeline.markers:
        if marker.id == marker_id:
            return marker
    raise EditError("There is no such marker on this timeline")


def _giving_way(timeline: Timeline, marker: Marker) -> list[Marker]:
    """The timeline's markers; where this one chooses the poster, none of them does."""
    return [
        replace(each, is_poster=False) if marker.is_poster and each.is_poster else each
        for each in timeline.markers
    ]


def _with_markers(timeline: Timeline, *markers: Marker) -> Timeline:
    return replace(timeline, markers=tuple(sorted(markers, key=lambda each: each.time)))


def _refuse_misplaced(marker: Marker) -> None:
    if marker.time < 0 or marker.duration < 0:
        raise EditError(
            "A marker cannot be before the start of the timeline, or end before it starts"
        )
