"""What a creator can do, one function each; collaborators come in as a `Studio`."""

from timeline_studio.workflows.studio import Studio

__all__ = ["Studio"]
