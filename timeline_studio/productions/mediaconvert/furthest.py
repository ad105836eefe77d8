"""Keeps what is told of jobs from going backwards: AWS's answers may be older than the last."""

import threading
from collections import OrderedDict

from timeline_studio.productions.transcoder import TranscodeStatus

_ORDER = {"SUBMITTED": 0, "PROGRESSING": 1, "COMPLETE": 2, "CANCELED": 2, "ERROR": 2}
_REMEMBERED = 10_000


class Furthest:
    """The furthest status seen of each job, for as many jobs as are polled at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: OrderedDict[str, TranscodeStatus] = OrderedDict()

    def of(self, job_id: str, answer: TranscodeStatus) -> TranscodeStatus:
        """`answer`, or what was seen before where that is further on."""
        with self._lock:
            seen = self._seen.pop(job_id, answer)
            furthest = seen if _is_behind(answer, seen) else answer
            self._seen[job_id] = furthest
            if len(self._seen) > _REMEMBERED:
                self._seen.popitem(last=False)
            return furthest


def _is_behind(answer: TranscodeStatus, seen: TranscodeStatus) -> bool:
    if seen.is_final:
        return True
    if _ORDER[answer.state] != _ORDER[seen.state]:
        return _ORDER[answer.state] < _ORDER[seen.state]
    # one without a percentage is behind one that has had it, and would make a bar jump
    return not answer.is_final and (answer.percent or 0) < (seen.percent or 0)
