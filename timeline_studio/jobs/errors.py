"""What a job says to its worker, and what is said of a job."""

from timeline_studio.errors import StudioError


class JobError(StudioError):
    """A job that failed, or that cannot be taken."""


class JobCancelled(JobError):  # noqa: N818 - says what happened
    """The job is not to go on: cancelled, taken over, or its worker is stopping."""


class TransientError(JobError):
    """It may well work later: a network that is down, a server that is busy."""


class Later(Exception):  # noqa: N818 - says what happened
    """Raised by a handler that has to wait for something: run this job again in `seconds`.

    It counts as no attempt.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"again in {seconds} s")
        self.seconds = seconds
