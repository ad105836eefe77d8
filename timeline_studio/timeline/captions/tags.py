"""Marks in the text of captions: left out on the way in, kept from meaning anything out."""

import html
import re

from timeline_studio.timeline.model import CaptionPlace

_TAG = re.compile(
    r"</?(?:b|i|u|s|c|v|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<\d+:[\d:.]+>", re.IGNORECASE
)
_ASS = re.compile(r"\{\\[^{}]*\}")
_PLACED = re.compile(r"\{[^{}]*\\an([1-9])[^{}]*\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def without_tags(text: str) -> str:
    """Without what styles it; a `<` that begins no tag stays."""
    return _ASS.sub("", _TAG.sub("", text))


def keypad_place(text: str) -> tuple[int, CaptionPlace] | None:
    """Where `{\\an8}` puts a cue: the key of the keypad, and its row; None without one."""
    found = _PLACED.search(text)
    if not found:
        return None
    key = int(found[1])
    return key, "bottom" if key <= 3 else "middle" if key <= 6 else "top"


def unescaped(text: str) -> str:
    """WebVTT's `&amp;` and its like as the letters that they stand for."""
    return html.unescape(text)


def escaped(text: str) -> str:
    """Text that means nothing but itself in WebVTT."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text_lines(text: str) -> list[str]:
    """The lines of a text that say something: an empty one would end its cue."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (re.sub(r"[\u2028\u2029\x85\t]", " ", line).strip() for line in plain.split("\n"))
    return [line for line in lines if line]
