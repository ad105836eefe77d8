"""The database: uploads, timelines, productions and the durable queue."""

from timeline_studio.library.errors import LibraryError, NotFound, StaleRevision
from timeline_studio.library.library import Library
from timeline_studio.library.repositories import Jobs
from timeline_studio.library.tables import (
    MediaJob,
    MediaJobAttempt,
    Production,
    Project,
    Space,
    SpacePublication,
    Upload,
)
from timeline_studio.library.unit_of_work import UnitOfWork

__all__ = [
    "Jobs",
    "Library",
    "LibraryError",
    "MediaJob",
    "MediaJobAttempt",
    "NotFound",
    "Production",
    "Project",
    "Space",
    "SpacePublication",
    "StaleRevision",
    "UnitOfWork",
    "Upload",
]
