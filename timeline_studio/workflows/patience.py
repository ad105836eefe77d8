"""What a job does while something does not answer: it says so, waits, and loses nothing by it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias

from timeline_studio.jobs import JobContext, Later
from timeline_studio.library import Unreachable
from timeline_studio.productions import TranscoderUnreachable
from timeline_studio.storage import StorageUnreachable
from timeline_studio.workflows.studio import Studio

OFFLINE = "Offline, waits"
OFFLINE_SECONDS = 5.0

_More = ParamSpec("_More")
Run: TypeAlias = Callable[Concatenate[Studio, JobContext, _More], dict[str, Any]]


def waiting_offline(run: Run[_More]) -> Run[_More]:
    """A handler that is put back while the network, a store, the transcoder or the library is out
    of reach. That is no failed attempt, however long it lasts."""

    @wraps(run)
    def patiently(
        studio: Studio, job: JobContext, /, *more: _More.args, **named: _More.kwargs
    ) -> dict[str, Any]:
        try:
            return run(studio, job, *more, **named)
        except (StorageUnreachable, TranscoderUnreachable, Unreachable) as error:
            job.waits(OFFLINE, str(error))
            raise Later(OFFLINE_SECONDS) from error

    return patiently
