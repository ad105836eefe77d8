"""How much media is left beside an item's edges: its handles.

Both ends are in the timeline's time, at the item's speed; None means without limit.
"""

import math

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Clip, Item, Timeline
from timeline_studio.timeline.queries import label
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start


def handle_before(item: Item, rate_frame: int) -> int | None:
    """How much earlier the item could start; negative when it already starts too early.

    `rate_frame` is the length of a frame: a clip that runs backwards shows its media's last
    frame from one frame before the media's end.
    """
    if not isinstance(item, Clip) or item.speed == 0:
        return None
    if item.speed > 0:
        return math.floor(item.source_start / item.speed)
    if item.media.duration is None:
        return None
    left = item.media.duration - item.source_start - round(rate_frame * -item.speed)
    return math.floor(left / -item.speed)


def handle_after(item: Item, rate_frame: int) -> int | None:
    """How much later the item could end; negative when it already ends too late."""
    if not isinstance(item, Clip) or item.speed == 0:
        return None
    if item.speed < 0:
        return math.floor(item.source_start / -item.speed) + rate_frame - item.duration
    if item.media.duration is None:
        return None
    left = item.media.duration - item.source_start
    return math.floor(left / item.speed) - item.duration


def refuse_beyond_media(timeline: Timeline, item: Item, new: Item) -> None:
    """Raises EditError when an edge went outwards, past what the media has."""
    frame = frame_start(1, timeline.rate)
    before, after = handle_before(item, frame), handle_after(item, frame)
    if before is not None and 0 < item.start - new.start > before:
        raise EditError(
            f"“{label(item)}” has no more media before its start "
            f"({frames_text(timeline, before)} left): "
            f"it needs {more_frames(timeline, item.start - new.start - before)}"
        )
    if after is not None and 0 < new.end - item.end > after:
        raise EditError(
            f"“{label(item)}” has no more media after its end "
            f"({frames_text(timeline, after)} left): "
            f"it needs {more_frames(timeline, new.end - item.end - after)}"
        )


def refuse_missing_media(timeline: Timeline, item: Item) -> None:
    """Raises EditError when an item shows more than its media has, on either side."""
    frame = frame_start(1, timeline.rate)
    for handle, side in (
        (handle_before(item, frame), "before its start"),
        (handle_after(item, frame), "after its end"),
    ):
        if handle is not None and handle < 0:
            raise EditError(f"“{label(item)}” needs {more_frames(timeline, -handle)} {side}")


def frames_needed(timeline: Timeline, duration: int) -> int:
    """How many frames it takes to fill `duration`."""
    return math.ceil(duration * timeline.rate / FLICKS_PER_SECOND)


def more_frames(timeline: Timeline, missing: int) -> str:
    """`12 more frames`: what it takes to fill `missing`."""
    frames = frames_needed(timeline, missing)
    return f"{frames} more frame{'' if frames == 1 else 's'}"


def frames_text(timeline: Timeline, duration: int) -> str:
    frames = max(0, math.floor(duration * timeline.rate / FLICKS_PER_SECOND))
    return f"{frames} frame{'' if frames == 1 else 's'}"
