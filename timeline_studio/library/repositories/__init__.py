"""Repositories: rows by user, so that callers need not think of it."""

from timeline_studio.library.repositories.jobs import Jobs
from timeline_studio.library.repositories.productions import Productions
from timeline_studio.library.repositories.projects import Projects
from timeline_studio.library.repositories.spaces import Publications, Spaces
from timeline_studio.library.repositories.uploads import Uploads

__all__ = ["Jobs", "Productions", "Projects", "Publications", "Spaces", "Uploads"]
