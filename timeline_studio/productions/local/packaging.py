"""Coded pictures and sound become one HLS rendition: a media playlist and its segments.

In transport streams picture and sound share segments. CMAF has a file for each, and an init
segment beside them; the same packets go into both.
"""

import heapq
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
from av.bitstream import BitStreamFilterContext

from timeline_studio.productions.local.coded_file import CodedFile
from timeline_studio.productions.local.joined_end import join_end
from timeline_studio.productions.local.sizing import Cutting

if TYPE_CHECKING:
    from av.packet import Packet
    from av.stream import Stream

PICTURE, SOUND = "cmfv", "cmfa"  # MediaConvert's names for CMAF's segments

# rounding must not move a key picture past the cut
_KEY_MARGIN = Fraction(1, 10_000)
_LONGEST_SOUND_FRAME = 1024 / 44_100  # seconds
_EXTINF = re.compile(r"^#EXTINF:([0-9.]+)", re.MULTILINE)
_TARGET = re.compile(r"^#EXT-X-TARGETDURATION:\d+$", re.MULTILINE)
# SPS, PPS and delimiters: CMAF's `avc1` has them in the init segment only
_IN_BAND = "filter_units=remove_types=7|8|9"


@dataclass(frozen=True)
class _Wrapping:
    """What differs between kinds of segments. The muxer cuts at the first packet that may begin
    a segment, from `margin` seconds before its time on; `target_seconds` is the least target
    duration that is stated."""

    options: dict[str, str]
    margin: Fraction = _KEY_MARGIN
    is_stripped: bool = False
    target_seconds: int = 0


def package_ts(
    files: Sequence[CodedFile], playlist: Path, cutting: Cutting, *, check: Callable[[], None]
) -> None:
    """Write `playlist` and, beside it, `<its stem>_00001.ts` and so on, of the picture and what
    sound there is. Nothing is encoded; sound after the picture is left out."""
    wrapping = _Wrapping({"hls_segment_filename": f"{playlist.stem}_%05d.ts"})
    _package(files, playlist, cutting, wrapping, check=check)


def package_cmaf(
    file: CodedFile, playlist: Path, suffix: str, cutting: Cutting, *, check: Callable[[], None]
) -> None:
    """Write `playlist`, `<its stem>init.<suffix>`, `<its stem>_000000001.<suffix>` and so on.
    `suffix` is PICTURE or SOUND."""
    options = {
        "hls_segment_type": "fmp4",
        "hls_fmp4_init_filename": f"{playlist.stem}init.{suffix}",
        "hls_segment_filename": f"{playlist.stem}_%09d.{suffix}",
        "hls_segment_options": "brand=cmfc",
        # shifted alone, picture and sound would no longer be in time: an edit list says instead
        # what comes before time 0
        "avoid_negative_ts": "disabled",
    }
    is_picture = suffix == PICTURE
    wrapping = _Wrapping(
        options,
        # sound may be cut anywhere, and a margin in each segment would add up
        margin=_KEY_MARGIN if is_picture else Fraction(0),
        is_stripped=is_picture,
        # sound is cut at its own frames, and all playlists of a film state one target duration
        target_seconds=_whole(float(cutting.longest_seconds) + _LONGEST_SOUND_FRAME),
    )
    _package([file], playlist, cutting, wrapping, check=check)


def _package(
    files: Sequence[CodedFile],
    playlist: Path,
    cutting: Cutting,
    wrapping: _Wrapping,
    *,
    check: Callable[[], None],
) -> None:
    cut_after = round((cutting.segment_seconds - wrapping.margin) * 1_000_000)
    names = wrapping.options["hls_segment_filename"]
    options = wrapping.options | {
        "hls_time": f"{cut_after}us",
        "hls_playlist_type": "vod",
        "hls_flags": "independent_segments",
        "hls_segment_filename": str(playlist.with_name(names)),
        "start_number": "1",
    }
    with ExitStack() as opened:
        output = opened.enter_context(av.open(str(playlist), "w", format="hls", options=options))
        tracks = []
        for file in files:
            source = opened.enter_context(file.open())
            stream = output.add_stream_from_template(source.streams[0])
            packets = file.read(source)
            if wrapping.is_stripped:
                packets = _without_parameters(packets, source.streams[0])
            tracks.append(_timed(packets, stream))
        for time, packet, stream in heapq.merge(*tracks, key=lambda timed: timed[0]):
            check()
            if stream.type == "video" or time < cutting.picture_seconds:
                packet.stream = stream
                output.mux(packet)
    if cutting.joins_end:
        join_end(playlist)
    _state_target_duration(playlist, at_least=wrapping.target_seconds)


def _state_target_duration(playlist: Path, *, at_least: int) -> None:
    """The muxer rounds half a second down to even, and a short film's to 0; RFC 8216 rounds
    up, and players divide by it."""
    text = playlist.read_text("utf-8")
    longest = max(float(duration) for duration in _EXTINF.findall(text))
    target = max(at_least, _whole(longest))
    playlist.write_text(_TARGET.sub(f"#EXT-X-TARGETDURATION:{target}", text), "utf-8")


def _whole(seconds: float) -> int:
    return max(1, int(seconds + 0.5))


def _without_parameters(
    packets: "Iterator[Packet[Any]]", stream: "Stream"
) -> "Iterator[Packet[Any]]":
    strip = BitStreamFilterContext(_IN_BAND, stream)
    for packet in packets:
        yield from strip.filter(packet)
    yield from strip.filter(None)


def _timed(
    packets: "Iterator[Packet[Any]]", stream: "Stream"
) -> "Iterator[tuple[Fraction, Packet[Any], Stream]]":
    """Each packet with its decoding time in seconds, and the stream that it goes to."""
    time = Fraction(0)
    for packet in packets:
        if packet.dts is not None and packet.time_base is not None:
            time = packet.dts * packet.time_base
        yield time, packet, stream
