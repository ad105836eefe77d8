"""Real worker processes: killed in the middle of a job, and racing for one queue."""

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from timeline_studio.jobs import JobContext, JobQueue, Worker
from timeline_studio.library import Library

WORK_FOR_EVER = """
import sys, threading
from timeline_studio.jobs import Worker
from timeline_studio.library import Library

def handler(job):
    while True:
        job.progress(0.5, "working")
        threading.Event().wait(0.005)

Worker(Library.open(sys.argv[1]), 1, {"task": handler}, worker_id=(sys.argv[2:] or [None])[0]).run(
    lambda: False)
"""

DRAIN = """
import sys
from timeline_studio.jobs import JobQueue, Worker
from timeline_studio.library import Library

with Library.open(sys.argv[1]) as library:
    worker = Worker(library, 1, {"task": lambda job: {"by": sys.argv[2]}}, poll=0.01)
    print("ready", flush=True)
    sys.stdin.readline()
    while worker.run_once():
        pass
"""

POST = """
import sys
from timeline_studio.jobs import JobQueue
from timeline_studio.library import Library

with Library.open(sys.argv[1]) as library:
    queue = JobQueue(library, 1)
    print("ready", flush=True)
    sys.stdin.readline()
    print([queue.add("task", {}, token=f"ulid-{number}") for number in range(50)])
"""

Eventually = Callable[[Callable[[], bool]], None]


def start(script: str, address: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, address, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def race(processes: Sequence[subprocess.Popen[str]]) -> list[str]:
    """Let all begin at the same moment; what each printed."""
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    return [process.communicate()[0] for process in processes]


def finish(job: JobContext) -> dict[str, Any]:
    return {"attempt": job.attempt}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="death is known from /proc")
def test_the_job_of_a_killed_worker_is_taken_up_at_once_by_the_next(
    library: Library, address: str, queue: JobQueue, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    with start(WORK_FOR_EVER, address) as doomed:
        eventually(lambda: queue.get(job_id).stage == "working")
        doomed.send_signal(signal.SIGKILL)
    assert queue.get(job_id).status == "processing"

    begun = monotonic()
    Worker(library, 1, {"task": finish}).run(lambda: queue.get(job_id).is_finished)

    assert monotonic() - begun < 28  # the lease is 30 s
    job = queue.get(job_id)
    assert (job.status, job.result, job.attempts) == ("completed", {"attempt": 2}, 2)
    with library.unit_of_work(1) as work:
        first, second = work.jobs.attempts(job_id)
    assert (first.error_class, first.finished_at is not None) == ("LeaseExpired", True)
    assert (second.error_class, second.finished_at is not None) == (None, True)
    assert first.worker_id != second.worker_id


def test_the_job_of_a_worker_that_cannot_be_looked_at_is_taken_up_when_its_lease_ends(
    library: Library, address: str, queue: JobQueue, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    with start(WORK_FOR_EVER, address, "another-host:1:x:y") as doomed:
        eventually(lambda: queue.get(job_id).stage == "working")
        next_worker = Worker(library, 1, {"task": finish}, lease=timedelta(seconds=1))
        assert not next_worker.take_over_dead()
        assert not next_worker.run_once()
        doomed.send_signal(signal.SIGKILL)

    eventually(next_worker.run_once)

    assert queue.get(job_id).result == {"attempt": 2}


def test_a_worker_that_lives_keeps_its_job(
    library: Library, address: str, queue: JobQueue, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    with start(WORK_FOR_EVER, address) as living:
        eventually(lambda: queue.get(job_id).stage == "working")
        next_worker = Worker(library, 1, {"task": finish})
        assert not next_worker.take_over_dead()
        assert not next_worker.run_once()
        living.kill()

    assert queue.get(job_id).attempts == 1


def test_two_processes_share_200_jobs_and_none_runs_twice(
    library: Library, address: str, queue: JobQueue
) -> None:
    with library.unit_of_work(1) as work:
        for number in range(200):
            work.jobs.add("task", {"number": number})
    drains = [start(DRAIN, address, name) for name in ("one", "two")]
    race(drains)

    jobs = queue.list()
    done_by = Counter((job.result or {})["by"] for job in jobs)
    assert [drain.returncode for drain in drains] == [0, 0]
    assert sum(done_by.values()) == 200
    assert min(done_by["one"], done_by["two"]) > 0
    assert {(job.status, job.attempts) for job in jobs} == {("completed", 1)}
    with library.unit_of_work(1) as work:
        assert all(len(work.jobs.attempts(job.id)) == 1 for job in jobs)


def test_two_processes_that_add_with_one_token_get_one_job(address: str, queue: JobQueue) -> None:
    posts = [start(POST, address) for _ in range(3)]

    answers = race(posts)

    assert [post.returncode for post in posts] == [0, 0, 0]
    assert len(set(answers)) == 1
    assert len(queue.list()) == 50
