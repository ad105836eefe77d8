"""What a file of captions says, before it is on a timeline."""

from typing import NamedTuple

from timeline_studio.timeline.model import CaptionAlign, CaptionPlace
from timeline_studio.timeline.time import FLICKS_PER_SECOND

FLICKS_PER_MILLISECOND = FLICKS_PER_SECOND // 1000
"""Exact: a file's times come back as they were."""


class Cue(NamedTuple):
    """Text that is shown from `start` until before `end`, in flicks; "\\n" between its lines."""

    start: int
    end: int
    text: str
    place: CaptionPlace = "bottom"
    align: CaptionAlign = "center"


class Trouble(NamedTuple):
    """What was wrong at a line of a file, counted from 1, and what became of it."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.what}"


class CueList(NamedTuple):
    """The cues of a file, in its order; `language` is its code where the file says it."""

    cues: tuple[Cue, ...]
    troubles: tuple[Trouble, ...] = ()
    language: str = ""
