"""How long something will take still, by how fast it went so far."""

from collections.abc import Callable
from time import monotonic

_LEAST_SECONDS = 1.0
_LEAST_PERCENT = 2


class Rates:
    """Remembers when each job was first seen, and how far it was then: a transfer that was taken
    up again began in the middle."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._first: dict[int, tuple[float, int]] = {}

    def seconds_left(self, job_id: int, percent: int) -> float | None:
        """None until enough was seen."""
        now = self._clock()
        since, start = self._first.setdefault(job_id, (now, percent))
        if percent < start:  # it began anew
            self._first[job_id] = (now, percent)
            return None
        seconds, gained = now - since, percent - start
        if seconds < _LEAST_SECONDS or gained < _LEAST_PERCENT:
            return None
        return (100 - percent) * seconds / gained

    def forget(self, job_id: int) -> None:
        """While it rests, no time counts."""
        self._first.pop(job_id, None)
