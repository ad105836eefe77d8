"""How sources are laid into the pictures that outputs ask for."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.productions.local.cascade import parent_of, picture_chains
from timeline_studio.productions.local.geometry import (
    Layout,
    lay_out,
    never_upscaled,
    shrunk,
)
from timeline_studio.productions.local.plan import Frame, PictureCoding, Rung

HD = (1920, 1080)
CODING = PictureCoding(20, 1, 1, Fraction(2), False, 2, 3, "veryfast", None, None)


def rung(width: int, height: int, scaling: str = "DEFAULT") -> Rung:
    return Rung(f"_{height}", Frame(width, height, scaling), CODING, None)


@pytest.mark.parametrize(
    ("frame", "layout"),
    [
        (Frame(1280, 720, "DEFAULT"), Layout(None, (1280, 720), (1280, 720), (0, 0))),
        (Frame(1080, 1920, "DEFAULT"), Layout(None, (1080, 608), (1080, 1920), (0, 656))),
        (Frame(1000, 1000, "FIT"), Layout(None, (1000, 562), (1000, 562), (0, 0))),
        (Frame(3840, 2160, "FIT_NO_UPSCALE"), Layout(None, HD, HD, (0, 0))),
        (
            Frame(540, 960, "FILL"),
            Layout((656, 0, 608, 1080), (540, 960), (540, 960), (0, 0)),
        ),
        (Frame(640, 640, "STRETCH_TO_OUTPUT"), Layout(None, (640, 640), (640, 640), (0, 0))),
        (Frame(None, None, "DEFAULT"), Layout(None, HD, HD, (0, 0))),
        (Frame(1280, None, "DEFAULT"), Layout(None, (1280, 720), (1280, 720), (0, 0))),
        (Frame(None, 720, "DEFAULT"), Layout(None, (1280, 720), (1280, 720), (0, 0))),
    ],
)
def test_each_scaling_behaviour(frame: Frame, layout: Layout) -> None:
    assert lay_out(HD, frame) == layout


def test_rungs_larger_than_the_source_are_dropped() -> None:
    ladder = [rung(1920, 1080), rung(1280, 720), rung(960, 540)]
    assert never_upscaled((1280, 720), ladder) == ladder[1:]
    assert never_upscaled((1279, 720), ladder) == ladder[1:]  # still fits: no side is enlarged
    assert never_upscaled((960, 500), ladder) == ladder[2:]
    assert never_upscaled(HD, ladder) == ladder


def test_the_smallest_rung_remains_at_the_sources_size() -> None:
    (kept,) = never_upscaled((320, 180), [rung(1920, 1080), rung(640, 360)])
    assert (kept.frame.width, kept.frame.height) == (320, 180)
    (portrait,) = never_upscaled((320, 180), [rung(360, 640)])
    assert (portrait.frame.width, portrait.frame.height) == (320, 568)


sizes = st.tuples(st.integers(16, 5000), st.integers(16, 5000))
evens = st.integers(8, 2200).map(lambda half: half * 2)
scalings = st.sampled_from(["DEFAULT", "FIT", "FIT_NO_UPSCALE", "FILL", "STRETCH_TO_OUTPUT"])


@given(sizes, evens, evens, scalings)
def test_layouts_are_even_and_inside(
    source: tuple[int, int], width: int, height: int, scaling: str
) -> None:
    layout = lay_out(source, shrunk(source, Frame(width, height, scaling)))
    numbers = (*layout.content, *layout.canvas, *layout.offset)
    assert all(number % 2 == 0 for number in numbers)
    for content, canvas, offset in zip(layout.content, layout.canvas, layout.offset, strict=True):
        assert content + offset <= canvas
        assert content > 0
    if layout.crop:
        x, y, wide, high = layout.crop
        assert 0 <= x <= x + wide <= source[0]
        assert 0 <= y <= y + high <= source[1]


@given(sizes, evens, evens)
def test_a_shrunk_rung_never_enlarges_its_source(
    source: tuple[int, int], width: int, height: int
) -> None:
    frame = shrunk(source, Frame(width, height, "DEFAULT"))
    assert frame.width <= source[0] or frame.height <= source[1]


def test_a_source_of_an_odd_size_becomes_a_pixel_smaller() -> None:
    (kept,) = never_upscaled((639, 359), [rung(640, 360)])
    assert (kept.frame.width, kept.frame.height) == (638, 358)


def test_a_rung_scales_from_the_smallest_larger_one_of_the_same_part() -> None:
    big = lay_out(HD, Frame(1920, 1080, "DEFAULT"))
    middle = lay_out(HD, Frame(1280, 720, "DEFAULT"))
    filled = lay_out(HD, Frame(540, 960, "FILL"))
    padded = lay_out(HD, Frame(720, 1280, "DEFAULT"))
    layouts = [big, middle, filled, padded]
    assert [parent_of(index, layouts) for index in range(4)] == [None, 0, None, 1]


def test_the_filters_crop_once_and_pad_last() -> None:
    filled = lay_out(HD, Frame(540, 960, "FILL"))
    assert picture_chains(filled)[0] == "crop=608:1080:656:0,scale=540:960:flags=bicubic"
    assert picture_chains(filled, is_cropped_already=True)[0] == "scale=540:960:flags=bicubic"
    padded = lay_out(HD, Frame(1080, 1920, "DEFAULT"))
    assert picture_chains(padded)[1] == "pad=1080:1920:0:656:black"
