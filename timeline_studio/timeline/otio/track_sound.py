"""What OTIO has no word for of a timeline's sound: as text in our metadata, exact."""

from typing import Any

import msgspec

from timeline_studio.timeline.ducking import Ducking
from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.timeline.otio.metadata import Ours, written_number

_KEY = "sound"


class _TrackSound(msgspec.Struct, frozen=True, omit_defaults=True):
    gain_db: float = 0.0
    pan: float = 0.0
    ducking: Ducking | None = None


def written_sound(track: Track) -> dict[str, str]:
    """Of a track: an entry in our metadata, or none where it is as it was made."""
    sound = _TrackSound(track.gain_db, track.pan, track.ducking)
    return {} if sound == _TrackSound() else {_KEY: msgspec.json.encode(sound).decode()}


def sound_fields(ours: Ours) -> dict[str, Any]:
    """The fields of a track as `written_sound` kept them; none where that cannot be read."""
    try:
        sound = msgspec.json.decode(ours.text(_KEY) or "{}", type=_TrackSound)
    except msgspec.DecodeError:
        return {}
    return msgspec.structs.asdict(sound)


def written_master(timeline: Timeline) -> dict[str, Any]:
    """Of the timeline: entries in our metadata."""
    entries: dict[str, Any] = {"limiter": True} if timeline.limiter else {}
    if timeline.loudness is not None:
        entries["loudness"] = written_number(timeline.loudness)
    return entries


def master_fields(ours: Ours) -> dict[str, Any]:
    """The fields of a timeline as `written_master` kept them."""
    loudness = ours.number("loudness", 0.0)
    return {"limiter": ours.flag("limiter"), "loudness": loudness or None}
