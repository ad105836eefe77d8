"""The queue's rows: claimed by one worker at a time, kept by heartbeats, taken over."""

from datetime import timedelta
from typing import Any

import pytest

from timeline_studio.library import Library, MediaJob, NotFound

LEASE = timedelta(seconds=30)


class Queue:
    """One transaction a step, as a worker takes them."""

    def __init__(self, library: Library, user_id: int = 1) -> None:
        self._library = library
        self._user_id = user_id

    def __getattr__(self, name: str) -> Any:
        def step(*values: Any, **named: Any) -> Any:
            with self._library.unit_of_work(self._user_id) as work:
                return getattr(work.jobs, name)(*values, **named)

        return step

    def take(self, worker: str = "w", *types: str) -> MediaJob | None:
        found: MediaJob | None = self.claim(types or ("t",), worker, LEASE)
        return found


@pytest.fixture
def queue(library: Library) -> Queue:
    return Queue(library)


def test_a_new_job_waits_with_all_its_attempts(queue: Queue) -> None:
    job = queue.add("t", {"a": [1, None, "é"]}, max_attempts=5)

    kept = queue.get(job.id)
    assert (kept.status, kept.attempts, kept.max_attempts) == ("pending", 0, 5)
    assert kept.input_json["a"] == [1, None, "é"]
    assert (kept.progress_pct, kept.result_json, kept.completed_at) == (0, None, None)


def test_another_users_jobs_are_neither_found_nor_taken_up(library: Library, queue: Queue) -> None:
    other = Queue(library, 2)
    job = other.add("t", {"key": "a"})

    assert not queue.has_claimable(["t"], LEASE)
    assert queue.take() is None
    assert queue.list() == []
    assert queue.find("t", {"key": "a"}) is None
    for verb in ("get", "cancel", "pause", "resume", "dismiss", "retry"):
        with pytest.raises(NotFound):
            getattr(queue, verb)(job.id)
    mine = queue.add_once("t", {}, "a token")
    assert other.add_once("t", {}, "a token").id != mine.id
    assert other.take().id == job.id


def test_a_job_that_says_nothing_of_a_user_is_taken_up(library: Library, queue: Queue) -> None:
    """As the program queued transcodes before it knew of accounts."""
    job = queue.add("t", {})
    with library.unit_of_work(1) as work:
        old = work.jobs.get(job.id)
        old.input_json = {key: old.input_json[key] for key in old.input_json if key != "userId"}

    assert queue.take().id == job.id


def test_a_claimed_job_is_held_and_its_attempt_is_open(queue: Queue) -> None:
    job = queue.add("t", {})

    claimed = queue.take()

    assert claimed is not None
    assert (claimed.id, claimed.status, claimed.locked_by) == (job.id, "processing", "w")
    assert claimed.attempts == 1
    (attempt,) = queue.attempts(job.id)
    assert (attempt.attempt_no, attempt.worker_id, attempt.finished_at) == (1, "w", None)
    assert queue.take("other") is None


def test_higher_priorities_come_first_then_the_oldest(queue: Queue) -> None:
    plain, late, urgent = queue.add("t", {}), queue.add("t", {}), queue.add("t", {}, priority=5)

    taken = [queue.take(), queue.take(), queue.take()]

    assert [job and job.id for job in taken] == [urgent.id, plain.id, late.id]


def test_a_worker_takes_only_what_it_can_do(queue: Queue) -> None:
    queue.add("export", {})

    assert queue.take("w", "thumbnail") is None
    assert not queue.has_claimable(["thumbnail"], LEASE)
    assert queue.has_claimable(["thumbnail", "export"], LEASE)
    assert queue.take("w", "thumbnail", "export") is not None


def test_a_finished_job_has_its_result_and_its_attempt_is_closed(queue: Queue, clock: Any) -> None:
    job = queue.add("t", {})
    queue.take()
    clock.advance(1.5)

    assert queue.complete(job.id, "w", {"resultUploadId": 7})

    done = queue.get(job.id)
    assert (done.status, done.progress_pct, done.locked_by) == ("completed", 100, None)
    assert done.result_json == {"resultUploadId": 7}
    assert done.completed_at is not None
    (attempt,) = queue.attempts(job.id)
    assert attempt.finished_at is not None
    assert 1_500 <= attempt.duration_ms < 1_600
    assert (attempt.error_class, attempt.exit_code) == (None, None)


