"""Match source: what of a film is copied, as the export's options ask for it."""

from timeline_studio.render.copying.copy_plan import Copy, copied_share, find_copies
from timeline_studio.render.options import ExportOptions, as_asked
from timeline_studio.render.sources import Resolve, Sources
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_count

MOST = 0.5
"""The share of a film that has to be copyable for it to be done unasked."""


def wanted_copies(timeline: Timeline, sources: Sources, options: ExportOptions) -> tuple[Copy, ...]:
    """`timeline` has its size and rate."""
    if options.match_source is False or options.coding != "h264":
        return ()
    copies = find_copies(timeline, sources)
    share = copied_share(copies, frame_count(timeline.duration, timeline.rate))
    return copies if options.match_source or share > MOST else ()


def copyable_share(
    timeline: Timeline, resolve: Resolve, options: ExportOptions | None = None
) -> float:
    """How much of the film need not be encoded, 0 to 1. Reads the packets of the clips that it
    can be copied from, and decodes none. Raises RenderError or MediaError."""
    timeline = as_asked(timeline, options or ExportOptions(), resolve)
    copies = find_copies(timeline, Sources(resolve))
    return copied_share(copies, frame_count(timeline.duration, timeline.rate))
