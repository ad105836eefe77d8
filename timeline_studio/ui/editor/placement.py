"""Putting media on the timeline: pictures and their sound on the tracks that are meant."""

from collections.abc import Collection, Sequence
from typing import Literal, TypeAlias

from timeline_studio.timeline import edits
from timeline_studio.timeline.edits import LINKED, Reach
from timeline_studio.timeline.model import Clip, Item, Timeline, Track, TrackKind
from timeline_studio.timeline.queries import items
from timeline_studio.timeline.time import FLICKS_PER_SECOND

How: TypeAlias = Literal["insert", "overwrite", "append", "on_top", "replace"]
Pair: TypeAlias = tuple[Item | None, Item | None]
"""A picture and its sound; one of them may be missing."""

TITLE_DURATION = 4 * FLICKS_PER_SECOND


def placed(
    timeline: Timeline,
    pairs: Sequence[Pair],
    how: How,
    time: int,
    *,
    video_track: str = "",
    audio_track: str = "",
    selection: Collection[str] = (),
    reach: Reach = LINKED,
) -> Timeline:
    """The timeline with `pairs`, one after the other, from `time` on.

    Where a track is not named, or is gone, the first of its kind is used, or a new one made.
    To replace, the first pair takes the places of `selection`; to insert, `reach` says what
    moves.
    """
    if how == "replace":
        return replaced(timeline, pairs[0], selection)
    for video, audio in pairs:
        if how == "on_top" and video:
            sound = audio if isinstance(audio, Clip) else None
            timeline = edits.place_on_top(timeline, video, time, sound=sound)
            time += video.duration
            continue
        runs: dict[str, Item] = {}
        if video:
            timeline, track = _track(timeline, "video", video_track)
            runs[track.id] = video
        if audio:
            timeline, track = _track(timeline, "audio", audio_track)
            runs[track.id] = audio
        if how == "insert":
            timeline = edits.insert_linked(timeline, runs, time, reach=reach)
        elif how == "overwrite":
            timeline = edits.overwrite_linked(timeline, runs, time)
        else:
            timeline = edits.append_linked(timeline, runs)
        time += max((item.duration for item in runs.values()), default=0)
    return timeline


def replaced(timeline: Timeline, pair: Pair, selection: Collection[str]) -> Timeline:
    """The selected items show `pair` instead: pictures its picture, sounds its sound."""
    video, audio = pair
    material: dict[str, Item] = {}
    for track, item in items(timeline):
        new = audio if track.kind == "audio" else video
        if item.id in selection and track.kind != "caption" and new:
            material[item.id] = new
    if not material:
        raise edits.EditError("The footage has neither the picture nor the sound that is selected")
    return edits.replace_material(timeline, material)


def titled(timeline: Timeline, title: Item, video_track: str = "") -> Timeline:
    """Put `title` on the lowest free track above `video_track`, or on a new one."""
    ids = [track.id for track in timeline.video_tracks]
    from_level = ids.index(video_track) if video_track in ids else 0
    for track in timeline.video_tracks[from_level:]:
        is_free = all(item.end <= title.start or item.start >= title.end for item in track.items)
        if is_free and not track.locked:
            return edits.overwrite(timeline, track.id, title, title.start)
    timeline = edits.add_track(timeline, "video")
    return edits.overwrite(timeline, timeline.video_tracks[-1].id, title, title.start)


def _track(timeline: Timeline, kind: TrackKind, track_id: str) -> tuple[Timeline, Track]:
    tracks = [track for track in timeline.tracks if track.kind == kind]
    if not tracks:
        timeline = edits.add_track(timeline, kind)
        return _track(timeline, kind, track_id)
    named = next((track for track in tracks if track.id == track_id), None)
    return timeline, named or tracks[0]
