"""The times of a block, whether they can be, and cues that are on at the same time."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from timeline_studio.timeline.captions.blocks import Block
from timeline_studio.timeline.captions.clock import timing_of
from timeline_studio.timeline.captions.cue import Cue, Trouble
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.timeline.validation import MAX_TIME

BRIEF = FLICKS_PER_SECOND // 5
"""Cues that overlap by less are meant to follow each other."""


class TimedBlock(NamedTuple):
    """`settings` is what stands behind the times in `line`, `text` the lines below them."""

    line: int
    start: int
    end: int
    settings: str
    text: str

    def says_nothing(self) -> Trouble:
        return Trouble(self.line, "this caption says nothing and was left out")


def timed(block: Block, example: str) -> TimedBlock | Trouble:
    """A block's times, in its first or second line; `example` shows how the format writes them."""
    at = next((i for i, line in enumerate(block.lines[:2]) if "-->" in line), None)
    if at is None:
        return Trouble(block.line, "this block has no times and was left out")
    line = block.line + at
    timing = timing_of(block.lines[at])
    if timing is None:
        return Trouble(line, f"“{block.lines[at]}” is not a time like {example}")
    start, end, settings = timing
    text = "\n".join(block.lines[at + 1 :])
    return _checked(line, start, end) or TimedBlock(line, start, end, settings, text)


def _checked(line: int, start: int, end: int) -> Trouble | None:
    """What is wrong with a cue's times; None where nothing is."""
    if end > MAX_TIME or start > MAX_TIME:
        return Trouble(line, "this caption comes after more than 147 days and was left out")
    if end <= start:
        return Trouble(line, "this caption ends before it begins and was left out")
    return None


def apart(cues: Iterable[Cue]) -> tuple[list[Cue], int]:
    """The cues in order, none over another, and how many were over one.

    ::

        | A     |           | A |A/B| B |
            | B     |  ->

    Of two that overlap briefly the first ends early.
    """
    ordered = sorted(cues, key=lambda cue: (cue.start, cue.end))
    count = sum(b.start < a.end for a, b in pairwise(ordered))
    if not count:
        return ordered, 0
    return _swept(_shortened(ordered)), count


def _shortened(ordered: list[Cue]) -> list[Cue]:
    new = list(ordered)
    for i, (cue, after) in enumerate(pairwise(ordered)):
        if cue.start < after.start < cue.end and cue.end - after.start < BRIEF:
            new[i] = cue._replace(end=after.start)
    return new


def _swept(ordered: list[Cue]) -> list[Cue]:
    """A cue for each stretch of time over which the same ones are on, with what all say."""
    edges = sorted({edge for cue in ordered for edge in (cue.start, cue.end)})
    found: list[Cue] = []
    active: list[Cue] = []
    coming = iter(ordered)
    following = next(coming, None)
    for start, end in pairwise(edges):
        active = [cue for cue in active if cue.end > start]
        while following is not None and following.start <= start:
            active.append(following)
            following = next(coming, None)
        if active:
            text = "\n".join(dict.fromkeys(cue.text for cue in active))
            found.append(active[0]._replace(start=start, end=end, text=text))
    return found
