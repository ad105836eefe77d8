"""A timeline without a size takes that of its first picture."""

from collections.abc import Iterator

import msgspec

from timeline_studio.media import VideoStream
from timeline_studio.render.geometry import even_size
from timeline_studio.render.sources import Resolve, Sources
from timeline_studio.timeline.model import Clip, MediaReference, Still, Timeline

_DEFAULT_SIZE = (1920, 1080)


def fill_format(timeline: Timeline, resolve: Resolve) -> Timeline:
    """The timeline with even `width` and `height`; where it has none (0), those that its
    first clip looks like, else its first still, else 1920 by 1080.

    Raises RenderError or MediaError when that media is missing or unreadable.
    """
    if timeline.width and timeline.height:
        size = even_size(timeline.width, timeline.height)
    else:
        size = even_size(*_first_size(timeline, Sources(resolve)))
    return msgspec.structs.replace(timeline, width=size.width, height=size.height)


def _first_size(timeline: Timeline, sources: Sources) -> tuple[int, int]:
    for media in _pictures(timeline):
        video: VideoStream | None = sources.info(media).video
        if video is not None:
            return video.display_width, video.display_height
    return _DEFAULT_SIZE


def _pictures(timeline: Timeline) -> Iterator[MediaReference]:
    for kind in (Clip, Still):
        for track in timeline.video_tracks:
            for item in track.items:
                if isinstance(item, kind) and item.enabled:
                    yield item.media
