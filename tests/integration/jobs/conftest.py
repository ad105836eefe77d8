"""A real library with its queue, and a way to wait for what other threads do."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from timeline_studio.jobs import JobQueue
from timeline_studio.library import Library

DEADLINE_SECONDS = 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


@pytest.fixture
def library(address: str) -> Iterator[Library]:
    with Library.open(address) as opened:
        yield opened


@pytest.fixture
def queue(library: Library) -> JobQueue:
    return JobQueue(library, 1)


@pytest.fixture
def eventually() -> Callable[[Callable[[], bool]], None]:
    """Waits until a condition holds; fails the test when it does not within a deadline."""

    def wait(condition: Callable[[], bool]) -> None:
        pause = threading.Event()
        deadline = monotonic() + DEADLINE_SECONDS
        while not condition():
            assert monotonic() < deadline, "it never came true"
            pause.wait(0.01)

    return wait
