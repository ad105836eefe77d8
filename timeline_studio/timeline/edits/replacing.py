"""Other material in the place of an item, and on top of what is there."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.arranging import add_track
from timeline_studio.timeline.edits.effecting import with_look_of
from timeline_studio.timeline.edits.handles import refuse_missing_media
from timeline_studio.timeline.edits.placing import overwrite_linked
from timeline_studio.timeline.edits.reshaping import Versions, reshaped
from timeline_studio.timeline.edits.scope import check_kind, open_track
from timeline_studio.timeline.model import Clip, Item, Timeline, Track, TrackKind
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.sequence import first_ending_after


def replace_material(timeline: Timeline, material: Mapping[str, Item]) -> Timeline:
    """Put other material in the place of items, by their ids: place, length and link stay.

    ::

        | A | B | C |  ->  | A | X | C |

    A clip begins at its own `source_start`, and looks as the old one did.
    Raises EditError when its media is too short, or when it cannot be on that track.
    """
    if not material:
        raise EditError("No item is selected")
    versions: Versions = {}
    for item_id, new in material.items():
        holder, old = find_item(timeline, item_id)
        check_kind(timeline, open_track(timeline, holder.id), new)
        version = replace(
            with_look_of(new, old),
            id=old.id,
            start=old.start,
            duration=old.duration,
            link=old.link,
            enabled=old.enabled,
        )
        refuse_missing_media(timeline, version)
        versions[item_id] = version
    return reshaped(timeline, versions)


def place_on_top(
    timeline: Timeline, picture: Item, time: int, *, sound: Clip | None = None
) -> Timeline:
    """Put a picture over all that is there at its time, on a new track where none is free.

    ::

                           V2 |   | X |
        V1 | A | B |  ->   V1 | A | B |

    Its sound goes on the first audio track that is free, else on a new one.
    """
    if time < 0:
        raise EditError("Nothing can be placed before the start of the timeline")
    timeline, above = _track_above(timeline, time, time + picture.duration)
    runs: dict[str, Item | Sequence[Item]] = {above: picture}
    if sound:
        timeline, below = _free_audio_track(timeline, time, time + sound.duration)
        runs[below] = sound
    return overwrite_linked(timeline, runs, time)


def _track_above(timeline: Timeline, start: int, end: int) -> tuple[Timeline, str]:
    tracks = timeline.video_tracks
    busy = [i for i, track in enumerate(tracks) if not _is_free(track, start, end)]
    free = tracks[busy[-1] + 1 if busy else 0 :]
    return _first_open(timeline, free, "video")


def _free_audio_track(timeline: Timeline, start: int, end: int) -> tuple[Timeline, str]:
    free = [track for track in timeline.audio_tracks if _is_free(track, start, end)]
    return _first_open(timeline, free, "audio")


def _first_open(
    timeline: Timeline, tracks: Sequence[Track], kind: TrackKind
) -> tuple[Timeline, str]:
    for track in tracks:
        if not track.locked:
            return timeline, track.id
    known = {track.id for track in timeline.tracks}
    timeline = add_track(timeline, kind)
    return timeline, next(track.id for track in timeline.tracks if track.id not in known)


def _is_free(track: Track, start: int, end: int) -> bool:
    at = first_ending_after(track.items, start)
    return at == len(track.items) or track.items[at].start >= end
