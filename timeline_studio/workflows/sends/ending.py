"""The end of a cancellation, here and now: a command would else leave it to the next start."""

import threading
import time
from functools import partial
from typing import Literal, TypeAlias

from timeline_studio.jobs import JobView, Worker
from timeline_studio.productions import ProductionError
from timeline_studio.workflows.patience import OFFLINE
from timeline_studio.workflows.sends.cancelling import CANCEL_JOB, CANCELLING, run_cancellation
from timeline_studio.workflows.studio import Studio

CANCEL_SECONDS = 8.0  # a transcoder far away is asked a second time after five
_LOOK_SECONDS = 0.05

Ended: TypeAlias = Literal["gone", "told", "queued"]


def finish_cancellation(
    studio: Studio, production_id: int, *, seconds: float = CANCEL_SECONDS
) -> Ended:
    """Serve this computer's queue for cancellations only, for `seconds` at most, until that of
    this production has ended: its transcode and its outputs are `gone`. Otherwise the transcoder
    was `told`, or the job is still `queued`; both go on at the next start, or wherever the queue
    is served.

    Raises NotFound, and ProductionError where the transcoder refuses, which no other start would
    change.
    The thread that may hang in a request is left behind by whoever ends the process: its job is
    then taken up like any other of a process that died.
    """

    with studio.reading() as work:
        work.productions.get(production_id)

    def look() -> JobView | None:
        return studio.queue.find(CANCEL_JOB, {"productionId": production_id})

    worker = Worker(studio.library, studio.user_id, {CANCEL_JOB: partial(run_cancellation, studio)})
    deadline = time.monotonic() + seconds
    thread = threading.Thread(target=worker.run, args=(lambda: False,), daemon=True)
    thread.start()
    try:
        job = look()
        while not _is_over(job) and time.monotonic() < deadline:
            thread.join(_LOOK_SECONDS)
            job = look()
    finally:
        worker.stop()
    thread.join(max(0.0, deadline - time.monotonic()))
    return _ended(job)


def _is_over(job: JobView | None) -> bool:
    """Nobody answers: it is no use to go on asking."""
    return job is None or job.is_finished or job.stage == OFFLINE


def _ended(job: JobView | None) -> Ended:
    if job is None or job.status == "completed":
        return "gone"
    if job.is_finished:
        raise ProductionError(f"The transcode was not stopped: {job.error}")
    return "told" if job.stage == CANCELLING else "queued"
