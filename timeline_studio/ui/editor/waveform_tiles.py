"""A clip's sound as pictures: one-sided peaks with a brighter RMS, scaled by its gain."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from timeline_studio.media import Waveform
from timeline_studio.timeline.effects.animation import value_at
from timeline_studio.timeline.model import Clip
from timeline_studio.timeline.time import FLICKS_PER_SECOND

TILE = 256
"""Pixels; tiles count from the clip's beginning, so that scrolling makes no new ones."""
_KEPT = 600

Levels: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WaveColors:
    peak: QColor
    rms: QColor
    clipping: QColor


class WaveformTiles:
    """Drawn tiles, the least recently used dropped. One repaint may draw `allowance` new ones."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[tuple[object, ...], QImage] = OrderedDict()
        self.allowance = 0

    def tile(
        self,
        clip: Clip,
        waveform: Waveform,
        number: int,
        *,
        scale: float,
        size: tuple[int, int],
        colors: WaveColors,
    ) -> QImage | None:
        """Tile `number` of `clip` at `scale` flicks a pixel; None if it must wait its turn."""
        gain = value_at(clip.gain_db, 0)
        offset = round(number * TILE * scale * clip.speed)
        start = clip.source_start + offset
        key = (clip.media.url, start, clip.speed, gain, scale, size, colors.peak.rgba())
        found = self._tiles.get(key)
        if found is not None:
            self._tiles.move_to_end(key)
            return found
        if self.allowance <= 0:
            return None
        self.allowance -= 1
        width, height = size
        peaks, rms = levels(waveform, start, scale * float(clip.speed), width, gain)
        drawn = self._tiles[key] = draw_levels(peaks, rms, height, colors)
        if len(self._tiles) > _KEPT:
            self._tiles.popitem(last=False)
        return drawn


def levels(
    waveform: Waveform, start: int, step: float, width: int, gain_db: float
) -> tuple[Levels, Levels]:
    """The loudest peak and RMS of each of `width` columns of `step` flicks from `start` on."""
    rate = waveform.peaks_per_second / FLICKS_PER_SECOND
    bounds = np.floor((start + np.arange(width + 1) * step) * rate).astype(np.int64)
    if step < 0:
        bounds = bounds[::-1]
    peaks, rms = np.zeros((2, width), np.float32)
    firsts = bounds[:-1]
    inside = (firsts >= 0) & (firsts < len(waveform.high))
    if inside.any():
        starts = firsts[inside]
        begin, end = int(starts[0]), max(int(bounds[1:][inside][-1]), int(starts[-1]) + 1)
        loud = np.maximum(waveform.high[begin:end], -waveform.low[begin:end])
        gain = np.float32(10 ** (gain_db / 20))
        peaks[inside] = np.maximum.reduceat(loud, starts - begin) * gain
        rms[inside] = np.maximum.reduceat(waveform.rms[begin:end], starts - begin) * gain
    return (peaks[::-1], rms[::-1]) if step < 0 else (peaks, rms)


def draw_levels(peaks: Levels, rms: Levels, height: int, colors: WaveColors) -> QImage:
    """Columns that stand on the ground; what clips is red. The height is the root of the level,
    so that quiet speech can be seen."""
    above_ground = np.arange(height, 0, -1, dtype=np.float32)[:, None]
    tall, taller = (np.sqrt(np.minimum(1, part)) * height for part in (rms, peaks))
    pixels = np.zeros((height, len(peaks)), np.uint32)
    pixels[above_ground <= np.maximum(taller, 1)] = colors.peak.rgba()
    pixels[above_ground <= tall] = colors.rms.rgba()
    pixels[(peaks >= 1) & (above_ground > height - 3)] = colors.clipping.rgba()
    image = QImage(
        pixels.data, len(peaks), height, 4 * len(peaks), QImage.Format.Format_ARGB32_Premultiplied
    )
    return image.copy()  # owns its pixels
