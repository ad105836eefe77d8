"""Pictures of a file as they are coded: for copying them without decoding."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from av.packet import Packet
from av.video.stream import VideoStream

from timeline_studio.media.coded_stream import CodedStream
from timeline_studio.media.media_error import MediaError, reading
from timeline_studio.media.source import (
    origin,
    packets_of,
    picture_stream,
    read_only,
)
from timeline_studio.media.tick_clock import TickClock

_BACK_OFF_SECONDS = (0, 1, 4, 16, 64)


class CodedVideo(CodedStream[VideoStream]):
    """Packets of a file's picture stream in decoding order, from any picture on."""

    @property
    def time_base(self) -> Fraction:
        """Seconds in a tick."""
        return Fraction(self._stream.time_base or 1)

    @property
    def clock(self) -> TickClock:
        """The same as a reader's: a picture is on the screen at the same times."""
        rate = self._stream.average_rate or self._stream.guessed_rate
        return TickClock(self.time_base, origin(self._container), rate)

    def packets(self, tick: int) -> "Iterator[Packet[VideoStream]]":
        """From the key picture at or before `tick` to the end of the file."""
        with reading(self._path):
            for seconds in _BACK_OFF_SECONDS:
                self._container.seek(tick - round(seconds / self.time_base), stream=self._stream)
                demuxed = packets_of(self._container, self._stream)
                first = next(demuxed, None)
                if first is not None and first.dts is not None and first.dts <= tick:
                    break
            if first is None:
                return
            for packet in chain([first], demuxed):
                if packet.size:
                    yield packet

    def _open(self) -> VideoStream:
        stream = picture_stream(self._container)
        if stream is None or stream.codec_context is None:
            raise MediaError(f"{self._path} has no picture that can be copied.")
        read_only(self._container, stream)
        return stream
