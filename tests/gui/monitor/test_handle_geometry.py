"""Where a posed picture lies, and what a drag makes of its transform."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.render.geometry import Size
from timeline_studio.render.pose import UNMOVED, Rect
from timeline_studio.ui.monitor.handles.geometry import (
    Posed,
    anchored,
    cropped,
    moved,
    scaled,
    snap,
    turned,
    whole_of,
)
from timeline_studio.ui.monitor.handles.grips import grip_at, turn_handle

FRAME = Rect(0, 0, 1920, 1080)
shares = st.floats(-0.4, 0.4)
poses = st.builds(
    lambda x, y, scale, rotation, ax, ay, crop: replace(
        UNMOVED,
        x=x,
        y=y,
        scale=scale,
        rotation=rotation,
        anchor_x=ax,
        anchor_y=ay,
        crop_left=crop,
        crop_bottom=crop / 2,
    ),
    shares,
    shares,
    st.floats(0.1, 4),
    st.floats(-360, 360),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 0.6),
)
points = st.tuples(st.floats(-500, 2500), st.floats(-500, 1500))


def posed(whole: Rect = FRAME, **values: float) -> Posed:
    return Posed(whole, FRAME, replace(UNMOVED, **values))


def after(before: Posed, values: dict[str, float]) -> Posed:
    return replace(before, pose=replace(before.pose, **values))


def near(a, b) -> bool:
    return math.dist(a, b) < 1e-3 * max(1.0, *map(abs, a))


@pytest.mark.parametrize(
    ("shape", "whole"),
    [
        ((3840, 2160), (0, 0, 1920, 1080)),
        ((1080, 1920), (656, 0, 608, 1080)),
        ((2000, 1000), (0, 60, 1920, 960)),
        (None, (0, 0, 1920, 1080)),
    ],
)
def test_a_picture_is_fitted_as_the_compositor_does(shape, whole):
    assert whole_of(Size(*shape) if shape else None, Size(1920, 1080)) == Rect(*whole)


def test_without_a_transform_the_corners_are_the_pictures():
    assert posed().corners == ((0, 0), (1920, 0), (1920, 1080), (0, 1080))


def test_half_as_large_it_lies_in_the_middle():
    assert posed(scale=0.5).corners[0] == (480, 270)
    assert posed(scale=0.5, x=0.25).corners[0] == (960, 270)


def test_a_quarter_turn_puts_the_upper_left_at_the_upper_right():
    corner = posed(Rect(420, 0, 1080, 1080), rotation=90).corners[0]

    assert near(corner, (1500, 0))


def test_the_crop_is_of_the_picture():
    assert posed(crop_left=0.25, crop_bottom=0.5).corners[3] == (480, 540)


@given(poses, points)
def test_there_and_back_is_the_same_point(pose, point):
    picture = Posed(Rect(240, 0, 1440, 1080), FRAME, pose)

    assert near(picture.placed(picture.unplaced(point)), point)


@given(poses, st.tuples(st.floats(-200, 200), st.floats(-200, 200)))
def test_a_move_takes_every_corner_along(pose, by):
    picture = Posed(FRAME, FRAME, pose)

    there = after(picture, moved(picture, by)).corners

    for old, new in zip(picture.corners, there, strict=True):
        assert near((old[0] + by[0], old[1] + by[1]), new)


@given(poses, st.floats(0.3, 2))
def test_a_corner_follows_the_pointer_and_the_pivot_stays(pose, factor):
    picture = Posed(FRAME, FRAME, pose)
    corner, pivot = picture.corners[2], picture.pivot
    if math.dist(corner, pivot) < 1 or not 0.05 < pose.scale * factor < 20:
        return
    pointer = tuple(p + (c - p) * factor for p, c in zip(pivot, corner, strict=True))

    there = after(picture, scaled(picture, corner, pointer))

    assert near(there.corners[2], pointer)
    assert near(there.pivot, pivot)


@given(poses, points)
def test_the_anchor_moves_and_the_picture_does_not(pose, pointer):
    picture = Posed(FRAME, FRAME, replace(pose, scale=max(pose.scale, 0.5)))
    values = anchored(picture, pointer)
    if abs(values["anchor_x"]) > 4.9 or abs(values["anchor_y"]) > 4.9:
        return  # at the end of its range

    there = after(picture, values)

    assert near(there.pivot, pointer)
    for old, new in zip(picture.corners, there.corners, strict=True):
        assert near(old, new)


def test_it_turns_with_the_pointer():
    picture = posed(rotation=10)
    start, now = (960, 0), (1500, 540)

    assert turned(picture, start, now, in_steps=False) == {"rotation": 100}
    assert turned(picture, start, now, in_steps=True) == {"rotation": 105}


def test_past_half_a_turn_it_goes_the_short_way():
    values = turned(posed(), (0, 550), (0, 530), in_steps=False)

    assert abs(values["rotation"]) < 2


def test_it_cannot_be_turned_inside_out():
    assert scaled(posed(), (1920, 1080), (-500, -500))["scale"] == pytest.approx(0.01)
    assert scaled(posed(), (960, 540), (100, 100)) == {}


@pytest.mark.parametrize(
    ("sides", "pointer", "values"),
    [
        (("left",), (480, 0), {"crop_left": 0.25}),
        (("right", "bottom"), (1440, 810), {"crop_right": 0.25, "crop_bottom": 0.25}),
        (("top",), (0, -50), {"crop_top": 0.0}),
        (("left",), (5000, 0), {"crop_left": 0.49}),
    ],
)
def test_a_side_goes_to_the_pointer_and_leaves_something(sides, pointer, values):
    found = cropped(posed(crop_right=0.5 if pointer[0] == 5000 else 0), sides, pointer)

    assert found == {name: pytest.approx(value) for name, value in values.items()}


@pytest.mark.parametrize(
    ("bounds", "by", "lines"),
    [
        (Rect(5, 7, 500, 300), (-5, -7), (0, 0)),
        (Rect(1415, 300, 500, 300), (5, 0), (1920, None)),
        (Rect(713, 393, 500, 300), (-3, -3), (960, 540)),
        (Rect(300, 200, 500, 300), (0, 0), (None, None)),
    ],
)
def test_it_snaps_to_edges_and_to_the_middle(bounds, by, lines):
    found = snap(bounds, FRAME, 10)

    assert (found.by, (found.x, found.y)) == (by, lines)


class TestGrips:
    @pytest.mark.parametrize(
        ("point", "kind"),
        [
            ((480, 270), "scale"),
            ((1445, 815), "scale"),
            ((960, 540), "anchor"),
            ((700, 400), "move"),
            ((960, 222), "turn"),
            ((100, 100), None),
        ],
    )
    def test_what_a_press_takes_hold_of(self, point, kind):
        grip = grip_at(posed(scale=0.5), point, 2.0, crops=False)

        assert (grip.kind if grip else None) == kind

    @pytest.mark.parametrize(
        ("point", "sides"),
        [
            ((480, 270), ("left", "top")),
            ((1440, 270), ("right", "top")),
            ((960, 810), ("bottom",)),
            ((480, 540), ("left",)),
        ],
    )
    def test_cropping_has_handles_at_sides_and_corners(self, point, sides):
        assert grip_at(posed(scale=0.5), point, 2.0, crops=True).sides == sides

    def test_the_handle_that_turns_stays_in_sight(self):
        assert turn_handle(posed(scale=0.5), 2.0) == (960, 222)
        assert turn_handle(posed(), 2.0) == (960, 48)
