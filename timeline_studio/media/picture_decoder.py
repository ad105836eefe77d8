"""Pictures of one stream in the order they are shown, from any key picture on."""

import logging
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Literal, TypeAlias

import av
import av.error
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from timeline_studio.media.deinterlacing import deinterlaced
from timeline_studio.media.media_error import MediaError
from timeline_studio.media.past_damage import packets_past_damage
from timeline_studio.media.source import open_source, picture_stream, read_only

Threads: TypeAlias = Literal["SLICE", "FRAME", "AUTO", "NONE"]

_log = logging.getLogger(__name__)
_DEFAULT_RATE = 25  # FFmpeg's own, for a stream that does not say
_MISSING_SECONDS = 1  # sound may go on a little longer than pictures


class PictureDecoder:
    """Decodes forward; `rewind` and `seek` choose where from.

    A packet that cannot be decoded is skipped with a warning: the pictures around it are
    still good. Raises MediaError when the file has no pictures, or cannot be read on.
    """

    def __init__(self, path: Path, *, threads: Threads, thread_count: int) -> None:
        self._path = path
        self._threads = threads
        self._thread_count = thread_count
        self._has_reported_end = False
        self._has_reported_damage = False
        self._key: Packet[VideoStream] | None = None
        self._left_out_to: int | None = None
        self.is_interlaced = False
        """Whether any picture so far was."""
        self._open()

    @property
    def container(self) -> InputContainer:
        return self._container

    @property
    def time_base(self) -> Fraction:
        """Seconds in a tick."""
        if self._stream.time_base is None:
            raise MediaError(f"{self._path} has pictures without times: convert it first.")
        return self._stream.time_base

    @property
    def declared_rate(self) -> Fraction | None:
        """Pictures per second, as far as the container says."""
        return self._stream.average_rate or self._stream.guessed_rate

    def close(self) -> None:
        self._container.close()

    def rewind(self) -> None:
        """Go to the very first packet. A seek could land behind it: demuxers take the first
        indexed key picture for the start."""
        if self._is_used:
            self.close()
            self._open()

    def seek(self, tick: int) -> int | None:
        """Go to the key picture at or before `tick`: its own tick, which may still be later,
        so compare; or None when the container cannot seek there."""
        self._is_used = True
        self._key = None
        try:
            self._container.seek(tick, stream=self._stream)
        except (av.error.FFmpegError, OSError):
            return None
        for packet in self._packets():
            if packet.is_keyframe and packet.size:
                self._key = packet
                return packet.dts if packet.pts is None else packet.pts
        return None

    def indexed_key(self, tick: int) -> int | None:
        """The last key picture before `tick`, roughly; None when the index doesn't reach it."""
        index = self._stream.index_entries
        if not len(index) or index[len(index) - 1].timestamp < tick:
            return None
        found = index.search_timestamp(tick)
        return None if found < 0 else index[found].timestamp

    def pictures(self, *, whole_from: int | None = None) -> Iterator[av.VideoFrame]:
        """From here to the end, each with its `pts`. Those that are shown before an open
        group's key picture need what came before it, and are left out.

        So are, before the tick `whole_from`, those that no other picture needs: the quickest
        way there. `has_left_out` tells where. Interlaced ones are deinterlaced.
        """
        return deinterlaced(self._noted(self._decoded(whole_from)))

    def _noted(self, pictures: Iterator[av.VideoFrame]) -> Iterator[av.VideoFrame]:
        for frame in pictures:
            self.is_interlaced |= bool(frame.interlaced_frame)
            yield frame

    def _decoded(self, whole_from: int | None) -> Iterator[av.VideoFrame]:
        self._is_used = True
        self._left_out_to = None
        self._set_skipping(whole_from is not None)
        key, self._key = self._key, None
        earliest = key.pts if key is not None else None
        for packet in self._packets() if key is None else chain([key], self._packets()):
            if whole_from is not None and (packet.pts is None or packet.pts >= whole_from):
                whole_from = None
                self._set_skipping(False)
            if whole_from is not None:
                self._note_left_out(packet.pts)
            yield from self._decode(packet, earliest)

    def has_left_out(self, after: int) -> bool:
        """Whether pictures that are shown after the tick `after` may have been left out."""
        return self._left_out_to is not None and self._left_out_to > after

    def report_end(self, tick: int) -> None:
        """Log, once, that the pictures end at `tick`, well before the container says."""
        end = self._declared_end()
        missing = 0.0 if end is None else float(end - tick * self.time_base)
        if missing > _MISSING_SECONDS and not self._has_reported_end:
            self._has_reported_end = True
            _log.warning(
                "%s is cut short: its last %.1f seconds have no picture", self._path, missing
            )

    def _declared_end(self) -> Fraction | None:
        """In seconds on the stream's clock; no later than the pictures that are meant."""
        stream, container = self._stream, self._container
        if stream.duration is not None:
            return ((stream.start_time or 0) + stream.duration) * self.time_base
        if container.duration is not None:  # Matroska counts it from 0, others from the start
            return Fraction(container.duration, av.time_base)
        return None

    def _open(self) -> None:
        self._container = open_source(self._path)
        self._is_used = False
        self._untimed = 0
        self._key = None
        try:
            self._stream = self._prepared_stream()
        except BaseException:
            self._container.close()
            raise

    def _prepared_stream(self) -> VideoStream:
        stream = picture_stream(self._container)
        if stream is None:
            raise MediaError(f"{self._path} has no picture: use it for its sound.")
        if stream.codec_context is None:
            raise MediaError(f"{self._path} has a picture in an unknown format: convert it first.")
        stream.codec_context.thread_type = self._threads
        stream.codec_context.thread_count = self._thread_count
        read_only(self._container, stream)
        return stream

    def _decode(
        self, packet: "Packet[VideoStream]", earliest: int | None
    ) -> Iterator[av.VideoFrame]:
        try:
            frames = packet.decode()
        except av.error.FFmpegError:  # decoders have codes of their own for bad bytes
            self._report_damage()
            return
        for frame in frames:
            is_hurt = packet.is_corrupt or frame.is_corrupt
            if is_hurt and earliest is None:  # behind a seek, what it needs may be missing
                self._report_damage()
            if frame.pts is None:
                frame.pts = self._counted_tick() if frame.dts is None else frame.dts
            if earliest is None or frame.pts is None or frame.pts >= earliest:
                yield frame

    def _note_left_out(self, tick: int | None) -> None:
        """Decoders don't tell what they leave out: it may be any."""
        if tick is not None and not self.has_left_out(after=tick):
            self._left_out_to = tick

    def _set_skipping(self, skips: bool) -> None:
        self._stream.codec_context.skip_frame = "NONREF" if skips else "DEFAULT"

    def _counted_tick(self) -> int:
        """A raw stream has no times: its pictures follow each other at its rate."""
        rate = self._stream.guessed_rate or _DEFAULT_RATE
        tick = round(self._untimed / rate / self.time_base)
        self._untimed += 1
        return tick

    def _report_damage(self) -> None:
        if not self._has_reported_damage:
            self._has_reported_damage = True
            _log.warning("%s is damaged: what cannot be decoded is left out", self._path)

    def _packets(self) -> "Iterator[Packet[VideoStream]]":
        return packets_past_damage(self._path, self._container, self._stream, self._report_damage)
