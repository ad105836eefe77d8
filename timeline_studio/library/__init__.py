"""The database: uploads, timelines, productions and the durable queue."""

from timeline_studio.library.addresses import with_password
from timeline_studio.library.errors import (
    Interrupted,
    LibraryError,
    NotFound,
    OutcomeUnknown,
    StaleRevision,
    Unreachable,
    UpgradeNeeded,
)
from timeline_studio.library.library import Library
from timeline_studio.library.repositories import (
    ANYWHERE,
    DISMISSED,
    PAUSED_UNTIL,
    FeedEntry,
    Jobs,
    Shelf,
    VersionRow,
)
from timeline_studio.library.tables import (
    MediaFolder,
    MediaJob,
    MediaJobAttempt,
    MediaPlace,
    Production,
    Project,
    Space,
    SpacePublication,
    Upload,
    Visibility,
)
from timeline_studio.library.unit_of_work import UnitOfWork

__all__ = [
    "ANYWHERE",
    "DISMISSED",
    "PAUSED_UNTIL",
    "FeedEntry",
    "Interrupted",
    "Jobs",
    "Library",
    "LibraryError",
    "MediaFolder",
    "MediaJob",
    "MediaJobAttempt",
    "MediaPlace",
    "NotFound",
    "OutcomeUnknown",
    "Production",
    "Project",
    "Shelf",
    "Space",
    "SpacePublication",
    "StaleRevision",
    "UnitOfWork",
    "Unreachable",
    "UpgradeNeeded",
    "Upload",
    "VersionRow",
    "Visibility",
    "with_password",
]
