"""Putting findings right on the timeline."""

from collections.abc import Sequence

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.scope import open_track, with_tracks
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Clip, Item, MediaReference, Still, Timeline
from timeline_studio.workflows.preflight.finding import Edit, Finding


def fix_all(findings: Sequence[Finding]) -> Edit:
    """One edit for all that an edit can fix; what lies later is fixed first, so that closing a
    gap moves nothing that is still to be found."""
    edits = [
        finding.fix.edit
        for finding in sorted(findings, key=lambda each: -(each.time or 0))
        if finding.fix is not None and finding.fix.edit is not None
    ]

    def apply(timeline: Timeline) -> Timeline:
        refused: list[EditError] = []
        for edit in edits:
            try:
                timeline = edit(timeline)
            except EditError as error:
                refused.append(error)
        if refused and len(refused) == len(edits):
            raise refused[0]
        return timeline

    return apply


def relinked(timeline: Timeline, url: str, media: MediaReference) -> Timeline:
    """Every clip and still of the media at `url` shows `media` instead. Raises EditError where
    none does, or a track is locked."""
    changed = {}
    for track in timeline.tracks:
        if any(_shows(item, url) for item in track.items):
            items = tuple(_with_media(item, url, media) for item in track.items)
            changed[track.id] = with_items(open_track(timeline, track.id), items)
    if not changed:
        raise EditError("No clip shows this media any more")
    return with_tracks(timeline, changed)


def _shows(item: Item, url: str) -> bool:
    return isinstance(item, Clip | Still) and item.media.url == url


def _with_media(item: Item, url: str, media: MediaReference) -> Item:
    if not isinstance(item, Clip | Still) or item.media.url != url:
        return item
    return replace(item, media=replace(media, metadata=item.media.metadata))
