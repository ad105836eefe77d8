"""SubRip: `.srt` files."""

from collections.abc import Iterable

from timeline_studio.timeline.captions.blocks import Block, blocks
from timeline_studio.timeline.captions.clock import clock_text
from timeline_studio.timeline.captions.cue import Cue, CueList, Trouble
from timeline_studio.timeline.captions.tags import keypad_place, text_lines, without_tags
from timeline_studio.timeline.captions.timing import timed
from timeline_studio.timeline.model import CaptionAlign, CaptionPlace

_ALIGNS: tuple[CaptionAlign, ...] = ("right", "left", "center")
_ROWS: dict[CaptionPlace, int] = {"bottom": 0, "middle": 3, "top": 6}
_COLUMNS: dict[CaptionAlign, int] = {"left": 1, "center": 2, "right": 3}


def read_srt(text: str) -> CueList:
    """Every cue that can be understood; what cannot is told with its line, and left out."""
    cues: list[Cue] = []
    troubles: list[Trouble] = []
    for block in blocks(text):
        found = _cue(block)
        if isinstance(found, Cue):
            cues.append(found)
        else:
            troubles.append(found)
    return CueList(tuple(cues), tuple(troubles))


def write_srt(cues: Iterable[Cue]) -> str:
    """Numbered from 1; cues that say nothing are left out."""
    return "\n".join(
        f"{number}\n{clock_text(cue.start, ',')} --> {clock_text(cue.end, ',')}\n{_text(cue)}\n"
        for number, cue in enumerate((cue for cue in cues if text_lines(cue.text)), 1)
    )


def _cue(block: Block) -> Cue | Trouble:
    found = timed(block, "00:01:02,345 --> 00:01:04,000")
    if isinstance(found, Trouble):
        return found
    lines = text_lines(without_tags(found.text))
    if not lines:
        return found.says_nothing()
    placed = keypad_place(found.text)
    if placed is None:
        return Cue(found.start, found.end, "\n".join(lines))
    return Cue(found.start, found.end, "\n".join(lines), placed[1], _ALIGNS[placed[0] % 3])


def _text(cue: Cue) -> str:
    key = _ROWS[cue.place] + _COLUMNS[cue.align]
    mark = "" if key == 2 else f"{{\\an{key}}}"
    return mark + "\n".join(line.replace("-->", "→") for line in text_lines(cue.text))
