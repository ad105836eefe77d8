"""Scopes of pictures whose levels are known."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from timeline_studio.ui.scopes.counting import histogram, luma, place, reduced, vectors, waveform
from timeline_studio.ui.scopes.drawing import SCOPES, drawn, pixels_of
from timeline_studio.ui.scopes.graticule import vector_targets

# Cb and Cr of 75 % bars, in per cent of their range (SMPTE RP 219, BT.709)
BARS = {
    "Yl": ((1, 1, 0), (-37.5, 3.44)),
    "Cy": ((0, 1, 1), (8.59, -37.5)),
    "G": ((0, 1, 0), (-28.91, -34.06)),
    "Mg": ((1, 0, 1), (28.91, 34.06)),
    "R": ((1, 0, 0), (-8.59, 37.5)),
    "B": ((0, 0, 1), (37.5, -3.44)),
}


def filled(*colors: tuple[float, float, float], height: int = 40, width: int = 20) -> np.ndarray:
    """Bars of colours (0 to 1), side by side."""
    bars = [np.full((height, width, 3), np.rint(np.array(c) * 255), np.uint8) for c in colors]
    return np.hstack(bars)


@pytest.mark.parametrize("name", BARS)
def test_colour_bars_lie_in_their_boxes(name):
    color, (cb, cr) = BARS[name]
    picture = filled(tuple(0.75 * part for part in color))

    counts = vectors(picture)
    row, column = np.unravel_index(counts.argmax(), counts.shape)

    assert abs(column - (128 + cb / 100 * 255)) <= 2
    assert abs(row - (128 - cr / 100 * 255)) <= 2
    across, down = vector_targets()[name]
    assert abs(across * 256 - 0.5 - column) <= 1
    assert abs(down * 256 - 0.5 - row) <= 1


def test_grey_lies_in_the_middle():
    across, down = place(filled((0, 0, 0), (0.5, 0.5, 0.5), (1, 1, 1)))

    assert {*across.ravel()} == {*down.ravel()} == {128}


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_the_waveform_of_grey_is_at_its_level(share):
    counts = waveform(luma(filled((share, share, share))))

    assert counts.shape == (256, 20)
    assert (counts.argmax(axis=0) == 255 - round(share * 255)).all()
    assert counts.sum() == 40 * 20


def test_a_ramp_climbs_from_left_to_right():
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 8, axis=0).repeat(3, axis=2)

    levels = 255 - waveform(luma(ramp)).argmax(axis=0)

    assert (levels == np.arange(256)).all()


def test_luma_weighs_the_colours_as_bt709_does():
    levels = luma(filled((1, 0, 0), (0, 1, 0), (0, 0, 1)))

    assert [int(level) for level in levels[0, ::20]] == [54, 182, 18]


def test_the_histogram_counts_every_pixel():
    counts = histogram(filled((0, 0, 0), (1, 1, 1), (1, 1, 1))[..., 0])

    assert (counts[0], counts[255], counts.sum()) == (800, 1600, 2400)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (90, 160), (1, 1)])
def test_a_large_picture_is_looked_at_in_part(size):
    few = reduced(np.zeros((*size, 3), np.uint8))

    assert 1 <= few.shape[0] <= 180
    assert 1 <= few.shape[1] <= 320


def test_an_image_of_the_monitor_is_read_as_red_green_blue():
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30))

    assert (pixels_of(image) == (10, 20, 30)).all()
    assert pixels_of(image).shape == (2, 3, 3)


@pytest.mark.parametrize("scope", SCOPES)
def test_every_scope_draws_any_picture(scope):
    for picture in (filled((0, 0, 0)), filled((1, 0.2, 0.1), (0.3, 0.3, 0.9))):
        image = drawn(scope, picture)

        assert not image.isNull()
        assert pixels_of(image).any()


def test_the_parade_has_red_green_and_blue_side_by_side():
    pixels = pixels_of(drawn("parade", filled((1, 0.5, 0))))
    brightest = [pixels[:, 20 * n : 20 * n + 20].sum(axis=2).argmax(axis=0) for n in range(3)]

    assert [int(rows[0]) for rows in brightest] == [0, 255 - 128, 255]
