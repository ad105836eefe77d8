"""What the transcoder says of its jobs, asked for all of them at once."""

from datetime import datetime, timedelta
from threading import Lock
from time import monotonic

from timeline_studio.productions import Transcoder, TranscodeStatus
from timeline_studio.workflows.studio import Studio

_PATIENCE = 20.0  # a job of five minutes is looked at every 15 s


class StatusPolls:
    """One for each worker: twenty productions that wait cost one question, not twenty.

    An answer is taken again while it is younger than half the shortest wait.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: dict[str, tuple[float, TranscodeStatus]] = {}

    def status(self, studio: Studio, job_id: str) -> TranscodeStatus:
        """Raises TranscodeJobNotFound, and what the transcoder raises."""
        with self._lock:
            oldest = monotonic() - studio.transcoder.poll_seconds[0] / 2
            self._answers = {
                known: answer for known, answer in self._answers.items() if answer[0] >= oldest
            }
            if job_id not in self._answers:
                self._ask(studio, job_id)
            answer = self._answers.pop(job_id, None)
        return answer[1] if answer else studio.transcoder.status(job_id)

    def _ask(self, studio: Studio, job_id: str) -> None:
        with studio.reading() as work:
            waiting = {found.mediaconvert_job_id for found in work.productions.unfinished()}
        wanted = sorted({job_id, *(found for found in waiting if found)})
        if len(wanted) == 1:
            return
        moment = monotonic()
        for found, status in studio.transcoder.statuses(wanted).items():
            self._answers[found] = moment, status


def pause_before_next_look(
    transcoder: Transcoder, started_at: datetime | None, now: datetime
) -> float:
    """Seconds: short at the beginning, longer for a job that takes long."""
    shortest, longest = transcoder.poll_seconds
    age = (now - started_at) if started_at else timedelta()
    return min(longest, max(shortest, age.total_seconds() / _PATIENCE))
