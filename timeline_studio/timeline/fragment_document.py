"""A copied fragment as a document: what one window copies, another may paste."""

from timeline_studio.timeline.document import from_json, to_json
from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.edits.fragment import Fragment, Row
from timeline_studio.timeline.model import TRACK_KINDS, Timeline, Track, new_id


def fragment_to_json(fragment: Fragment) -> str:
    """The document of a timeline whose tracks are the rows; rows that were not copied are empty."""
    tracks: list[Track] = []
    for kind in TRACK_KINDS:
        rows = {row.offset: row for row in fragment.rows if row.kind == kind}
        for offset in range(max(rows, default=-1) + 1):
            row = rows.get(offset)
            track = Track(id=new_id(), kind=kind)
            if row:
                track = Track(id=track.id, kind=kind, items=row.items, transitions=row.transitions)
            tracks.append(track)
    return to_json(Timeline(tracks=tuple(tracks)))


def fragment_from_json(text: str | bytes) -> Fragment:
    """Raises DocumentError for what `fragment_to_json` of no version ever made."""
    timeline = from_json(text)
    rows: list[Row] = []
    for kind in TRACK_KINDS:
        tracks = [track for track in timeline.tracks if track.kind == kind]
        rows += [
            Row(kind=kind, offset=offset, items=track.items, transitions=track.transitions)
            for offset, track in enumerate(tracks)
            if track.items
        ]
    if not rows:
        raise DocumentError("The document has no clips")
    return Fragment(rows=tuple(rows))
