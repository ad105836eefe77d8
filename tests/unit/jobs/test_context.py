"""What a handler reports, and how it learns that it is to stop."""

import pytest

from timeline_studio.errors import StudioError
from timeline_studio.jobs import JobCancelled, JobContext
from timeline_studio.jobs.context import Progress


@pytest.fixture
def context() -> JobContext:
    return JobContext(7, {"a": 1}, 2)


def test_a_handler_knows_its_job(context: JobContext) -> None:
    assert (context.job_id, context.input, context.attempt) == (7, {"a": 1}, 2)


def test_only_the_last_progress_counts_and_it_is_taken_once(context: JobContext) -> None:
    context.progress(0.1, "render")
    context.progress(0.299, "render", "frame 9")

    assert context.take_progress() == Progress(29, "render", "frame 9")
    assert context.take_progress() is None


@pytest.mark.parametrize(("fraction", "percent"), [(-1, 0), (0, 0), (1, 100), (1.5, 100)])
def test_progress_stays_within_a_hundred(
    context: JobContext, fraction: float, percent: int
) -> None:
    context.progress(fraction, "render")

    taken = context.take_progress()
    assert taken is not None
    assert taken.percent == percent


def test_a_stopped_handler_is_told_at_its_next_progress(context: JobContext) -> None:
    assert not context.is_cancelled()
    context.stop()

    assert context.is_cancelled()
    with pytest.raises(JobCancelled, match="Job 7"):
        context.progress(0.5, "render")
    assert issubclass(JobCancelled, StudioError)
