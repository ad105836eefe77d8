"""When streams end, also where the container does not say, or only guesses."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Stream

from timeline_studio.media.media_error import reading
from timeline_studio.media.source import open_source, packets_of
from timeline_studio.timeline.time import from_seconds

# These have no length in their headers: FFmpeg guesses it from the first frames' bit rate.
_GUESSED = {"aac", "ac3", "eac3", "dts", "mp3", "amr", "truehd", "mlp"}
_GUESS_HOLDS = Fraction(1, 10)


def stream_ends(
    path: Path, container: InputContainer, streams: Iterable[Stream], origin: Fraction
) -> dict[int, int]:
    """Media time in flicks at which each stream ends, by stream index.

    Reads through a file of its own where only that tells.
    """
    ends = {stream.index: _declared_end(stream, origin) for stream in streams}
    if container.format.name in _GUESSED or not all(ends.values()):
        with open_source(path) as another, reading(path):
            scanned = _scanned_ends(another, ends, origin)
        ends = {index: _trusted(end, scanned[index]) for index, end in ends.items()}
    whole = Fraction(container.duration or 0, av.time_base)
    return {index: from_seconds(end or whole) for index, end in ends.items()}


def _trusted(declared: Fraction | None, scanned: Fraction) -> Fraction:
    if declared and abs(declared - scanned) < _GUESS_HOLDS:
        return declared  # without the coder's padding
    return scanned


def _declared_end(stream: Stream, origin: Fraction) -> Fraction | None:
    if stream.duration and stream.time_base is not None:
        start = origin if stream.start_time is None else stream.start_time * stream.time_base
        return start + stream.duration * stream.time_base - origin
    tag = stream.metadata.get("DURATION")  # Matroska's, the end of the track's last picture
    return _parsed(tag) - origin if tag else None


def _parsed(tag: str) -> Fraction:
    """`HH:MM:SS.fraction`; 0 for what is not that."""
    try:
        hours, minutes, seconds = tag.strip("\0 ").split(":")
        return Fraction(int(hours) * 3600 + int(minutes) * 60) + Fraction(seconds)
    except ValueError:
        return Fraction(0)


def _scanned_ends(
    container: InputContainer, indices: Iterable[int], origin: Fraction
) -> dict[int, Fraction]:
    """Some demuxers find streams only while they read: what is not there yet has no end, and
    packets of others may come."""
    ends = dict.fromkeys(indices, Fraction(0))
    known = [stream for stream in container.streams if stream.index in ends]
    for packet in packets_of(container, *known) if known else ():
        if packet.stream_index not in ends:
            continue
        stamp = packet.dts if packet.pts is None else packet.pts
        length = (packet.duration or 0) * packet.time_base
        so_far = ends[packet.stream_index]
        # A raw stream has no times: its packets follow each other.
        start = so_far if stamp is None else stamp * packet.time_base - origin
        ends[packet.stream_index] = max(so_far, start + length)
    return ends
