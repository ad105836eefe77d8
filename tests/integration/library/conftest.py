"""A real library in a file, with a clock that the test turns."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from timeline_studio.library import Library, UnitOfWork, Upload


class Clock:
    """Stands still until it is moved, but for a microsecond each time it is read."""

    def __init__(self) -> None:
        self.time = datetime.fromisoformat("2026-11-21T12:00:00")

    def __call__(self) -> datetime:
        self.time += timedelta(microseconds=1)
        return self.time

    def advance(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


@pytest.fixture
def library(address: str, clock: Clock) -> Iterator[Library]:
    with Library.open(address, now=clock) as opened:
        yield opened


class Rows:
    """Adds rows with just what a test cares about."""

    def __init__(self) -> None:
        self._count = 0

    def upload(self, work: UnitOfWork, **columns: object) -> Upload:
        self._count += 1
        standard = {
            "s3_bucket": "media",
            "s3_key": f"videos/2026-11/21/{self._count}/video.mp4",
            "original_filename": f"take {self._count}.mp4",
        }
        return work.uploads.add(**(standard | columns))


@pytest.fixture
def rows() -> Rows:
    return Rows()
