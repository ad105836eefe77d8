"""What is wrong with a profile, a setting or an HLS output."""

from timeline_studio.errors import StudioError


class ProductionError(StudioError):
    """A profile, a job setting or an HLS output that cannot be used, by its name."""
