"""What the library refuses."""

from timeline_studio.errors import StudioError


class LibraryError(StudioError):
    """The database cannot be opened, read or written, and what to do."""


class NotFound(LibraryError):
    """No such row, or not this user's."""


class StaleRevision(LibraryError):
    """A timeline was saved elsewhere since it was opened; nothing was overwritten."""
