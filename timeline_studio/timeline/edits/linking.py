"""Tying items together, say a picture and its sound, and untying them."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.scope import Selection, select, with_tracks
from timeline_studio.timeline.model import Item, Timeline, new_id
from timeline_studio.timeline.queries import find_track


def link(timeline: Timeline, item_ids: Iterable[str]) -> Timeline:
    """Make partners of items; each leaves the partners that it had.

    ::

        V | A |      V | A ~
        A | a |  ->  A | a ~
    """
    selection = select(timeline, item_ids, with_links=False)
    if sum(len(run) for run in selection.values()) < 2:
        raise EditError("It takes two items to make a link")
    return _with_links(timeline, selection, new_id())


def unlink(timeline: Timeline, item_ids: Iterable[str]) -> Timeline:
    """Let items go their own ways; a partner that would stay alone is let go too.

    ::

        V | A ~      V | A |
        A | a ~  ->  A | a |
    """
    named = select(timeline, item_ids, with_links=False)
    every = select(timeline, _ids(named), with_links=True)
    left = set(_ids(every)) - set(_ids(named))
    links = [item.link for run in every.values() for item in run if item.id in left]
    lone = {
        item.id
        for run in every.values()
        for item in run
        if item.id in left and links.count(item.link) == 1
    }
    going = set(_ids(named)) | lone
    selection = {
        track_id: [item for item in run if item.id in going] for track_id, run in every.items()
    }
    return _with_links(timeline, selection, None)


def _ids(selection: Selection) -> list[str]:
    return [item.id for run in selection.values() for item in run]


def _with_links(timeline: Timeline, selection: Selection, link_id: str | None) -> Timeline:
    return _mapped(timeline, selection, lambda item: replace(item, link=link_id))


def _mapped(timeline: Timeline, selection: Selection, change: Callable[[Item], Item]) -> Timeline:
    changed = {}
    for track_id, run in selection.items():
        track = find_track(timeline, track_id)
        ids = {item.id for item in run}
        items = tuple(change(item) if item.id in ids else item for item in track.items)
        changed[track_id] = replace(track, items=items)
    return with_tracks(timeline, changed)
