"""SIGKILL at every moment at which something becomes lasting: nothing is lost, nothing doubled."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fault_tasks import opened
from faults import Forks, Moment, Task, kill_at_each
from media_factory import stamped_video
from timeline_studio.storage import LocalFolderStore
from timeline_studio.timeline.edits import append_linked
from timeline_studio.timeline.model import empty_timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.media import (
    import_media,
    items_for,
    list_sources,
    sweep_promises,
)
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.publications import add_space, list_publications
from timeline_studio.workflows.sends import list_productions, outputs_of, send_timeline
from timeline_studio.workflows.work_folder import sweep_work


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    with Forks(tmp_path_factory.mktemp("moments"), "fault_tasks") as started:
        yield started


@pytest.fixture(scope="module")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stamped_video(
        tmp_path_factory.mktemp("footage") / "beach.mp4",
        frames=12,
        rate=Fraction(25),
        size=(64, 36),
        clicks_at=[0.2],
    )


@dataclass
class Scene:
    """A home in a known state, copied for every run."""

    folder: Path

    def prepare(self, step: Callable[[Studio], Any]) -> None:
        with opened(self.folder / "template") as studio:
            step(studio)

    def tasks(self, function: str, **arguments: Any) -> Callable[[], Task]:
        numbers = count(1)

        def fresh() -> Task:
            home = self.folder / f"home-{next(numbers)}"
            shutil.copytree(self.folder / "template", home)
            return Task(f"fault_tasks:{function}", home, arguments)

        return fresh


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def halves(studio: Studio) -> list[str]:
    """What a crash left, and the next start does not sweep away."""
    sweep_work(studio)
    sweep_promises(studio)
    kept = [studio.home.store, studio.home.work]
    return [
        str(path.relative_to(studio.home.root))
        for folder in kept
        for path in folder.rglob("*")
        if path.is_file() and ("partial" in path.name or studio.home.work in path.parents)
    ]


def keys(store: Any) -> list[str]:
    assert isinstance(store, LocalFolderStore)
    return [found.key for found in store.list()]


def make_project(studio: Studio, footage: Path) -> int:
    picture, sound = items_for(studio, import_media(studio, [footage])[0])
    assert picture is not None
    assert sound is not None
    timeline = empty_timeline(rate=Fraction(25))
    timeline = msgspec.structs.replace(timeline, width=64, height=36)
    video, audio = timeline.tracks
    timeline = append_linked(timeline, {video.id: picture, audio.id: sound})
    return create_project(studio, "Beach", timeline).id


def test_making_the_library(forks: Forks, scene: Scene) -> None:
    (scene.folder / "template").mkdir()

    def check(home: Path, moment: Moment) -> None:
        with opened(home) as studio:
            assert list_sources(studio) == [], moment

    assert len(kill_at_each(forks, scene.tasks("open_only"), check)) >= 2


def test_bringing_in(forks: Forks, scene: Scene, footage: Path) -> None:
    """What was killed before its row was written has left nothing; the second run brings it in."""
    scene.prepare(lambda _studio: None)

    def check(home: Path, moment: Moment) -> None:
        with opened(home) as studio:
            check_rows(studio, moment)

    def check_rows(studio: Studio, moment: Moment) -> None:
        sweep_promises(studio)
        known = sorted(upload.s3_key for upload in list_sources(studio))
        assert keys(studio.media_store) == known, moment
        assert len(known) == (2 if moment.name.startswith("after commit") else 1), moment
        assert halves(studio) == [], moment

    assert len(kill_at_each(forks, scene.tasks("bring_in", path=str(footage)), check)) >= 4


def test_a_send_from_timeline_to_space(forks: Forks, scene: Scene, footage: Path) -> None:
    """Rendered, transcoded, verified and published once, whatever it was killed at."""

    def begin(studio: Studio) -> None:
        space = add_space(studio, "Films")
        send_timeline(studio, make_project(studio, footage), publish_to=[space.id])

    scene.prepare(begin)

    def check(home: Path, moment: Moment) -> None:
        with opened(home) as studio:
            check_send(studio, moment)

    def check_send(studio: Studio, moment: Moment) -> None:
        (export,) = list_exports(studio)
        (row,) = list_productions(studio)
        assert row.production.status == "completed", (moment, row.production.error_message)
        assert outputs_of(studio, row.production).playlists, moment
        assert len(list_publications(studio)) == 1, moment
        (source,) = list_sources(studio)
        media = {key for key in keys(studio.media_store) if not key.startswith("thumbs/")}
        assert media == {source.s3_key, export.upload.s3_key}, moment
        prefix = row.production.output_prefix or ""
        strays = [k for k in keys(studio.output_store) if not k.startswith((prefix, "watch/"))]
        assert strays == [], moment
        assert halves(studio) == [], moment

    assert len(kill_at_each(forks, scene.tasks("drain"), check)) > 30
