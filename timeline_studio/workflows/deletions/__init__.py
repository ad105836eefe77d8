"""Deleting for good: objects and rows, in an order that a crash cannot break.

::

    delete_…       taken off the lists, unpublished, and a job: one transaction
    run_deletion   transcodes stopped -> objects -> rows

Until the rows go they say where the objects lie, so that a second run finishes what a first one
began; what is gone already is skipped.
"""

from timeline_studio.workflows.deletions.consequences import Consequences, consequences_of
from timeline_studio.workflows.deletions.removing import run_deletion
from timeline_studio.workflows.deletions.requests import (
    DELETE_JOB,
    HasProductionsError,
    delete_production,
    delete_upload,
)

__all__ = [
    "DELETE_JOB",
    "Consequences",
    "HasProductionsError",
    "consequences_of",
    "delete_production",
    "delete_upload",
    "run_deletion",
]
