"""The error of this package."""

from timeline_studio.errors import StudioError


class RenderError(StudioError):
    """A picture, a sound or an export that cannot be made."""
