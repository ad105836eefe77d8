"""Groups: items that are chosen together, whatever they are and wherever they lie."""

from collections.abc import Iterable

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.scope import Selection, select, with_tracks
from timeline_studio.timeline.joins import with_versions
from timeline_studio.timeline.model import Timeline, new_id
from timeline_studio.timeline.queries import find_track
from timeline_studio.timeline.selection import with_group


def group(timeline: Timeline, item_ids: Iterable[str]) -> Timeline:
    """Make a group of items; each leaves the group that it was in. Links stay as they are.

    ::

        V | A | B | C |  ->  V |[A | B]| C |
    """
    selection = select(timeline, item_ids, with_links=False)
    if sum(len(run) for run in selection.values()) < 2:
        raise EditError("It takes two clips to make a group")
    return _in_group(timeline, selection, new_id())


def ungroup(timeline: Timeline, item_ids: Iterable[str]) -> Timeline:
    """Let the groups of these items go, with all that is in them.

    ::

        V |[A | B]| C |  ->  V | A | B | C |
    """
    selection = select(timeline, with_group(timeline, item_ids), with_links=False)
    if not any(item.group for run in selection.values() for item in run):
        raise EditError("Nothing that is selected is in a group")
    return _in_group(timeline, selection, None)


def _in_group(timeline: Timeline, selection: Selection, group_id: str | None) -> Timeline:
    changed = {}
    for track_id, run in selection.items():
        versions = {item.id: replace(item, group=group_id) for item in run}
        changed[track_id] = with_versions(find_track(timeline, track_id), versions)
    return with_tracks(timeline, changed)
