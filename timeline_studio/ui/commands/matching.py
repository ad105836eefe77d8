"""Finds names by a few of their letters, the likeliest first."""

import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass

_AT_WORD, _IN_ROW, _AT_START = 8, 8, 4
_GAP = 1
_MOST_WEIGHED = 400
"""Weighing a name costs some 20 µs; beyond this many, those with the letters in a row go first."""


@dataclass(frozen=True)
class Match:
    """`positions` are those of the letters that were typed. A higher `score` is likelier."""

    score: int
    positions: tuple[int, ...]


@dataclass(frozen=True)
class _Way:
    """The best way so far to have matched some letters, the last of them at `at`."""

    score: int
    at: int
    before: "_Way | None" = None


def match(query: str, name: str) -> Match | None:
    """None where the letters of `query` are not in `name` in that order; spaces in it don't count.

    Letters at the beginning of words count most, then letters in a row.
    """
    letters = _plain(query).replace(" ", "")
    plain = _plain(name)
    ways: list[_Way | None] = [_Way(0, -1)]
    for letter in letters:
        ways = _next_ways(ways, letter, plain)
        if not ways:
            return None
    best = max((way for way in ways if way), key=lambda way: way.score)
    return Match(best.score - len(name) // 8, _positions(best))


def ranked(query: str, names: Iterable[str], most: int) -> list[tuple[int, Match]]:
    """The indexes of the likeliest names, and how they match; of equals the earlier first."""
    letters = _plain(query).replace(" ", "")
    holds = re.compile(".*?".join(map(re.escape, letters)), re.DOTALL)
    found = [(n, name) for n, name in enumerate(names) if holds.search(_plain(name))]
    if len(found) > _MOST_WEIGHED:
        whole = _plain(query)
        found.sort(key=lambda each: whole not in _plain(each[1]))
        del found[_MOST_WEIGHED:]
    matches = ((n, match(query, name)) for n, name in found)
    return heapq.nsmallest(
        most,
        ((n, each) for n, each in matches if each is not None),
        key=lambda each: (-each[1].score, each[0]),
    )


def _plain(text: str) -> str:
    """Without capitals, letter for letter: "İ" would be two, and moves all positions behind it."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _next_ways(ways: list[_Way | None], letter: str, name: str) -> list[_Way | None]:
    """From every way so far to every place of the next letter; empty where there is none."""
    reached: list[_Way | None] = []
    best: _Way | None = None
    by_place = {way.at: way for way in ways if way}
    for place, found in enumerate(name):
        before = by_place.get(place - 1)
        if before is not None and (best is None or before.score > best.score):
            best = before
        if found == letter and best is not None:
            reached.append(_step(best, before, place, name))
    return reached


def _step(best: _Way, before: _Way | None, place: int, name: str) -> _Way:
    is_word = place == 0 or not name[place - 1].isalnum()
    here = (_AT_WORD if is_word else 0) + (_AT_START if place == 0 else 0)
    far = best.score + here - (_GAP if best.at >= 0 else 0)
    if before is not None and before.at >= 0 and before.score + here + _IN_ROW >= far:
        return _Way(before.score + here + _IN_ROW, place, before)
    return _Way(far, place, best)


def _positions(way: _Way) -> tuple[int, ...]:
    positions: list[int] = []
    step: _Way | None = way
    while step is not None and step.at >= 0:
        positions.append(step.at)
        step = step.before
    return tuple(reversed(positions))
