"""How long a send will take: by what earlier ones took, and who bills it."""

import dataclasses
from datetime import timedelta

import pytest

from timeline_studio.library import NotFound, Project, UnitOfWork, Upload
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.time import to_seconds
from timeline_studio.workflows import Studio
from timeline_studio.workflows.estimates import estimate_send
from timeline_studio.workflows.export_jobs import EXPORT_JOB
from timeline_studio.workflows.publications import add_space, list_publications
from timeline_studio.workflows.sends import change_destinations, list_productions, start_send
from timeline_studio.workflows.sends.rows import PRODUCTION_JOB, now
from timeline_studio.workflows.transfers import UPLOAD_JOB

FOOTAGE = {"width": 160, "height": 90}


def rendered(studio: Studio, *, took: timedelta, seconds: float, reused: float = 0) -> None:
    """An earlier export, as the worker leaves it."""
    told = {"timeline": FOOTAGE, "userId": studio.user_id}
    result = {
        "durationSeconds": seconds,
        "frames": 100,
        "framesReused": round(100 * reused),
    }
    job_id = studio.queue.add(EXPORT_JOB, told)
    ran(studio, EXPORT_JOB, job_id, took, result)


def ran(
    studio: Studio, job_type: str, job_id: int, took: timedelta, result: dict[str, object]
) -> None:
    def step(work: UnitOfWork) -> None:
        work.jobs.claim([job_type], "a worker", timedelta(minutes=1))
        run = work.jobs.attempts(job_id)[-1]
        run.started_at -= took
        work.jobs.complete(job_id, "a worker", result)

    studio.run(step)


def transcoded(studio: Studio, upload: Upload, *, took: timedelta) -> None:
    production_id = start_send(studio, upload.id)

    def step(work: UnitOfWork) -> None:
        end = now()
        work.productions.update(
            production_id, status="completed", started_at=end - took, completed_at=end
        )
        job = work.jobs.find(PRODUCTION_JOB, {"productionId": production_id})
        assert job is not None
        work.jobs.cancel(job.id)

    studio.run(step)


def test_nothing_is_told_before_each_step_was_done_once(
    studio: Studio, project: Project, upload: Upload
) -> None:
    assert estimate_send(studio, project.id).seconds is None
    transcoded(studio, upload, took=timedelta(seconds=6))
    assert estimate_send(studio, project.id).seconds is None
    rendered(studio, took=timedelta(seconds=2), seconds=1)
    assert estimate_send(studio, project.id).seconds is not None


def test_it_grows_with_length_and_counts_what_was_encoded(
    studio: Studio, project: Project, upload: Upload
) -> None:
    length = upload.duration_seconds or 1
    transcoded(studio, upload, took=timedelta(seconds=6 * length))
    rendered(studio, took=timedelta(seconds=2), seconds=1)
    rendered(studio, took=timedelta(seconds=2), seconds=2, reused=0.5)
    estimate = estimate_send(studio, project.id)
    assert estimate.seconds == pytest.approx(8 * seconds_of(project), rel=0.1)
    assert not estimate.is_billed


def test_aws_bills_where_it_transcodes(studio: Studio, project: Project) -> None:
    account = dataclasses.replace(studio.account, transcoder="mediaconvert")
    assert estimate_send(dataclasses.replace(studio, account=account), project.id).is_billed


def test_where_media_lie_in_s3_the_upload_counts(
    studio: Studio, project: Project, upload: Upload
) -> None:
    transcoded(studio, upload, took=timedelta(seconds=6))
    rendered(studio, took=timedelta(seconds=2), seconds=1)
    without = estimate_send(studio, project.id).seconds or 0
    far = dataclasses.replace(studio, account=dataclasses.replace(studio.account, storage="s3"))
    assert estimate_send(far, project.id).seconds is None
    sent = {"key": upload.s3_key, "userId": studio.user_id}
    job_id = studio.queue.add(UPLOAD_JOB, sent)
    ran(studio, UPLOAD_JOB, job_id, timedelta(seconds=50), {})
    assert (estimate_send(far, project.id).seconds or 0) > without


def test_spaces_that_are_chosen_too_late_are_published_at_once(
    studio: Studio, upload: Upload
) -> None:
    space = add_space(studio, "Films")
    transcoded(studio, upload, took=timedelta(seconds=1))
    (row,) = list_productions(studio)
    job = studio.queue.find(PRODUCTION_JOB, {"productionId": row.production.id})
    assert job is not None
    change_destinations(studio, job.id, [space.id])
    assert [each.space.id for each in list_publications(studio)] == [space.id]
    with pytest.raises(NotFound):
        change_destinations(studio, job.id, [space.id + 1])


def seconds_of(project: Project) -> float:
    return to_seconds(from_json(project.timeline_json).duration)
