"""WebVTT: `.vtt` files. Source: https://www.w3.org/TR/webvtt1/"""

import re
from collections.abc import Iterable

from timeline_studio.timeline.captions.blocks import Block, blocks
from timeline_studio.timeline.captions.clock import clock_text
from timeline_studio.timeline.captions.cue import Cue, CueList, Trouble
from timeline_studio.timeline.captions.languages import find_language
from timeline_studio.timeline.captions.tags import escaped, text_lines, unescaped, without_tags
from timeline_studio.timeline.captions.timing import timed
from timeline_studio.timeline.model import CaptionAlign, CaptionPlace

HEADER = "WEBVTT"
_NOT_CUES = ("NOTE", "STYLE", "REGION")
_ALIGNS: dict[str, CaptionAlign] = {
    "start": "left",
    "left": "left",
    "end": "right",
    "right": "right",
}
_LINES: dict[CaptionPlace, str] = {"top": " line:10%", "middle": " line:50%", "bottom": ""}
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_COUNT = re.compile(r"-?\d+")
_UPPER_LINES = 5
"""Lines counted from the top that are taken for its third."""


def read_vtt(text: str) -> CueList:
    """Every cue that can be understood; what cannot is told with its line, and left out."""
    cues: list[Cue] = []
    troubles: list[Trouble] = []
    language = ""
    found_blocks = list(blocks(text))
    if found_blocks and found_blocks[0].lines[0].startswith(HEADER):
        header = found_blocks.pop(0)
        language = _language(header)
        if any("-->" in line for line in header.lines):
            troubles.append(Trouble(header.line, f"an empty line is missing after {HEADER}"))
            found_blocks.insert(0, _after_header(header))
    for block in found_blocks:
        if block.lines[0].split()[0] in _NOT_CUES:
            continue
        found = _cue(block)
        if isinstance(found, Cue):
            cues.append(found)
        else:
            troubles.append(found)
    return CueList(tuple(cues), tuple(troubles), language)


def write_vtt(cues: Iterable[Cue]) -> str:
    """Cues that say nothing are left out."""
    return "\n".join([f"{HEADER}\n", *(_written(cue) for cue in cues if text_lines(cue.text))])


def _written(cue: Cue) -> str:
    align = "" if cue.align == "center" else f" align:{cue.align}"
    timing = f"{clock_text(cue.start)} --> {clock_text(cue.end)}{_LINES[cue.place]}{align}"
    return "\n".join([timing, *map(escaped, text_lines(cue.text)), ""])


def _language(block: Block) -> str:
    for line in block.lines[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "language" and (found := find_language(value)):
            return found.long
    return ""


def _after_header(block: Block) -> Block:
    at = next(i for i, line in enumerate(block.lines) if "-->" in line)
    return Block(block.line + at, block.lines[at:])


def _cue(block: Block) -> Cue | Trouble:
    found = timed(block, "00:01:02.345 --> 00:01:04.000")
    if isinstance(found, Trouble):
        return found
    lines = text_lines(unescaped(without_tags(found.text)))
    if not lines:
        return found.says_nothing()
    return Cue(found.start, found.end, "\n".join(lines), *_placed(found.settings))


def _placed(settings: str) -> tuple[CaptionPlace, CaptionAlign]:
    values = dict(setting.split(":", 1) for setting in settings.split() if ":" in setting)
    return _place(values.get("line", "")), _ALIGNS.get(values.get("align", ""), "center")


def _place(line: str) -> CaptionPlace:
    if found := _PERCENT.match(line):
        share = float(found[1])
        return "top" if share < 100 / 3 else "middle" if share < 200 / 3 else "bottom"
    if found := _COUNT.match(line):
        return "top" if 0 <= int(found[0]) < _UPPER_LINES else "bottom"
    return "bottom"
