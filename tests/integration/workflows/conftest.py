"""A real studio with a second of footage, a timeline that shows it, and a worker on call."""

import dataclasses
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from media_factory import stamped_video
from timeline_studio.app.composition import open_studio
from timeline_studio.jobs import JobContext, JobQueue
from timeline_studio.library import Library, LibraryError, Project, Upload
from timeline_studio.productions import LocalTranscoder
from timeline_studio.settings import Home
from timeline_studio.timeline.edits import append_linked
from timeline_studio.timeline.model import Timeline, empty_timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media, items_for
from timeline_studio.workflows.projects import create_project

Serve = Callable[[Studio, Callable[[], bool]], None]


@pytest.fixture
def either_studio(home: Home, address: str) -> Iterator[Studio]:
    """A studio as `studio` is, once on SQLite and once on MariaDB. A module that is to run on
    both gives it as its own `studio`."""
    embedded = open_studio(home)
    embedded.library.close()
    with Library.open(address) as library:
        queue = JobQueue(library, embedded.user_id)
        yield dataclasses.replace(
            embedded, library=library, queue=queue, transcoder=LocalTranscoder(queue)
        )


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    """25 numbered pictures at 25 fps, with a click."""
    return stamped_video(
        tmp_path / "beach.mp4", frames=25, rate=Fraction(25), size=(160, 90), clicks_at=[0.5]
    )


@pytest.fixture
def upload(studio: Studio, footage: Path) -> Upload:
    return import_media(studio, [footage])[0]


@pytest.fixture
def timeline(studio: Studio, upload: Upload) -> Timeline:
    """All of the footage, small."""
    timeline = small(empty_timeline(rate=Fraction(25)))
    video, audio = timeline.tracks
    picture, sound = items_for(studio, upload)
    assert picture is not None
    assert sound is not None
    return append_linked(timeline, {video.id: picture, audio.id: sound})


def small(timeline: Timeline) -> Timeline:
    return msgspec.structs.replace(timeline, width=160, height=90)


@pytest.fixture
def project(studio: Studio, timeline: Timeline) -> Project:
    return create_project(studio, "Holiday", timeline)


@pytest.fixture
def stranger(studio: Studio) -> Studio:
    """Another user of the same library."""
    return dataclasses.replace(studio, user_id=2)


@pytest.fixture
def run_queue(studio: Studio, serve: Serve) -> Callable[[], None]:
    """Works until no job waits or runs."""

    def run() -> None:
        serve(studio, lambda: not studio.queue.list(statuses=["pending", "processing"]))

    return run


@pytest.fixture
def context_of(studio: Studio) -> Callable[[int], JobContext]:
    """What a worker would hand to the job's handler."""

    def make(job_id: int) -> JobContext:
        return JobContext(job_id, studio.queue.get(job_id).input, attempt=1)

    return make


@pytest.fixture
def refused_uploads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database takes no row of an upload."""

    def refuse(*_row: object, **_columns: object) -> Upload:
        raise LibraryError("The library cannot be written: the disk is full.")

    monkeypatch.setattr("timeline_studio.library.repositories.uploads.Uploads.add", refuse)


@pytest.fixture
def stored(studio: Studio) -> Callable[[], list[str]]:
    """Every key of the media store."""
    return lambda: [found.key for found in studio.media_store.list()]


@pytest.fixture(autouse=True)
def nothing_is_left_unfinished(studio: Studio) -> Iterator[None]:
    """Whatever a test does, no partial file and no work folder stays behind it."""
    yield
    assert list(studio.home.root.rglob("*.partial")) == []
    assert list(studio.home.work.iterdir()) == []
