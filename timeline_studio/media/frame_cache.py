"""Decoded pictures, kept while there is room for their bytes."""

from bisect import bisect_right, insort
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

import av


@dataclass(frozen=True)
class _Held:
    end: int | None
    frame: av.VideoFrame
    size: int


class FrameCache:
    """Least recently used pictures go first. May be shared between readers and threads.

    A source is what identifies a file's stream: see `identity.file_identity`. A picture is on
    the screen for the ticks [start, end) of its stream; the last one's end is None.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._held: OrderedDict[tuple[Hashable, int], _Held] = OrderedDict()
        self._starts: dict[Hashable, list[int]] = {}
        self._lock = Lock()

    @property
    def bytes_held(self) -> int:
        return self._bytes

    def __len__(self) -> int:
        return len(self._held)

    def find(self, source: Hashable, tick: int) -> av.VideoFrame | None:
        """The picture that covers `tick`, if it is here."""
        with self._lock:
            starts = self._starts.get(source)
            at = bisect_right(starts, tick) - 1 if starts else -1
            if starts is None or at < 0:
                return None
            key = (source, starts[at])
            held = self._held[key]
            if held.end is not None and tick >= held.end:
                return None
            self._held.move_to_end(key)
            return held.frame

    def put(self, source: Hashable, start: int, end: int | None, frame: av.VideoFrame) -> None:
        """Keep `frame`, which must not change any more; one larger than the cache is not kept."""
        size = sum(plane.buffer_size for plane in frame.planes)
        if size > self._max_bytes:
            return
        key = (source, start)
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return
            self._held[key] = _Held(end, frame, size)
            self._bytes += size
            insort(self._starts.setdefault(source, []), start)
            while self._bytes > self._max_bytes:
                self._drop_oldest()

    def _drop_oldest(self) -> None:
        (source, start), held = self._held.popitem(last=False)
        self._bytes -= held.size
        starts = self._starts[source]
        del starts[bisect_right(starts, start) - 1]
        if not starts:
            del self._starts[source]
