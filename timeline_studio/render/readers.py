"""Open decoders, one a clip: a clip's next picture is then the next to decode."""

from collections import OrderedDict
from collections.abc import Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av

from timeline_studio.media import FrameCache, VideoReader

_DECODERS = 2  # layers that are decoded side by side


@dataclass
class Haste:
    """`is_exact`: every picture so far was the one that was asked for."""

    is_exact: bool = True


class Readers:
    """Video readers by clip id. `open_limit` bounds how many stay open between frames.

    One thread may ask for frames; clips that are needed soon are opened, and decoded up
    to their first picture or to their next one, on threads of the readers' own.
    """

    def __init__(self, cache: FrameCache | None = None, *, open_limit: int = 6) -> None:
        self._cache = cache
        self._open_limit = open_limit
        self._readers: OrderedDict[str, Future[VideoReader]] = OrderedDict()
        self._advancing: dict[str, Future[av.VideoFrame]] = {}
        self._opener = ThreadPoolExecutor(1, "render-ahead")
        self._decoders = ThreadPoolExecutor(_DECODERS, "render-decode")
        self._haste: Haste | None = None

    @contextmanager
    def in_haste(self) -> Iterator[Haste]:
        """Meanwhile a picture that takes long to reach gives way to one near it; the next time
        it is asked for it is nearer (`VideoReader.frame_near`)."""
        self._haste = Haste()
        try:
            yield self._haste
        finally:
            self._haste = None

    def frame(self, clip_id: str, path: Path, time: int) -> av.VideoFrame:
        """The picture of `path` that covers its media time `time`. Raises MediaError."""
        if clip_id not in self._readers:
            opened: Future[VideoReader] = Future()
            opened.set_result(VideoReader(path, cache=self._cache))
            self._readers[clip_id] = opened
        self._readers.move_to_end(clip_id)
        self._await(clip_id)
        reader = self._opened(clip_id)
        if self._haste is None:
            return reader.frame_at(time)
        frame, is_exact = reader.frame_near(time)
        self._haste.is_exact &= is_exact
        return frame

    def prepare(self, clip_id: str, path: Path, time: int) -> None:
        """Have the clip ready to show `time`, without waiting for it."""
        if clip_id not in self._readers:
            self._readers[clip_id] = self._opener.submit(self._open_at, path, time)

    def advance(self, clip_id: str, time: int) -> None:
        """Decode on to the media time `time`, without waiting for it, where the clip is open."""
        opened = self._readers.get(clip_id)
        if opened is not None and opened.done() and opened.exception() is None:
            self._await(clip_id)
            self._advancing[clip_id] = self._decoders.submit(opened.result().frame_at, time)

    def close_but(self, clip_ids: Collection[str]) -> None:
        """Close every reader but these."""
        for clip_id in [key for key in self._readers if key not in clip_ids]:
            self._close(clip_id)

    def trim(self, needed: int) -> None:
        """Close those that were used longest ago; the last `needed` stay."""
        while len(self._readers) > max(needed, self._open_limit):
            self._close(next(iter(self._readers)))

    def close(self) -> None:
        self._opener.shutdown(cancel_futures=True)
        self._decoders.shutdown()
        self.close_but(())

    def _opened(self, clip_id: str) -> VideoReader:
        try:
            return self._readers[clip_id].result()
        except BaseException:  # tried again the next time: its file may have been put back
            del self._readers[clip_id]
            raise

    def _open_at(self, path: Path, time: int) -> VideoReader:
        reader = VideoReader(path, cache=self._cache)
        try:
            reader.frame_at(time)
        except BaseException:
            reader.close()
            raise
        return reader

    def _await(self, clip_id: str) -> None:
        """An error comes again when the picture is asked for."""
        if clip_id in self._advancing:
            wait([self._advancing.pop(clip_id)])

    def _close(self, clip_id: str) -> None:
        self._await(clip_id)
        opened = self._readers.pop(clip_id)
        if not opened.cancel() and opened.exception() is None:
            opened.result().close()
