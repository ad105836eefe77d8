"""SubRip: `.srt` files."""

from collections.abc import Iterable

from timeline_studio.timeline.captions.blocks import Block, blocks
from timeline_studio.timeline.captions.clock import clock_text, timing_of
from timeline_studio.timeline.captions.cue import Cue, CueList, Trouble
from timeline_studio.timeline.captions.tags import keypad_place, text_lines, without_tags
from timeline_studio.timeline.captions.timing import checked
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
        elif found:
            troubles.append(found)
    return CueList(tuple(cues), tuple(troubles))


def write_srt(cues: Iterable[Cue]) -> str:
    """Numbered from 1; cues that say nothing are left out."""
    return "\n".join(
        f"{number}\n{clock_text(cue.start, ',')} --> {clock_text(cue.end, ',')}\n{_text(cue)}\n"
        for number, cue in enumerate((cue for cue in cues if text_lines(cue.text)), 1)
    )


def _cue(block: Block) -> Cue | Trouble | None:
    at = next((i for i, line in enumerate(block.lines[:2]) if "-->" in line), None)
    if at is None:
        return Trouble(block.line, "this block has no times and was left out")
    line = block.line + at
    timing = timing_of(block.lines[at])
    if timing is None:
        return Trouble(
            line, f"“{block.lines[at]}” is not a time like 00:01:02,345 --> 00:01:04,000"
        )
    start, end, _ = timing
    if trouble := checked(line, start, end):
        return trouble
    text = "\n".join(block.lines[at + 1 :])
    lines = text_lines(without_tags(text))
    if not lines:
        return Trouble(line, "this caption says nothing and was left out")
    placed = keypad_place(text)
    if placed is None:
        return Cue(start, end, "\n".join(lines))
    return Cue(start, end, "\n".join(lines), placed[1], _ALIGNS[placed[0] % 3])


def _text(cue: Cue) -> str:
    key = _ROWS[cue.place] + _COLUMNS[cue.align]
    mark = "" if key == 2 else f"{{\\an{key}}}"
    return mark + "\n".join(line.replace("-->", "→") for line in text_lines(cue.text))
