"""Exposure, contrast, temperature and curves: each channel by itself, so all are one table.

Between them colours may leave 0 to 1; at the end of a run they are held within it.
"""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline_studio.timeline.effects.animation import value_at
from timeline_studio.timeline.effects.curve import Curve
from timeline_studio.timeline.effects.effect import (
    STRAIGHT,
    Contrast,
    Curves,
    Effect,
    Exposure,
    Points,
    Temperature,
)

Channels: TypeAlias = NDArray[np.float64]
"""Of red, green and blue: shape (3, n), 0 to 1."""

Tone: TypeAlias = Exposure | Contrast | Temperature | Curves

_LUMA = (0.2126, 0.7152, 0.0722)  # ITU-R BT.709
_GAMMA = 2.4  # ITU-R BT.1886
_KEPT_TABLES = 64


def is_tone(effect: Effect) -> bool:
    return isinstance(effect, Exposure | Contrast | Temperature | Curves)


@lru_cache(maxsize=_KEPT_TABLES)
def tables(tones: tuple[Tone, ...]) -> tuple[bytes, bytes, bytes]:
    """256 bytes for each of red, green and blue; the numbers of the effects are plain."""
    channels = np.tile(np.arange(256) / 255, (3, 1))
    for tone in tones:
        channels = toned(channels, tone)
    return _as_bytes(channels)


def toned(channels: Channels, tone: Tone) -> Channels:
    """What the effect makes of R'G'B'."""
    match tone:
        case Exposure():
            return channels * 2 ** (value_at(tone.stops, 0) / _GAMMA)
        case Contrast():
            pivot = value_at(tone.pivot, 0)
            return pivot + (channels - pivot) * value_at(tone.amount, 0)
        case Temperature():
            return (
                channels
                * _gains(value_at(tone.temperature, 0), value_at(tone.tint, 0))[:, np.newaxis]
            )
        case Curves():
            share = value_at(tone.amount, 0)
            return channels + share * (_curved(channels, tone) - channels)


def tabled(table: NDArray[np.float64], share: float) -> tuple[bytes, bytes, bytes]:
    """As `tables`, of a LUT that is a table for each channel; mixed by its share."""
    plain, places = np.arange(256) / 255, np.linspace(0, 1, len(table))
    looked_up = np.stack([np.interp(plain, places, column) for column in table.T])
    return _as_bytes(plain + share * (looked_up - plain))


def _as_bytes(channels: Channels) -> tuple[bytes, bytes, bytes]:
    codes = np.rint(np.clip(channels, 0, 1) * 255).astype(np.uint8)
    red, green, blue = (channel.tobytes() for channel in codes)
    return red, green, blue


def _gains(temperature: float, tint: float) -> NDArray[np.float64]:
    """Of R'G'B', such that white is as bright as it was."""
    light = np.array([2 ** (temperature / 2), 2 ** (-tint / 2), 2 ** (-temperature / 2)])
    return (light / (light @ _LUMA)) ** (1 / _GAMMA)


def _curved(channels: Channels, curves: Curves) -> Channels:
    own = (curves.red, curves.green, curves.blue)
    return np.stack(
        [
            _along(_along(channel, curves.master), points)
            for channel, points in zip(channels, own, strict=True)
        ]
    )


def _along(channel: NDArray[np.float64], points: Points) -> NDArray[np.float64]:
    if points == STRAIGHT:
        return np.clip(channel, 0, 1)
    curve = Curve(points)
    return np.array([curve.at(x) for x in channel])
