"""How loud it is: the master, tracks and what they give way to, the levels of clips."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

from msgspec.structs import replace

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.ducking import Ducking
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.changing import GAIN_RANGE_DB, replace_item
from timeline_studio.timeline.edits.scope import open_track, select, with_tracks
from timeline_studio.timeline.effects.animation import raised
from timeline_studio.timeline.joins import with_versions
from timeline_studio.timeline.model import Clip, Item, Timeline, Track
from timeline_studio.timeline.queries import find_item, find_track, label, track_label
from timeline_studio.timeline.validation import validate, validate_track

Unchanged: TypeAlias = Literal["unchanged"]
UNCHANGED: Final = "unchanged"


def set_master(
    timeline: Timeline,
    *,
    loudness: float | Unchanged | None = UNCHANGED,
    limiter: bool | None = None,
) -> Timeline:
    """Ask for an integrated loudness of what is exported, in LUFS, or for none; have the mix's
    peaks limited, or not.

    ::

        master as mixed  ->  master -14 LUFS, limited
    """
    changed = replace(
        timeline,
        loudness=timeline.loudness if loudness == UNCHANGED else loudness,
        limiter=timeline.limiter if limiter is None else limiter,
    )
    try:
        validate(changed)
    except DocumentError as error:
        raise EditError(str(error)) from error
    return changed


def set_track_sound(
    timeline: Timeline, track_id: str, *, gain_db: float | None = None, pan: float | None = None
) -> Timeline:
    """Make all that is on an audio track louder or softer, or move it to a side.

    ::

        A1 | a | b |  ->  A1 -6 dB | a | b |
    """
    track = open_track(timeline, track_id)
    return _with_track(
        timeline,
        replace(
            track,
            gain_db=track.gain_db if gain_db is None else gain_db,
            pan=track.pan if pan is None else pan,
        ),
    )


def set_ducking(timeline: Timeline, track_id: str, ducking: Ducking | None) -> Timeline:
    """Have an audio track give way to others, or to none any more.

    ::

        A1 | voice |              A1 |  voice  |
        A2 |  music    |   ->     A2 |↘ soft  ↗ |
    """
    track = open_track(timeline, track_id)
    known = {each.id for each in timeline.audio_tracks}
    if ducking is not None and not known.issuperset(ducking.sources):
        raise EditError("A track can give way to audio tracks of its timeline only")
    return _with_track(timeline, replace(track, ducking=ducking))


def raise_gains(timeline: Timeline, by_db: Mapping[str, float]) -> Timeline:
    """Make each of these clips louder or softer by so much; no gain leaves its range.

    ::

        | a +3 dB |   | b |  ->  | a +1 dB |   | b +4 dB |
    """
    if not by_db:
        raise EditError("Nothing here has a sound that could be levelled")
    low, high = GAIN_RANGE_DB
    for item_id, by in by_db.items():
        item = find_item(timeline, item_id)[1]
        if not isinstance(item, Clip):
            raise EditError(f"“{label(item)}” has no sound")
        raised_item = replace(item, gain_db=raised(item.gain_db, by, low, high))
        timeline = replace_item(timeline, raised_item)
    return timeline


def set_keep_pitch(
    timeline: Timeline, item_ids: Iterable[str], *, keep: bool, with_links: bool = True
) -> Timeline:
    """Have clips keep their pitch at another speed, or rise and fall with it as a tape does.

    ::

        | a ×2 |  ->  | a ×2 ♪↑ |
    """
    selection = select(timeline, item_ids, with_links=with_links)
    if not any(isinstance(item, Clip) for run in selection.values() for item in run):
        raise EditError("Nothing here has a speed: the selection has no clip of a media file")

    def changed(item: Item) -> Item:
        return replace(item, keep_pitch=keep) if isinstance(item, Clip) else item

    return with_tracks(
        timeline,
        {
            track_id: with_versions(
                find_track(timeline, track_id), {item.id: changed(item) for item in run}
            )
            for track_id, run in selection.items()
        },
    )


def without_source(track: Track, source_id: str) -> Track:
    """The track, giving way to that one no more."""
    if track.ducking is None or source_id not in track.ducking.sources:
        return track
    left = tuple(each for each in track.ducking.sources if each != source_id)
    return replace(track, ducking=replace(track.ducking, sources=left) if left else None)


def _with_track(timeline: Timeline, track: Track) -> Timeline:
    try:
        validate_track(track, track_label(timeline, track))
    except DocumentError as error:
        raise EditError(str(error)) from error
    return with_tracks(timeline, {track.id: track})
