"""Moving a cut, what a clip shows, or a clip between its neighbours: roll, slip, slide.

Nothing else on the timeline moves, and it gets no longer or shorter.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.handles import handle_after, handle_before, more_frames
from timeline_studio.timeline.edits.reshaping import EdgeMove, edges_moved, reshaped
from timeline_studio.timeline.edits.scope import open_track, select
from timeline_studio.timeline.model import Clip, Item, Timeline, Track
from timeline_studio.timeline.queries import find_track, label, touching_at
from timeline_studio.timeline.sequence import shifted
from timeline_studio.timeline.time import frame_start


def roll(
    timeline: Timeline, track_id: str, cut: int, by: int, *, with_links: bool = True
) -> Timeline:
    """Move the cut between two touching items: one gets longer by what the other loses.

    ::

        | A | B | C |  ->  | A  |B | C |

    Partners that share the edge move it along. Raises EditError when a media's end, another
    item or less than a frame is in the way.
    """
    left, right = touching_at(open_track(timeline, track_id), cut)
    moves = [EdgeMove(left, "end", by), EdgeMove(right, "start", by)]
    return reshaped(timeline, edges_moved(timeline, moves, with_links=with_links))


def slip(
    timeline: Timeline, item_ids: Iterable[str], by: int, *, with_links: bool = True
) -> Timeline:
    """Show another part of the media in the same place: what came `by` later comes now.

    ::

        media  |...AAA.....|  ->  |......AAA..|
               | X | A | Y |  ->  | X | A'| Y |

    Of a freeze frame it chooses another picture. Items without media stay as they are; raises
    EditError when that is all of them, or when the media does not go so far.
    """
    selection = select(timeline, item_ids, with_links=with_links)
    clips = [item for run in selection.values() for item in run if isinstance(item, Clip)]
    if not clips:
        raise EditError("There is nothing to slip: the selection has no clip of a media file")
    return reshaped(timeline, {clip.id: _slipped(timeline, clip, by) for clip in clips})


def slide(
    timeline: Timeline, item_ids: Iterable[str], by: int, *, with_links: bool = True
) -> Timeline:
    """Move items between their neighbours, that give or take what the move needs.

    ::

        | A | B | C |  ->  | A  | B |C |

    Where there is a gap beside an item, the gap takes it. Partners of the items slide along,
    as do the neighbours' partners that share the edge.
    """
    selection = select(timeline, item_ids, with_links=with_links)
    chosen = {item.id for run in selection.values() for item in run}
    moves = [
        move
        for track_id in selection
        for move in _neighbours_moves(find_track(timeline, track_id), chosen, by)
    ]
    versions = edges_moved(timeline, moves, with_links=with_links, but=chosen)
    for run in selection.values():
        versions |= {item.id: shifted(item, by) for item in run}
    return reshaped(timeline, versions)


def _slipped(timeline: Timeline, clip: Clip, by: int) -> Clip:
    if clip.speed == 0:
        return _frozen_elsewhere(timeline, clip, by)
    frame = frame_start(1, timeline.rate)
    for handle, needed, side in (
        (handle_before(clip, frame), -by, "before its start"),
        (handle_after(clip, frame), by, "after its end"),
    ):
        if handle is not None and needed > 0 and needed > handle:
            raise EditError(
                f"“{label(clip)}” needs {more_frames(timeline, needed - max(handle, 0))} {side}"
            )
    return replace(clip, source_start=clip.source_start + round(by * clip.speed))


def _frozen_elsewhere(timeline: Timeline, clip: Clip, by: int) -> Clip:
    time = clip.source_start + by
    last = clip.media.duration
    if time < 0 or (last is not None and by > 0 and time >= last):
        over = -time if time < 0 or last is None else time - last + 1
        side = "start" if time < 0 else "end"
        raise EditError(
            f"“{label(clip)}” needs {more_frames(timeline, over)} beyond its media's {side}"
        )
    return replace(clip, source_start=time)


def _neighbours_moves(track: Track, chosen: set[str], by: int) -> Iterator[EdgeMove]:
    """The edges of what touches the chosen items."""
    before: Item | None = None
    for item in track.items:
        if before and before.end == item.start and (before.id in chosen) != (item.id in chosen):
            if before.id in chosen:
                yield EdgeMove(item, "start", by)
            else:
                yield EdgeMove(before, "end", by)
        before = item
