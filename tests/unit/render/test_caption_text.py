"""Captions in the picture: where their box is, how they wrap, what they leave alone."""

import numpy as np
import pytest

from timeline_studio.render.caption_text import draw_caption
from timeline_studio.render.geometry import Size
from timeline_studio.timeline.model import Caption

CANVAS = Size(640, 360)
Edges = tuple[int, int, int, int]


def _drawn(text: str, canvas: Size = CANVAS, **where: str) -> tuple[np.ndarray, Edges]:
    """The pixels, and their left, top, right and bottom edge."""
    result = draw_caption(Caption(id="c", start=0, duration=1, text=text, **where), canvas)
    assert result is not None
    frame, x, y = result
    return frame.to_ndarray(), (x, y, x + frame.width, y + frame.height)


def test_words_are_white_on_a_dark_box_with_room_around_them() -> None:
    pixels, _ = _drawn("HOH")
    white = np.argwhere(pixels[..., :3].min(axis=2) > 240)
    top, left = white.min(axis=0)
    bottom, right = white.max(axis=0)
    height, width = pixels.shape[:2]
    assert min(top, left, height - bottom, width - right) >= 3
    corner = pixels[2, width // 2]
    assert tuple(corner[:3]) == (0, 0, 0)
    assert 150 < corner[3] < 255


@pytest.mark.parametrize("place", ["bottom", "middle", "top"])
@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_a_caption_lies_at_its_place_of_the_safe_area(place: str, align: str) -> None:
    _, (left, top, right, bottom) = _drawn("Hello", place=place, align=align)
    across = {"left": left - 64, "center": (left + right) / 2 - 320, "right": right - 576}
    down = {"top": top - 18, "middle": (top + bottom) / 2 - 180, "bottom": bottom - 342}
    assert across[align] == pytest.approx(0, abs=2)
    assert down[place] == pytest.approx(0, abs=2)


@pytest.mark.parametrize("canvas", [CANVAS, Size(360, 640), Size(64, 36)], ids=str)
def test_long_text_wraps_inside_of_the_safe_area(canvas: Size) -> None:
    _, (left, top, right, bottom) = _drawn("so many words " * 12, canvas)
    assert left >= canvas.width * 0.1 - 2
    assert right <= canvas.width * 0.9 + 2
    assert top >= canvas.height * 0.05 - 2
    assert bottom <= canvas.height * 0.95 + 2


def test_a_second_line_grows_the_box_upwards() -> None:
    _, (_, top, _, bottom) = _drawn("one")
    _, (_, top_of_two, _, bottom_of_two) = _drawn("one\n\ntwo")
    assert bottom == bottom_of_two
    assert 0.6 * (bottom - top) < top - top_of_two < bottom - top


def test_letters_are_as_large_across_as_upright() -> None:
    _, (_, top, _, bottom) = _drawn("H")
    _, (_, top_upright, _, bottom_upright) = _drawn("H", Size(360, 640))
    assert bottom - top == pytest.approx(bottom_upright - top_upright, abs=2)


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_caption_that_says_nothing_draws_nothing(text: str) -> None:
    assert draw_caption(Caption(id="c", start=0, duration=1, text=text), CANVAS) is None
