"""A timeline as it is rendered: nested timelines as what they stand for."""

from timeline_studio.render.sources import Resolve
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.model import MediaReference, Timeline
from timeline_studio.timeline.nested import flattened


def flat(timeline: Timeline, resolve: Resolve) -> Timeline:
    """The same timeline where nothing is nested in it; `resolve` gives the document of what is.

    Raises NestingError, DocumentError, or what `resolve` raises.
    """

    def find(media: MediaReference) -> Timeline:
        return from_json(resolve(media).read_bytes())

    return flattened(timeline, find)
