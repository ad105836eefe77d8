"""How finely playback is composed: chosen, or as fine as the computer keeps up with."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline_studio.ui.monitor.picture import PictureSize, even

Quality: TypeAlias = Literal["auto", "full", "half", "quarter"]
QUALITIES: tuple[Quality, ...] = ("auto", "full", "half", "quarter")

_SHARES = (1.0, 0.5, 0.25)
_LEVELS: dict[Quality, int] = {"full": 0, "half": 1, "quarter": 2}
_LOOK = 30
"""Frames over which dropped ones are counted."""
_TOO_MANY = 3
"""Of these, so many are too many."""
_SETTLING = 10
"""Frames after a change of level that say nothing: changing it drops some."""
_CALM = 150
"""Frames without a dropped one after which the next finer level is tried."""


def at_share(size: PictureSize, shape: tuple[int, int], share: float) -> PictureSize:
    """`size` composed with at most that share of a timeline's lines and columns."""
    width, height = size.composed
    limits = shape[0] * share, shape[1] * share
    scale = min(1.0, limits[0] / width, limits[1] / height)
    return PictureSize(size.width, size.height, (even(width * scale), even(height * scale)))


@dataclass
class PlaybackQuality:
    """`chosen` by the user; `share` of the timeline's lines that playback is composed with.

    Auto goes a level down when frames are dropped, and tries the finer one again after a while
    without any, each time that fails after twice as long.
    """

    chosen: Quality = "auto"
    _level: int = 0
    _frames: int = 0
    _dropped: int = 0
    _calm: int = 0
    _patience: int = _CALM
    _settling: int = 0

    @property
    def share(self) -> float:
        return _SHARES[self._level if self.chosen == "auto" else _LEVELS[self.chosen]]

    def choose(self, quality: Quality) -> None:
        self.chosen = quality
        self._level, self._patience = 0, _CALM
        self._look_anew()

    def watch(self, dropped: int) -> bool:
        """A frame is shown, after so many that were not. Whether `share` is another one now."""
        if self._settling:
            self._settling -= 1
            return False
        before = self.share
        self._frames += 1 + dropped
        self._dropped += dropped
        self._calm = 0 if dropped else self._calm + 1
        if self._dropped >= _TOO_MANY:
            self._go_down()
        elif self._calm >= self._patience and self._level > 0:
            self._level -= 1
            self._look_anew()
        elif self._frames >= _LOOK:
            self._frames = self._dropped = 0
        return self.share != before

    def _go_down(self) -> None:
        if self._level < len(_SHARES) - 1:
            self._level += 1
            self._patience = min(16 * _CALM, 2 * self._patience)
        self._look_anew()

    def _look_anew(self) -> None:
        self._frames = self._dropped = self._calm = 0
        self._settling = _SETTLING
