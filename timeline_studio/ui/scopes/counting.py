"""How often which level and which colour is in a picture.

Levels are those of the screen: 0 is black, 255 white. Colour differences are BT.709's, from the
weights of ITU-R BT.709-6, 3.2 and 3.3.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

LEVELS = 256
COLUMNS, ROWS = 320, 180
"""Of a larger picture every so many-th pixel is looked at: enough to judge it by."""

RED, GREEN, BLUE = 0.2126, 0.7152, 0.0722
_CB, _CR = 2 * (1 - BLUE), 2 * (1 - RED)

Pixels: TypeAlias = NDArray[np.uint8]
"""(height, width, 3): red, green, blue."""
Plane: TypeAlias = NDArray[np.uint8]
Counts: TypeAlias = NDArray[np.int64]


def reduced(pixels: Pixels) -> Pixels:
    """No more than `COLUMNS` by `ROWS` of its pixels, as they are."""
    height, width = pixels.shape[:2]
    return pixels[:: max(1, -(-height // ROWS)), :: max(1, -(-width // COLUMNS))]


def luma(pixels: Pixels) -> Plane:
    weighted = pixels @ np.array([RED, GREEN, BLUE], np.float32)
    return np.rint(weighted).astype(np.uint8)


def waveform(plane: Plane) -> Counts:
    """(LEVELS, width): how often each level is in each column; the highest level first."""
    width = plane.shape[1]
    places = plane.astype(np.int64) + LEVELS * np.arange(width)
    counts = np.bincount(places.ravel(), minlength=LEVELS * width)
    return counts.reshape(width, LEVELS).T[::-1]


def histogram(plane: Plane) -> Counts:
    """How often each level is there, from black to white."""
    return np.bincount(plane.ravel(), minlength=LEVELS)


def vectors(pixels: Pixels) -> Counts:
    """(LEVELS, LEVELS): how often each colour difference is there; Cb to the right, Cr up."""
    across, down = place(pixels)
    counts = np.bincount((down * LEVELS + across).ravel(), minlength=LEVELS * LEVELS)
    return counts.reshape(LEVELS, LEVELS)


def place(pixels: Pixels) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Column and row of each colour in `vectors`; grey lies in the middle."""
    values = pixels.astype(np.float32)
    bright = values @ np.array([RED, GREEN, BLUE], np.float32)
    cb, cr = (values[..., 2] - bright) / _CB, (values[..., 0] - bright) / _CR
    middle = LEVELS / 2
    across = np.clip(np.rint(middle + cb), 0, LEVELS - 1)
    down = np.clip(np.rint(middle - cr), 0, LEVELS - 1)
    return across.astype(np.int64), down.astype(np.int64)
