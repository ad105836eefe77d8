"""Timed text as HLS carries it: SRT and WebVTT read into cues, cues written as WebVTT.

Cues keep their settings and their tags. What would break a player's parser (a lone `<` or `&`,
an arrow in the text) is escaped; https://www.w3.org/TR/webvtt1/ says what that is.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timeline_studio.productions.production_error import ProductionError

CaptionFormat = Literal["SRT", "WEBVTT"]

_STAMP = r"(?:(\d{1,}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:[ \t]+(.*))?\s*")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ENTITY = re.compile(r"&(?!(?:[A-Za-z][A-Za-z0-9]*|#\d+|#[xX][0-9A-Fa-f]+);)")
_VTT_TAG = r"/?(?:c|i|b|u|v|lang|ruby|rt)(?=[ \t.>\n])[^<>]*>|(?:\d+:)?\d\d:\d\d\.\d{3}>"
_LONE_BRACKET = {
    "WEBVTT": re.compile(rf"<(?!{_VTT_TAG})"),
    "SRT": re.compile(r"<(?!/?[biu]>)"),
}
_SRT_DRESS = re.compile(r"</?font[^>]*>|\{\\[^}]*\}", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_MAP = re.compile(r"^X-TIMESTAMP-MAP=(?=.*LOCAL:)(?=.*MPEGTS:(\d+)).*$", re.MULTILINE)


@dataclass(frozen=True)
class Cue:
    """`text` is WebVTT's cue text, escaped, of one or more lines. Times in milliseconds."""

    start: int
    end: int
    text: str
    settings: str = ""


def read_cues(data: bytes, kind: CaptionFormat, name: str) -> list[Cue]:
    """In the order of their starts. Raises ProductionError that names `name`: not UTF-8, not
    of this kind, or a cue without a right time."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProductionError(
            f"The captions {name} are not UTF-8 text: save them as UTF-8 and send again."
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if kind == "WEBVTT" and not re.match(r"WEBVTT(?:[ \t\n]|$)", text):
        raise ProductionError(f"The captions {name} do not begin with WEBVTT: send a .vtt file.")
    blocks = _BLANK_LINES.split(text.strip("\n"))
    cues = [cue for block in blocks if (cue := _cue(block, kind, name)) is not None]
    return sorted(cues, key=lambda cue: (cue.start, cue.end))


def mapped_ticks(data: bytes) -> int | None:
    """The MPEGTS time, 1/90000 s, that a segment's X-TIMESTAMP-MAP gives to its time 0."""
    found = _MAP.search(data.decode("utf-8", "replace").partition("\n\n")[0])
    return int(found[1]) if found else None


def plain(cues: Iterable[Cue]) -> list[Cue]:
    """Without tags and places on the picture: as players show captions by themselves."""
    return [replace(cue, text=_TAG.sub("", cue.text), settings="") for cue in cues]


def webvtt(cues: Sequence[Cue], *, ticks: int | None = None) -> bytes:
    """A WebVTT file; with `ticks` a segment, whose time 0 is that MPEGTS time."""
    head = "WEBVTT\n"
    if ticks is not None:
        head += f"X-TIMESTAMP-MAP=MPEGTS:{ticks},LOCAL:00:00:00.000\n"
    return "\n".join([head, *map(_block, cues)]).encode()


def _block(cue: Cue) -> str:
    return f"{_stamp(cue.start)} --> {_stamp(cue.end)} {cue.settings}".rstrip() + f"\n{cue.text}\n"


def _cue(block: str, kind: CaptionFormat, name: str) -> Cue | None:
    """None for a header, a note or a style; also for a cue without text, which shows nothing."""
    lines = block.split("\n")
    at = next((number for number, line in enumerate(lines[:2]) if "-->" in line), None)
    if at is None:
        return None
    timing = _TIMING.fullmatch(lines[at])
    if timing is None:
        raise ProductionError(
            f"The captions {name} have a cue timed “{lines[at].strip()}”: write it as "
            "00:00:01.000 --> 00:00:02.500."
        )
    start, end = _milliseconds(*timing.groups()[:4]), _milliseconds(*timing.groups()[4:8])
    text = "\n".join(_escaped("\n".join(lines[at + 1 :]), kind)).strip("\n")
    if end <= start or not text.strip():
        return None
    return Cue(start, end, text, (timing[9] or "").strip() if kind == "WEBVTT" else "")


def _escaped(text: str, kind: CaptionFormat) -> Iterator[str]:
    if kind == "SRT":
        text = html.unescape(_SRT_DRESS.sub("", text))
        text = text.replace("&", "&amp;")
    text = _LONE_BRACKET[kind].sub("&lt;", _ENTITY.sub("&amp;", text))
    for line in text.split("\n"):
        if line.strip():
            yield line.replace("-->", "--&gt;")


def _milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(fraction.ljust(3, "0"))


def _stamp(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
