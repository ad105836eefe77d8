"""The error of an edit that the timeline does not allow."""

from timeline_studio.errors import StudioError


class EditError(StudioError):
    """The edit cannot be made; the timeline is as it was."""
