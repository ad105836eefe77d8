"""The local engine: MediaConvert's job settings, run on this computer."""

from timeline_studio.productions.local.engine import transcode

__all__ = ["transcode"]
