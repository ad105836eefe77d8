"""How far a ripple goes: one track, what is linked to it, or everything, notes too."""

from collections.abc import Collection
from typing import Literal, NamedTuple, TypeAlias

from timeline_studio.timeline.model import Timeline, Track

Tracks: TypeAlias = Literal["own", "linked", "all"]


class Reach(NamedTuple):
    """Which tracks a ripple moves: its `own` only; `linked`, those that linked pairs tie to
    them too, and with the main track those that are sync-locked; `all` that are not locked.

    `markers`: the notes on the timeline move along.
    """

    tracks: Tracks = "linked"
    markers: bool = False


LINKED = Reach()


def main_track(timeline: Timeline) -> Track | None:
    """The track that carries the film: the lowest with pictures, else the first with sound."""
    filled = [track for track in timeline.video_tracks if track.items]
    return next(iter((*filled, *timeline.audio_tracks)), None)


def following(
    timeline: Timeline, moved: Collection[str], reach: Reach, *, with_links: bool
) -> list[Track]:
    """The tracks that follow where the tracks `moved` ripple."""
    others = [track for track in timeline.tracks if track.id not in moved and not track.locked]
    if reach.tracks == "all":
        return others
    main = main_track(timeline)
    if reach.tracks == "own" or not with_links or main is None or main.id not in moved:
        return []
    return [track for track in others if track.is_sync_locked]


def ties(reach: Reach, *, with_links: bool) -> bool:
    """Whether partners take part by their links; where all tracks move they do so anyway."""
    return with_links and reach.tracks == "linked"
