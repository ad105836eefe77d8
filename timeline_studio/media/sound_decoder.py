"""Sound of one stream as decoded, forward from anywhere."""

import logging
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, islice
from pathlib import Path

import av
import av.error
from av.audio.stream import AudioStream
from av.packet import Packet

from timeline_studio.media.media_error import MediaError
from timeline_studio.media.past_damage import packets_past_damage
from timeline_studio.media.sample_places import SamplePlaces
from timeline_studio.media.source import open_source, origin, read_only, sound_streams

_log = logging.getLogger(__name__)
_OPENING = 4
_WARM_UP_SECONDS = 0.3  # MP3 needs the most: its bit reservoir reaches 10 frames back
_BACK_OFF_SECONDS = (0, 1, 8, 60)


class SoundDecoder:
    """Decodes forward; `rewind` and `seek` choose where from.

    A place counts samples of the source from media time 0. A packet that cannot be decoded
    is skipped with a warning. Raises MediaError.
    """

    def __init__(self, path: Path, *, stream_index: int | None = None) -> None:
        self._path = path
        self._stream_index = stream_index
        self._has_reported_damage = False
        self._frames: Iterator[av.AudioFrame]
        self._open()
        self._places = SamplePlaces(
            self._stream.time_base or Fraction(1, self._stream.rate),
            self._stream.rate,
            origin(self._container),
        )
        opening = list(islice(self._frames, _OPENING))
        self._places.learn_grid(opening)
        self._frames = chain(opening, self._frames)

    @property
    def sample_rate(self) -> int:
        return self._stream.rate

    def close(self) -> None:
        self._container.close()

    def rewind(self) -> None:
        """Go to the very first packet. A seek could lose what a coder put before time 0."""
        self.close()
        self._open()

    def seek(self, place: int) -> int | None:
        """Go so far before `place` that the decoder has settled there: from which place on
        its sound is whole. None when the container cannot seek there."""
        rate = self.sample_rate
        settled = place - round(_WARM_UP_SECONDS * rate)
        for back in _BACK_OFF_SECONDS:
            if settled - back * rate <= 0:
                return None
            landed = self._land(settled - back * rate)
            if landed is not None and landed <= settled:
                return landed + place - settled
        return None

    def pieces(self) -> Iterator[tuple[int, av.AudioFrame]]:
        """From here to the end: the place where each piece begins, and the piece."""
        expected: int | None = None
        for frame in self._frames:
            place = self._places.place_of(frame, expected)
            expected = place + frame.samples
            yield place, frame

    def _land(self, place: int) -> int | None:
        """Seek near `place`; where the first piece begins."""
        try:
            self._container.seek(self._places.tick_of(place), stream=self._stream)
        except (av.error.FFmpegError, OSError):
            return None
        self._has_begun = False
        self._frames = self._decoded()
        first = next(self._frames, None)
        if first is None:
            return None
        self._frames = chain([first], self._frames)
        return self._places.place_of(first, None)

    def _open(self) -> None:
        self._container = open_source(self._path)
        try:
            self._stream = self._chosen_stream()
        except BaseException:
            self._container.close()
            raise
        read_only(self._container, self._stream)
        self._has_begun = True
        self._frames = self._decoded()

    def _chosen_stream(self) -> AudioStream:
        for stream in sound_streams(self._container):
            if self._stream_index in {None, stream.index}:
                return stream
        raise MediaError(f"{self._path} has no sound: use it for its picture.")

    def _decoded(self) -> Iterator[av.AudioFrame]:
        """From the container's place to the end, past what is damaged."""
        for packet in packets_past_damage(
            self._path, self._container, self._stream, self._report_damage
        ):
            yield from self._whole(packet)

    def _whole(self, packet: "Packet[AudioStream]") -> list[av.AudioFrame]:
        try:
            pieces = packet.decode()
        except av.error.FFmpegError:  # decoders have codes of their own for bad bytes
            if self._has_begun:  # a seek may land within a piece (MPEG program streams)
                self._report_damage()
            return []
        self._has_begun = True
        return pieces

    def _report_damage(self) -> None:
        if not self._has_reported_damage:
            self._has_reported_damage = True
            _log.warning("%s is damaged: what cannot be decoded is silent", self._path)
