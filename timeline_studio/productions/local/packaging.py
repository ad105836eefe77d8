"""Coded pictures and sound become one HLS rendition: a media playlist and its segments."""

import heapq
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av

from timeline_studio.productions.local.coded_file import CodedFile

if TYPE_CHECKING:
    from av.packet import Packet
    from av.stream import Stream

_MARGIN = Fraction(1, 10_000)
_EXTINF = re.compile(r"^#EXTINF:([0-9.]+)", re.MULTILINE)
_TARGET = re.compile(r"^#EXT-X-TARGETDURATION:\d+$", re.MULTILINE)


@dataclass(frozen=True)
class Coded:
    """What one rendition is made of; `sound` is None for a silent source."""

    picture: CodedFile
    sound: CodedFile | None


def package(
    coded: Coded,
    playlist: Path,
    *,
    segment_seconds: Fraction,
    picture_seconds: Fraction,
    check: Callable[[], None],
) -> None:
    """Write `playlist` and, beside it, `<its stem>_00001.ts` and so on. Nothing is encoded.

    `segment_seconds` is a whole number of GOPs; sound after `picture_seconds` is left out.
    """
    # the muxer cuts at the first key picture from here on: rounding must not move it past
    cut_after = int((segment_seconds - _MARGIN) * 1_000_000)
    options = {
        "hls_time": f"{cut_after}us",
        "hls_playlist_type": "vod",
        "hls_flags": "independent_segments",
        "hls_segment_filename": str(playlist.with_name(f"{playlist.stem}_%05d.ts")),
        "start_number": "1",
    }
    with ExitStack() as opened:
        output = opened.enter_context(av.open(str(playlist), "w", format="hls", options=options))
        tracks = []
        for file in filter(None, (coded.picture, coded.sound)):
            source = opened.enter_context(file.open())
            stream = output.add_stream_from_template(source.streams[0])
            tracks.append(_timed(file.read(source), stream))
        for time, packet, stream in heapq.merge(*tracks, key=lambda timed: timed[0]):
            check()
            if stream.type == "video" or time < picture_seconds:
                packet.stream = stream
                output.mux(packet)
    _state_target_duration(playlist)


def _state_target_duration(playlist: Path) -> None:
    """The muxer rounds half a second down to even, and a short film's to 0; RFC 8216 rounds
    up, and players divide by it."""
    text = playlist.read_text("utf-8")
    longest = max(float(duration) for duration in _EXTINF.findall(text))
    target = max(1, int(longest + 0.5))
    playlist.write_text(_TARGET.sub(f"#EXT-X-TARGETDURATION:{target}", text), "utf-8")


def _timed(
    packets: "Iterator[Packet[Any]]", stream: "Stream"
) -> "Iterator[tuple[Fraction, Packet[Any], Stream]]":
    """Each packet with its decoding time in seconds, and the stream that it goes to."""
    time = Fraction(0)
    for packet in packets:
        if packet.dts is not None and packet.time_base is not None:
            time = packet.dts * packet.time_base
        yield time, packet, stream
