"""Sound of a file as it is coded: for copying it without decoding."""

from collections.abc import Iterator
from fractions import Fraction

from av.audio.stream import AudioStream

from timeline_studio.media.coded_stream import CodedStream
from timeline_studio.media.media_error import MediaError, reading
from timeline_studio.media.source import (
    origin,
    packets_of,
    read_only,
    sound_streams,
)

_BACK_OFF_SECONDS = 1


class CodedSound(CodedStream[AudioStream]):
    """Packets of a file's sound, from any sample on, counted from media time 0."""

    @property
    def codec(self) -> str:
        """Its name and, behind a space, its profile, where it has one."""
        context = self._stream.codec_context
        return f"{context.name} {context.profile or ''}".rstrip()

    @property
    def sample_rate(self) -> int:
        return self._stream.rate

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
