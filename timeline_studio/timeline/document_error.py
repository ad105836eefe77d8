"""The error of a document, or of an interchange file, that cannot be read or written."""

from timeline_studio.errors import StudioError


class DocumentError(StudioError):
    """What is wrong, where (the file, the track, the item), and what to do."""
