"""OpenTimelineIO files in and out.

What OTIO has no word for is kept in `metadata["timeline_studio"]`, so that our own timelines
come back unchanged; what we have no word for is kept under `KEPT` in the metadata of the
timeline's values, so that the files of others keep it when they are written again.
"""

from timeline_studio.timeline.otio.reading import read_otio
from timeline_studio.timeline.otio.writing import write_otio

__all__ = ["read_otio", "write_otio"]
