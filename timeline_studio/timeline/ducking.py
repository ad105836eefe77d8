"""Ducking: a track's sound gives way while others are heard."""

from typing import Final

import msgspec

from timeline_studio.timeline.time import FLICKS_PER_SECOND

MOST_DEPTH_DB: Final = 60.0
LOWEST_THRESHOLD_DB: Final = -80.0
LONGEST: Final = 5 * FLICKS_PER_SECOND
"""Of the ways down and up again, in flicks: so much of the others' sound is listened to around
each moment."""


class Ducking(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A track is `depth_db` softer while a track of `sources` is louder than `threshold_db`.

    It begins to give way `attack` flicks before the other sound begins, so that it is out of the
    way by then, and takes `release` flicks to come back. Sources that are not heard (muted, gone,
    not solo) are not given way to.
    """

    sources: tuple[str, ...] = ()
    threshold_db: float = -36.0
    depth_db: float = 12.0
    attack: int = FLICKS_PER_SECOND // 10
    release: int = FLICKS_PER_SECOND // 2
