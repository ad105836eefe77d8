"""Jobs as the program sees them."""

import pytest

from timeline_studio.jobs import JobQueue
from timeline_studio.library import NotFound


def test_a_new_job_is_pending(queue: JobQueue) -> None:
    job = queue.get(queue.add("export", {"projectId": 5}))

    assert (job.type, job.status, job.percent, job.attempts) == ("export", "pending", 0, 0)
    assert (job.stage, job.message, job.result, job.error) == ("", "", None, None)
    assert job.input.items() >= {"projectId": 5, "userId": 1}.items()
    assert not job.is_finished


def test_one_token_gives_one_job_of_a_type(queue: JobQueue) -> None:
    first = queue.add("transcode", {"a": 1}, token="ulid-1")

    assert queue.add("transcode", {"a": 2}, token="ulid-1") == first
    assert queue.add("transcode", {"a": 1}, token="ulid-2") != first
    assert queue.add("export", {"a": 1}, token="ulid-1") != first
    assert queue.get(first).input.items() >= {"a": 1, "token": "ulid-1", "userId": 1}.items()


def test_a_job_is_found_by_its_token_or_its_input(queue: JobQueue) -> None:
    first = queue.add("transcode", {"metadata": {"production_ulid": "X"}}, token="a")

    by_token = queue.find("transcode", {"token": "a"})
    by_input = queue.find("transcode", {"metadata": {"production_ulid": "X"}})
    assert by_token is not None
    assert by_input == by_token
    assert by_token.id == first
    assert queue.find("transcode", {"token": "b"}) is None


def test_jobs_are_listed_newest_first(queue: JobQueue) -> None:
    ids = [queue.add(job_type, {}) for job_type in ("a", "b", "a")]

    assert [job.id for job in queue.list()] == ids[::-1]
    assert [job.id for job in queue.list(types=["a"], limit=1)] == [ids[2]]
    assert queue.list(statuses=["processing"]) == []


def test_a_cancelled_job_says_so_and_can_be_retried(queue: JobQueue) -> None:
    job_id = queue.add("export", {})

    queue.cancel(job_id)
    job = queue.get(job_id)
    assert (job.status, job.is_cancelled, job.is_finished) == ("dead", True, True)
    assert job.error == "Cancelled."
    queue.cancel(job_id)

    assert queue.retry(job_id)
    assert queue.get(job_id).status == "pending"
    assert not queue.retry(job_id)


def test_a_job_that_is_not_there_is_not_found(queue: JobQueue) -> None:
    with pytest.raises(NotFound, match="job 9"):
        queue.get(9)
