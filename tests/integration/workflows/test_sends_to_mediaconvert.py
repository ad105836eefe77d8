"""Productions through MediaConvert: the same workflow, with AWS's protocol in between."""

import dataclasses
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import mediaconvert_server as aws
from mediaconvert_server import (
    BROKEN,
    Fault,
    MediaConvertServer,
    hasten_botocore,
    local_engine,
    mediaconvert_server,
)
from timeline_studio.jobs import JobContext, Later
from timeline_studio.library import Production, Upload
from timeline_studio.productions import (
    LOCAL_TRANSCODE,
    MediaConvertTranscoder,
    ProductionError,
    TranscodeStatus,
    verify_outputs,
)
from timeline_studio.settings import resource
from timeline_studio.storage import ObjectNotFound
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.patience import OFFLINE
from timeline_studio.workflows.sends import (
    CANCEL_JOB,
    CANCEL_SECONDS,
    CANCELLED,
    PRODUCTION_JOB,
    cancel_production,
    finish_cancellation,
    get_production,
    outputs_of,
    run_production,
    start_send,
)

Serve = Callable[[Studio, Callable[[], bool]], None]
Step = Callable[[int], None]


@pytest.fixture
def server(studio: Studio) -> Iterator[MediaConvertServer]:
    stores = {store.bucket: store for store in (studio.media_store, studio.output_store)}
    with mediaconvert_server(local_engine(stores)) as running:
        yield running


@pytest.fixture
def cloud(
    studio: Studio, server: MediaConvertServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Studio]:
    """The studio, with an account at MediaConvert."""
    hasten_botocore(monkeypatch)
    transcoder = server.transcoder(tags={"program": "timeline-studio"})
    transcoder.poll_seconds = (0.02, 0.02)
    yield dataclasses.replace(studio, transcoder=transcoder)
    transcoder.close()


@pytest.fixture
def run_queue(cloud: Studio, serve: Serve) -> Callable[[], None]:
    """Works until no job waits or runs."""
    return lambda: serve(cloud, lambda: not cloud.queue.list(statuses=["pending", "processing"]))


@pytest.fixture
def step(cloud: Studio) -> Step:
    """One run of the production's job, as a worker would make it."""

    def run(production_id: int) -> None:
        job = cloud.queue.find(PRODUCTION_JOB, {"productionId": production_id})
        assert job is not None
        run_production(cloud, JobContext(job.id, job.input, attempt=1))

    return run


def production_of(studio: Studio, production_id: int) -> Production:
    return get_production(studio, production_id).production


def outputs(studio: Studio) -> list[str]:
    return [f.key for f in studio.output_store.list() if not f.key.startswith("watch/")]


def test_a_send_ends_with_verified_outputs(
    cloud: Studio, server: MediaConvertServer, upload: Upload, run_queue: Callable[[], None]
) -> None:
    production_id = start_send(cloud, upload.id)
    run_queue()
    row = get_production(cloud, production_id)
    production = row.production
    assert (production.status, row.percent, production.error_message) == ("completed", 100, None)
    (job,) = server.jobs.values()
    assert production.mediaconvert_job_id == job["Id"]
    assert job["UserMetadata"] == {"production_ulid": production.ulid}
    assert job["ClientRequestToken"] == f"{production.ulid}-1"
    assert job["Tags"] == {"program": "timeline-studio"}
    assert (production.config or {})["settings"] == job["Settings"]
    assert outputs_of(cloud, production).playlists == [
        f"{production.output_prefix}landscape/video.m3u8"
    ]
    assert cloud.queue.list(types=[LOCAL_TRANSCODE]) == []


def test_two_of_one_upload_never_meet(
    cloud: Studio, server: MediaConvertServer, upload: Upload, run_queue: Callable[[], None]
) -> None:
    ids = [start_send(cloud, upload.id) for _ in range(2)]
    run_queue()
    first, second = (production_of(cloud, each) for each in ids)
    assert first.output_prefix != second.output_prefix
    assert [first.mediaconvert_job_id, second.mediaconvert_job_id] == list(server.jobs)
    for production in (first, second):
        assert production.status == "completed"
        verify_outputs(cloud.output_store, production.output_prefix or "")


def test_trouble_on_the_way_makes_no_second_job(
    cloud: Studio, server: MediaConvertServer, upload: Upload, run_queue: Callable[[], None]
) -> None:
    server.fail_next("ListJobs", aws.THROTTLED, aws.BROKEN)
    server.fail_next("CreateJob", aws.LOST_ANSWER, aws.INTERNAL)
    server.fail_next("GetJob", aws.LOST_ANSWER, aws.THROTTLED, aws.LOST_REQUEST)
    production_id = start_send(cloud, upload.id)
    run_queue()
    assert production_of(cloud, production_id).status == "completed"
    assert len(server.jobs) == 1


