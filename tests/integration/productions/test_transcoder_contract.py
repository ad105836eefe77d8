"""What every Transcoder holds to: the local one, MediaConvert's, and a fake."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import pytest

from mediaconvert_server import MediaConvertServer, hasten_botocore, mediaconvert_server
from timeline_studio.jobs import JobQueue
from timeline_studio.library import Library
from timeline_studio.productions import (
    LOCAL_TRANSCODE,
    LocalTranscoder,
    ProductionError,
    TranscodeJobNotFound,
    Transcoder,
    TranscodeStatus,
    build_job_settings,
    load_profile,
)
from timeline_studio.settings import profiles_dir


class Rig(Protocol):
    """A transcoder, and how to move its jobs on from behind."""

    transcoder: Transcoder

    def start(self, job_id: str, percent: int, phase: str) -> None: ...
    def complete(self, job_id: str) -> None: ...
    def fail(self, job_id: str, message: str) -> None: ...


class FakeTranscoder(Transcoder):
    def __init__(self) -> None:
        self.states: dict[str, TranscodeStatus] = {}
        self._tokens: dict[str, str] = {}
        self._metadata: dict[str, dict[str, str]] = {}

    def submit(self, settings: dict[str, Any], *, token: str, metadata: dict[str, str]) -> str:
        if "Nonsense" in settings:
            raise ProductionError("unknown: Nonsense")
        if token not in self._tokens:
            job_id = self._tokens[token] = str(len(self._tokens) + 1)
            self.states[job_id] = TranscodeStatus("SUBMITTED", 0)
            self._metadata[job_id] = metadata
        return self._tokens[token]

    def status(self, job_id: str) -> TranscodeStatus:
        if job_id not in self.states:
            raise TranscodeJobNotFound(f"no job {job_id}")
        return self.states[job_id]

    def cancel(self, job_id: str) -> None:
        if self.status(job_id).state in {"SUBMITTED", "PROGRESSING"}:
            self.states[job_id] = TranscodeStatus("CANCELED")

    def find(self, *, metadata: dict[str, str], **_shorter: Any) -> str | None:
        for job_id, own in reversed(self._metadata.items()):
            if metadata.items() <= own.items():
                return job_id
        return None


class FakeRig:
    def __init__(self) -> None:
        self.transcoder = FakeTranscoder()

    def start(self, job_id: str, percent: int, phase: str) -> None:
        self.transcoder.states[job_id] = TranscodeStatus("PROGRESSING", percent, phase)

    def complete(self, job_id: str) -> None:
        self.transcoder.states[job_id] = TranscodeStatus("COMPLETE", 100)

    def fail(self, job_id: str, message: str) -> None:
        self.transcoder.states[job_id] = TranscodeStatus("ERROR", error=message)


class LocalRig:
    """A real queue, with a worker whose answers the test gives."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.transcoder = LocalTranscoder(JobQueue(library, 1))

    def start(self, job_id: str, percent: int, phase: str) -> None:
        with self._library.unit_of_work(1) as work:
            claimed = work.jobs.claim([LOCAL_TRANSCODE], "worker", timedelta(seconds=30))
            assert claimed is not None
            assert claimed.id == int(job_id)
            work.jobs.heartbeat(claimed.id, "worker", pct=percent, stage=phase)

    def complete(self, job_id: str) -> None:
        with self._library.unit_of_work(1) as work:
            work.jobs.complete(int(job_id), "worker", {})

    def fail(self, job_id: str, message: str) -> None:
        with self._library.unit_of_work(1) as work:
            work.jobs.fail(int(job_id), "worker", "ProductionError", message, retry=False)


class MediaConvertRig:
    """A real boto3 client, and a server whose jobs the test moves."""

    def __init__(self, server: MediaConvertServer) -> None:
        self._server = server
        self.transcoder = server.transcoder()

    def start(self, job_id: str, percent: int, phase: str) -> None:
        self._server.change(
            job_id, Status="PROGRESSING", JobPercentComplete=percent, CurrentPhase=phase
        )

    def complete(self, job_id: str) -> None:
        self._server.change(job_id, Status="COMPLETE", JobPercentComplete=None)

    def fail(self, job_id: str, message: str) -> None:
        self._server.change(job_id, Status="ERROR", ErrorCode=1010, ErrorMessage=message)


@pytest.fixture(params=["fake", "local", "mediaconvert"])
def rig(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Rig]:
    if request.param == "fake":
        yield FakeRig()
        return
    if request.param == "mediaconvert":
        hasten_botocore(monkeypatch)
        with mediaconvert_server() as server:
            rig = MediaConvertRig(server)
            yield rig
            rig.transcoder.close()
        return
    library = Library.open(f"sqlite:///{tmp_path / 'library.sqlite3'}")
    yield LocalRig(library)
    library.close()


