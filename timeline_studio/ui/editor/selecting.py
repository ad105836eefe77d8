"""What a click on a clip selects."""

from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.timeline.selection import with_group, with_partners


def group_of(
    timeline: Timeline, item: Item, *, is_linking: bool, alone: bool = False
) -> frozenset[str]:
    """The item and its group, and, where linked clips are chosen together, their partners."""
    if alone:
        return frozenset((item.id,))
    group = with_group(timeline, (item.id,))
    return with_partners(timeline, group) if is_linking else group


def toggled(selection: frozenset[str], group: frozenset[str]) -> frozenset[str]:
    """The whole group in or out."""
    return selection - group if group <= selection else selection | group
