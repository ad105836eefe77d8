"""Two computers on one account, one MariaDB and one S3: each has a home of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from fault_tasks import make_timeline
from faults import Computer, Forks
from mediaconvert_server import MediaConvertServer
from rows_and_objects import Differences, differences
from timeline_studio.app.composition import open_studio
from timeline_studio.jobs import JobView
from timeline_studio.library import MediaJobAttempt, StaleRevision
from timeline_studio.settings import Account, Home, SystemSecrets
from timeline_studio.timeline import edits
from timeline_studio.workflows import Studio
from timeline_studio.workflows.deletions import delete_production, delete_upload
from timeline_studio.workflows.exports import EXPORT_JOB, list_exports, start_export
from timeline_studio.workflows.media import (
    download_media,
    import_media,
    is_media_here,
    list_sources,
    reference_to,
)
from timeline_studio.workflows.projects import create_project, open_project, save_timeline
from timeline_studio.workflows.sends import (
    cancel_production,
    list_productions,
    send_timeline,
    start_send,
)
from timeline_studio.workflows.transfers import UPLOAD_JOB

HERE = Path(__file__)
LEASE_SECONDS = 1.5
WORK = "import sys; from pathlib import Path; from fault_tasks import serve; "
WORK += "serve(Path(sys.argv[1]), float(sys.argv[2]))"


@dataclass(frozen=True)
class Desk:
    """A computer, and its library as a window there has it open."""

    computer: Computer
    studio: Studio


@pytest.fixture
def desks(
    tmp_path: Path,
    cloud_account: Account,
    secrets: SystemSecrets,
    set_up: Callable[[Path], Computer],
) -> Iterator[tuple[Desk, Desk]]:
    computers = [set_up(tmp_path / name) for name in ("first", "second")]
    studios = [open_studio(Home(each.home), cloud_account, secrets=secrets) for each in computers]
    first, second = (Desk(*pair) for pair in zip(computers, studios, strict=True))
    yield first, second
    for studio in studios:
        studio.library.close()


@contextmanager
def working(desk: Desk) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker process of that computer; killed at the end where it does not end by itself."""
    environment = {
        **os.environ,
        **desk.computer.environment,
        "PYTHONPATH": os.pathsep.join([str(HERE.parents[2]), *sys.path]),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(desk.computer.home), str(LEASE_SECONDS)],
        stdin=subprocess.PIPE,
        env=environment,
    ) as process:
        try:
            yield process
            if process.poll() is None:
                process.communicate(timeout=30)
        finally:
            process.kill()


def eventually(holds: Callable[[], bool], seconds: float = 60) -> None:
    deadline = monotonic() + seconds
    while not holds():
        assert monotonic() < deadline, "it never came to that"
        sleep(0.02)  # another process works: there is nothing to wait on


def live(studio: Studio) -> list[JobView]:
    return studio.queue.list(statuses=["pending", "processing"])


def attempts_of(studio: Studio) -> dict[int, Sequence[MediaJobAttempt]]:
    with studio.reading() as work:
        return {job.id: work.jobs.attempts(job.id) for job in work.jobs.list()}


def held_by(studio: Studio, process: "subprocess.Popen[bytes]") -> set[int]:
    """The jobs that the process runs now."""
    with studio.reading() as work:
        running = work.jobs.list(statuses=["processing"])
    return {job.id for job in running if f":{process.pid}:" in (job.locked_by or "")}


def kill_in_the_middle(
    studio: Studio, process: "subprocess.Popen[bytes]", job_type: str
) -> set[int]:
    """While it runs a job of that type; the jobs that it held."""
    while True:
        eventually(lambda: bool(held_by(studio, process)))
        process.send_signal(signal.SIGSTOP)
        held = held_by(studio, process)
        if job_type in {studio.queue.get(job_id).type for job_id in held}:
            process.kill()
            process.wait()
            return held
        process.send_signal(signal.SIGCONT)


