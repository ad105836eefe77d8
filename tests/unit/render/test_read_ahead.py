"""An iterator on its own thread."""

import threading
from collections.abc import Iterator

import pytest

from timeline_studio.render.read_ahead import ReadAhead


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate()}


def test_items_come_in_order_and_then_the_end() -> None:
    with ReadAhead(iter(range(100)), depth=3, name="ahead") as ahead:
        assert [ahead.take() for _ in range(102)] == [*range(100), None, None]


def test_who_waits_hears_of_it_and_may_leave() -> None:
    asked, told = threading.Event(), threading.Event()

    def late() -> Iterator[int]:
        told.wait(60)
        yield 1

    def waiting() -> None:
        if asked.is_set():
            told.set()
        asked.set()

    with ReadAhead(late(), depth=3, name="ahead") as ahead:
        assert ahead.take(waiting) == 1

    def leave() -> None:
        told.set()
        raise InterruptedError

    told.clear()
    with ReadAhead(late(), depth=3, name="ahead") as ahead, pytest.raises(InterruptedError):
        ahead.take(leave)


def test_no_more_than_its_depth_is_held() -> None:
    made: list[int] = []
    third = threading.Event()

    def numbers() -> Iterator[int]:
        for number in range(50):
            made.append(number)
            if number == 3:
                third.set()
            yield number

    with ReadAhead(numbers(), depth=3, name="ahead") as ahead:
        assert third.wait(10)  # three are held, the fourth waits for room
        assert ahead.take() == 0
        assert len(made) <= 5


def test_an_error_is_raised_to_the_taker_after_what_was_made() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    with ReadAhead(broken(), depth=3, name="ahead") as ahead:
        assert ahead.take() == 1
        with pytest.raises(ValueError, match="broken"):
            ahead.take()


def test_leaving_ends_the_thread_and_closes_the_source_there() -> None:
    closed_on: list[str] = []

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 0
        finally:
            closed_on.append(threading.current_thread().name)

    with ReadAhead(endless(), depth=2, name="ahead") as ahead:
        assert ahead.take() == 0
    assert closed_on == ["ahead"]
    assert "ahead" not in threads()
