"""Does a film show what was copied into it? Asked by decoding it at every splice."""

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np

from timeline_studio.media import MediaError, VideoReader
from timeline_studio.media.coded_video import CodedVideo
from timeline_studio.render.copying.copy_plan import Copy
from timeline_studio.render.copying.h264 import NotCopyable, ParameterSets, is_worth_copying
from timeline_studio.render.segments.encoding import usable_cores
from timeline_studio.timeline.time import frame_start

_log = logging.getLogger(__name__)
_REORDERED = 16  # pictures that H.264 may decode ahead, at most


def sound_copies(film: Path, rate: Fraction, copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Those that come out of `film` as out of their source.

    The first pictures of each are decoded from both, and have to be equal to the bit. So have the
    last ones, unless the packets that they are decoded from are the source's own: then it is
    enough that the film shows them, in spite of the splice behind.
    """
    threads = min(usable_cores(), len(copies))
    with ThreadPoolExecutor(max(1, threads), "render-check") as pool:
        shares = [copies[number::threads] for number in range(threads)]
        verdicts = pool.map(lambda share: _sound(film, rate, share), shares)
        sound = {copy.run.first for found in verdicts for copy in found}
    return tuple(copy for copy in copies if copy.run.first in sound)


def _sound(film: Path, rate: Fraction, copies: Sequence[Copy]) -> list[Copy]:
    with VideoReader(film) as made:
        return [copy for copy in copies if _is_sound(film, made, rate, copy)]


def _is_sound(film: Path, made: VideoReader, rate: Fraction, copy: Copy) -> bool:
    first, last = copy.frames[0], copy.frames[-1]
    try:
        compared = [first, first + 1]
        if not _ends_alike(film, rate, copy):
            compared += [last - 1, last]
        with VideoReader(copy.path) as source:
            for frame in (first, first + 1, last - 1, last):
                time = frame_start(frame, rate)
                shown = made.frame_at(time)
                sound = abs(made.time_of(shown) - time) < frame_start(1, rate) // 2
                if sound and frame in compared:
                    sound = _are_equal(shown, source.frame_at(copy.clip.source_time(time)))
                if not sound:
                    _log.warning("%s is encoded: its copy differs in frame %d", copy.path, frame)
                    return False
    except MediaError as error:
        _log.warning("%s is encoded: its copy cannot be read: %s", copy.path, error)
        return False
    return True


def _ends_alike(film: Path, rate: Fraction, copy: Copy) -> bool:
    """Whether the packets from a key picture to the end of the run are the source's, unchanged."""
    if copy.new_pps:
        return False
    last = copy.frames[-1]
    near_end = frame_start(max(copy.frames[0], last - _REORDERED), rate)
    try:
        with CodedVideo(film) as made, CodedVideo(copy.path) as source:
            tick = made.clock.tick_at(near_end)
            key = next(made.packets(tick), None)
            if key is None or key.pts is None:
                return False
            begin = round(made.clock.time_of(key.pts) / frame_start(1, rate))
            if begin not in copy.frames:
                return False
            begin_there = source.clock.tick_at(copy.clip.source_time(frame_start(begin, rate)))
            count = last + 1 - begin
            ours = islice(_units(made, tick), count)
            return list(ours) == list(islice(_units(source, begin_there), count))
    except NotCopyable:
        return False


def _units(video: CodedVideo, tick: int) -> Iterator[list[bytes]]:
    """What each packet holds, from the key picture at or before `tick` on."""
    sets = ParameterSets.read(video.extradata)
    for packet in video.packets(tick):
        yield [unit for unit in sets.units(bytes(packet)) if is_worth_copying(unit)]


def _are_equal(one: av.VideoFrame, other: av.VideoFrame) -> bool:
    return one.format.name == other.format.name and np.array_equal(
        one.to_ndarray(), other.to_ndarray()
    )
