from fractions import Fraction

import pytest

from timeline_studio.media.display_size import display_size
from timeline_studio.media.rgb_picture import fit


@pytest.mark.parametrize(
    ("aspect", "rotation", "shown"),
    [
        (None, 0, (720, 576)),
        (Fraction(1), 180, (720, 576)),
        (Fraction(1), 90, (576, 720)),
        (Fraction(64, 45), 0, (1024, 576)),
        (Fraction(64, 45), 270, (576, 1024)),
        (Fraction(1, 2), 0, (720, 1152)),
    ],
)
def test_pixels_become_square_and_no_detail_is_lost(aspect, rotation, shown):
    assert display_size(720, 576, aspect, rotation) == shown


@pytest.mark.parametrize(
    ("size", "fitted"),
    [
        ((1920, 1080), (320, 180)),
        ((1080, 1920), (101, 180)),
        ((3200, 10), (320, 1)),
        ((100, 50), (100, 50)),
    ],
)
def test_a_thumbnail_keeps_the_shape_and_never_grows(size, fitted):
    assert fit(*size, 320, 180) == fitted
