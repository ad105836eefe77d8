"""Rendering ahead, in a process of its own that may be ended at any moment.

It is given one line of JSON, an `AheadOrder`, and answers in lines: what an export would find, then
each stretch as it becomes ready. What it writes is whole or not there: killing it costs nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from timeline_studio.errors import StudioError
from timeline_studio.media import MediaError
from timeline_studio.render import Resolve
from timeline_studio.render.flat import flat
from timeline_studio.render.rendered_items import rendered_items
from timeline_studio.render.segments import SegmentCache
from timeline_studio.render.segments.ahead import RenderAhead, Stretch
from timeline_studio.timeline.document import from_json, to_json
from timeline_studio.timeline.model import Clip, MediaReference, Still, Timeline
from timeline_studio.workflows.export_presets import ExportPreset
from timeline_studio.workflows.exports import SEGMENTS_BYTES, segments_folder
from timeline_studio.workflows.studio import Studio


class AheadOrder(msgspec.Struct, frozen=True):
    """`media` are the files, by the URL that the timeline knows them by."""

    timeline: str
    media: dict[str, str]
    preset: ExportPreset
    folder: str


class AheadNews(msgspec.Struct, frozen=True, omit_defaults=True):
    """`all` is told once, first; `ready` one after the other. Readiness as in `Stretch`."""

    all: tuple[tuple[int, int, str], ...] = ()
    ready: tuple[int, int] | None = None
    trouble: str = ""


def order_ahead(
    studio: Studio, timeline: Timeline, preset: ExportPreset, resolve: Resolve
) -> bytes:
    """The line for the process, in which nothing is nested. Raises StudioError where media is
    not here."""
    timeline = flat(timeline, resolve)
    used = {
        item.media.url: item.media
        for item in rendered_items(timeline)
        if isinstance(item, Clip | Still)
    }
    order = AheadOrder(
        timeline=to_json(timeline),
        media={url: str(resolve(media)) for url, media in used.items()},
        preset=preset,
        folder=str(segments_folder(studio)),
    )
    return msgspec.json.encode(order) + b"\n"


def render_ahead(line: bytes) -> Iterator[bytes]:
    """The process's part: lines of news. Ends by itself when everything is ready."""
    order = msgspec.json.decode(line, type=AheadOrder)

    def resolve(media: MediaReference) -> Path:
        if media.url not in order.media:
            raise MediaError(f"The media “{media.name or media.url}” is not here.")
        return Path(order.media[media.url])

    cache = SegmentCache(Path(order.folder), limit_bytes=SEGMENTS_BYTES)
    try:
        work = RenderAhead(from_json(order.timeline), resolve, order.preset.options(), cache)
        yield _line(AheadNews(all=tuple(_told(each) for each in work.stretches())))
        for stretch in work.render():
            yield _line(AheadNews(ready=(stretch.start, stretch.end)))
    except StudioError as error:
        yield _line(AheadNews(trouble=str(error)))


def read_news(line: bytes) -> AheadNews:
    """Raises msgspec.MsgspecError for what the process did not say."""
    return msgspec.json.decode(line, type=AheadNews)


def _told(stretch: Stretch) -> tuple[int, int, str]:
    return stretch.start, stretch.end, stretch.readiness


def _line(news: AheadNews) -> bytes:
    return msgspec.json.encode(news) + b"\n"
