"""A file of captions as blocks: lines that belong together, with an empty line between."""

from collections.abc import Iterator
from typing import NamedTuple


class Block(NamedTuple):
    """`line` is the number of its first line, counted from 1."""

    line: int
    lines: tuple[str, ...]


def blocks(text: str) -> Iterator[Block]:
    first, held = 1, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            if not held:
                first = number
            held.append(line.strip())
        elif held:
            yield Block(first, tuple(held))
            held = []
    if held:
        yield Block(first, tuple(held))
