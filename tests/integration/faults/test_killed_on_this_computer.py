"""SIGKILL at every moment at which something becomes lasting: nothing is lost, nothing doubled.

On the account that is built in: SQLite, folders, the local transcoder.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import pytest

from fault_tasks import (
    drain,
    make_project,
    make_timeline,
    opened,
    remove_production,
    remove_upload,
    with_captions,
)
from faults import Forks, Moment, Task, kill_at_each
from rows_and_objects import Differences, differences
from timeline_studio.jobs import JobContext, Later
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import EXPORT_JOB, list_exports, start_export
from timeline_studio.workflows.media import import_media, list_sources
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.publications import add_space, list_publications
from timeline_studio.workflows.sends import (
    CANCELLED,
    PRODUCTION_JOB,
    cancel_production,
    list_productions,
    retry_production,
    run_production,
    send_timeline,
    start_send,
)

WHOLE = Differences()


class Scene(Protocol):
    folder: Path

    def prepare(self, step: Callable[[Studio], Any]) -> Any: ...

    def tasks(self, function: str, **arguments: Any) -> Callable[[], Task]: ...


def in_each(check: Callable[[Studio, Moment], None]) -> Callable[[Path, Moment], None]:
    """Every home, after the second run and what it left to the worker, is whole; and `check`."""

    def check_home(home: Path, moment: Moment) -> None:
        with opened(home) as studio:
            check(studio, moment)
            assert differences(studio) == WHOLE, moment

    return check_home


def test_making_the_library(forks: Forks, scene: Scene) -> None:
    (scene.folder / "template").mkdir()

    @in_each
    def check(studio: Studio, moment: Moment) -> None:
        assert list_sources(studio) == [], moment

    assert len(kill_at_each(forks, scene.tasks("open_only"), check)) >= 2


def test_bringing_in(forks: Forks, scene: Scene, footage: Path) -> None:
    """What was killed before its row was written has left nothing; the second run brings it in."""
    scene.prepare(lambda _studio: None)

    @in_each
    def check(studio: Studio, moment: Moment) -> None:
        is_in_already = moment.name.startswith("after commit")
        assert len(list_sources(studio)) == 1 + is_in_already, moment

    assert len(kill_at_each(forks, scene.tasks("bring_in", path=str(footage)), check)) == 4


def test_a_send_from_timeline_to_space(forks: Forks, scene: Scene, footage: Path) -> None:
    """Rendered, transcoded, verified and published once, whatever it was killed at."""

    def begin(studio: Studio) -> None:
        space = add_space(studio, "Films")
        send_timeline(studio, make_project(studio, footage), publish_to=[space.id])

    scene.prepare(begin)

    @in_each
    def check(studio: Studio, moment: Moment) -> None:
        assert len(list_exports(studio)) == 1, moment
        (row,) = list_productions(studio)
        assert row.production.status == "completed", (moment, row.production.error_message)
        assert len(list_publications(studio)) == 1, moment
        assert len(studio.queue.list()) == 4, moment

    assert len(kill_at_each(forks, scene.tasks("drain"), check)) >= 24


def test_asking_for_a_send(forks: Forks, scene: Scene, footage: Path) -> None:
    project_id = scene.prepare(lambda studio: make_project(studio, footage))
    fresh = scene.tasks("send", project_id=project_id, publish_to=[])

    def check(home: Path, moment: Moment) -> None:
        """Asked for twice, it is one export; and two productions where the first was queued."""
        with opened(home) as studio:
            assert len(studio.queue.list(types=[EXPORT_JOB])) == 1, moment

    assert len(kill_at_each(forks, fresh, check)) == 2


@dataclass
class Sent:
    """Footage and an export of a timeline that shows it, each with a production."""

    footage_id: int
    footage_production_id: int
    export_id: int
    export_production_id: int


@pytest.fixture
def sent(scene: Scene, footage: Path) -> Sent:
    def begin(studio: Studio) -> None:
        space = add_space(studio, "Films")
        send_timeline(studio, make_project(studio, footage), publish_to=[space.id])
        start_send(studio, list_sources(studio)[0].id, publish_to=[space.id])

    def told(studio: Studio) -> Sent:
        (source,) = list_sources(studio)
        (export,) = list_exports(studio)
        made = {row.upload.id: row.production.id for row in list_productions(studio)}
        return Sent(source.id, made[source.id], export.upload.id, made[export.upload.id])

    scene.prepare(begin)
    drain(scene.folder / "template")
    found: Sent = scene.prepare(told)
    return found


def test_asking_to_delete(forks: Forks, scene: Scene, sent: Sent) -> None:
    """Asked again after it was killed, all of it goes, as if it had been asked once."""
    fresh = scene.tasks("remove_upload", upload_id=sent.export_id)

    def check(home: Path, moment: Moment) -> None:
        drain(home)
        in_each(is_gone)(home, moment)

    def is_gone(studio: Studio, moment: Moment) -> None:
        assert list_exports(studio) == [], moment
        assert [row.upload.id for row in list_productions(studio)] == [sent.footage_id], moment
        assert len(list_publications(studio)) == 1, moment

    assert len(kill_at_each(forks, fresh, check)) >= 2


@pytest.mark.parametrize(
    ("asked", "which", "left"),
    [
        (remove_production, "export_production_id", (1, 1, 1)),
        (remove_upload, "export_id", (1, 0, 1)),
        (remove_upload, "footage_id", (0, 1, 1)),
    ],
    ids=["a production", "an export", "footage"],
)
def test_deleting(
    forks: Forks,
    scene: Scene,
    sent: Sent,
    asked: Callable[[Path, int], None],
    which: str,
    left: tuple[int, int, int],
) -> None:
    """The worker's part: objects, then rows; what stands beside them stays."""
    asked(scene.folder / "template", getattr(sent, which))

    @in_each
    def check(studio: Studio, moment: Moment) -> None:
        sources = [each for each in list_sources(studio) if each.source_deleted_at is None]
        found = len(sources), len(list_exports(studio)), len(list_productions(studio))
        assert found == left, moment

    assert len(kill_at_each(forks, scene.tasks("drain"), check)) >= 4


