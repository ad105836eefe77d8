"""Which of a stream's packets can be taken out as they are: closed runs."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_WORTH_PICTURES = 8  # fewer are encoded as quickly


@dataclass(frozen=True)
class Coded:
    """One packet: its `tick` on the screen; `is_idr`: nothing after it needs what is before."""

    tick: int
    dts: int
    is_idr: bool
    is_hidden: bool


@dataclass(frozen=True)
class ClosedRun:
    """Frames [`first`, `first + count`) of the film are as many packets that follow each other.

    They are decoded up to `delay` pictures before they are shown. `cuts`: after how many packets
    the run may be parted, in rising order, its end included. `starts`: the dts and the tick of
    the first packet behind 0 packets and behind each cut but the last.
    """

    first: int
    count: int
    delay: int
    cuts: tuple[int, ...]
    starts: Mapping[int, tuple[int, int]]


def closed_runs(packets: Sequence[Coded], ticks: Sequence[int], first: int) -> Iterator[ClosedRun]:
    """The runs that show frames `first`, `first + 1`, … of the film, each at its one of `ticks`.

    ::

        decoded   I0 P3 b1 b2 | I4 P7 b5 b6      I: IDR
        shown     I0 b1 b2 P3 | I4 b5 b6 P7
        closed    ^        ^              ^      after 1, 4, 5 and 8 packets

    A run begins at an IDR and ends where the packets so far are the first so many pictures.
    """
    shown = sorted(packet.tick for packet in packets if not packet.is_hidden)
    place = {tick: index for index, tick in enumerate(shown)}
    for begin, end, frame in _stretches(shown, ticks, first):
        run = _run(packets, place, begin, end, frame)
        if run is not None and run.count >= _WORTH_PICTURES:
            yield run


def _stretches(
    shown: Sequence[int], ticks: Sequence[int], first: int
) -> Iterator[tuple[int, int, int]]:
    """(place, end, frame): where each frame shows the picture after that of the frame before."""
    begin = previous = None
    began = first
    for frame, tick in enumerate(ticks, first):
        place = bisect_right(shown, tick) - 1
        if begin is None or previous is None or place != previous + 1:
            if begin is not None and previous is not None:
                yield begin, previous + 1, began
            begin, began = (place, frame) if place >= 0 else (None, frame)
        previous = place
    if begin is not None and previous is not None:
        yield begin, previous + 1, began


def _run(
    packets: Sequence[Coded], place: dict[int, int], begin: int, end: int, frame: int
) -> ClosedRun | None:
    """The longest one within the pictures [`begin`, `end`)."""
    start = next(
        (
            index
            for index, packet in enumerate(packets)
            if packet.is_idr and begin <= place.get(packet.tick, -1) < end
        ),
        None,
    )
    if start is None:
        return None
    origin = place[packets[start].tick]
    furthest, delay = -1, 0
    cuts = []
    for count, packet in enumerate(packets[start:], 1):
        if packet.is_hidden or not origin <= place[packet.tick]:
            break
        furthest = max(furthest, place[packet.tick] - origin)
        delay = max(delay, count - 1 - (place[packet.tick] - origin))
        if origin + furthest >= end:
            break
        if furthest == count - 1:
            cuts.append(count)
    if not cuts:
        return None
    starts = {cut: (packets[start + cut].dts, packets[start + cut].tick) for cut in (0, *cuts[:-1])}
    return ClosedRun(frame + origin - begin, cuts[-1], delay, tuple(cuts), starts)
