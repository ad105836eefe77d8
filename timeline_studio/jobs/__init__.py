"""The durable queue and its workers. They know no task: handlers come from outside."""

from timeline_studio.jobs.context import JobContext
from timeline_studio.jobs.errors import JobCancelled, JobError, Later, TransientError
from timeline_studio.jobs.identity import is_known_dead, new_worker_id
from timeline_studio.jobs.lanes import run_lanes
from timeline_studio.jobs.queue import JobQueue
from timeline_studio.jobs.view import JobView
from timeline_studio.jobs.worker import Handler, Worker, may_pass

__all__ = [
    "Handler",
    "JobCancelled",
    "JobContext",
    "JobError",
    "JobQueue",
    "JobView",
    "Later",
    "TransientError",
    "Worker",
    "is_known_dead",
    "may_pass",
    "new_worker_id",
    "run_lanes",
]
