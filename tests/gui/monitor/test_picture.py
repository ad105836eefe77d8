"""What is asked of the compositor: size and moment."""

from fractions import Fraction

import pytest

from timeline_studio.timeline.model import Generator, Timeline, Track
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.monitor.picture import end_of, fit, shape_of, shown_time

RATE = Fraction(30)


def timeline_of(duration: int) -> Timeline:
    item = Generator(id="g", start=0, duration=duration)
    return Timeline(rate=RATE, tracks=(Track(id="v", kind="video", items=(item,)),))


@pytest.mark.parametrize(
    ("shape", "room", "shown"),
    [
        ((1920, 1080), (1112, 464), (825, 464)),
        ((1920, 1080), (480, 800), (480, 270)),
        ((1080, 1920), (480, 800), (450, 800)),
        ((1920, 1080), (1, 1), (1, 1)),
    ],
)
def test_the_picture_is_as_large_as_fits(shape, room, shown):
    size = fit(shape, *room)

    assert (size.width, size.height) == shown


@pytest.mark.parametrize("room", [(825, 464), (333, 777), (3840, 2160), (7680, 4320), (1, 1)])
def test_it_is_composed_in_even_lengths_and_never_larger_than_needed(room):
    width, height = fit((1920, 1080), *room).composed

    assert width % 2 == height % 2 == 0
    assert 2 <= width <= 1920
    assert 2 <= height <= 1080
    assert width <= room[0] + 1


def test_a_small_timeline_is_scaled_up_after_composing():
    size = fit((320, 180), 1280, 720)

    assert (size.width, size.height, size.composed) == (1280, 720, (320, 180))


def test_a_timeline_without_a_shape_is_taken_for_hd():
    assert shape_of(Timeline(width=0, height=0)) == (1920, 1080)


def test_the_end_is_on_the_grid_of_frames():
    assert end_of(timeline_of(frame_start(10, RATE) - 1)) == frame_start(10, RATE)
    assert end_of(timeline_of(frame_start(10, RATE))) == frame_start(10, RATE)


def test_a_playhead_on_the_end_holds_the_last_picture():
    timeline = timeline_of(frame_start(10, RATE))

    assert shown_time(timeline, frame_start(10, RATE)) == frame_start(9, RATE)
    assert shown_time(timeline, frame_start(9, RATE)) == frame_start(9, RATE)
    assert shown_time(timeline, frame_start(11, RATE)) == frame_start(11, RATE)