def test_two_workers_share_all_kinds_of_jobs_and_none_runs_twice(
    desks: tuple[Desk, Desk], forks: Forks, footage: Path, mediaconvert: MediaConvertServer
) -> None:
    first, second = desks
    sources = import_media(first.studio, [footage] * 4)
    forks.finish(first.computer.task("drain"))
    timeline, long = (make_timeline(first.studio, sources[0].id, times=times) for times in (1, 30))
    doomed = [start_send(first.studio, sources[1].id) for _ in range(2)]
    forks.finish(second.computer.task("drain"))
    before = attempts_of(first.studio)

    import_media(first.studio, [footage] * 3)
    import_media(second.studio, [footage] * 3)
    for number in range(4):
        desk = desks[number % 2]
        project = create_project(desk.studio, f"Film {number}", long)
        start_export(desk.studio, project.id)
        send_timeline(desk.studio, create_project(desk.studio, f"Sent {number}", timeline).id)
    for desk in desks:
        start_send(desk.studio, sources[2].id)
        delete_production(desk.studio, doomed.pop())
    cancel_production(first.studio, start_send(first.studio, sources[2].id))
    delete_upload(second.studio, sources[3].id)
    assert len(live(first.studio)) >= 20

    with working(second):
        with working(first) as dying:
            held = kill_in_the_middle(first.studio, dying, EXPORT_JOB)
        eventually(lambda: not live_but(first, UPLOAD_JOB))
        with working(first):
            eventually(lambda: not live(first.studio))

    for studio in (first.studio, second.studio):
        assert differences(studio) == Differences()
    productions = [row.production for row in list_productions(first.studio)]
    assert [each.status for each in productions].count("completed") == 6
    assert len(list_exports(first.studio)) == 8
    ulids = [job["UserMetadata"]["production_ulid"] for job in mediaconvert.jobs.values()]
    assert len(set(ulids)) == len(ulids)
    for job_id, attempts in attempts_of(first.studio).items():
        if job_id not in before:
            ends = [attempt.error_class for attempt in attempts]
            assert ends in ([], [None], ["LeaseExpired", None]), job_id
            assert len(ends) < 2 or job_id in held


def live_but(desk: Desk, job_type: str) -> list[JobView]:
    return [job for job in live(desk.studio) if job.type != job_type]


def test_footage_of_one_computer_is_waited_for_and_fetched_by_the_other(
    desks: tuple[Desk, Desk], forks: Forks, footage: Path
) -> None:
    first, second = desks
    (upload,) = import_media(first.studio, [footage])
    timeline = make_timeline(first.studio, upload.id)
    project = create_project(first.studio, "Beach", timeline)
    assert not is_media_here(second.studio, reference_to(upload))
    sent = send_timeline(second.studio, project.id)

    with working(second):
        eventually(lambda: "still on its way" in second.studio.queue.get(sent.job_id).message)
        waiting = second.studio.queue.get(sent.job_id)
        assert waiting.message == (
            "“beach.mp4” is still on its way from the computer that imported it. Start the "
            "program there, and let it finish."
        )
        assert waiting.attempts == 0 or waiting.status == "processing"
        forks.finish(first.computer.task("drain"))

    (row,) = list_productions(second.studio)
    assert row.production.status == "completed"
    fetched = download_media(second.studio, reference_to(upload))
    assert fetched.is_relative_to(second.studio.home.cache)
    assert fetched.read_bytes() == footage.read_bytes()
    assert is_media_here(second.studio, reference_to(upload))
    assert differences(second.studio) == Differences()


def test_a_stale_save_is_refused_and_nothing_is_overwritten(
    desks: tuple[Desk, Desk], footage: Path
) -> None:
    first, second = (desk.studio for desk in desks)
    (upload,) = import_media(first, [footage])
    timeline = make_timeline(first, upload.id)
    project = create_project(first, "Beach", timeline)
    here, there = (open_project(studio, project.id) for studio in (first, second))
    saved = edits.add_track(here.timeline, "video", name="Ours")
    save_timeline(first, project.id, saved, here.revision)

    with pytest.raises(StaleRevision, match=r"“Beach” was changed .* on another computer"):
        save_timeline(second, project.id, there.timeline, there.revision)

    assert open_project(second, project.id).timeline == saved
    assert [source.id for source in list_sources(second)] == [upload.id]
