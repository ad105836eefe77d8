"""Fades from and to black, which OTIO writes as a transition beside a gap."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from timeline_studio.timeline.model import Generator, Item, Timeline, Track, new_id
from timeline_studio.timeline.otio.row_reading import Fade
from timeline_studio.timeline.sequence import with_edges


def with_fades(timeline: Timeline, fades: Mapping[str, Iterable[Fade]]) -> Timeline:
    """With fades of the lowest video track as dissolves with black.

    ::

        |   > A < |  ->  | black >< A' >< black |

    On other tracks, over pictures or for sound, a fade is not black, and we have no word for
    it: there the item begins or ends at its cut.
    """
    lowest = next(iter(timeline.video_tracks), None)
    if lowest is None or not fades.get(lowest.id):
        return timeline
    faded = lowest
    for fade in fades[lowest.id]:
        faded = _with_fade(faded, fade)
    tracks = tuple(faded if track is lowest else track for track in timeline.tracks)
    return replace(timeline, tracks=tracks)


def _with_fade(track: Track, fade: Fade) -> Track:
    """Black for the length of the transition, and a dissolve that takes all of it."""
    at = next(i for i, item in enumerate(track.items) if item.id == fade.item_id)
    item = track.items[at]
    start, end = _room(track, at, fade)
    length = end - start
    if length <= 0 or (item.start >= start and item.end <= end):
        return track
    black = Generator(id=new_id(), start=start, duration=length)
    dissolve = fade.transition
    pair: tuple[Item, Item]
    if fade.is_in:
        pair = (black, with_edges(item, end, item.end))
        dissolve = replace(dissolve, cut=end, in_offset=length, out_offset=0)
    else:
        pair = (with_edges(item, item.start, start), black)
        dissolve = replace(dissolve, cut=start, in_offset=0, out_offset=length)
    items = (*track.items[:at], *pair, *track.items[at + 1 :])
    transitions = sorted((*track.transitions, dissolve), key=lambda each: each.cut)
    return replace(track, items=items, transitions=tuple(transitions))


def _room(track: Track, at: int, fade: Fade) -> tuple[int, int]:
    """From when to when the fade can last, between the items and dissolves beside it."""
    item, transition = track.items[at], fade.transition
    if fade.is_in:
        earliest = track.items[at - 1].end if at else 0
        latest = min(
            (each.start for each in track.transitions if each.cut >= item.end), default=item.end
        )
    else:
        earliest = max(
            (each.end for each in track.transitions if each.cut <= item.start), default=item.start
        )
        after = track.items[at + 1 :]
        latest = after[0].start if after else transition.end
    return max(transition.start, earliest), min(transition.end, latest)
