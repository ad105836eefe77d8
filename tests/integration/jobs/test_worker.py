"""A worker runs jobs, keeps their leases, and writes how they ended."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from timeline_studio.errors import StudioError
from timeline_studio.jobs import (
    Handler,
    JobCancelled,
    JobContext,
    JobQueue,
    Later,
    TransientError,
    Worker,
    run_lanes,
)
from timeline_studio.jobs.worker import growing_delay
from timeline_studio.library import (
    Library,
    LibraryError,
    MediaJobAttempt,
    NotFound,
    StaleRevision,
)

Eventually = Callable[[Callable[[], bool]], None]


def worker_for(library: Library, handler: Handler, **options: Any) -> Worker:
    standard: dict[str, Any] = {"retry_delay": lambda _attempt: timedelta(), "poll": 0.01}
    return Worker(library, 1, {"task": handler}, **(standard | options))


def attempts_of(library: Library, job_id: int) -> list[MediaJobAttempt]:
    with library.unit_of_work(1, read_only=True) as work:
        return list(work.jobs.attempts(job_id))


def until_stopped(context: JobContext) -> dict[str, Any]:
    """A handler that goes on until its progress raises."""
    pause = threading.Event()
    while True:
        context.progress(0.5, "working")
        pause.wait(0.005)


def test_a_worker_runs_what_is_there_and_then_has_nothing_to_do(
    library: Library, queue: JobQueue
) -> None:
    job_id = queue.add("task", {"a": 1})
    worker = worker_for(library, lambda job: {"got": job.input["a"], "attempt": job.attempt})

    assert worker.run_once()
    assert not worker.run_once()

    job = queue.get(job_id)
    assert (job.status, job.percent) == ("completed", 100)
    assert job.result == {"got": 1, "attempt": 1}
    (attempt,) = attempts_of(library, job_id)
    assert attempt.worker_id == worker.worker_id
    assert attempt.finished_at is not None
    assert attempt.duration_ms is not None
    assert attempt.error_class is None


def test_the_last_stage_of_a_quick_job_is_written(library: Library, queue: JobQueue) -> None:
    job_id = queue.add("task", {})

    def handler(job: JobContext) -> dict[str, Any]:
        job.progress(0.9, "verify", "almost")
        return {}

    worker_for(library, handler).run_once()

    job = queue.get(job_id)
    assert (job.percent, job.stage, job.message) == (100, "verify", "almost")


def test_progress_is_seen_while_the_job_runs(
    library: Library, queue: JobQueue, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    go_on = threading.Event()

    def handler(job: JobContext) -> dict[str, Any]:
        job.progress(0.42, "render", "frame 10")
        go_on.wait(20)
        return {}

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(worker_for(library, handler).run_once)
        eventually(lambda: queue.get(job_id).percent == 42)
        job = queue.get(job_id)
        go_on.set()
        assert running.result()

    assert (job.status, job.stage, job.message) == ("processing", "render", "frame 10")


def test_progress_for_every_frame_costs_few_writes(
    library: Library, queue: JobQueue, eventually: Eventually
) -> None:
    queue.add("task", {})
    writes: list[str] = []

    def handler(job: JobContext) -> dict[str, Any]:
        @event.listens_for(library._engine, "before_cursor_execute")
        def count(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            writes.extend([statement] * statement.startswith("UPDATE"))

        for frame in range(20_000):
            job.progress(frame / 20_000, f"stage {frame}")
        eventually(lambda: len(writes) > 0)
        return {"writes": len(writes)}

    worker_for(library, handler).run_once()

    result = queue.list()[0].result
    assert result is not None
    assert result["writes"] <= 3


def test_the_lease_of_a_long_job_is_kept(
    library: Library, queue: JobQueue, eventually: Eventually
) -> None:
    queue.add("task", {})
    lease = timedelta(seconds=0.3)

    def handler(job: JobContext) -> dict[str, Any]:
        with library.unit_of_work(1) as work:
            begun = work.jobs.get(job.job_id).locked_at
            assert begun is not None

        def is_renewed_after_its_end() -> bool:
            with library.unit_of_work(1) as work:
                renewed = work.jobs.get(job.job_id).locked_at
                assert work.jobs.claim(["task"], "thief", lease) is None
            return renewed is not None and renewed - begun > 2 * lease

        eventually(is_renewed_after_its_end)
        assert not job.is_cancelled()
        return {}

    worker_for(library, handler, lease=lease).run_once()

    assert queue.list()[0].status == "completed"


def test_cancelling_stops_a_running_job(
    library: Library, queue: JobQueue, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(worker_for(library, until_stopped).run_once)
        eventually(lambda: queue.get(job_id).stage == "working")

        queue.cancel(job_id)
        assert running.result(timeout=10)

    job = queue.get(job_id)
    assert (job.status, job.is_cancelled, job.error) == ("dead", True, "Cancelled.")
    (attempt,) = attempts_of(library, job_id)
    assert attempt.error_class == "JobCancelled"


def test_a_job_that_was_taken_over_stops_and_writes_nothing(
    library: Library, queue: JobQueue, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    worker = worker_for(library, until_stopped)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(worker.run_once)
        eventually(lambda: queue.get(job_id).stage == "working")
        with library.unit_of_work(1) as work:
            work.jobs.end_lease(job_id, worker.worker_id)
            assert work.jobs.claim(["task"], "other", timedelta(seconds=30)) is not None
        assert running.result(timeout=10)

    with library.unit_of_work(1) as work:
        row = work.jobs.get(job_id)
        assert (row.status, row.locked_by, row.attempts) == ("processing", "other", 2)


def test_a_result_that_comes_after_the_cancel_is_not_written(
    library: Library, queue: JobQueue
) -> None:
    job_id = queue.add("task", {})

    def handler(job: JobContext) -> dict[str, Any]:
        queue.cancel(job.job_id)
        return {"late": True}

    assert worker_for(library, handler).run_once()

    assert queue.get(job_id).result is None
    assert queue.get(job_id).is_cancelled


def test_a_handler_may_cancel_its_own_job(library: Library, queue: JobQueue) -> None:
    job_id = queue.add("task", {})

    def handler(_job: JobContext) -> dict[str, Any]:
        raise JobCancelled

    worker_for(library, handler).run_once()

    assert queue.get(job_id).is_cancelled


def test_an_error_of_the_users_world_fails_the_job_with_its_words(
    library: Library, queue: JobQueue
) -> None:
    job_id = queue.add("task", {})

    class MediaError(StudioError):
        pass

    def handler(_job: JobContext) -> dict[str, Any]:
        raise MediaError("a.mp4 is truncated. Copy it again.")

    worker = worker_for(library, handler)
    assert worker.run_once()
    assert not worker.run_once()

    job = queue.get(job_id)
    assert (job.status, job.error) == ("failed", "a.mp4 is truncated. Copy it again.")
    assert job.error_code == "MediaError"
    assert attempts_of(library, job_id)[0].error_class == "MediaError"


def test_an_error_that_may_pass_is_tried_again(library: Library, queue: JobQueue) -> None:
    job_id = queue.add("task", {})

    def handler(job: JobContext) -> dict[str, Any]:
        if job.attempt < 3:
            raise TransientError("The server is busy.")
        return {"attempt": job.attempt}

    worker = worker_for(library, handler)
    worker.run_once()
    assert (queue.get(job_id).status, queue.get(job_id).error) == ("pending", "The server is busy.")
    worker.run_once()
    worker.run_once()

    job = queue.get(job_id)
    assert (job.status, job.result, job.error) == ("completed", {"attempt": 3}, None)
    classes = [attempt.error_class for attempt in attempts_of(library, job_id)]
    assert classes == ["TransientError", "TransientError", None]


def test_a_library_that_refuses_a_handler_may_answer_the_next_time(
    library: Library, queue: JobQueue
) -> None:
    job_id = queue.add("task", {})

    def handler(job: JobContext) -> dict[str, Any]:
        if job.attempt == 1:
            raise LibraryError("The library is busy.")
        return {}

    worker = worker_for(library, handler)
    worker.run_once()
    job = queue.get(job_id)
    assert (job.status, job.error, job.error_code) == (
        "pending",
        "The library is busy.",
        "LibraryError",
    )

    worker.run_once()
    assert queue.get(job_id).status == "completed"


@pytest.mark.parametrize("refusal", [NotFound, StaleRevision])
def test_a_row_that_is_gone_or_stale_stays_so(
    library: Library, queue: JobQueue, refusal: type[LibraryError]
) -> None:
    job_id = queue.add("task", {})

    def handler(_job: JobContext) -> dict[str, Any]:
        raise refusal("There is no timeline 7.")

    worker_for(library, handler).run_once()

    assert queue.get(job_id).status == "failed"


def test_an_error_that_may_pass_is_not_tried_again_at_once(
    library: Library, queue: JobQueue
) -> None:
    queue.add("task", {})

    def handler(_job: JobContext) -> dict[str, Any]:
        raise TransientError("The server is busy.")

    worker = worker_for(library, handler, retry_delay=growing_delay)

    assert worker.run_once()
    assert not worker.run_once()


def test_delays_grow_and_have_an_end() -> None:
    seconds = [growing_delay(attempt).total_seconds() for attempt in (1, 2, 3, 4, 5, 6)]

    assert seconds == [1, 4, 16, 64, 256, 300]


def test_a_bug_is_logged_and_the_job_is_dead_after_its_attempts(
    library: Library, queue: JobQueue, caplog: pytest.LogCaptureFixture
) -> None:
    job_id = queue.add("task", {})

    def handler(_job: JobContext) -> dict[str, Any]:
        raise ZeroDivisionError("secret detail")

    worker = worker_for(library, handler)
    assert [worker.run_once() for _ in range(4)] == [True, True, True, False]

    job = queue.get(job_id)
    assert (job.status, job.attempts, job.error_code) == ("dead", 3, "ZeroDivisionError")
    assert "see the log" in (job.error or "")
    assert "secret detail" not in (job.error or "")
    assert "Traceback" in caplog.text
    assert "secret detail" in caplog.text


def test_a_job_that_waits_runs_again_later_and_loses_no_attempt(
    library: Library, queue: JobQueue
) -> None:
    job_id = queue.add("task", {})
    answers = iter([Later(0), Later(0), Later(0), Later(0), Later(3_600)])

    def handler(job: JobContext) -> dict[str, Any]:
        job.progress(0.3, "transcode")
        raise next(answers)

    worker = worker_for(library, handler)
    assert [worker.run_once() for _ in range(6)] == [True] * 5 + [False]

    job = queue.get(job_id)
    assert (job.status, job.attempts, job.percent, job.stage) == ("pending", 0, 30, "transcode")
    assert attempts_of(library, job_id) == []


def test_being_told_to_end_puts_the_job_back(library: Library, queue: JobQueue) -> None:
    job_id = queue.add("task", {})

    def handler(_job: JobContext) -> dict[str, Any]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        worker_for(library, handler).run_once()

    assert (queue.get(job_id).status, queue.get(job_id).attempts) == ("pending", 0)


def test_stopping_a_worker_puts_its_running_job_back(
    library: Library, queue: JobQueue, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    worker = worker_for(library, until_stopped)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(worker.run, lambda: False)
        eventually(lambda: queue.get(job_id).stage == "working")
        worker.stop()
        running.result(timeout=10)

    job = queue.get(job_id)
    assert (job.status, job.attempts, job.percent) == ("pending", 0, 50)


def test_a_worker_waits_for_work_until_it_is_enough(library: Library, queue: JobQueue) -> None:
    done: list[int] = []

    def handler(job: JobContext) -> dict[str, Any]:
        done.append(job.job_id)
        if len(done) < 3:
            queue.add("task", {})
        return {}

    queue.add("task", {})
    worker_for(library, handler).run(lambda: len(done) == 3)

    assert {job.status for job in queue.list()} == {"completed"}


def test_a_library_that_does_not_answer_is_asked_again(
    library: Library,
    queue: JobQueue,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    job_id = queue.add("task", {})
    worker = worker_for(library, lambda _job: {})
    claim = worker._claim
    refusals = iter([LibraryError("The library is busy."), LibraryError("The library is busy.")])

    def refuse_twice() -> Any:
        for refusal in refusals:
            raise refusal
        return claim()

    monkeypatch.setattr(worker, "_claim", refuse_twice)
    worker.run(lambda: queue.get(job_id).status == "completed")

    assert [record.message for record in caplog.records] == ["The library is busy."] * 2


def test_a_result_waits_for_a_library_that_does_not_answer(
    library: Library, queue: JobQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = queue.add("task", {})
    open_unit = library.unit_of_work
    answers = iter([LibraryError("The library is busy.")] * 3)

    def refuse_thrice(*values: Any, **named: Any) -> Any:
        for refusal in answers:
            raise refusal
        return open_unit(*values, **named)

    def handler(_job: JobContext) -> dict[str, Any]:
        monkeypatch.setattr(library, "unit_of_work", refuse_thrice)
        return {"done": True}

    worker_for(library, handler).run_once()

    job = queue.get(job_id)
    assert (job.status, job.result, job.attempts) == ("completed", {"done": True}, 1)


def test_a_job_goes_on_while_the_library_does_not_answer_within_the_lease(
    library: Library, queue: JobQueue, monkeypatch: pytest.MonkeyPatch, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    open_unit = library.unit_of_work
    refused: list[str] = []

    def refuse(*_values: Any, **_named: Any) -> Any:
        refused.append("beat")
        raise LibraryError("The library is busy.")

    def handler(job: JobContext) -> dict[str, Any]:
        monkeypatch.setattr(library, "unit_of_work", refuse)
        eventually(lambda: len(refused) >= 2)
        was_stopped = job.is_cancelled()
        monkeypatch.setattr(library, "unit_of_work", open_unit)
        return {"wasStopped": was_stopped}

    worker_for(library, handler).run_once()

    assert queue.get(job_id).result == {"wasStopped": False}


def test_a_job_stops_when_its_lease_could_not_be_renewed_for_too_long(
    library: Library, queue: JobQueue, monkeypatch: pytest.MonkeyPatch, eventually: Eventually
) -> None:
    job_id = queue.add("task", {})
    open_unit = library.unit_of_work

    def refuse(*_values: Any, **_named: Any) -> Any:
        raise LibraryError("The library is busy.")

    def handler(job: JobContext) -> dict[str, Any]:
        monkeypatch.setattr(library, "unit_of_work", refuse)
        eventually(job.is_cancelled)
        monkeypatch.setattr(library, "unit_of_work", open_unit)
        job.progress(1, "never")
        return {}

    worker_for(library, handler, lease=timedelta(seconds=0.2)).run_once()

    assert queue.get(job_id).status == "pending"


def test_lanes_work_side_by_side(library: Library, queue: JobQueue) -> None:
    both = threading.Barrier(2, timeout=20)

    def meet(_job: JobContext) -> dict[str, Any]:
        both.wait()
        return {}

    for _ in range(2):
        queue.add("task", {})
    run_lanes(
        [worker_for(library, meet) for _ in range(2)],
        lambda: all(job.status == "completed" for job in queue.list()),
    )

    assert not both.broken


def test_when_the_lanes_end_their_running_jobs_are_put_back(
    library: Library, queue: JobQueue
) -> None:
    job_id = queue.add("task", {})

    run_lanes(
        [worker_for(library, until_stopped), worker_for(library, until_stopped)],
        lambda: queue.get(job_id).stage == "working",
    )

    assert queue.get(job_id).status == "pending"


def test_a_lane_that_breaks_ends_the_others_and_is_heard(library: Library, queue: JobQueue) -> None:
    queue.add("task", {})

    def breaks(_job: JobContext) -> dict[str, Any]:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        run_lanes([worker_for(library, breaks), Worker(library, 1, {})], lambda: False)


@pytest.fixture(autouse=True)
def _log_everything(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "timeline_studio")
