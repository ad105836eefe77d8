"""Taking items off the timeline: lift leaves a gap, ripple delete closes it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline_studio.timeline.edits.closing import closed
from timeline_studio.timeline.edits.dividing import divided, straddling_links
from timeline_studio.timeline.edits.reach import LINKED, Reach
from timeline_studio.timeline.edits.scope import Selection, select, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.queries import find_track


class _Piece(NamedTuple):
    """A stretch of removed items that touch."""

    track_id: str
    items: tuple[Item, ...]

    @property
    def start(self) -> int:
        return self.items[0].start

    @property
    def end(self) -> int:
        return self.items[-1].end

    @property
    def links(self) -> set[str]:
        return {item.link for item in self.items if item.link}


def lift(timeline: Timeline, item_ids: Iterable[str], *, with_links: bool = True) -> Timeline:
    """Take items away and leave a gap; nothing moves.

    ::

        | A | B | C |  ->  | A |   | C |
    """
    return _lifted(timeline, select(timeline, item_ids, with_links=with_links))


def ripple_delete(
    timeline: Timeline,
    item_ids: Iterable[str],
    *,
    with_links: bool = True,
    reach: Reach = LINKED,
) -> Timeline:
    """Take items away and close what they leave; all later ones move left.

    ::

        V | A | B | C |      | A | C |
        A | a | b | c |  ->  | a | c |

    `with_links`, all tracks that are tied by linked pairs close by the same amount, the most
    that every one of them has room for, so that pairs stay in sync; where sound and picture
    were cut at different times (a J or L cut), a gap of the difference stays. Raises EditError
    where an item on a tied track leaves no room at all.
    """
    selection = select(timeline, item_ids, with_links=with_links)
    # One after the other, so that what closes one gap cannot slide into the next.
    for block in reversed(_blocks(list(_pieces(selection)))):
        timeline = _closed(_lifted(timeline, _selection_of(block)), block, with_links, reach)
    return timeline


def _lifted(timeline: Timeline, selection: Selection) -> Timeline:
    changed = {}
    for track_id, run in selection.items():
        track = find_track(timeline, track_id)
        gone = {item.id for item in run}
        items = tuple(item for item in track.items if item.id not in gone)
        changed[track_id] = with_items(track, items)
    return with_tracks(timeline, changed)


def _pieces(selection: Selection) -> Iterator[_Piece]:
    for track_id, run in selection.items():
        piece: _Piece | None = None
        for item in run:
            if piece and piece.end == item.start:
                piece = piece._replace(items=(*piece.items, item))
                continue
            if piece:
                yield piece
            piece = _Piece(track_id, (item,))
        if piece:
            yield piece


def _selection_of(block: Iterable[_Piece]) -> Selection:
    selection: Selection = {}
    for piece in block:
        selection.setdefault(piece.track_id, []).extend(piece.items)
    return selection


def _blocks(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Pieces that go together: linked, on different tracks, at overlapping times."""
    done: list[list[_Piece]] = []
    open_blocks: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda each: each.start):
        done += [block for block in open_blocks if _end(block) <= piece.start]
        open_blocks = [block for block in open_blocks if _end(block) > piece.start]
        mates = [block for block in open_blocks if any(_is_mate(piece, one) for one in block)]
        open_blocks = [block for block in open_blocks if block not in mates]
        open_blocks.append([*(one for block in mates for one in block), piece])
    return sorted(done + open_blocks, key=_end)


def _end(block: list[_Piece]) -> int:
    return max(piece.end for piece in block)


def _is_mate(piece: _Piece, other: _Piece) -> bool:
    overlap = piece.start < other.end and other.start < piece.end
    return overlap and not piece.links.isdisjoint(other.links)


def _closed(timeline: Timeline, block: list[_Piece], with_links: bool, reach: Reach) -> Timeline:
    points = {piece.track_id: piece.end for piece in sorted(block, key=lambda each: each.end)}
    if with_links:
        apart = straddling_links(timeline, points)
        timeline = divided(timeline, {}, max(points.values()), apart)
    by = max(piece.end - piece.start for piece in block)
    return closed(timeline, points, by, with_links=with_links, reach=reach)
