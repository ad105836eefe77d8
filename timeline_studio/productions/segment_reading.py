"""What lies in the segments of one rendition, found by demuxing them; nothing is decoded."""

import io
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

import av
import av.error
from av.container import InputContainer

_NAL_TYPE, _NAL_IDR, _NAL_SPS = 0x1F, 5, 7
_NAL_SLICES = (1, 5)
_SPS_BYTES = slice(1, 4)  # of an SPS and of avcC alike: profile, constraints, level


@dataclass
class Reading:
    """Times in seconds, as in the segments; `level` ten times H.264's; `codec_bytes` the three
    bytes of the SPS that CODECS states, in hex. One picture alone has no `rate`."""

    width: int = 0
    height: int = 0
    profile: str = ""
    level: int = 0
    codec_bytes: str = ""
    rate: float = 0.0
    starts: list[float] = field(default_factory=list)
    begins_with_idr: list[bool] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    end: float = 0.0
    has_sound: bool = False
    sound_end: float = 0.0


@dataclass
class SoundReading:
    """Sound alone: its codec in FFmpeg's word; when each segment starts and the last one ends."""

    codec: str = ""
    starts: list[float] = field(default_factory=list)
    end: float = 0.0


def read_segments(paths: Sequence[Path], init: Path | None = None) -> Reading:
    """One pass over all segments as one stream: opening each alone would take far longer.
    `init` is fMP4's init segment; without one they are transport streams."""
    reading = Reading()
    try:
        with _Joined(paths, init) as joined, joined.opened() as container:
            _read(container, joined, reading)
    except (av.error.FFmpegError, IndexError):
        # whatever was not found is told as what is wrong with it
        return reading
    return reading


def read_sound(paths: Sequence[Path], init: Path | None) -> SoundReading:
    """As `read_segments`, of a rendition of sound alone."""
    reading = SoundReading()
    try:
        with _Joined(paths, init) as joined, joined.opened() as container:
            stream = container.streams.audio[0]
            reading.codec = stream.codec_context.name
            for packet in container.demux(stream):
                if packet.pts is None or packet.time_base is None:
                    continue
                time = float(packet.pts * packet.time_base)
                if joined.segment_of(packet.pos or 0) == len(reading.starts):
                    reading.starts.append(time)
                reading.end = time + float((packet.duration or 0) * packet.time_base)
    except (av.error.FFmpegError, IndexError):
        return reading
    return reading


@contextmanager
def opened_segments(paths: Sequence[Path], init: Path | None = None) -> Iterator[InputContainer]:
    """Segments that follow one another, as one stream. Raises av.error.FFmpegError."""
    with _Joined(paths, init) as joined, joined.opened() as container:
        yield container


def _read(container: InputContainer, joined: "_Joined", reading: Reading) -> None:
    video = container.streams.video[0]
    reading.has_sound = bool(container.streams.audio)
    reading.width, reading.height = video.width, video.height
    reading.profile = video.codec_context.profile or ""
    if joined.has_init:
        _note_parameters((video.codec_context.extradata or b"")[_SPS_BYTES], reading)
    times: list[float] = []
    for packet in container.demux():
        if packet.pts is None or packet.time_base is None:
            continue
        time = float(packet.pts * packet.time_base)
        if packet.stream.index == video.index:
            times.append(time)
            units = _lengthed(bytes(packet)) if joined.has_init else _started(bytes(packet))
            is_key = packet.is_keyframe
            _note_picture(units, time, is_key, joined.segment_of(packet.pos or 0), reading)
        elif reading.has_sound and packet.stream.type == "audio":
            length = float((packet.duration or 0) * packet.time_base)
            reading.sound_end = max(reading.sound_end, time + length)
    times.sort()
    if len(times) > 1:
        reading.rate = (len(times) - 1) / (times[-1] - times[0])
        reading.end = times[-1] + 1 / reading.rate
    elif times:
        reading.end = times[0]
    reading.keys.sort()


def _note_picture(
    units: Iterator[bytes], time: float, is_key: bool, segment: int, reading: Reading
) -> None:
    is_first = segment == len(reading.starts)
    if not (is_first or is_key):
        return
    slices = []
    for unit in units:
        kind = unit[0] & _NAL_TYPE
        if kind in _NAL_SLICES:
            slices.append(kind)
        elif kind == _NAL_SPS:
            _note_parameters(unit[_SPS_BYTES], reading)
    is_idr = slices[:1] == [_NAL_IDR]
    if is_first:
        reading.starts.append(time)
        reading.begins_with_idr.append(is_idr)
    if is_idr:
        reading.keys.append(time)


def _note_parameters(sps: bytes, reading: Reading) -> None:
    if len(sps) == 3 and not reading.codec_bytes:
        reading.codec_bytes, reading.level = sps.hex(), sps[2]


def _started(data: bytes) -> Iterator[bytes]:
    """The NAL units of an access unit in a transport stream (H.264, Annex B)."""
    return (unit for unit in data.split(b"\0\0\1")[1:] if unit)


def _lengthed(data: bytes) -> Iterator[bytes]:
    """The NAL units of a sample in fMP4: each after its length."""
    at = 0
    while at + 4 < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : end]
        at = end


class _Joined(io.RawIOBase):
    """Segments read as one file, which remembers where each begins."""

    def __init__(self, paths: Sequence[Path], init: Path | None) -> None:
        super().__init__()
        self.has_init = init is not None
        self._paths = [init, *paths] if init else list(paths)
        ends = accumulate(path.stat().st_size for path in self._paths)
        self._starts = [0, *ends][:-1]
        self._next = 0
        self._file: io.BufferedReader | None = None

    def opened(self) -> InputContainer:
        return av.open(self, "r", format="mp4" if self.has_init else "mpegts")

    def segment_of(self, position: int) -> int:
        """Counted from 0, without the init segment."""
        return bisect_right(self._starts, position) - 1 - self.has_init

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while True:
            if self._file is None:
                if self._next == len(self._paths):
                    return b""
                self._file = self._paths[self._next].open("rb")
                self._next += 1
            data = self._file.read(size)
            if data:
                return data
            self._close_file()

    def close(self) -> None:
        self._close_file()
        super().close()

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
