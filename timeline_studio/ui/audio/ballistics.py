"""How a meter's bar moves: up at once, down slowly, its highest mark held for a while."""

import math
from dataclasses import dataclass
from typing import Final

LOWEST_DB: Final = -60.0
_FALL_DB_A_SECOND = 24.0
_HELD_SECONDS = 1.5
_MIDDLE_DB = -18.0


@dataclass
class Bar:
    """Levels in dB of full scale."""

    level: float = LOWEST_DB
    peak: float = LOWEST_DB
    _held: float = 0.0

    def rise(self, factor: float, seconds: float) -> None:
        """A peak was heard, `seconds` after the last."""
        heard = decibels(factor)
        self.level = max(heard, self.level - _FALL_DB_A_SECOND * seconds)
        self._held += seconds
        if heard >= self.peak or self._held > _HELD_SECONDS:
            self.peak, self._held = max(heard, self.level), 0.0

    def rest(self) -> None:
        """Nothing is heard any more; the highest mark stays."""
        self.level = LOWEST_DB


def decibels(factor: float) -> float:
    return max(LOWEST_DB, 20 * math.log10(factor)) if factor > 0 else LOWEST_DB


def share(level: float) -> float:
    """How far up a bar a level is, 0 to 1: the upper half has the upper 18 dB."""
    level = min(0.0, max(LOWEST_DB, level))
    if level >= _MIDDLE_DB:
        return 1 - level / _MIDDLE_DB / 2
    return (level - LOWEST_DB) / (_MIDDLE_DB - LOWEST_DB) / 2