def test_a_heartbeat_renews_the_lease_and_writes_only_what_it_knows(
    queue: Queue, clock: Any
) -> None:
    job = queue.add("t", {})
    queue.take()

    assert queue.heartbeat(job.id, "w", pct=40, stage="render", message="x" * 300)
    clock.advance(29)
    assert queue.heartbeat(job.id, "w")
    clock.advance(29)

    assert queue.take("other") is None
    kept = queue.get(job.id)
    assert (kept.progress_pct, kept.progress_stage) == (40, "render")
    assert kept.progress_message == "x" * 255
    assert kept.progress_updated_at is not None


def test_a_job_whose_lease_ended_is_taken_over(queue: Queue, clock: Any) -> None:
    job = queue.add("t", {})
    queue.take("lost")
    clock.advance(30)

    taken = queue.take("other")

    assert taken is not None
    assert (taken.id, taken.attempts, taken.locked_by) == (job.id, 2, "other")
    first, second = queue.attempts(job.id)
    assert (first.error_class, first.finished_at is not None) == ("LeaseExpired", True)
    assert (second.attempt_no, second.finished_at) == (2, None)


def test_a_worker_that_lost_its_job_can_write_nothing(queue: Queue, clock: Any) -> None:
    job = queue.add("t", {})
    queue.take("lost")
    clock.advance(30)
    queue.take("other")

    assert not queue.is_held(job.id, "lost")
    assert not queue.heartbeat(job.id, "lost", pct=99)
    assert not queue.complete(job.id, "lost", {"wrong": 1})
    assert not queue.fail(job.id, "lost", "Error", "wrong", retry=False)
    assert not queue.release(job.id, "lost")
    assert not queue.end_lease(job.id, "lost")
    kept = queue.get(job.id)
    assert (kept.status, kept.locked_by, kept.progress_pct) == ("processing", "other", 0)


def test_a_lease_that_is_ended_frees_the_job_at_once(queue: Queue) -> None:
    job = queue.add("t", {})
    queue.take("dead")

    assert queue.end_lease(job.id, "dead")

    taken = queue.take("other")
    assert taken is not None
    assert taken.id == job.id


def test_a_job_that_always_kills_its_worker_is_dead_at_last(queue: Queue, clock: Any) -> None:
    job = queue.add("t", {}, max_attempts=2)
    other = queue.add("t", {}, priority=-1)
    for _ in range(2):
        taken = queue.take()
        assert taken is not None
        assert taken.id == job.id
        clock.advance(30)

    taken = queue.take()

    assert taken is not None
    assert taken.id == other.id
    dead = queue.get(job.id)
    assert (dead.status, dead.error_code) == ("dead", "attempts_used_up")
    assert "Stopped 2 times" in (dead.error_message or "")
    assert [one.error_class for one in queue.attempts(job.id)] == ["LeaseExpired"] * 2


def test_a_failure_for_good_is_failed(queue: Queue) -> None:
    job = queue.add("t", {})
    queue.take()

    assert queue.fail(job.id, "w", "MediaError", "a.mp4 is truncated", retry=False)

    kept = queue.get(job.id)
    assert (kept.status, kept.error_code) == ("failed", "MediaError")
    assert kept.error_message == "a.mp4 is truncated"
    assert queue.attempts(job.id)[0].error_class == "MediaError"
    assert queue.take() is None


def test_a_failure_that_may_pass_runs_again_later_and_is_dead_after_its_last_attempt(
    queue: Queue, clock: Any
) -> None:
    job = queue.add("t", {}, max_attempts=2)
    queue.take()
    queue.fail(job.id, "w", "E", "down", retry=True, run_after=clock() + timedelta(seconds=5))

    waiting = queue.get(job.id)
    assert (waiting.status, waiting.error_message) == ("pending", "down")
    assert queue.take() is None
    clock.advance(5)
    assert queue.take() is not None
    queue.fail(job.id, "w", "E", "still down", retry=True)

    dead = queue.get(job.id)
    assert (dead.status, dead.error_message, dead.attempts) == ("dead", "still down", 2)


