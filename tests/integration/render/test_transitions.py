"""Transitions to the pixel, against what numpy makes of their two sides."""

import math
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import asdict

from media_factory import read_stamp, stamped_video
from timeline_studio.render import Compositor
from timeline_studio.timeline.model import (
    Generator,
    MediaReference,
    Timeline,
    Title,
    Track,
    Transition,
)
from timeline_studio.timeline.time import frame_start
from timeline_studio.timeline.transition_look import DIRECTIONS, Direction, TransitionLook

RATE = Fraction(25)
WIDTH, HEIGHT = 320, 180
FRAMES = range(6, 14)
"""The frames of a transition of eight, centred on frame 10."""
Make = Callable[..., Any]


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


def shares() -> list[float]:
    """How far it has come in the middle of each frame's time."""
    return [(index + 0.5) / len(FRAMES) for index in range(len(FRAMES))]


def crossing(look: TransitionLook) -> Transition:
    length = frame_start(len(FRAMES) // 2, RATE)
    cut = frame_start(10, RATE)
    return Transition(id="t", cut=cut, in_offset=length, out_offset=length, **asdict(look))


def planes(timeline: Timeline, frames: range = FRAMES) -> list[list[np.ndarray]]:
    """Y, Cb and Cr of each frame, as floats."""
    compositor = Compositor(timeline, file_of)
    try:
        return [
            [_plane(plane) for plane in compositor.frame(frame_start(number, RATE)).planes]
            for number in frames
        ]
    finally:
        compositor.close()


def _plane(plane: Any) -> np.ndarray:
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
    return rows[:, : plane.width].astype(float)


@pytest.fixture
def sides(film: Make, tmp_path: Path) -> Callable[[TransitionLook], tuple[Timeline, ...]]:
    """The film with the transition, and each side of it alone."""
    paths = [
        stamped_video(tmp_path / f"{number}.mp4", frames=40, rate=RATE, start_number=number)
        for number in (0, 1000)
    ]
    plan = film(RATE, size=(WIDTH, HEIGHT))

    def made(look: TransitionLook) -> tuple[Timeline, ...]:
        source = plan.time(12)
        left, right = plan.clip(paths[0], 0, 10), plan.clip(paths[1], 10, 10, source=source)
        alone = plan.clip(paths[0], 0, 20), plan.clip(paths[1], 0, 20, source=plan.time(2))
        return (
            plan.timeline((left, crossing(look), right)),
            *(plan.timeline((clip,)) for clip in alone),
        )

    return made


def along(direction: Direction, covered: Callable[[float, float], float]) -> np.ndarray:
    """(HEIGHT, WIDTH) of what is covered from each pixel's near to its far side, in pixels."""
    way = WIDTH if direction in {"left", "right"} else HEIGHT
    line = np.array([covered(place, place + 1) for place in range(way)])
    if direction in {"left", "up"}:
        line = line[::-1]
    return np.tile(line, (HEIGHT, 1)) if way == WIDTH else np.tile(line[:, None], (1, WIDTH))


def halved(luma: np.ndarray) -> np.ndarray:
    return luma.reshape(HEIGHT // 2, 2, WIDTH // 2, 2).mean(axis=(1, 3))


def assert_mixed(found: Any, outgoing: Any, incoming: Any, matte: np.ndarray) -> None:
    """Within one code value in each plane."""
    for index, plane in enumerate(found):
        share = halved(matte) if index else matte
        expected = outgoing[index] + (incoming[index] - outgoing[index]) * share
        assert np.abs(plane - expected).max() <= 1.5


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("softness", [0.0, 0.3])
def test_a_wipe_s_edge_lies_exactly_where_it_has_come_to(
    direction: Direction, softness: float, sides: Make
) -> None:
    look = TransitionLook(kind="wipe", direction=direction, softness=softness)
    crossed, outgoing, incoming = map(planes, sides(look))
    way = WIDTH if direction in {"left", "right"} else HEIGHT
    width = max(1.0, softness * way)
    for index, share in enumerate(shares()):
        edge = share * way * (1 + softness) - softness * way / 2

        def covered(near: float, far: float, edge: float = edge) -> float:
            return min(1.0, max(0.0, (edge - (near + far) / 2) / width + 0.5))

        matte = along(direction, covered)
        assert_mixed(crossed[index], outgoing[index], incoming[index], matte)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_hard_wipe_of_white_over_black_has_so_much_white(direction: Direction) -> None:
    """To a hundredth of a pixel's width."""
    look = TransitionLook(kind="wipe", direction=direction)
    for share, (luma, _, _) in zip(shares(), planes(two_colours(look)), strict=True):
        assert ((luma - 16) / 219).mean() == pytest.approx(share, abs=0.01 / HEIGHT)


@pytest.mark.parametrize("kind", ["clock", "iris"])
def test_a_clock_and_an_iris_are_where_the_geometry_puts_them(kind: Any, sides: Make) -> None:
    look = TransitionLook(kind=kind)
    crossed, outgoing, incoming = map(planes, sides(look))
    x = np.arange(WIDTH) + 0.5 - WIDTH / 2
    y = (np.arange(HEIGHT) + 0.5 - HEIGHT / 2)[:, None]
    radius = np.hypot(x, y)
    corner = math.hypot(WIDTH, HEIGHT) / 2
    for index, share in enumerate(shares()):
        if kind == "iris":
            from_edge = share * corner - radius
        else:
            from_edge = (share - np.arctan2(x, -y) / (2 * np.pi) % 1) * 2 * np.pi * radius
        for side, is_seen in ((incoming, from_edge > 4), (outgoing, from_edge < -4)):
            inside = np.abs(crossed[index][0] - side[index][0])[is_seen & (radius > 12)]
            assert inside.size == 0 or inside.max() <= 1


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("kind", ["push", "slide"])
def test_pushed_and_sliding_pictures_are_whole_and_where_they_have_come_to(
    kind: Any, direction: Direction, sides: Make
) -> None:
    look = TransitionLook(kind=kind, direction=direction)
    crossed, outgoing, incoming = map(planes, sides(look))
    is_across = direction in {"left", "right"}
    axis, way = (1, WIDTH) if is_across else (0, HEIGHT)
    for index, share in enumerate(shares()):
        come = round(share * way / 2) * 2
        for number in range(3):
            by = come // 2 if number else come
            three = [each[index][number] for each in (outgoing, incoming, crossed)]
            if direction in {"left", "up"}:
                three = [np.flip(each, axis) for each in three]
            before, after, found = three
            length = before.shape[axis]
            left = range(length - by) if kind == "push" else range(by, length)
            come_in = np.take(after, range(length - by, length), axis)
            expected = np.concatenate([come_in, np.take(before, left, axis)], axis)
            assert np.array_equal(found, expected)


def test_a_dip_is_all_colour_in_its_middle_and_even_on_both_sides(sides: Make) -> None:
    look = TransitionLook(kind="dip", color="#FF0000")
    crossed, outgoing, incoming = map(planes, sides(look))
    red = planes(on_one_track(colour("r", 0, 20, "#FF0000")))
    for index, share in enumerate(shares()):
        side, amount = (outgoing, 2 * share) if share < 0.5 else (incoming, 2 - 2 * share)
        for plane, of_side, of_red in zip(crossed[index], side[index], red[index], strict=True):
            assert np.abs(plane - (of_side + (of_red - of_side) * amount)).max() <= 1.5


def colour(name: str, start: int, frames: int, color: str) -> Generator:
    first, end = frame_start(start, RATE), frame_start(start + frames, RATE)
    return Generator(id=name, start=first, duration=end - first, color=color)


def two_colours(look: TransitionLook) -> Timeline:
    black, white = colour("a", 0, 10, "#000000"), colour("b", 10, 10, "#FFFFFF")
    return on_one_track(black, white, transitions=(crossing(look),))


def on_one_track(*items: Generator, transitions: tuple[Transition, ...] = ()) -> Timeline:
    track = Track(id="V1", kind="video", items=items, transitions=transitions)
    return Timeline(rate=RATE, width=WIDTH, height=HEIGHT, tracks=(track,))


def test_a_pushed_title_leaves_what_is_below_in_its_place(film: Make) -> None:
    """Only the titles move: the ground under them stays."""
    plan = film(RATE, size=(WIDTH, HEIGHT))
    ground = colour("g", 0, 20, "#00FF00")
    titles = tuple(
        Title(id=name, start=plan.time(start), duration=plan.time(10), text="I", size=40)
        for name, start in (("a", 0), ("b", 10))
    )
    look = TransitionLook(kind="push", direction="left")
    timeline = plan.timeline((ground,), (titles[0], crossing(look), titles[1]))
    (plain,) = planes(plan.timeline((ground,)), range(6, 7))
    for luma, _, _ in planes(timeline):
        assert np.array_equal(luma[:20], plain[0][:20])
    middle = planes(timeline)[4][0]
    lit = np.flatnonzero((middle > 220).any(axis=0))
    assert lit.size
    assert not np.isin(range(WIDTH // 2 - 10, WIDTH // 2 + 10), lit).any()


def test_an_export_shows_the_transition_and_nothing_else_changes(sides: Make, render: Make) -> None:
    timeline = sides(TransitionLook(kind="wipe", direction="right"))[0]
    found = [read_stamp(picture) for picture in render(timeline).pictures]
    assert found[:6] == list(range(6))
    assert found[14:] == list(range(1016, 1022))
