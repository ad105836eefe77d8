"""What lies in the segments of one rendition, found by demuxing them; nothing is decoded."""

import io
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import av.error
from av.container import InputContainer

if TYPE_CHECKING:
    from av.packet import Packet

_NAL_TYPE, _NAL_IDR, _NAL_SPS = 0x1F, 5, 7
_NAL_SLICES = (1, 5)


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


def read_segments(paths: Sequence[Path]) -> Reading:
    """One pass over all segments as one stream: opening each alone would take far longer."""
    reading = Reading()
    try:
        with _Joined(paths) as joined, av.open(joined, "r", format="mpegts") as container:
            _read(container, joined, reading)
    except (av.error.FFmpegError, IndexError):
        # whatever was not found is told as what is wrong with it
        return reading
    return reading


def _read(container: InputContainer, joined: "_Joined", reading: Reading) -> None:
    video = container.streams.video[0]
    reading.has_sound = bool(container.streams.audio)
    reading.width, reading.height = video.width, video.height
    reading.profile = video.codec_context.profile or ""
    times: list[float] = []
    for packet in container.demux():
        if packet.pts is None or packet.time_base is None:
            continue
        time = float(packet.pts * packet.time_base)
        if packet.stream.index == video.index:
            times.append(time)
            _note_picture(packet, time, joined.segment_of(packet.pos or 0), reading)
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


def _note_picture(packet: "Packet[Any]", time: float, segment: int, reading: Reading) -> None:
    is_first = segment == len(reading.starts)
    if not (is_first or packet.is_keyframe):
        return
    kinds, sps = _units(bytes(packet))
    is_idr = next((kind for kind in kinds if kind in _NAL_SLICES), None) == _NAL_IDR
    if is_first:
        reading.starts.append(time)
        reading.begins_with_idr.append(is_idr)
    if is_idr:
        reading.keys.append(time)
    if sps and not reading.codec_bytes:
        reading.codec_bytes, reading.level = sps.hex(), sps[2]


def _units(data: bytes) -> tuple[list[int], bytes]:
    """The NAL unit types of an Annex B access unit, and the SPS's profile and level bytes."""
    kinds, sps = [], b""
    for unit in data.split(b"\0\0\1")[1:]:
        kind = unit[0] & _NAL_TYPE
        kinds.append(kind)
        if kind == _NAL_SPS:
            sps = unit[1:4]
    return kinds, sps


class _Joined(io.RawIOBase):
    """Files read as one, which remembers where each begins."""

    def __init__(self, paths: Sequence[Path]) -> None:
        super().__init__()
        self._paths = list(paths)
        ends = accumulate(path.stat().st_size for path in paths)
        self._starts = [0, *ends][:-1]
        self._next = 0
        self._file: io.BufferedReader | None = None

    def segment_of(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

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
