"""What the library refuses."""

from timeline_studio.errors import StudioError


class LibraryError(StudioError):
    """The database cannot be opened, read or written, and what to do."""


class NotFound(LibraryError):  # noqa: N818 - says what happened
    """No such row, or not this user's."""


class StaleRevision(LibraryError):  # noqa: N818 - says what happened
    """A timeline was saved elsewhere since it was opened; nothing was overwritten."""
