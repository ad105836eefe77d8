"""The master clock of playback: which moment of the timeline is due now."""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import TypeAlias

from timeline_studio.timeline.time import FLICKS_PER_SECOND

Seconds: TypeAlias = float

RUN_ON: Seconds = 0.25
"""How long the clock goes on by itself after the last sound that was heard."""

JUMP: Seconds = 0.1
"""Beyond this difference the clock jumps to the sound; below it, it draws near."""

NEARING = 0.1
"""Devices report in steps of 10 to 20 ms: this part of a difference is taken up a reading."""


class PlaybackClock:
    """Runs at some speed from a moment; the GUI thread drives it, any thread reads it.

    With `follow`, sound is the master: between two readings the clock goes on by the wall
    clock, and it waits when the device runs dry. It never runs backwards to meet a reading.
    """

    def __init__(self, now: Callable[[], Seconds] = monotonic) -> None:
        self._now = now
        self._lock = Lock()
        self._origin = 0
        self._speed = 0
        self._anchor: Seconds = 0.0  # the wall clock at `_elapsed`
        self._elapsed: Seconds = 0.0
        self._reported: Seconds = 0.0
        self._limit: Seconds | None = None  # None: nothing to wait for

    @property
    def speed(self) -> int:
        """Times normal speed; negative is backwards, 0 is a clock that stands still."""
        return self._speed

    def start(self, time: int, speed: int, *, waits_for_sound: bool = False) -> None:
        """Go on from `time` (flicks), at once or with the first sound."""
        with self._lock:
            self._origin, self._speed = time, speed
            self._anchor = self._now()
            self._elapsed = self._reported = 0.0
            self._limit = 0.0 if waits_for_sound else None

    def follow(self, played: Seconds) -> None:
        """So much sound was heard since `start`."""
        with self._lock:
            now = self._now()
            own = self._elapsed_at(now)
            apart = played - own
            self._elapsed = played if abs(apart) > JUMP else own + NEARING * apart
            self._anchor = now
            self._limit = played + RUN_ON if played else 0.0

    def leave_sound(self) -> None:
        """Go on by the wall clock: the device is gone."""
        with self._lock:
            now = self._now()
            self._elapsed, self._anchor, self._limit = self._elapsed_at(now), now, None

    def stop(self) -> None:
        with self._lock:
            self._reported = max(self._reported, self._elapsed_at(self._now()))
            self._origin += self._distance(self._reported)
            self._speed = 0

    def time(self) -> int:
        """The timeline's moment, in flicks, that is due now."""
        with self._lock:
            self._reported = max(self._reported, self._elapsed_at(self._now()))
            return self._origin + self._distance(self._reported)

    def time_in(self, ahead: Seconds) -> int:
        """The moment that will be due `ahead` seconds from now."""
        return self.time() + self._distance(ahead)

    def _distance(self, elapsed: Seconds) -> int:
        return round(elapsed * self._speed * FLICKS_PER_SECOND)

    def _elapsed_at(self, now: Seconds) -> Seconds:
        elapsed = self._elapsed + now - self._anchor
        return elapsed if self._limit is None else min(elapsed, self._limit)