@pytest.fixture
def settings() -> dict[str, Any]:
    return build_job_settings(
        load_profile("hls-both", profiles_dir()),
        input_uri="s3://media/videos/video.mp4",
        output_bucket="output",
        date="2026-11/21",
        asset_id="asset",
        production_ulid="01JD0000000000000000000000",
    )


def test_a_job_goes_from_submitted_to_complete(rig: Rig, settings: dict[str, Any]) -> None:
    job = rig.transcoder.submit(settings, token="a", metadata={})
    assert rig.transcoder.status(job).state == "SUBMITTED"
    rig.start(job, 40, "TRANSCODING")
    assert rig.transcoder.status(job) == TranscodeStatus("PROGRESSING", 40, "TRANSCODING")
    rig.complete(job)
    assert rig.transcoder.status(job) == TranscodeStatus("COMPLETE", 100)


def test_one_token_gives_one_job(rig: Rig, settings: dict[str, Any]) -> None:
    first = rig.transcoder.submit(settings, token="a", metadata={})
    assert rig.transcoder.submit(settings, token="a", metadata={}) == first
    assert rig.transcoder.submit(settings, token="b", metadata={}) != first


def test_a_failure_is_told(rig: Rig, settings: dict[str, Any]) -> None:
    job = rig.transcoder.submit(settings, token="a", metadata={})
    rig.start(job, 1, "PROBING")
    rig.fail(job, "The source is damaged.")
    status = rig.transcoder.status(job)
    assert status.state == "ERROR"
    assert "The source is damaged." in (status.error or "")


def test_cancelled_is_not_failed(rig: Rig, settings: dict[str, Any]) -> None:
    job = rig.transcoder.submit(settings, token="a", metadata={})
    rig.transcoder.cancel(job)
    assert rig.transcoder.status(job).state == "CANCELED"
    assert rig.transcoder.status(job).error is None


def test_a_job_that_ended_stays_as_it_ended(rig: Rig, settings: dict[str, Any]) -> None:
    job = rig.transcoder.submit(settings, token="a", metadata={})
    rig.start(job, 1, "PROBING")
    rig.complete(job)
    rig.transcoder.cancel(job)
    assert rig.transcoder.status(job).state == "COMPLETE"


def test_the_newest_job_with_some_metadata_is_found(rig: Rig, settings: dict[str, Any]) -> None:
    assert rig.transcoder.find(metadata={"production_ulid": "A"}) is None
    rig.transcoder.submit(settings, token="1", metadata={"production_ulid": "A"})
    newer = rig.transcoder.submit(settings, token="2", metadata={"production_ulid": "A"})
    rig.transcoder.submit(settings, token="3", metadata={"production_ulid": "B"})
    assert rig.transcoder.find(metadata={"production_ulid": "A"}) == newer


def test_settings_that_it_cannot_do_are_refused_at_once(rig: Rig, settings: dict[str, Any]) -> None:
    with pytest.raises(ProductionError, match="Nonsense"):
        rig.transcoder.submit(settings | {"Nonsense": 1}, token="a", metadata={"ulid": "A"})
    assert rig.transcoder.find(metadata={"ulid": "A"}) is None


def test_an_unknown_job_is_told(rig: Rig) -> None:
    for job in ("77", "not a number", "../jobs"):
        for ask in (rig.transcoder.status, rig.transcoder.cancel):
            with pytest.raises(TranscodeJobNotFound, match=job):
                ask(job)


def test_many_are_asked_for_at_once(rig: Rig, settings: dict[str, Any]) -> None:
    running, waiting = (
        rig.transcoder.submit(settings, token=token, metadata={}) for token in ("a", "b")
    )
    rig.start(running, 40, "TRANSCODING")
    statuses = rig.transcoder.statuses([waiting, running, "77"])
    assert {job: status.state for job, status in statuses.items()} == {
        running: "PROGRESSING",
        waiting: "SUBMITTED",
    }
    assert statuses[running] == TranscodeStatus("PROGRESSING", 40, "TRANSCODING")
    assert rig.transcoder.statuses([]) == {}


def test_a_search_may_be_made_shorter(rig: Rig, settings: dict[str, Any]) -> None:
    own = {"production_ulid": "A"}
    job = rig.transcoder.submit(settings, token="a", metadata=own)
    an_hour_ago = datetime.now(UTC) - timedelta(hours=1)
    source = settings["Inputs"][0]["FileInput"]
    assert rig.transcoder.find(metadata=own, input_uri=source, since=an_hour_ago) == job
    assert rig.transcoder.find(metadata={"production_ulid": "B"}, input_uri=source) is None
