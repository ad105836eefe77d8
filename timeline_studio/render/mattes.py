"""How much of each pixel a wipe has given to the incoming picture."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.geometry import Size
from timeline_studio.timeline.transition_look import TransitionLook

Matte: TypeAlias = NDArray[np.uint8]
"""(height, width), or 1 for either where it is the same all along; 255 is the incoming one's."""
_Numbers: TypeAlias = NDArray[np.floating[Any]]

_STEPS = 65_535


class Mattes:
    """For frames of one size; keeps what is the same for all of a kind's frames."""

    def __init__(self, canvas: Size) -> None:
        self._canvas = canvas
        self._turns: dict[str, NDArray[np.uint16]] = {}

    def matte(self, look: TransitionLook, share: float) -> Matte:
        """Of a wipe, clock wipe or iris that has come so far, 0 to 1.

        The edge of a wipe lies exactly at that share of the way; a hard one is a pixel wide, so
        that it glides. A soft one begins and ends outside of the frame.
        """
        if look.kind == "wipe":
            return self._wiped(look, share)
        if look.kind not in self._turns:
            turns = self._clock() if look.kind == "clock" else self._iris()
            self._turns[look.kind] = np.rint(turns * _STEPS).astype(np.uint16)
        width = max(look.softness, self._pixel(look))
        levels = _covered(np.arange(_STEPS + 1) / _STEPS, share, look.softness, width)
        matte: Matte = levels[self._turns[look.kind]]
        return matte

    def _wiped(self, look: TransitionLook, share: float) -> Matte:
        is_across = look.direction in {"left", "right"}
        way = self._canvas.width if is_across else self._canvas.height
        middles = (np.arange(way) + 0.5) / way
        levels = _covered(middles, share, look.softness, max(look.softness, 1 / way))
        if look.direction in {"left", "up"}:
            levels = levels[::-1]
        return levels[None, :] if is_across else levels[:, None]

    def _pixel(self, look: TransitionLook) -> float:
        """About one, as a share of the way: of the clock half way to a corner."""
        radius = self._from_middle()[2]
        return 2 / (2 * np.pi * radius) if look.kind == "clock" else 1 / radius

    def _clock(self) -> _Numbers:
        """When the hand is there, clockwise from twelve."""
        x, y, _ = self._from_middle()
        turns: _Numbers = np.arctan2(x, -y) / (2 * np.pi) % 1
        return turns

    def _iris(self) -> _Numbers:
        """When the circle is so large, from the middle to the corners."""
        x, y, corner = self._from_middle()
        return np.hypot(x, y) / corner

    def _from_middle(self) -> tuple[_Numbers, _Numbers, float]:
        width, height = self._canvas.width, self._canvas.height
        x = (np.arange(width) + 0.5 - width / 2)[None, :]
        y = (np.arange(height) + 0.5 - height / 2)[:, None]
        return x, y, float(np.hypot(width, height) / 2)


def _covered(places: _Numbers, share: float, softness: float, width: float) -> Matte:
    """At places of 0 to 1 along the way; the edge is `width` of it wide."""
    edge = share * (1 + softness) - softness / 2
    levels: Matte = np.rint(np.clip((edge - places) / width + 0.5, 0, 1) * 255).astype(np.uint8)
    return levels
