"""The engine's threads: one failure stops all, and is told."""

import threading

import pytest

from timeline_studio.productions.local.belt import Belt, Crew, Stopped


def test_items_arrive_in_order_until_the_end() -> None:
    crew = Crew()
    belt: Belt[int] = Belt(crew)
    seen: list[int] = []

    def work() -> None:
        while (item := belt.get()) is not None:
            seen.append(item)

    crew.start("reader", work)
    for item in range(50):
        belt.put(item)
    belt.put(None)
    crew.wait(lambda: None)
    assert seen == list(range(50))


def test_a_failure_stops_everyone_and_is_told() -> None:
    crew = Crew()
    belt: Belt[int] = Belt(crew)

    def fail() -> None:
        raise ValueError("broken")

    crew.start("idle", lambda: (belt.get(), None)[1])
    crew.start("broken", fail)
    with pytest.raises(ValueError, match="broken"):
        crew.wait(lambda: None)
    with pytest.raises(Stopped):
        belt.put(1)


def test_a_full_belt_of_a_crew_that_stops_lets_go() -> None:
    crew = Crew()
    belt: Belt[int] = Belt(crew)
    for item in range(8):
        belt.put(item)
    threading.Timer(0.15, crew.stop).start()
    with pytest.raises(Stopped):
        belt.put(8)


def test_dismissed_threads_have_ended() -> None:
    before = threading.active_count()
    crew = Crew()
    belt: Belt[int] = Belt(crew)
    crew.start("idle", lambda: (belt.get(), None)[1])
    crew.dismiss()
    assert threading.active_count() == before
    with pytest.raises(Stopped):
        crew.check()
