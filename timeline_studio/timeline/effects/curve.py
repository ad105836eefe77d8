"""A smooth curve through points, that never swings beyond them.

The monotone cubic of Fritsch and Carlson (SIAM Journal on Numerical Analysis 17, 1980), with the
slopes of Fritsch and Butland (1984): between two points it stays between their values.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from timeline_studio.timeline.effects.effect import Points


class Curve:
    """Through two points or more, sorted; level beyond the first and the last."""

    def __init__(self, points: Points) -> None:
        self._points = points
        self._places = [x for x, _ in points]
        self._slopes = _slopes(points)

    def at(self, x: float) -> float:
        right = bisect_right(self._places, x)
        if right == 0:
            return self._points[0][1]
        if right == len(self._places):
            return self._points[-1][1]
        (x0, y0), (x1, y1) = self._points[right - 1 : right + 1]
        width = x1 - x0
        t = (x - x0) / width
        from_left = (1 + 2 * t) * (1 - t) ** 2 * y0 + t * (1 - t) ** 2 * width * self._slopes[
            right - 1
        ]
        from_right = t * t * (3 - 2 * t) * y1 + t * t * (t - 1) * width * self._slopes[right]
        return from_left + from_right


def _slopes(points: Points) -> list[float]:
    """At each point: the weighted harmonic mean of its sides, 0 at a turn; at an end its side's."""
    widths = [right[0] - left[0] for left, right in pairwise(points)]
    steps = [
        (right[1] - left[1]) / width
        for (left, right), width in zip(pairwise(points), widths, strict=True)
    ]
    inner = [_between(steps[i : i + 2], widths[i : i + 2]) for i in range(len(steps) - 1)]
    return [steps[0], *inner, steps[-1]]


def _between(steps: Sequence[float], widths: Sequence[float]) -> float:
    left, right = steps
    if left * right <= 0:
        return 0.0
    before, after = 2 * widths[1] + widths[0], widths[1] + 2 * widths[0]
    return (before + after) / (before / left + after / right)
