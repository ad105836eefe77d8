"""Does a film show what was copied into it? Asked by decoding it at every splice."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from timeline_studio.media import MediaError, VideoReader
from timeline_studio.render.copying.copy_plan import Copy
from timeline_studio.timeline.time import frame_start

_log = logging.getLogger(__name__)


def sound_copies(film: Path, rate: Fraction, copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Those whose first and last pictures come out of `film` as out of their source, to the bit.

    The pictures in between are decoded on the way to the last ones, from the key picture before.
    """
    with ThreadPoolExecutor(2, "render-check") as pool:
        verdicts = pool.map(lambda copy: _is_sound(film, rate, copy), copies)
        return tuple(copy for copy, sound in zip(copies, verdicts, strict=True) if sound)


def _is_sound(film: Path, rate: Fraction, copy: Copy) -> bool:
    last = copy.frames[-1]
    try:
        with VideoReader(film) as made, VideoReader(copy.path) as source:
            for frame in (copy.frames[0], copy.frames[1], last - 1, last):
                time = frame_start(frame, rate)
                wanted = source.frame_at(copy.clip.source_time(time))
                if not _are_equal(made.frame_at(time), wanted):
                    _log.warning("%s is encoded: its copy differs in frame %d", copy.path, frame)
                    return False
    except MediaError as error:
        _log.warning("%s is encoded: its copy cannot be read: %s", copy.path, error)
        return False
    return True


def _are_equal(one: av.VideoFrame, other: av.VideoFrame) -> bool:
    return one.format.name == other.format.name and np.array_equal(
        one.to_ndarray(), other.to_ndarray()
    )
