"""What the library refuses."""

from timeline_studio.errors import StudioError


class LibraryError(StudioError):
    """The database cannot be opened, read or written, and what to do."""


class NotFound(LibraryError):  # noqa: N818 - says what happened
    """No such row, or not this user's."""


class StaleRevision(LibraryError):  # noqa: N818 - says what happened
    """A timeline was saved elsewhere since it was opened; nothing was overwritten."""


class Interrupted(LibraryError):  # noqa: N818 - says what happened
    """The server took back the whole transaction, or went away before its end: nothing was
    written, and the same may succeed at once."""


class ConnectionLost(Interrupted):
    """The server went away before the end of a transaction, and so took it back."""


class OutcomeUnknown(LibraryError):  # noqa: N818 - says what happened
    """The connection was lost while the server committed: it did, or it did not."""


class Unreachable(LibraryError):  # noqa: N818 - says what happened
    """There is no connection to the server."""


class UpgradeNeeded(LibraryError):  # noqa: N818 - says what happened
    """A server's tables are not there, or older: they are changed only when that is asked for."""
