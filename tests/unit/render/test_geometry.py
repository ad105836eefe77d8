"""Fitting a picture into the frame."""

import pytest

from timeline_studio.render.geometry import Size, centred, even_size, fitted


@pytest.mark.parametrize(
    ("picture", "canvas", "size"),
    [
        (Size(640, 480), Size(1920, 1080), Size(1440, 1080)),
        (Size(1080, 1920), Size(1920, 1080), Size(608, 1080)),
        (Size(3840, 2160), Size(1920, 1080), Size(1920, 1080)),
        (Size(2048, 858), Size(1920, 1080), Size(1920, 804)),
        (Size(1, 5000), Size(320, 180), Size(2, 180)),
        (Size(5000, 1), Size(320, 180), Size(320, 2)),
        (Size(321, 180), Size(320, 180), Size(320, 180)),
    ],
)
def test_a_picture_is_as_large_as_the_frame_holds(picture: Size, canvas: Size, size: Size) -> None:
    assert fitted(picture, canvas) == size


def test_padding_is_even_on_both_sides() -> None:
    assert centred(Size(1440, 1080), Size(1920, 1080)) == (240, 0)
    assert centred(Size(102, 180), Size(320, 180)) == (108, 0)


def test_sizes_are_made_even() -> None:
    assert even_size(853, 480) == Size(854, 480)
    assert even_size(0, 1) == Size(2, 2)