def test_after_a_crash_the_job_is_adopted(
    cloud: Studio,
    server: MediaConvertServer,
    upload: Upload,
    step: Step,
    run_queue: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Crash(BaseException):
        pass

    submit = cloud.transcoder.submit

    def crash_after_submit(*args: Any, **options: Any) -> str:
        submit(*args, **options)
        raise Crash

    server.token_seconds = 0.0  # long after: the token does not help any more
    production_id = start_send(cloud, upload.id)
    with monkeypatch.context() as patched:
        patched.setattr(cloud.transcoder, "submit", crash_after_submit)
        with pytest.raises(Crash):
            step(production_id)
    (accepted,) = server.jobs
    assert production_of(cloud, production_id).mediaconvert_job_id is None
    run_queue()
    production = production_of(cloud, production_id)
    assert (production.status, production.mediaconvert_job_id) == ("completed", accepted)
    assert list(server.jobs) == [accepted]


def test_what_aws_says_of_a_failure_is_the_productions(
    cloud: Studio, server: MediaConvertServer, upload: Upload, run_queue: Callable[[], None]
) -> None:
    production_id = start_send(cloud, upload.id)
    cloud.media_store.delete(upload.s3_key)
    run_queue()
    production = production_of(cloud, production_id)
    assert production.status == "failed"
    assert "MediaConvert failed (error 1010)" in (production.error_message or "")
    assert upload.s3_key in (production.error_message or "")
    with pytest.raises(ObjectNotFound):
        cloud.media_store.head(upload.s3_key)


def test_a_cancelled_one_is_cancelled_at_aws(
    cloud: Studio, server: MediaConvertServer, serve: Serve, run_queue: Callable[[], None]
) -> None:
    upload = import_media(cloud, [resource("sample/bigbuckbunny.mp4")])[0]  # takes seconds
    production_id = start_send(cloud, upload.id)

    def cancel_in_the_middle() -> bool:
        if any(job.get("CurrentPhase") == "TRANSCODING" for job in list(server.jobs.values())):
            cancel_production(cloud, production_id)
        return not cloud.queue.list(statuses=["pending", "processing"])

    serve(cloud, cancel_in_the_middle)
    production = production_of(cloud, production_id)
    assert (production.status, production.error_message) == ("failed", CANCELLED)
    assert [job["Status"] for job in server.jobs.values()] == ["CANCELED"]
    server.close()
    assert outputs(cloud) == []


class Unhurried(MediaConvertTranscoder):
    """MediaConvert, whose jobs take their time to end."""

    def status(self, job_id: str) -> TranscodeStatus:
        super().status(job_id)
        return TranscodeStatus("PROGRESSING", 50)


@pytest.fixture
def submitted(cloud: Studio, server: MediaConvertServer, upload: Upload, step: Step) -> int:
    """A production whose job goes on at MediaConvert until somebody ends it."""
    server.engine = None
    production_id = start_send(cloud, upload.id)
    with pytest.raises(Later):
        step(production_id)
    cancel_production(cloud, production_id)
    return production_id


def test_a_command_stops_at_aws_what_it_cancelled(
    cloud: Studio, server: MediaConvertServer, submitted: int
) -> None:
    started = time.monotonic()
    assert finish_cancellation(cloud, submitted) == "gone"
    assert time.monotonic() - started < CANCEL_SECONDS
    assert [job["Status"] for job in server.jobs.values()] == ["CANCELED"]
    assert finish_cancellation(cloud, submitted) == "gone"  # and nothing is left to do


def test_a_command_says_what_goes_on_without_it(
    cloud: Studio, server: MediaConvertServer, submitted: int
) -> None:
    cloud.transcoder.__class__ = Unhurried
    cloud.transcoder.poll_seconds = MediaConvertTranscoder.poll_seconds
    assert finish_cancellation(cloud, submitted, seconds=0.5) == "told"
    assert [job["Status"] for job in server.jobs.values()] == ["CANCELED"]


def test_nothing_answers_a_command_that_cancels(
    cloud: Studio, server: MediaConvertServer, submitted: int
) -> None:
    server.fail_next("CancelJob", *[BROKEN] * 10)
    assert finish_cancellation(cloud, submitted) == "queued"
    server.forget_faults()
    (job,) = cloud.queue.list(types=[CANCEL_JOB])
    assert (job.status, job.stage) == ("pending", OFFLINE)


def test_aws_refuses_to_cancel(cloud: Studio, server: MediaConvertServer, submitted: int) -> None:
    server.fail_next("CancelJob", Fault(403, "ForbiddenException", "Not you"))
    with pytest.raises(ProductionError, match=r"not stopped: .*CancelJob"):
        finish_cancellation(cloud, submitted)


def test_one_cancelled_at_aws_is_told_so(
    cloud: Studio, server: MediaConvertServer, upload: Upload, step: Step
) -> None:
    server.engine = None
    production_id = start_send(cloud, upload.id)
    with pytest.raises(Later):
        step(production_id)
    (job_id,) = server.jobs
    server.change(job_id, Status="CANCELED")
    with pytest.raises(ProductionError, match="was cancelled"):
        step(production_id)
    assert "was cancelled" in (production_of(cloud, production_id).error_message or "")
