"""How deep JSON from strangers may go: parsers that recurse end the program with it."""

import re

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ALL_BUT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def is_nested_deeper(text: str, levels: int) -> bool:
    """Whether lists and objects lie more than `levels` deep in one another.

    True also for more than twice as many brackets that have no partner.
    """
    brackets = _STRING.sub(b"", text.encode(errors="replace")).translate(None, _ALL_BUT_BRACKETS)
    for _ in range(levels):
        brackets = _without_innermost(brackets)
    return len(brackets) > 2 * levels or _without_innermost(brackets) != brackets


def _without_innermost(brackets: bytes) -> bytes:
    """One level less, of all that are empty by now: `[{}{}]` becomes `[]`, and that nothing."""
    return re.sub(rb"\[\]|\{\}", b"", brackets)
