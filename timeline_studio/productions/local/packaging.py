"""Coded pictures and sound become one HLS rendition: a media playlist and its segments."""

import heapq
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.packet import Packet

_MARGIN = Fraction(1, 10_000)


@dataclass(frozen=True)
class Coded:
    """NUT files of one rendition; `sound` is None for a silent source."""

    picture: Path
    sound: Path | None


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
        for path in filter(None, (coded.picture, coded.sound)):
            source = opened.enter_context(av.open(str(path)))
            stream = output.add_stream_from_template(source.streams[0])
            tracks.append((source, stream))
        by_time = heapq.merge(*(_timed(source) for source, _ in tracks), key=lambda timed: timed[0])
        streams = {id(source): stream for source, stream in tracks}
        for _, packet, source in by_time:
            check()
            if _start(packet) >= picture_seconds:
                continue
            packet.stream = streams[id(source)]
            output.mux(packet)


def _timed(source: InputContainer) -> Iterator[tuple[Fraction, Packet, InputContainer]]:
    """Packets in decoding order, each with its decoding time in seconds."""
    time = Fraction(0)
    for packet in source.demux(source.streams[0]):
        if packet.size == 0:
            continue
        if packet.dts is not None:
            time = packet.dts * packet.time_base
        yield time, packet, source


def _start(packet: Packet) -> Fraction:
    return (packet.pts or 0) * packet.time_base
