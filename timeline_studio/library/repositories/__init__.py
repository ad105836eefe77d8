"""Repositories: rows by user, so that callers need not think of it."""

from timeline_studio.library.repositories.feeds import FeedEntry, Feeds
from timeline_studio.library.repositories.job_inputs import ANYWHERE, JobScope
from timeline_studio.library.repositories.jobs import DISMISSED, PAUSED_UNTIL, Jobs
from timeline_studio.library.repositories.media_bin import MediaBin, Shelf
from timeline_studio.library.repositories.productions import Productions
from timeline_studio.library.repositories.projects import Projects
from timeline_studio.library.repositories.publications import Publications
from timeline_studio.library.repositories.spaces import Spaces
from timeline_studio.library.repositories.uploads import Uploads
from timeline_studio.library.repositories.versions import VersionRow, Versions

__all__ = [
    "ANYWHERE",
    "DISMISSED",
    "PAUSED_UNTIL",
    "FeedEntry",
    "Feeds",
    "JobScope",
    "Jobs",
    "MediaBin",
    "Productions",
    "Projects",
    "Publications",
    "Shelf",
    "Spaces",
    "Uploads",
    "VersionRow",
    "Versions",
]
