"""The first seconds of a stream: its first picture, and the times of the next ones."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import av
import av.error
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from timeline_studio.media.frame_timing import has_full_index
from timeline_studio.media.source import packets_of

_PICTURES = 240
_BYTES = 32_000_000
_REORDERED = 16  # H.264 and HEVC reorder at most so many pictures
_PATIENCE = 400  # packets until one decodes


@dataclass(frozen=True)
class FirstPictures:
    """`frame` is None when none could be decoded; `ticks` are sorted, without holes."""

    frame: av.VideoFrame | None
    ticks: list[int]
    is_alone: bool


def first_pictures(container: InputContainer, stream: VideoStream) -> FirstPictures:
    """Reads on for the pictures' times only where no index has them."""
    wanted = 2 if has_full_index(stream) else _PICTURES
    frame: av.VideoFrame | None = None
    ticks: list[int] = []
    count = size = 0
    is_whole = True
    for packet in _packets(container, stream):
        count += packet.size > 0
        size += packet.size
        if packet.pts is not None:
            ticks.append(packet.pts)
        if frame is None:
            frame = next(_decoded(packet), None)
        enough = count >= wanted or size > _BYTES
        if (frame is not None and enough) or count > _PATIENCE:
            is_whole = False
            break
    ticks.sort()
    return FirstPictures(frame, ticks if is_whole else ticks[:-_REORDERED], count == 1)


def is_decodable(container: InputContainer, stream: AudioStream) -> bool:
    """Whether sound comes out of the stream's first packets."""
    for count, packet in enumerate(_packets(container, stream)):
        if next(_decoded(packet), None) is not None:
            return True
        if count > _PATIENCE:
            break
    return False


def _packets(container: InputContainer, stream: Stream) -> "Iterator[Packet[Any]]":
    with suppress(av.error.InvalidDataError):
        yield from packets_of(container, stream)


def _decoded(packet: "Packet[Any]") -> Iterator[Any]:
    with suppress(av.error.FFmpegError):
        yield from packet.decode()
