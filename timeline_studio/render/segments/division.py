"""A film's frames in segments, each encoded by itself: a closed stretch of pictures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

SHORTEST_SECONDS = 2
LONGEST_SECONDS = 5
_FINE_SECONDS = 10


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
        segments  |----------|--------|---------|--------|------|

    A border hangs on the edges around it only, never on the film's beginning: what lies behind
    an edit is divided as it was, and need not be encoded again. A segment shorter than two
    seconds would cost bytes, one longer than five seconds much to make again; what is a little
    longer is halved, for two cores to share.
    """
    shortest, longest = _frames(rate, SHORTEST_SECONDS), _frames(rate, LONGEST_SECONDS)
    borders = [first]
    for edge in sorted({*(edge for edge in edges if first < edge < frames), frames}):
        while edge - borders[-1] >= 2 * longest:
            borders.append(borders[-1] + longest)
        if edge - borders[-1] > max(longest, 2 * shortest):
            borders.append((borders[-1] + edge) // 2)
        if edge - borders[-1] >= shortest or edge == frames:
            borders.append(edge)
    return tuple(Segment(begin, end - begin) for begin, end in pairwise(borders))


def with_fine_end(segments: Iterable[Segment], rate: Fraction) -> Iterator[Segment]:
    """A film's segments, those of its last ten seconds halved where that leaves none short: all
    cores are then busy until the end, where one would wait for another's last segment."""
    segments = tuple(segments)
    shortest = _frames(rate, SHORTEST_SECONDS)
    fine_from = segments[-1].frames.stop - _frames(rate, _FINE_SECONDS) if segments else 0
    for segment in segments:
        half = segment.count // 2
        if segment.is_copied or segment.first < fine_from or half < shortest:
            yield segment
        else:
            yield Segment(segment.first, half)
            yield Segment(segment.first + half, segment.count - half)


def _frames(rate: Fraction, seconds: int) -> int:
    return round(rate * seconds) or 1
