"""Taking a stretch of time out of tracks: lift leaves a gap, extract closes it."""

from collections.abc import Iterable

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.clearing import emptied, is_busy
from timeline_studio.timeline.edits.following import TimeShift, followed
from timeline_studio.timeline.edits.reach import LINKED, Reach, ties
from timeline_studio.timeline.edits.ripple import rippled
from timeline_studio.timeline.edits.scope import open_track
from timeline_studio.timeline.edits.ties import tied_tracks
from timeline_studio.timeline.model import Timeline, Track


def lift_range(timeline: Timeline, track_ids: Iterable[str], start: int, end: int) -> Timeline:
    """Take all between two times off these tracks and leave a gap; nothing moves.

    ::

        |  A  |  B  |  ->  |  A|     |B  |
        |     A     |  ->  |  A|     |A' |

    Other tracks stay as they are, those of partners too.
    """
    chosen = _chosen(timeline, track_ids, start, end)
    if not any(is_busy(track, start, end) for track in chosen):
        raise EditError("There is nothing to lift between these times")
    return emptied(timeline, [track.id for track in chosen], start, end, with_links=False)


def extract_range(
    timeline: Timeline,
    track_ids: Iterable[str],
    start: int,
    end: int,
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Take a stretch of time out of these tracks; all that is later moves left over it.

    ::

        V |  A  |  B  | C |      |  A|B  | C |
        A |     a     | c |  ->  |  a|a' | c |

    `with_links`, every track that linked pairs tie to these from there on loses the same
    stretch, so that pairs stay in sync. What is after it gets links of its own. `reach` says
    what else loses it.
    """
    chosen = _chosen(timeline, track_ids, start, end)
    if all(track.end <= start for track in chosen):
        raise EditError("There is nothing to extract between these times")
    names = [track.id for track in chosen]
    if ties(reach, with_links=with_links):
        names = tied_tracks(timeline, names, end)
    timeline = emptied(timeline, names, start, end, with_links=with_links)
    timeline = rippled(timeline, dict.fromkeys(names, end), start - end)
    shift = TimeShift(end, start - end)
    return followed(timeline, shift, names, reach, with_links=with_links)


def _chosen(timeline: Timeline, track_ids: Iterable[str], start: int, end: int) -> list[Track]:
    if not 0 <= start < end:
        raise EditError("The range has no length: set its out point after its in point")
    chosen = [open_track(timeline, track_id) for track_id in dict.fromkeys(track_ids)]
    if not chosen:
        raise EditError("No track is chosen")
    return chosen
