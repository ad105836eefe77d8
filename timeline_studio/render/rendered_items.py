"""Which items of a timeline are seen or heard."""

from collections.abc import Iterator

from timeline_studio.render.plan import seen_tracks
from timeline_studio.render.sound_plan import heard_tracks
from timeline_studio.timeline.model import Item, Timeline


def rendered_items(timeline: Timeline) -> Iterator[Item]:
    """Every enabled item of the tracks that are neither hidden nor silent."""
    for track in (*seen_tracks(timeline), *heard_tracks(timeline)):
        yield from (item for item in track.items if item.enabled)
