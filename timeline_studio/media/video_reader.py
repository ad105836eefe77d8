"""Pictures of a video by time."""

import sys
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

import av

from timeline_studio.media.frame_cache import FrameCache
from timeline_studio.media.identity import file_identity
from timeline_studio.media.info import MediaInfo
from timeline_studio.media.media_error import MediaError
from timeline_studio.media.picture_decoder import PictureDecoder, Threads
from timeline_studio.media.probe import probe
from timeline_studio.media.source import origin
from timeline_studio.media.tick_clock import TickClock

_SEEK_GAIN_SECONDS = 0.5  # a seek costs about as much as decoding this long
_WHOLE_SECONDS = 0.1  # before a picture that is sought, all are decoded: it may be among them
_BACK_OFF_SECONDS = (0, 0.25, 1, 4, 16, 64)  # first only past reordered pictures
_LEAD_PICTURES = 2  # before an interlaced one, so that what it is made of is the same each time
_USUAL_RATE = 25
_LOST = sys.maxsize  # later than any tick: whatever is asked for next is sought anew
_NEAR = 8  # pictures that are decoded while somebody waits for the first of them


class VideoReader:
    """Shows the picture whose time covers the one asked for.

    Times are flicks of media time: 0 is the container's start. Before the first picture the
    first is shown, after the last the last, also where a file was cut short. Increasing times
    cost no more than decoding; a jump decodes only what its picture needs, unless there is a
    cache to fill. `threads` is the kind of FFmpeg's decoder threads: FRAME is
    the quickest in a run, SLICE starts at once. One thread at a time may use a reader; a
    cache may be shared. Raises MediaError.
    """

    def __init__(
        self,
        path: Path,
        *,
        cache: FrameCache | None = None,
        threads: Threads = "SLICE",
        thread_count: int = 0,
    ) -> None:
        self._path = path
        self._cache = cache
        self._source = file_identity(path)
        self._decoder = PictureDecoder(path, threads=threads, thread_count=thread_count)
        try:
            time_base = self._decoder.time_base
            start = origin(self._decoder.container)
            self._clock = TickClock(time_base, start, self._decoder.declared_rate)
            self._seek_gain = max(1, round(_SEEK_GAIN_SECONDS / time_base))
            self._whole = round(_WHOLE_SECONDS / time_base)
            rate = self._decoder.declared_rate or _USUAL_RATE
            self._lead = round(_LEAD_PICTURES / rate / time_base)
            self._back_offs = [round(seconds / time_base) for seconds in _BACK_OFF_SECONDS]
            self._start_over()
        except BaseException:
            self.close()
            raise
        self._first_tick = self._tick
        self._sought: int | None = None  # by `frame_near`, which is on its way there

    @cached_property
    def info(self) -> MediaInfo:
        return probe(self._path)

    def frame_at(self, time: int) -> av.VideoFrame:
        """The picture on the screen at `time`, as decoded: not turned, not to be changed."""
        self._sought = None
        tick = self._clock.tick_at(time)
        end = self._next_tick
        if self._tick <= tick and (end is None or tick < end):
            return self._frame
        tick = max(tick, self._first_tick)
        found = self._kept(tick)
        if found is not None:
            return found
        if tick < self._tick or self._is_worth_seeking(tick):
            self._seek(tick, in_leaps=self._cache is None)
        self._advance_to(tick)
        if self._decoder.has_left_out(after=self._tick):
            self._seek(tick)
            self._advance_to(tick)
        return self._frame

    def frame_near(self, time: int) -> tuple[av.VideoFrame, bool]:
        """A picture on the way to the one at `time`, and whether it is that one.

        After a jump it is the key picture before it, at once. Asked again, it is a few
        pictures nearer each time, so that whoever wants another time meanwhile need not wait.
        """
        tick = max(self._clock.tick_at(time), self._first_tick)
        found = self._kept(tick)
        if found is not None:
            return found, True
        is_under_way = tick == self._sought
        if tick < self._tick or (not is_under_way and self._is_worth_seeking(tick)):
            self._sought = tick
            self._seek(tick)
            return self._frame, self._is_last_before(tick)
        for _ in range(_NEAR):
            if self._is_last_before(tick):
                break
            self._advance()
        return self._frame, self._is_last_before(tick)

    def keyframe_at(self, time: int) -> av.VideoFrame:
        """The key picture at or before `time`: the quickest picture near it."""
        self._seek(max(self._clock.tick_at(time), self._first_tick))
        return self._frame

    def has_keyframe(self, start: int, end: int) -> bool:
        """Whether the index, where there is one, knows a key picture within [start, end)."""
        key = self._decoder.indexed_key(self._clock.tick_at(end) - 1)
        return key is not None and key >= self._clock.tick_at(start)

    def time_of(self, frame: av.VideoFrame) -> int:
        """When a picture of this reader comes onto the screen, in flicks."""
        return self._clock.time_of(self._first_tick if frame.pts is None else frame.pts)

    def close(self) -> None:
        self._decoder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _kept(self, tick: int) -> av.VideoFrame | None:
        return None if self._cache is None else self._cache.find(self._source, tick)

    def _is_last_before(self, tick: int) -> bool:
        """Whether the next picture, as far as is known, comes after `tick`."""
        return self._next_tick is None or tick < self._next_tick

    def _is_worth_seeking(self, tick: int) -> bool:
        """Whether a key picture lies so far ahead that going there saves decoding."""
        here = self._tick if self._next_tick is None else self._next_tick
        if tick - here <= self._seek_gain or self._next_tick is None:
            return False
        key = self._decoder.indexed_key(tick)
        return key is None or key - here > self._seek_gain

    def _seek(self, tick: int, *, in_leaps: bool = False) -> None:
        """Go to a key picture at or before `tick`, never after it; from there on, in leaps
        or picture by picture."""
        whole_from = tick - self._whole if in_leaps else None
        latest = tick - self._lead if self._decoder.is_interlaced else tick
        for back in self._back_offs:
            if latest - back < self._first_tick:
                break
            landed = self._decoder.seek(latest - back)
            if landed is None or landed > latest:
                continue
            if self._begin(whole_from) and self._tick <= tick:
                return
        self._start_over()

    def _start_over(self) -> None:
        self._decoder.rewind()
        if not self._begin():
            raise MediaError(
                f"{self._path} has no picture that can be decoded: check it in a player, "
                "or convert it first."
            )

    def _begin(self, whole_from: int | None = None) -> bool:
        """Show the first picture from here; the one after it is not decoded yet."""
        self._pictures = self._decoder.pictures(whole_from=whole_from)
        frame = next(self._pictures, None)
        if frame is None or frame.pts is None:
            return False
        self._frame, self._tick = frame, frame.pts
        self._next: av.VideoFrame | None = None
        self._next_tick: int | None = self._tick
        return True

    def _advance_to(self, tick: int) -> None:
        while self._next_tick is not None and self._next_tick <= tick:
            self._advance()

    def _advance(self) -> None:
        """Show the next picture, if there is one decoded, and decode the one after it."""
        if self._next is not None and self._next_tick is not None:
            self._frame, self._tick = self._next, self._next_tick
        self._next, self._next_tick = None, None
        try:
            self._decode_next()
        except MediaError:
            self._tick = _LOST
            raise
        if self._cache is not None:
            self._cache.put(self._source, self._tick, self._next_tick, self._frame)

    def _decode_next(self) -> None:
        for frame in self._pictures:
            if frame.pts is not None and frame.pts > self._tick:
                self._next, self._next_tick = frame, frame.pts
                return
        self._decoder.report_end(self._tick)
