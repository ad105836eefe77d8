"""Sound of a file as it is coded: for copying it without decoding."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Self

from av.audio.stream import AudioStream

from timeline_studio.media.media_error import MediaError, reading
from timeline_studio.media.source import (
    open_source,
    origin,
    packets_of,
    read_only,
    sound_streams,
)

_BACK_OFF_SECONDS = 1


class CodedSound:
    """Packets of a file's sound, from any sample on, counted from media time 0.

    A context manager; one thread at a time may use it. Raises MediaError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._container = open_source(path)
        try:
            self._stream = self._open()
        except BaseException:
            self._container.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._container.close()

    @property
    def codec(self) -> str:
        """Its name and, behind a space, its profile, where it has one."""
        context = self._stream.codec_context
        return f"{context.name} {context.profile or ''}".rstrip()

    @property
    def sample_rate(self) -> int:
        return self._stream.rate

    @property
    def extradata(self) -> bytes:
        """What a decoder has to be told first."""
        return self._stream.codec_context.extradata or b""

    def packets(self, place: int) -> Iterator[tuple[Fraction, bytes]]:
        """(place of the first sample, bytes), from a second before `place` to the end; a place
        that is no whole sample was rounded by the container."""
        tick = Fraction(self._stream.time_base or Fraction(1, self.sample_rate))
        start = origin(self._container)
        with reading(self._path):
            back = place - _BACK_OFF_SECONDS * self.sample_rate
            seconds = start + Fraction(max(0, back), self.sample_rate)
            self._container.seek(int(seconds / tick), stream=self._stream)
            for packet in packets_of(self._container, self._stream):
                if packet.size and packet.pts is not None:
                    yield (packet.pts * tick - start) * self.sample_rate, bytes(packet)

    def _open(self) -> AudioStream:
        stream = next(iter(sound_streams(self._container)), None)
        if stream is None:
            raise MediaError(f"{self._path} has no sound that can be copied.")
        read_only(self._container, stream)
        return stream
