"""Counts as a picture: the more often, the brighter. Runs on any thread."""

from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from timeline_studio.ui.scopes.counting import (
    LEVELS,
    Counts,
    Pixels,
    histogram,
    luma,
    reduced,
    vectors,
    waveform,
)

Scope: TypeAlias = Literal["waveform", "parade", "vectorscope", "histogram"]
SCOPES: tuple[Scope, ...] = ("waveform", "parade", "vectorscope", "histogram")

_Color: TypeAlias = tuple[int, int, int]
_TRACE: _Color = (222, 232, 222)
_CHANNELS: tuple[_Color, ...] = ((255, 96, 84), (92, 222, 116), (96, 156, 255))
_HISTOGRAM_HEIGHT = 128


def pixels_of(image: QImage) -> Pixels:
    """Red, green, blue of an image as the monitor has it (32 bits a pixel), of their own."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    bgra = rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)
    return bgra[..., 2::-1].copy()


def drawn(scope: Scope, pixels: Pixels) -> QImage:
    """The scope of a picture, without its graticule; clear where nothing is."""
    few = reduced(pixels)
    if scope == "waveform":
        return _image([(waveform(luma(few)), _TRACE)])
    if scope == "parade":
        parts = [waveform(few[..., channel]) for channel in range(3)]
        return _side_by_side(parts)
    if scope == "vectorscope":
        return _image([(vectors(few), _TRACE)])
    return _image([(_bars(few[..., c]), _CHANNELS[c]) for c in range(3)], is_solid=True)


def _bars(plane: NDArray[np.uint8]) -> Counts:
    """Columns as high as the level is frequent; what towers above all is cut off."""
    counts = histogram(plane)
    usual = max(1.0, float(np.percentile(counts[counts > 0], 98)))
    heights = np.rint(np.minimum(counts / usual, 1.0) * _HISTOGRAM_HEIGHT)
    rows = np.arange(_HISTOGRAM_HEIGHT, 0, -1)[:, None]
    bars: Counts = (heights[None, :] >= rows).astype(np.int64)
    return bars


def _side_by_side(parts: list[Counts]) -> QImage:
    width = parts[0].shape[1]
    empty = np.zeros((LEVELS, width), np.int64)
    layers = []
    for number, counts in enumerate(parts):
        row = [empty] * 3
        row[number] = counts
        layers.append((np.hstack(row), _CHANNELS[number]))
    return _image(layers)


def _image(layers: list[tuple[Counts, _Color]], *, is_solid: bool = False) -> QImage:
    """Light adds up, as on a screen's own phosphor."""
    light = np.zeros((*layers[0][0].shape, 3), np.float32)
    for counts, color in layers:
        strength = 0.75 * (counts > 0) if is_solid else _glow(counts)
        light += strength[..., None].astype(np.float32) * np.array(color, np.float32)
    light = np.minimum(light, 255)
    alpha = light.max(axis=2, keepdims=True)
    bgra = np.concatenate([light[..., ::-1], alpha], axis=2).astype(np.uint8)
    height, width = bgra.shape[:2]
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(np.ascontiguousarray(bgra).data, width, height, 4 * width, form).copy()


def _glow(counts: Counts) -> NDArray[np.float64]:
    """From what is there once, dimly, to what is there most."""
    most = max(1, int(counts.max()))
    strength: NDArray[np.float64] = np.log1p(counts) / np.log1p(most)
    return np.where(counts > 0, 0.25 + 0.75 * strength, 0.0)
