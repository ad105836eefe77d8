"""Titles: where their pixels are, and what colour."""

import threading

import numpy as np
import pytest

from timeline_studio.render import RenderError
from timeline_studio.render.geometry import Size
from timeline_studio.render.text import draw_title, parse_colour, prepare_text
from timeline_studio.timeline.model import Title

CANVAS = Size(640, 360)


def title(text: str, **properties: object) -> Title:
    return Title(id="t", start=0, duration=1, text=text, **properties)


def drawn(asked: Title) -> tuple[np.ndarray, tuple[int, int, int, int]]:
    """The pixels, and their left, top, right and bottom edge."""
    result = draw_title(asked, CANVAS)
    assert result is not None
    frame, x, y = result
    return frame.to_ndarray(), (x, y, x + frame.width, y + frame.height)


def test_the_text_is_centred_on_its_place() -> None:
    _, (left, top, right, bottom) = drawn(title("HOH", x=0.25, y=0.75, size=10))
    assert (left + right) / 2 == pytest.approx(160, abs=4)
    assert (top + bottom) / 2 == pytest.approx(270, abs=8)


def test_its_size_is_per_cent_of_the_height() -> None:
    _, (_, top, _, bottom) = drawn(title("H", size=50))
    capital = 0.727  # Inter's cap height
    assert bottom - top == pytest.approx(180 * capital, abs=4)


def test_its_edges_are_even() -> None:
    for text in ("A", "ij", "Hello, world", "\n.\n"):
        _, edges = drawn(title(text))
        assert all(edge % 2 == 0 for edge in edges)


def test_it_has_its_colour_even_where_it_is_clear() -> None:
    pixels, _ = drawn(title("Hello", color="#FFCC00"))
    assert pixels[..., 3].max() == 255
    assert set(map(tuple, pixels[pixels[..., 3] % 255 == 0][:, :3])) == {(255, 204, 0)}


def test_a_newline_makes_a_line() -> None:
    _, (_, top, _, bottom) = drawn(title("HH"))
    _, (_, top_of_two, _, bottom_of_two) = drawn(title("HH\nHH"))
    assert bottom_of_two - top_of_two > 2 * (bottom - top)


@pytest.mark.parametrize(
    "asked",
    [
        title("a line with many words " * 12),
        title("one" * 200),
        title("line\n" * 60, size=20),
        title("日本語の長いタイトル" * 12),
        title("corner", x=1.0, y=1.0, size=20),
        title("corner", x=0.0, y=0.0, size=20),
        title("huge", size=400),
    ],
    ids=["words", "no spaces", "lines", "no latin", "bottom right", "top left", "huge"],
)
def test_all_of_it_stays_inside_the_frame(asked: Title) -> None:
    _, (left, top, right, bottom) = drawn(asked)
    assert 0 <= left < right <= CANVAS.width
    assert 0 <= top < bottom <= CANVAS.height


def test_lines_wrap_at_nine_tenths_of_the_width() -> None:
    _, (left, _, right, _) = drawn(title("a line with many words " * 12))
    assert right - left <= 0.9 * CANVAS.width + 2


def test_scripts_that_the_shipped_font_lacks_are_drawn_too() -> None:
    pixels, _ = drawn(title("Ж 😀"))
    assert (pixels[..., 3] > 0).sum() > 100


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_to_see_is_nothing(text: str) -> None:
    assert draw_title(title(text), CANVAS) is None


def test_a_colour_that_is_none_is_refused() -> None:
    with pytest.raises(RenderError, match="bluish"):
        parse_colour("bluish")


def test_text_is_prepared_once_and_then_drawn_on_any_thread() -> None:
    prepare_text()
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(draw_title(title("Hi"), CANVAS)))
    thread.start()
    thread.join()
    assert found[0] is not None