def test_a_released_job_was_never_attempted(queue: Queue, clock: Any) -> None:
    job = queue.add("t", {}, max_attempts=1)
    for _ in range(3):
        assert queue.take() is not None
        assert queue.release(job.id, "w", run_after=clock() + timedelta(seconds=2))
        assert queue.take() is None
        clock.advance(2)

    kept = queue.get(job.id)
    assert (kept.status, kept.attempts, kept.locked_by) == ("pending", 0, None)
    assert queue.attempts(job.id) == []


@pytest.mark.parametrize("running", [False, True])
def test_a_cancelled_job_is_dead_and_its_worker_is_told(queue: Queue, running: bool) -> None:
    job = queue.add("t", {})
    if running:
        queue.take()

    assert queue.cancel(job.id)

    kept = queue.get(job.id)
    assert (kept.status, kept.error_code) == ("dead", "cancelled")
    assert not queue.heartbeat(job.id, "w")
    assert not queue.complete(job.id, "w", {})
    assert queue.take() is None
    assert [one.error_class for one in queue.attempts(job.id)] == ["JobCancelled"] * running
    assert not queue.cancel(job.id)


def test_what_has_ended_stays_as_it_ended(queue: Queue) -> None:
    job = queue.add("t", {})
    queue.take()
    queue.complete(job.id, "w", {})

    assert not queue.cancel(job.id)
    assert not queue.retry(job.id)
    assert queue.get(job.id).status == "completed"


def test_a_retried_job_starts_anew_and_keeps_its_record(queue: Queue) -> None:
    job = queue.add("t", {"a": 1}, max_attempts=1)
    queue.take()
    queue.heartbeat(job.id, "w", pct=50, stage="render", message="half")
    queue.fail(job.id, "w", "MediaError", "gone", retry=False)

    assert queue.retry(job.id)

    kept = queue.get(job.id)
    assert (kept.status, kept.attempts, kept.progress_pct) == ("pending", 0, 0)
    assert (kept.error_code, kept.error_message, kept.progress_stage) == (None, None, None)
    assert kept.completed_at is None
    assert queue.take() is not None
    assert [one.attempt_no for one in queue.attempts(job.id)] == [1, 2]


def test_jobs_are_listed_newest_first_by_type_and_status(queue: Queue) -> None:
    ids = [queue.add(job_type, {}).id for job_type in ("a", "b", "a", "a")]
    queue.take("w", "a")

    def found(**named: Any) -> list[int]:
        return [job.id for job in queue.list(**named)]

    assert found() == ids[::-1]
    assert found(types=["a"]) == [ids[3], ids[2], ids[0]]
    assert found(types=["a"], statuses=["processing"]) == [ids[0]]
    assert found(limit=2, before_id=ids[3]) == [ids[2], ids[1]]


def test_the_newest_job_with_such_an_input_is_found(queue: Queue) -> None:
    queue.add("t", {"token": "a", "metadata": {"ulid": "X", "n": 1, "last": True}})
    newer = queue.add("t", {"token": "a", "metadata": {"ulid": "X", "n": 2, "last": False}})
    queue.add("other", {"token": "a"})

    def found(**wanted: Any) -> int | None:
        job = queue.find("t", wanted)
        return job.id if job else None

    assert found(token="a") == newer.id
    assert found(metadata={"ulid": "X"}) == newer.id
    assert found(metadata={"n": 1}) == 1
    assert found(metadata={"last": True}) == 1
    assert found(token="a", metadata={"ulid": "Y"}) is None
    assert found(missing="a") is None


def test_a_job_that_is_not_there_is_not_found(queue: Queue) -> None:
    for step in (queue.get, queue.cancel, queue.retry):
        with pytest.raises(NotFound, match="job 5"):
            step(5)
