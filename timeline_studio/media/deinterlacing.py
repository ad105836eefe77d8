"""Whole pictures of those that a camera took as two fields, one after the other."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import cast

import av
import av.error
from av.filter import Graph

_BWDIF = "mode=send_frame:parity=auto:deint=interlaced"
"""One picture a frame, at the time of its first field, whichever that is; progressive pictures
pass as they are."""


def deinterlaced(pictures: Iterable[av.VideoFrame]) -> Iterator[av.VideoFrame]:
    """The pictures with their times; from the first interlaced one on, each waits for its next.

    A picture needs the one before it: whoever seeks must begin two earlier.
    """
    fields: _Fields | None = None
    for frame in pictures:
        if fields is not None and not fields.takes(frame):
            yield from fields.rest()
            fields = None
        if fields is None and frame.interlaced_frame:
            fields = _Fields(frame)
        if fields is None:
            yield frame
        else:
            yield from fields.push(frame)
    if fields is not None:
        yield from fields.rest()


class _Fields:
    """A `bwdif` for pictures of one size and format."""

    def __init__(self, like: av.VideoFrame) -> None:
        self._shape = _shape(like)
        self._waiting: deque[tuple[int | None, av.VideoFrame]] = deque()
        self._graph = Graph()
        self._source = self._graph.add(
            "buffer",
            f"video_size={like.width}x{like.height}:pix_fmt={like.format.name}:time_base=1/25:"
            "pixel_aspect=1/1",
        )
        numbered = self._graph.add("setpts", "N")
        bwdif = self._graph.add("bwdif", _BWDIF)
        self._sink = self._graph.add("buffersink")
        self._graph.link_nodes(self._source, numbered, bwdif, self._sink)
        self._graph.configure()

    def takes(self, frame: av.VideoFrame) -> bool:
        return _shape(frame) == self._shape

    def push(self, frame: av.VideoFrame) -> Iterator[av.VideoFrame]:
        self._waiting.append((frame.pts, frame))
        self._source.push(frame)
        return self._pulled()

    def rest(self) -> Iterator[av.VideoFrame]:
        self._source.push(None)
        return self._pulled()

    def _pulled(self) -> Iterator[av.VideoFrame]:
        while True:
            try:
                whole = cast(av.VideoFrame, self._sink.pull())
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            pts, frame = self._waiting.popleft()
            whole.pts, whole.time_base = pts, frame.time_base
            yield whole


def _shape(frame: av.VideoFrame) -> tuple[int, int, str]:
    return frame.width, frame.height, frame.format.name