@pytest.mark.parametrize("is_submitted", [False, True], ids=["queued", "submitted"])
def test_cancelling(forks: Forks, scene: Scene, footage: Path, *, is_submitted: bool) -> None:
    def begin(studio: Studio) -> int:
        (upload,) = import_media(studio, [footage])
        production_id = start_send(studio, upload.id)
        if is_submitted:
            (job,) = studio.queue.list(types=[PRODUCTION_JOB])
            with pytest.raises(Later):
                run_production(studio, JobContext(job.id, job.input, attempt=1))
        return production_id

    production_id = scene.prepare(begin)

    def check(home: Path, moment: Moment) -> None:
        drain(home)
        in_each(is_cancelled)(home, moment)

    def is_cancelled(studio: Studio, moment: Moment) -> None:
        (row,) = list_productions(studio)
        assert (row.production.status, row.production.error_message) == ("failed", CANCELLED), (
            moment
        )

    fresh = scene.tasks("cancel", production_id=production_id)
    assert len(kill_at_each(forks, fresh, check)) == 2


def test_carrying_out_a_cancel_and_a_retry(forks: Forks, scene: Scene, footage: Path) -> None:
    """The worker is killed while it stops one production and makes the next."""

    def export(studio: Studio) -> None:
        (upload,) = import_media(studio, [footage])
        timeline = with_captions(make_timeline(studio, upload.id))
        start_export(studio, create_project(studio, "Beach", timeline).id)

    scene.prepare(export)
    drain(scene.folder / "template")

    def begin(studio: Studio) -> None:
        production_id = start_send(studio, list_exports(studio)[0].upload.id)
        (job,) = studio.queue.list(types=[PRODUCTION_JOB])
        with pytest.raises(Later):
            run_production(studio, JobContext(job.id, job.input, attempt=1))
        assert list(studio.media_store.list("captions/"))
        cancel_production(studio, production_id)
        retry_production(studio, production_id)

    scene.prepare(begin)

    @in_each
    def check(studio: Studio, moment: Moment) -> None:
        statuses = [row.production.status for row in list_productions(studio)]
        assert statuses == ["completed", "failed"], moment

    fresh = scene.tasks("drain")
    assert len(kill_at_each(forks, fresh, check, kinds=["commit"])) >= 10


def test_backfilling_exports(forks: Forks, scene: Scene) -> None:
    """Page by page: what was done is not done again, and nothing is left out."""

    def begin(studio: Studio) -> None:
        with studio.unit_of_work() as work:
            project = work.projects.add("Beach", timeline_json="{}")
            for number in range(5):
                upload = work.uploads.add(
                    s3_bucket="media", s3_key=f"old/{number}.mp4", original_filename="old.mp4"
                )
                job = work.jobs.add(EXPORT_JOB, {"projectId": project.id})
                work.jobs.claim([EXPORT_JOB], "old", timedelta(seconds=30))
                work.jobs.complete(job.id, "old", {"resultUploadId": upload.id})

    scene.prepare(begin)

    def check(home: Path, moment: Moment) -> None:
        with opened(home) as studio:
            assert len(list_exports(studio)) == 5, moment
            assert list_sources(studio) == [], moment

    assert len(kill_at_each(forks, scene.tasks("fill_exports"), check)) >= 4
