"""Timelines as drawings: a letter is an item for a second, a dot a gap for a second."""

from collections.abc import Callable
from fractions import Fraction
from itertools import groupby

import pytest

from timeline_studio.timeline import Clip, Item, MediaReference, Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND, from_seconds

Draw = Callable[..., Timeline]
Show = Callable[[Timeline], dict[str, str]]


@pytest.fixture
def second() -> int:
    return FLICKS_PER_SECOND


@pytest.fixture
def new_clip() -> Callable[..., Clip]:
    """A clip called by its id, from the middle of two minutes of media."""
    return _clip


@pytest.fixture
def draw() -> Draw:
    """`draw(V="AAB", A="aab")`: tracks by name, where A and a are linked; at 25 fps.

    A name that begins with V is a video track, else an audio track.
    """

    def drawn(**rows: str) -> Timeline:
        letters = "".join(rows.values())
        return Timeline(
            rate=Fraction(25),
            tracks=tuple(
                Track(
                    id=name,
                    name=name,
                    kind="video" if name[0] == "V" else "audio",
                    items=tuple(_items(row, letters)),
                )
                for name, row in rows.items()
            ),
        )

    return drawn


@pytest.fixture
def show() -> Show:
    """The drawing of a timeline, by track; a dissolve is not drawn."""

    def shown(timeline: Timeline) -> dict[str, str]:
        return {track.name: _row(track) for track in timeline.tracks}

    return shown


def _clip(name: str, seconds: float = 1, *, link: str | None = None, start: float = 0) -> Clip:
    return Clip(
        id=name,
        name=name,
        start=from_seconds(start),
        duration=from_seconds(seconds),
        link=link,
        media=MediaReference(url=f"file:///{name}.mp4", duration=from_seconds(120)),
        source_start=from_seconds(60),
    )


def _items(row: str, letters: str) -> list[Item]:
    items: list[Item] = []
    at = 0
    for letter, run in groupby(row):
        length = len(list(run))
        if letter != ".":
            has_partner = letter.swapcase() in letters
            link = letter.lower() if has_partner else None
            items.append(_clip(letter, length, link=link, start=at))
        at += length
    return items


def _row(track: Track) -> str:
    row = ""
    for item in track.items:
        gap, length = item.start - from_seconds(len(row)), item.duration
        assert gap % FLICKS_PER_SECOND == length % FLICKS_PER_SECOND == 0
        row += "." * (gap // FLICKS_PER_SECOND) + item.name * (length // FLICKS_PER_SECOND)
    return row
