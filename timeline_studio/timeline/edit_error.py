"""An edit that the timeline does not allow."""

from timeline_studio.errors import StudioError


class EditError(StudioError):
    """Which track or item refuses, and what to do instead."""
