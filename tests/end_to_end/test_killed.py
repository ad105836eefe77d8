"""A process that is killed in the middle of its work loses none of it, and leaves no halves."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from media_factory import stamped_video
from timeline_studio.jobs import JobView
from timeline_studio.library import MediaJobAttempt
from timeline_studio.media import probe
from timeline_studio.productions import LOCAL_TRANSCODE
from timeline_studio.timeline.edits import append_linked
from timeline_studio.timeline.model import empty_timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports, start_export
from timeline_studio.workflows.media import import_media, items_for
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.sends import (
    PRODUCTION_JOB,
    list_productions,
    outputs_of,
    start_send,
)

DEADLINE_SECONDS = 60


@pytest.fixture
def slow_project(opened: Studio, tmp_path: Path) -> int:
    """Eight seconds in a large picture: seconds of work."""
    return make_project(opened, tmp_path / "slow.mp4", frames=240, size=(1920, 1080))


def make_project(studio: Studio, path: Path, *, frames: int, size: tuple[int, int]) -> int:
    footage = stamped_video(path, frames=frames, rate=Fraction(30), size=(320, 180), clicks_at=[0])
    picture, sound = items_for(studio, import_media(studio, [footage])[0])
    assert picture is not None
    assert sound is not None
    timeline = empty_timeline(rate=Fraction(30))
    timeline = msgspec.structs.replace(timeline, width=size[0], height=size[1])
    video, audio = timeline.tracks
    timeline = append_linked(timeline, {video.id: picture, audio.id: sound})
    return create_project(studio, path.stem, timeline).id


def wait_until(holds: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """Polls, because the process under test tells nobody; it must not end meanwhile."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not holds():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.02)


def kill_in_the_middle(process: subprocess.Popen[str], job: Callable[[], JobView | None]) -> None:
    def is_in_the_middle() -> bool:
        found = job()
        assert found is None or not found.is_finished, "it was quicker than the kill"
        return found is not None and found.status == "processing" and found.percent >= 10

    wait_until(is_in_the_middle, process)
    process.send_signal(signal.SIGKILL)
    process.communicate()


@contextmanager
def worker(program: Any) -> Iterator[subprocess.Popen[str]]:
    """A worker as the window starts it: it ends by itself when its standard input does."""
    process = program.start("worker", stdin=subprocess.PIPE)
    try:
        yield process
        out, err = process.communicate(timeout=DEADLINE_SECONDS)
        assert (process.returncode, out, err) == (0, "", "")
    finally:
        process.kill()
        process.communicate()


def attempts_of(studio: Studio, job_id: int) -> Sequence[MediaJobAttempt]:
    with studio.reading() as uow:
        return uow.jobs.attempts(job_id)


def assert_taken_up_once(studio: Studio, job_id: int) -> None:
    first, second = attempts_of(studio, job_id)
    assert (first.attempt_no, first.error_class) == (1, "LeaseExpired")
    assert (second.attempt_no, second.error_class) == (2, None)
    assert first.finished_at is not None
    assert second.finished_at is not None
    assert first.worker_id != second.worker_id


def assert_nothing_is_half_done(program: Any) -> None:
    assert list(program.home.rglob("*.partial")) == []
    assert list((program.home / "work").iterdir()) == []


class TestExport:
    def test_a_killed_command_s_export_is_completed_by_a_worker(
        self, program: Any, opened: Studio, slow_project: int
    ) -> None:
        command = program.start("export", slow_project, stdin=subprocess.DEVNULL)
        kill_in_the_middle(command, lambda: newest_job(opened))
        job = newest_job(opened)
        assert job is not None
        assert job.status == "processing"
        assert list_exports(opened) == []

        with worker(program) as process:
            wait_until(lambda: opened.queue.get(job.id).is_finished, process)

        (row,) = list_exports(opened)
        result = opened.queue.get(job.id).result or {}
        assert result["resultUploadId"] == row.upload.id
        assert (result["encoder"], result["frames"]) == ("libx264", 240)
        assert result["durationSeconds"] == pytest.approx(8)
        master = probe(opened.media_store.fetch(row.upload.s3_key))
        assert master.video is not None
        assert master.video.frame_count == 240
        assert master.size_bytes == row.upload.size_bytes
        assert_taken_up_once(opened, job.id)
        assert_nothing_is_half_done(program)

    def test_a_killed_worker_s_export_is_completed_by_the_next_command(
        self, program: Any, opened: Studio, slow_project: int, tmp_path: Path
    ) -> None:
        job_id = start_export(opened, slow_project)
        process = program.start("worker", stdin=subprocess.PIPE)
        kill_in_the_middle(process, lambda: opened.queue.get(job_id))

        other = make_project(opened, tmp_path / "quick.mp4", frames=5, size=(64, 36))
        exported = program.json("export", other)

        assert opened.queue.get(job_id).status == "completed"
        assert sorted(row.upload.name for row in list_exports(opened)) == ["quick", "slow"]
        assert exported["project_id"] == other
        assert_taken_up_once(opened, job_id)
        assert_nothing_is_half_done(program)


class TestProduction:
    def test_a_transcode_killed_in_the_middle_is_made_again_by_the_same_job(
        self, program: Any, opened: Studio, tmp_path: Path
    ) -> None:
        footage = stamped_video(tmp_path / "a.mp4", frames=150, rate=30, size=(1280, 720))
        production_id = start_send(opened, import_media(opened, [footage])[0].id)
        process = program.start("worker", stdin=subprocess.PIPE)
        kill_in_the_middle(process, lambda: transcode_of(opened))
        job = transcode_of(opened)
        assert job is not None

        with worker(program) as process:
            finished = opened.queue.find(PRODUCTION_JOB, {"productionId": production_id})
            assert finished is not None
            wait_until(lambda: opened.queue.get(finished.id).is_finished, process)

        (row,) = list_productions(opened)
        assert (row.production.id, row.production.status) == (production_id, "completed")
        assert row.production.mediaconvert_job_id == str(job.id)
        assert [each.id for each in opened.queue.list(types=[LOCAL_TRANSCODE])] == [job.id]
        assert len(outputs_of(opened, row.production).renditions) == 3
        assert_taken_up_once(opened, job.id)
        assert_nothing_is_half_done(program)


def newest_job(studio: Studio) -> JobView | None:
    return next(iter(studio.queue.list(limit=1)), None)


def transcode_of(studio: Studio) -> JobView | None:
    return next(iter(studio.queue.list(types=[LOCAL_TRANSCODE])), None)
