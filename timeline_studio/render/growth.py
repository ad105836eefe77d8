"""An MP4 that can be sent while it is written: its index goes into room that is left in front."""

from pathlib import Path
from typing import Final, Protocol

_TOLD_BYTES: Final = 1024 * 1024
_A_PICTURE: Final = (
    40  # bytes of the index: size, times, key, and a chunk of its own (ISO 14496-12)
)
_A_SOUND: Final = 28
_THE_REST: Final = 64 * 1024
_AROUND: Final = 64  # the boxes' heads: FFmpeg writes them anew up to 44 bytes behind the room
_AAC_FRAME: Final = 1024


class Growing(Protocol):
    """Hears of a file that is made, always from the same thread."""

    def begins(self) -> None:
        """It is empty: what was told of an earlier attempt holds no more."""

    def reached(self, path: Path, start: int, end: int) -> None:
        """Bytes [start, end) of it stay as they are."""

    def closes(self) -> None:
        """From here on it is changed anywhere, and moved."""


class Growth:
    """What a writer tells `listener` of one file, whose index takes at most `room` bytes."""

    def __init__(self, listener: Growing, room: int) -> None:
        self._listener = listener
        self._room = room
        self._untold = 0
        self.muxer_options = {"moov_size": str(room)}
        listener.begins()

    def wrote(self, path: Path, count: int) -> None:
        """About `count` bytes more: what the file has by now is never written again, but for its
        index."""
        self._untold += count
        if self._untold >= _TOLD_BYTES:
            self._untold = 0
            start, end = self._room + _AROUND, path.stat().st_size
            if start < end:
                self._listener.reached(path, start, end)

    def closes(self) -> None:
        self._listener.closes()


def index_room(frames: int, samples: int, sets: int) -> int:
    """Bytes that the index of so many pictures and samples never exceeds; `sets` are those of the
    parameter sets."""
    sounds = samples // _AAC_FRAME + 4
    return _THE_REST + sets + _A_PICTURE * frames + _A_SOUND * sounds
