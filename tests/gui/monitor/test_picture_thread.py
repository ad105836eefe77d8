"""One thread makes pictures: the newest order first, a run ahead of its clock."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from timeline_studio.timeline.model import Generator, Timeline, Track
from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.monitor.clock import PlaybackClock
from timeline_studio.ui.monitor.picture import Picture, PictureSize, fit
from timeline_studio.ui.monitor.picture_orders import Run, Still
from timeline_studio.ui.monitor.picture_thread import AHEAD, PictureThread

RATE = Fraction(30)
SIZE = fit((16, 16), 16, 16)
PATIENCE = 10.0


class GatedSource:
    """A PictureSource whose every picture waits until the test lets it through."""

    def __init__(self) -> None:
        self.made: list[int] = []
        self.begun = threading.Semaphore(0)
        self.gate = threading.Semaphore(0)
        self.thread: threading.Thread | None = None
        self.is_closed = False

    def picture(self, timeline: Timeline, time: int, _size: PictureSize) -> Picture:
        self.thread = threading.current_thread()
        self.begun.release()
        assert self.gate.acquire(timeout=PATIENCE)
        self.made.append(frame_at(time, timeline.rate))
        return Picture(time)

    def near(self, timeline: Timeline, time: int, size: PictureSize) -> Picture:
        """Exact with the third answer."""
        picture = self.picture(timeline, time, size)
        return replace(picture, is_exact=self.made.count(self.made[-1]) >= 3)

    def prepare(self, start: int, end: int) -> None:
        self.prepared = start, end

    def close(self) -> None:
        self.is_closed = True

    def open_gate(self) -> None:
        self.gate.release(10_000)

    def wait_until_begun(self) -> None:
        assert self.begun.acquire(timeout=PATIENCE)


@pytest.fixture
def timeline() -> Timeline:
    item = Generator(id="g", start=0, duration=frame_start(100, RATE))
    return Timeline(rate=RATE, tracks=(Track(id="v", kind="video", items=(item,)),))


@pytest.fixture
def source() -> GatedSource:
    return GatedSource()


@pytest.fixture
def delivered() -> list[int]:
    return []


@pytest.fixture
def pictures(source: GatedSource, delivered: list[int]) -> Iterator[PictureThread]:
    thread = PictureThread(lambda: source, lambda request, _picture: delivered.append(request))
    yield thread
    source.open_gate()
    thread.close()


@pytest.fixture
def still(timeline: Timeline) -> Callable[[int], Still]:
    return lambda number: Still(number, timeline, SIZE, frame_start(number, RATE))


def test_requests_that_were_not_begun_give_way_to_the_newest(
    qtbot: QtBot, source, delivered, pictures, still
):
    pictures.do(still(1))
    source.wait_until_begun()
    for number in range(2, 50):
        pictures.do(still(number))

    source.open_gate()

    qtbot.waitUntil(lambda: delivered == [1, 49])


def test_asking_never_waits_for_a_picture(source, pictures, still):
    pictures.do(still(1))
    source.wait_until_begun()

    pictures.do(still(2))

    assert source.made == []


def test_a_jump_is_answered_at_once_and_then_exactly(qtbot: QtBot, source, timeline, delivered):
    answers: list[bool] = []
    thread = PictureThread(
        lambda: source, lambda _number, picture: answers.append(picture.is_exact)
    )
    source.open_gate()
    thread.do(Still(1, timeline, SIZE, frame_start(1, RATE), is_hasty=True))

    qtbot.waitUntil(lambda: len(answers) == 2)
    thread.close()

    assert answers == [False, True]
    assert source.made == [1, 1, 1]


def test_a_newer_request_does_not_wait_until_an_older_one_is_exact(
    qtbot: QtBot, source, timeline, delivered, pictures
):
    for number in (1, 2):
        pictures.do(Still(number, timeline, SIZE, frame_start(number, RATE), is_hasty=True))
        source.wait_until_begun()
        source.gate.release()
    source.open_gate()

    qtbot.waitUntil(lambda: delivered == [1, 2, 2])
    assert source.made == [1, 2, 2, 2]


def test_what_comes_within_a_second_is_told(qtbot: QtBot, timeline, source, pictures):
    source.open_gate()
    pictures.do(Run(timeline, SIZE, standing_clock(0, 1), 0))

    qtbot.waitUntil(lambda: len(source.made) == AHEAD)
    pictures.close()

    assert source.prepared == (frame_start(AHEAD, RATE), frame_start(30, RATE))


def test_media_that_may_lie_elsewhere_is_opened_again(
    qtbot: QtBot, source, delivered, pictures, still
):
    source.open_gate()
    pictures.do(still(1))
    qtbot.waitUntil(lambda: delivered == [1])
    assert not source.is_closed

    pictures.open_again()
    pictures.do(still(2))

    qtbot.waitUntil(lambda: delivered == [1, 2])
    assert source.is_closed


def test_a_run_stays_a_few_pictures_ahead(qtbot: QtBot, timeline, source, pictures):
    source.open_gate()
    pictures.do(Run(timeline, SIZE, standing_clock(0, 1), 0))

    qtbot.waitUntil(lambda: source.made == list(range(AHEAD)))
    pictures.take_due(frame_start(1, RATE), forward=True)

    qtbot.waitUntil(lambda: source.made == list(range(AHEAD + 2)))


def test_the_last_picture_that_is_due_is_taken(qtbot: QtBot, timeline, source, pictures):
    source.open_gate()
    pictures.do(Run(timeline, SIZE, standing_clock(0, 1), 0))
    qtbot.waitUntil(lambda: len(source.made) == AHEAD)

    due = pictures.take_due(frame_start(3, RATE), forward=True)

    assert due is not None
    assert due.time == frame_start(3, RATE)
    assert pictures.take_due(frame_start(3, RATE), forward=True) is None


def test_frames_that_would_be_late_are_left_out(qtbot: QtBot, timeline, source, pictures):
    clock = standing_clock(0, 1)
    pictures.do(Run(timeline, SIZE, clock, 0))
    source.wait_until_begun()
    clock.follow(1.0)  # the clock jumps on while the first picture is being made

    source.open_gate()

    qtbot.waitUntil(lambda: len(source.made) == AHEAD)
    assert source.made[0] == 0
    assert source.made[1] >= 30
    assert source.made[1:] == list(range(source.made[1], source.made[1] + AHEAD - 1))


@pytest.mark.parametrize(("speed", "made"), [(4, [20, 24, 28]), (-1, [20, 19, 18]), (-8, [20, 12])])
def test_a_run_steps_by_its_speed(qtbot: QtBot, timeline, source, pictures, speed, made):
    source.open_gate()
    pictures.do(Run(timeline, SIZE, standing_clock(frame_start(20, RATE), speed), 20))

    qtbot.waitUntil(lambda: source.made[: len(made)] == made)


def test_a_run_ends_with_the_timeline(qtbot: QtBot, timeline, source, pictures):
    source.open_gate()
    pictures.do(Run(timeline, SIZE, standing_clock(frame_start(98, RATE), 1), 98))

    qtbot.waitUntil(lambda: source.made == [98, 99])
    pictures.take_due(frame_start(99, RATE), forward=True)
    pictures.do(Run(timeline, SIZE, standing_clock(frame_start(2, RATE) - 1, -1), 1))

    qtbot.waitUntil(lambda: source.made == [98, 99, 1, 0])


def test_a_run_backwards_begins_with_the_last_frame(qtbot: QtBot, timeline, source, pictures):
    source.open_gate()
    pictures.do(Run(timeline, SIZE, standing_clock(frame_start(100, RATE), -1), 100))

    qtbot.waitUntil(lambda: source.made[:2] == [99, 98])


def test_closing_ends_the_thread_and_gives_back_the_files(source, pictures, still):
    source.open_gate()
    pictures.do(still(1))
    source.wait_until_begun()

    pictures.close()

    assert source.is_closed
    assert source.thread is not None
    assert not source.thread.is_alive()


def test_after_closing_a_request_starts_afresh(qtbot: QtBot, source, delivered, pictures, still):
    source.open_gate()
    pictures.do(still(1))
    pictures.close()

    pictures.do(still(2))

    qtbot.waitUntil(lambda: delivered[-1:] == [2])


def standing_clock(time: int, speed: int) -> PlaybackClock:
    """It waits for sound, so it stands until a test says that some was heard."""
    clock = PlaybackClock()
    clock.start(time, speed, waits_for_sound=True)
    return clock
