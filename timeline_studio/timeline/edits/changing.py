"""Changing what an item is, not where it is."""

import math

from msgspec.structs import replace

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.scope import open_track, with_tracks
from timeline_studio.timeline.effects.animation import raised
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Clip, Item, Timeline
from timeline_studio.timeline.queries import find_item, label, track_label
from timeline_studio.timeline.sequence import first_ending_after
from timeline_studio.timeline.validation import validate_track

GAIN_RANGE_DB = (-96.0, 24.0)


def replace_item(timeline: Timeline, item: Item) -> Timeline:
    """Put an item in place of the one with its id: another name, text, colour, media, length.

    ::

        | A | B |  ->  | A | B* |

    Raises EditError when there is no such item, or the new one does not fit its track.
    """
    holder, old = find_item(timeline, item.id)
    track = open_track(timeline, holder.id)
    at = first_ending_after(track.items, old.start)
    track = with_items(track, (*track.items[:at], item, *track.items[at + 1 :]))
    try:
        validate_track(track, track_label(timeline, holder))
    except DocumentError as error:
        raise EditError(str(error)) from error
    return with_tracks(timeline, {track.id: track})


def set_gain(timeline: Timeline, item_id: str, gain_db: float) -> Timeline:
    """Make a clip's sound louder or softer all through; 0 dB is as recorded.

    ::

        | a |  ->  | a +3 dB |
    """
    item = find_item(timeline, item_id)[1]
    if not isinstance(item, Clip):
        raise EditError(f"“{label(item)}” has no sound")
    low, high = GAIN_RANGE_DB
    if not (math.isfinite(gain_db) and low <= gain_db <= high):
        raise EditError(f"A gain must be between {low:g} and {high:g} dB")
    return replace_item(timeline, replace(item, gain_db=float(gain_db)))


def change_gains(timeline: Timeline, by_db: float) -> Timeline:
    """Make all sound louder or softer by the same; no gain leaves its range.

    ::

        | a +3 dB |   | b |  ->  | a +1 dB |   | b -2 dB |
    """
    low, high = GAIN_RANGE_DB

    def changed(item: Item) -> Item:
        if not isinstance(item, Clip):
            return item
        return replace(item, gain_db=raised(item.gain_db, by_db, low, high))

    tracks = [open_track(timeline, each.id) for each in timeline.audio_tracks if each.items]
    if not tracks:
        raise EditError("There is no sound on this timeline")
    return with_tracks(
        timeline,
        {each.id: with_items(each, tuple(changed(item) for item in each.items)) for each in tracks},
    )
