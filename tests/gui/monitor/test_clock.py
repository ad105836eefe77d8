"""The master clock: by the wall, or by the sound that is heard."""

import pytest

from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.monitor.clock import RUN_ON, PlaybackClock


class Wall:
    """A wall clock that a test turns."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def clock(wall: Wall) -> PlaybackClock:
    return PlaybackClock(wall)


@pytest.mark.parametrize(("speed", "seconds"), [(1, 12), (2, 14), (-1, 8), (-8, -6), (8, 26)])
def test_runs_at_its_speed_from_where_it_is_started(wall, clock, speed, seconds):
    clock.start(10 * SECOND, speed)

    wall.seconds += 2

    assert clock.time() == seconds * SECOND


def test_stands_where_it_is_stopped(wall, clock):
    clock.start(0, 1)
    wall.seconds += 1
    clock.stop()

    wall.seconds += 5

    assert (clock.time(), clock.speed) == (SECOND, 0)


def test_tells_what_will_be_due(clock):
    clock.start(10 * SECOND, -2)

    assert clock.time_in(0.5) == 9 * SECOND


def test_waits_for_the_first_sound(wall, clock):
    clock.start(0, 1, waits_for_sound=True)

    wall.seconds += 1
    clock.follow(0.0)
    wall.seconds += 1

    assert clock.time() == 0


def test_goes_on_between_two_readings(wall, clock):
    clock.start(0, 1, waits_for_sound=True)
    wall.seconds += 1
    clock.follow(0.5)
    before = clock.time()

    wall.seconds += 0.02

    assert clock.time() - before == pytest.approx(0.02 * SECOND, abs=2)


def test_waits_when_the_sound_runs_dry(wall, clock):
    clock.start(0, 1, waits_for_sound=True)
    wall.seconds += 1
    clock.follow(1.0)

    wall.seconds += 10

    assert clock.time() == pytest.approx((1 + RUN_ON) * SECOND, abs=2)


@pytest.mark.parametrize("drift", [0.98, 1.02])
def test_keeps_to_a_device_that_is_slower_or_faster_than_the_wall(wall, clock, drift):
    clock.start(0, 1, waits_for_sound=True)
    times = []
    for step in range(1, 1001):
        wall.seconds += 0.01
        heard = step * 0.01 * drift
        clock.follow(heard - heard % 0.02)  # devices count in blocks
        times.append(clock.time())

    assert abs(times[-1] / SECOND - 10 * drift) < 0.03
    assert times == sorted(times)


def test_goes_on_by_the_wall_when_the_device_is_lost(wall, clock):
    clock.start(0, 1, waits_for_sound=True)
    clock.follow(1.0)
    lost_at = clock.time()
    clock.leave_sound()

    wall.seconds += 3

    assert clock.time() == pytest.approx(lost_at + 3 * SECOND, abs=2)
