"""Which items a track of each kind holds, and the words for both."""

from timeline_studio.timeline.model import Caption, Clip, Item, TrackKind

HELD: dict[TrackKind, str] = {"video": "pictures", "audio": "clips", "caption": "captions"}
A_TRACK: dict[TrackKind, str] = {
    "video": "a video track",
    "audio": "an audio track",
    "caption": "a caption track",
}


def unfit(kind: TrackKind, item: Item) -> str | None:
    """Why an item cannot be on a track of this kind, as a predicate; None where it can."""
    if kind == "caption":
        return None if isinstance(item, Caption) else "is no caption"
    if kind == "audio":
        return None if isinstance(item, Clip) else "has no sound"
    return "is a caption" if isinstance(item, Caption) else None
