"""A film's frames in segments, each encoded by itself: a closed stretch of pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

SHORTEST_SECONDS = 2
LONGEST_SECONDS = 5


@dataclass(frozen=True)
class Segment:
    """Frames [`first`, `first + count`) of the film; `is_copied`: from a source's own packets."""

    first: int
    count: int
    is_copied: bool = False

    @property
    def frames(self) -> range:
        return range(self.first, self.first + self.count)


def divide(
    edges: Iterable[int], frames: int, rate: Fraction, *, first: int = 0
) -> tuple[Segment, ...]:
    """Frames [`first`, `frames`), cut where something changes (`edges`), and in between.

    ::

        edges          |  |  |        |                         |
        segments  |----------|--------|----------|--------------|

    A border hangs on the edges before it only, never on the film's beginning: what lies behind
    an edit is divided as it was, and need not be encoded again. A segment shorter than two
    seconds would cost bytes, one longer than seven seconds much to make again.
    """
    shortest, longest = round(rate * SHORTEST_SECONDS) or 1, round(rate * LONGEST_SECONDS) or 1
    borders = [first]
    for edge in sorted({*(edge for edge in edges if first < edge < frames), frames}):
        while edge - borders[-1] >= longest + shortest:
            borders.append(borders[-1] + longest)
        if edge - borders[-1] >= shortest or edge == frames:
            borders.append(edge)
    return tuple(Segment(begin, end - begin) for begin, end in pairwise(borders))
