"""Encodes a film's segments on a few threads, and hands them over in order."""

import os
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from timeline_studio.render.segments.coded_segment import CodedSegment
from timeline_studio.render.segments.division import Segment
from timeline_studio.render.segments.segment_cache import SegmentCache

_MOST_THREADS = 8  # each holds decoders and an encoder
_AHEAD = 3  # segments a thread that wait to be taken
_FRAMES_A_NOTICE = 5


class SegmentMaker(Protocol):
    """Makes segments, one after the other, on one thread."""

    def make(self, segment: Segment, advance: Callable[[], None]) -> CodedSegment:
        """`advance` is called once a frame; what it raises ends the work."""

    def close(self) -> None: ...


Fingerprint: TypeAlias = Callable[[Segment], str]


class _Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Nobody wants the rest."""


class SegmentEncoding:
    """A context manager: on leaving, the threads end after the frame they are at.

    `cache` gives what was encoded before and keeps what is encoded now, by `fingerprint`.
    """

    def __init__(
        self,
        segments: Sequence[Segment],
        new_maker: Callable[[], SegmentMaker],
        *,
        fingerprint: Fingerprint,
        cache: SegmentCache | None,
        threads: int | None = None,
    ) -> None:
        self._segments = segments
        self._new_maker = new_maker
        self._fingerprint = fingerprint
        self._cache = cache
        self._changed = threading.Condition()
        self._next_to_make = self._next_to_take = 0
        self._finished: dict[int, CodedSegment] = {}
        self._error: BaseException | None = None
        self._stopped = False
        self.frames_done = 0
        self.frames_reused = 0
        count = max(1, min(threads or usable_cores(), _MOST_THREADS, len(segments)))
        self._room = _AHEAD * count
        self._threads = [
            threading.Thread(target=self._run, name=f"render-segments-{index}", daemon=True)
            for index in range(count)
        ]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def take(self, advanced: Callable[[int], None]) -> CodedSegment:
        """The next segment, once it is there; `advanced` hears meanwhile how many frames of the
        film are done. Raises what went wrong in making it, and what `advanced` raises."""
        while True:
            with self._changed:
                if self._error is not None:
                    raise self._error
                segment = self._finished.pop(self._next_to_take, None)
                if segment is not None:
                    self._next_to_take += 1
                    self._changed.notify_all()
                    return segment
                self._wait_for_news(self.frames_done)
                done = self.frames_done
            advanced(done)

    def _wait_for_news(self, seen: int) -> None:
        self._changed.wait_for(lambda: self._is_news(seen))

    def _is_news(self, seen: int) -> bool:
        return (
            self._error is not None
            or self._next_to_take in self._finished
            or self.frames_done >= seen + _FRAMES_A_NOTICE
        )

    def _run(self) -> None:
        maker: SegmentMaker | None = None
        try:
            while (index := self._claim()) is not None:
                segment = self._segments[index]
                coded = self._reuse(segment)
                if coded is None:
                    maker = maker or self._new_maker()
                    coded = maker.make(segment, self._advance)
                    self._keep(segment, coded)
                self._deliver(index, coded)
        except _Stopped:
            pass
        except BaseException as error:  # noqa: BLE001 -- raised again where it is awaited
            with self._changed:
                self._error = self._error or error
                self._changed.notify_all()
        finally:
            if maker is not None:
                maker.close()

    def _claim(self) -> int | None:
        """The next segment that nobody makes, once there is room for it; None after the last."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_over() or self._next_to_make < self._next_to_take + self._room
            )
            if self._is_over() or self._next_to_make == len(self._segments):
                return None
            self._next_to_make += 1
            return self._next_to_make - 1

    def _is_over(self) -> bool:
        return self._stopped or self._error is not None

    def _reuse(self, segment: Segment) -> CodedSegment | None:
        if self._cache is None or segment.is_copied:
            return None
        coded = self._cache.get(self._fingerprint(segment), CodedSegment)
        if coded is not None:
            with self._changed:
                self.frames_done += segment.count
                self.frames_reused += segment.count
        return coded

    def _keep(self, segment: Segment, coded: CodedSegment) -> None:
        if self._cache is not None and not segment.is_copied:
            self._cache.put(self._fingerprint(segment), coded)

    def _advance(self) -> None:
        with self._changed:
            if self._is_over():
                raise _Stopped
            self.frames_done += 1
            if self.frames_done % _FRAMES_A_NOTICE == 0:
                self._changed.notify_all()

    def _deliver(self, index: int, coded: CodedSegment) -> None:
        with self._changed:
            self._finished[index] = coded
            self._changed.notify_all()


def usable_cores() -> int:
    """Of this process: a container may have fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
