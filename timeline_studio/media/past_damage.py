"""Reading on where a file is damaged."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from timeline_studio.media.media_error import DAMAGE, MediaError, reading
from timeline_studio.media.source import packets_of

_MAX_READ_ERRORS = 100

_Stream = TypeVar("_Stream", VideoStream, AudioStream)


def packets_past_damage(
    path: Path, container: InputContainer, stream: _Stream, report: Callable[[], None]
) -> "Iterator[Packet[_Stream]]":
    """Every packet, then the empty one that drains the decoder; `report` is called at damage.

    Raises MediaError for what is not damage: the file cannot be read on.
    """
    for _ in range(_MAX_READ_ERRORS):
        try:
            with reading(path):
                yield from packets_of(container, stream)
        except MediaError as error:
            if not isinstance(error.__context__, DAMAGE):
                raise
            report()
        else:
            return
