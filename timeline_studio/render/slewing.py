"""Gain reductions that come and go at a bounded pace, known ahead.

What is asked for at one step reaches only so many steps to both sides, so that a curve does not
depend on where its making began.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Decibels: TypeAlias = NDArray[np.float64]
"""Of reduction, 0 or more, a value each step."""


def held(wanted: Decibels, steps: int) -> Decibels:
    """Each value kept up for so many steps more.

    ::

        | . 3 . . . |  ->  | . 3 3 3 . |    2 steps
    """
    padded = np.concatenate([np.zeros(steps), wanted])
    windows = np.lib.stride_tricks.sliding_window_view(padded, steps + 1)
    found: Decibels = windows.max(axis=1)
    return found


def slewed(wanted: Decibels, *, rise: float, fall: float) -> Decibels:
    """The smallest curve that is nowhere less than wanted, and from step to step grows by at most
    `rise` and shrinks by at most `fall`.

    ::

        | . . . 6 . . . |  ->  | . . 3 6 4 2 . |    rise 3, fall 2
    """
    steps = np.arange(len(wanted))
    after = np.maximum.accumulate(wanted + fall * steps) - fall * steps
    before = np.maximum.accumulate((wanted - rise * steps)[::-1])[::-1] + rise * steps
    found: Decibels = np.maximum(after, before)
    return found


def at_edges(levels: Decibels) -> Decibels:
    """The larger neighbour at each edge between steps: lines between edges are nowhere less than
    the steps. Two more edges than inner ones: the first and the last are those of the outer."""
    padded = np.concatenate([levels[:1], levels, levels[-1:]])
    found: Decibels = np.maximum(padded[:-1], padded[1:])
    return found
