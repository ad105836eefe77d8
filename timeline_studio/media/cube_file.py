"""Tables of colours in .cube files, as Adobe's Cube LUT Specification 1.0 has them.

Also read: the input ranges that DaVinci Resolve writes. What a table says of colours outside of
0 to 1 is left out.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from timeline_studio.media.media_error import MediaError, reading

Table: TypeAlias = NDArray[np.float64]

_MOST = {1: 65_536, 3: 129}
_MOST_BYTES = 100_000_000
_SIZES = {"LUT_1D_SIZE": 1, "LUT_3D_SIZE": 3}
_RANGES = {"LUT_1D_INPUT_RANGE", "LUT_3D_INPUT_RANGE"}
_ENDS = {"DOMAIN_MIN", "DOMAIN_MAX"}


@dataclass(frozen=True, eq=False)
class Cube:
    """`table` has red, green and blue for inputs of 0 to 1 in equal steps: shape (n, 3) for each
    channel by itself, else (n, n, n, 3), by blue, green and red."""

    table: Table

    @property
    def is_by_channel(self) -> bool:
        return self.table.ndim == 2

    def text(self) -> str:
        """As a .cube file."""
        size = len(self.table)
        name = "LUT_1D_SIZE" if self.is_by_channel else "LUT_3D_SIZE"
        rows = (f"{red:.7g} {green:.7g} {blue:.7g}" for red, green, blue in self._rows())
        return "\n".join([f"{name} {size}", *rows, ""])

    def _rows(self) -> list[list[float]]:
        rows: list[list[float]] = self.table.reshape(-1, 3).tolist()
        return rows


def read_cube(path: Path, name: str = "") -> Cube:
    """Raises MediaError that names the file, as `name`, and the line that is wrong."""
    called = name or path.name
    with reading(path):
        if path.stat().st_size > _MOST_BYTES:
            raise MediaError(f"{called} is too large for a LUT: choose a .cube file.")
        text = path.read_text("utf-8", errors="replace")
    return _Parser(called).read(text)


class _Parser:
    """Reads one file, called `name` in messages."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._size = self._ways = 0
        self._low, self._high = [0.0] * 3, [1.0] * 3
        self._rows: list[list[float]] = []

    def read(self, text: str) -> Cube:
        last = 1
        for last, words in _lines(text):
            self._line(last, words)
        if not self._ways:
            raise self._wrong(last, "there is no LUT_1D_SIZE or LUT_3D_SIZE")
        wanted = self._size**self._ways
        if len(self._rows) != wanted:
            raise self._wrong(last, f"there are {len(self._rows)} colours, not {wanted}")
        shape = (self._size,) * self._ways + (3,)
        return Cube(self._from_0_to_1(np.array(self._rows).reshape(shape)))

    def _line(self, number: int, words: list[str]) -> None:
        key = words[0]
        if key in _SIZES:
            self._begin(number, _SIZES[key], words[1:])
        elif key in _ENDS:
            ends = self._numbers(number, words[1:], 3)
            self._low, self._high = (ends, self._high) if key == "DOMAIN_MIN" else (self._low, ends)
        elif key in _RANGES:
            low, high = self._numbers(number, words[1:], 2)
            self._low, self._high = [low] * 3, [high] * 3
        elif key != "TITLE":
            self._rows.append(self._numbers(number, words, 3))

    def _begin(self, number: int, ways: int, words: list[str]) -> None:
        if self._ways:
            raise self._wrong(number, "a second table begins, and only one can be used")
        size = words[0] if len(words) == 1 else ""
        if not (size.isascii() and size.isdigit() and 2 <= int(size) <= _MOST[ways]):
            raise self._wrong(number, f"the size is not a number from 2 to {_MOST[ways]}")
        self._size, self._ways = int(size), ways

    def _numbers(self, number: int, words: list[str], count: int) -> list[float]:
        try:
            found = [float(word) for word in words]
        except ValueError:
            found = []
        if len(found) != count or not all(map(math.isfinite, found)):
            raise self._wrong(number, f"“{' '.join(words)[:40]}” is not {count} numbers")
        return found

    def _from_0_to_1(self, table: Table) -> Table:
        """With inputs of 0 to 1, whatever range the file has."""
        if any(low >= high for low, high in zip(self._low, self._high, strict=True)):
            raise MediaError(f"The LUT {self._name} has an empty domain: choose another file.")
        if (self._low, self._high) == ([0.0] * 3, [1.0] * 3):
            return table
        if self._ways == 1:
            return np.stack([_spread(table[:, i], 0, *self._ends(i)) for i in range(3)], axis=1)
        for axis in range(3):
            table = _spread(table, axis, *self._ends(2 - axis))
        return table

    def _ends(self, channel: int) -> tuple[float, float]:
        return self._low[channel], self._high[channel]

    def _wrong(self, line: int, reason: str) -> MediaError:
        return MediaError(
            f"The LUT {self._name} cannot be read: line {line}: {reason}. Choose another file."
        )


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The words of each line that has any, with its number."""
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.strip().lstrip("\ufeff").split()
        if words and not words[0].startswith("#"):
            yield number, words


def _spread(table: Table, axis: int, low: float, high: float) -> Table:
    """A table of inputs from `low` to `high` along an axis, for 0 to 1."""
    size = table.shape[axis]
    at = np.clip((np.linspace(0, 1, size) - low) / (high - low), 0, 1) * (size - 1)
    before = np.minimum(at.astype(int), size - 2)
    share = (at - before).reshape([-1 if each == axis else 1 for each in range(table.ndim)])
    left, right = table.take(before, axis), table.take(before + 1, axis)
    return cast(Table, left + (right - left) * share)
