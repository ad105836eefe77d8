"""The tables, with the column names of the web application."""

from timeline_studio.library.tables.columns import REVISION_TABLE, Table
from timeline_studio.library.tables.media_bin import MediaFolder, MediaPlace
from timeline_studio.library.tables.media_jobs import MediaJob, MediaJobAttempt
from timeline_studio.library.tables.productions import Production
from timeline_studio.library.tables.projects import Project
from timeline_studio.library.tables.spaces import Space, SpacePublication, Visibility
from timeline_studio.library.tables.uploads import Upload
from timeline_studio.library.tables.versions import TimelineVersion

__all__ = [
    "REVISION_TABLE",
    "MediaFolder",
    "MediaJob",
    "MediaJobAttempt",
    "MediaPlace",
    "Production",
    "Project",
    "Space",
    "SpacePublication",
    "Table",
    "TimelineVersion",
    "Upload",
    "Visibility",
]
