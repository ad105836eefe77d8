"""Clips as columns of pixels: thousands are painted in one go, as cheaply as a few."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from timeline_studio.ui.editor.track_index import STYLES, THIN, Numbers, Shown

Colors: TypeAlias = npt.NDArray[np.uint32]
Flags: TypeAlias = npt.NDArray[np.bool_]

NOTHING = len(STYLES)
"""Stands for a style where no item is: the last of each row of colours."""


@dataclass(frozen=True, slots=True)
class Columns:
    """For each column, whose style it has; whether it is within an item that has a border, and
    whether it is such a border itself."""

    styles: Numbers
    is_bordered: Flags
    is_edge: Flags


def columns(shown: Shown, left: int, right: int, ratio: float = 1) -> Columns:
    """The columns between two canvas pixels, `ratio` of them to a pixel."""
    first, last = round(left * ratio), round(right * ratio)
    at_column = np.arange(first, last)
    if not len(shown.items):
        none = np.zeros(last - first, np.bool_)
        return Columns(np.full(last - first, NOTHING, np.uint8), none, none)
    lefts = np.rint(shown.lefts * ratio).astype(np.int64)
    rights = np.maximum(np.rint(shown.rights * ratio).astype(np.int64), lefts + 1)
    place = np.searchsorted(lefts, at_column, "right") - 1
    is_inside = (place >= 0) & (at_column < rights[place])
    styles = np.where(is_inside, shown.styles[place], NOTHING).astype(np.uint8)
    is_bordered = is_inside & ((shown.rights - shown.lefts) >= THIN)[place]
    line = max(1, round(ratio))
    is_beside = (at_column - lefts[place] < line) | (rights[place] - at_column <= line)
    return Columns(styles, is_bordered, is_bordered & is_beside)


def colors(of_styles: list[QColor], nothing: QColor) -> Colors:
    """One for each of `STYLES`, and for where nothing is."""
    return np.array([color.rgba() for color in (*of_styles, nothing)], np.uint32)


def pixels(image: QImage) -> Colors:
    """The pixels of an image of 32 bits, rows by columns, to be written to."""
    row = image.bytesPerLine() // 4
    return np.frombuffer(image.bits(), np.uint32).reshape(image.height(), row)[:, : image.width()]
