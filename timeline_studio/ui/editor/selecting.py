"""What a click on a clip selects."""

from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.queries import linked


def group_of(timeline: Timeline, item: Item, *, is_linking: bool) -> frozenset[str]:
    """The item, and what is linked to it."""
    if not is_linking or item.link is None:
        return frozenset((item.id,))
    return frozenset((item.id, *linked(timeline, item.id)))


def toggled(selection: frozenset[str], group: frozenset[str]) -> frozenset[str]:
    """The whole group in or out."""
    return selection - group if group <= selection else selection | group
