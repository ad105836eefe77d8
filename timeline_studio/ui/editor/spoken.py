"""Tracks and clips in words, for those who hear the timeline."""

from timeline_studio.timeline.model import Clip, Item, Timeline
from timeline_studio.timeline.queries import label
from timeline_studio.timeline.time import timecode
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.editor.track_index import clip_kind

_KINDS = {"video": "Video", "audio": "Sound", "caption": "Captions"}


def track_words(row: Row) -> str:
    """`Video V1, 12 clips, locked`."""
    track = row.track
    name = track.name if track.name and track.name != row.label else ""
    count = len(track.items)
    flags = {
        "locked": track.locked,
        "hidden": track.hidden,
        "muted": track.muted,
        "solo": track.solo,
    }
    said = [
        f"{_KINDS[track.kind]} {row.label} {name}".strip(),
        f"{count} clip{'' if count == 1 else 's'}",
        *(word for word, is_so in flags.items() if is_so),
    ]
    return ", ".join(said)


def clip_name(row: Row, item: Item) -> str:
    """`interview.mp4, video`."""
    return f"{label(item)}, {clip_kind(item, row.track)}"


def clip_words(row: Row, item: Item, timeline: Timeline) -> str:
    """`V1, 3 of 12, from 00:00:04:00 to 00:00:06:00, linked`: where it is, and what it is in."""
    rate = timeline.rate
    said = [
        row.label,
        f"{row.track.places[item.id] + 1} of {len(row.track.items)}",
        f"from {timecode(item.start, rate)} to {timecode(item.end, rate)}",
    ]
    if not item.enabled:
        said.append("switched off")
    if item.link:
        said.append("linked")
    if item.group:
        said.append("grouped")
    if isinstance(item, Clip) and item.speed != 1:
        said.append("frozen" if item.speed == 0 else f"speed {round(100 * item.speed)} per cent")
    return ", ".join(said)
