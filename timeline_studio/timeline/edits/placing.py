"""Putting new items on the timeline: insert, overwrite, append."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.dividing import divided
from timeline_studio.timeline.edits.opening import opened
from timeline_studio.timeline.edits.reach import LINKED, Reach
from timeline_studio.timeline.edits.scope import Selection, check_new, open_track, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.queries import item_at
from timeline_studio.timeline.sequence import cleared, placed, shifted

Run: TypeAlias = Item | Sequence[Item]
"""One item, or several that are laid end to end; their own starts do not matter."""


def insert(
    timeline: Timeline,
    track_id: str,
    items: Run,
    time: int,
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Make room at `time` and put items there; all later ones move right.

    ::

        | A | B |  ->  | A | X | B |
        |   A   |  ->  | A | X | A' |    where `time` is inside of A

    The partners of what moves or is cut do the same on their tracks (see `insert_linked`).
    """
    return insert_linked(timeline, {track_id: items}, time, with_links=with_links, reach=reach)


def insert_linked(
    timeline: Timeline,
    runs: Mapping[str, Run],
    time: int,
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Insert on several tracks at once, say a picture and its sound; all ripple equally.

    ::

        V | A | B |      | A | X | B |
        A | a | b |  ->  | a | x | b |

    Each track opens by the longest of the runs. `with_links`, an item that is cut has its
    partners cut too, and every track with a partner of what moves ripples by the same amount
    from its first such partner on, so that pairs stay in sync.
    """
    new = _laid(runs, time)
    check_new(timeline, new)
    length = max(run[-1].end - time for run in new.values())
    room = opened(timeline, new, time, length, with_links=with_links, reach=reach)
    return _placed(room, new)


def overwrite(timeline: Timeline, track_id: str, items: Run, time: int) -> Timeline:
    """Put items at `time` over what is there; nothing moves.

    ::

        | A  |  B  |  ->  | A | X | B |
        |     A    |  ->  | A | X | A' |

    Partners of what is covered stay as they are. Where both ends of an item stay, the right
    one is new, as after a split.
    """
    return overwrite_linked(timeline, {track_id: items}, time)


def overwrite_linked(timeline: Timeline, runs: Mapping[str, Run], time: int) -> Timeline:
    """Overwrite on several tracks at the same time.

    ::

        V | A  |  B  |      | A | X | B |
        A |  a  | b  |  ->  | a | x | b |
    """
    new = _laid(runs, time)
    check_new(timeline, new)
    seam = min(run[-1].end for run in new.values())
    timeline = divided(timeline, _reaching(timeline, new, time, seam), seam)
    changed = {}
    for track_id, run in new.items():
        track = open_track(timeline, track_id)
        items = cleared(track.items, run[0].start, run[-1].end)
        changed[track_id] = with_items(track, placed(items, run))
    return with_tracks(timeline, changed)


def append(timeline: Timeline, track_id: str, items: Run) -> Timeline:
    """Put items after the track's last one.

    ::

        | A | B |  ->  | A | B | X |
    """
    return append_linked(timeline, {track_id: items})


def append_linked(timeline: Timeline, runs: Mapping[str, Run]) -> Timeline:
    """Put items on several tracks at the same time, after the last item of all of them.

    ::

        V | A |             | A |   | X |
        A |  a  |  ->       |  a  | | x |    X and x start where a ends
    """
    time = max((open_track(timeline, track_id).end for track_id in runs), default=0)
    new = _laid(runs, time)
    check_new(timeline, new)
    return _placed(timeline, new)


def _laid(runs: Mapping[str, Run], time: int) -> dict[str, list[Item]]:
    """Each run as items laid end to end from `time` on."""
    if time < 0:
        raise EditError("Nothing can be placed before the start of the timeline")
    laid: dict[str, list[Item]] = {}
    for track_id, run in runs.items():
        at = time
        laid[track_id] = []
        for item in run if isinstance(run, Sequence) else (run,):
            laid[track_id].append(shifted(item, at - item.start))
            at += item.duration
    return {track_id: run for track_id, run in laid.items() if run}


def _reaching(timeline: Timeline, tracks: Iterable[str], time: int, seam: int) -> Selection:
    """The items of these tracks that begin before `time` and go on over `seam`."""
    found = {track_id: item_at(open_track(timeline, track_id), seam) for track_id in tracks}
    return {track_id: [item] for track_id, item in found.items() if item and item.start < time}


def _placed(timeline: Timeline, new: Mapping[str, Sequence[Item]]) -> Timeline:
    changed = {}
    for track_id, run in new.items():
        track = open_track(timeline, track_id)
        changed[track_id] = with_items(track, placed(track.items, run))
    return with_tracks(timeline, changed)
