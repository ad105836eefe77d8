"""What is looked at: a timeline with its media, found and probed once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from timeline_studio.errors import StudioError
from timeline_studio.media import MediaInfo, probe
from timeline_studio.render.flat import flat
from timeline_studio.render.plan import PicturePlan, Span
from timeline_studio.render.rendered_items import rendered_items
from timeline_studio.timeline.model import (
    Caption,
    Clip,
    Item,
    MediaReference,
    Still,
    Timeline,
    Track,
    new_id,
)
from timeline_studio.timeline.nested import nested_clips
from timeline_studio.timeline.queries import items
from timeline_studio.timeline.time import timecode
from timeline_studio.workflows.media import Resolve


@dataclass(frozen=True)
class Source:
    """One media of the timeline: `info`, or why there is none. `uses` are in time order."""

    media: MediaReference
    uses: tuple[Item, ...]
    is_rendered: bool
    info: MediaInfo | None
    problem: str = ""

    @property
    def name(self) -> str:
        return self.media.name or self.media.url


@dataclass(frozen=True)
class Subject:
    """Checks read this and nothing else of the timeline."""

    name: str | None
    timeline: Timeline
    sources: Mapping[str, Source]
    resolve: Resolve

    @cached_property
    def plan(self) -> PicturePlan:
        return PicturePlan(self.timeline)

    def info(self, media: MediaReference) -> MediaInfo | None:
        return self.sources[media.url].info

    def shows_picture(self, span: Span) -> bool:
        """Captions over nothing are no picture."""
        return any(not isinstance(item, Caption) for item in span.items)

    def clock(self, time: int) -> str:
        """A time as the window's timecode shows it."""
        return timecode(time, self.timeline.rate)


def find_subject(
    name: str | None,
    timeline: Timeline,
    resolve: Resolve,
    progress: Callable[[float, str], None],
) -> Subject:
    """Probes each media once; what is nested is looked at where it can be played."""
    timeline, unplayed = _flat(timeline, resolve)
    uses: dict[str, list[Item]] = {}
    references: dict[str, MediaReference] = {}
    for _track, item in items(timeline):
        if isinstance(item, Clip | Still):
            references.setdefault(item.media.url, item.media)
            uses.setdefault(item.media.url, []).append(item)
    rendered = {
        item.media.url for item in rendered_items(timeline) if isinstance(item, Clip | Still)
    }
    sources = {}
    for number, (url, media) in enumerate(references.items()):
        progress(number / len(references), media.name or url)
        at = tuple(sorted(uses[url], key=lambda item: item.start))
        if url in unplayed:
            info, problem = None, unplayed[url]
        else:
            info, problem = _probed(media, resolve)
        sources[url] = Source(media, at, url in rendered, info, problem)
    return Subject(name, timeline, sources, resolve)


def _flat(timeline: Timeline, resolve: Resolve) -> tuple[Timeline, dict[str, str]]:
    """The timeline with what is nested in it played, and why which is not, by its URL."""
    unplayed = {}
    for url in {clip.media.url for _, clip in nested_clips(timeline)}:
        try:
            flat(_only(timeline, url), resolve)
        except StudioError as error:
            unplayed[url] = str(error)
    return (timeline if unplayed else flat(timeline, resolve)), unplayed


def _only(timeline: Timeline, url: str) -> Timeline:
    """Without all other nested clips."""
    others = {clip.id for _, clip in nested_clips(timeline) if clip.media.url != url}
    return replace(
        timeline,
        tracks=tuple(
            replace(track, items=tuple(item for item in track.items if item.id not in others))
            for track in timeline.tracks
        ),
    )


def _probed(media: MediaReference, resolve: Resolve) -> tuple[MediaInfo | None, str]:
    try:
        return probe(resolve(media)), ""
    except StudioError as error:
        return None, str(error)


def shown_alone(media: MediaReference, resolve: Resolve) -> Timeline:
    """A timeline of one media, all of it, in its own size and rate."""
    info, _problem = _probed(media, resolve)
    video = info.video if info else None
    clip = Clip(
        id=new_id(),
        start=0,
        duration=(video.duration if video else info.duration if info else 0) or 1,
        media=media,
    )
    tracks = [Track(id=new_id(), kind="video", items=(clip,))]
    if info is not None and info.audio:
        sound = replace(clip, id=new_id())
        tracks.append(Track(id=new_id(), kind="audio", items=(sound,)))
    if video is None:
        return Timeline(tracks=tuple(tracks))
    return Timeline(
        rate=video.rate,
        width=video.display_width,
        height=video.display_height,
        tracks=tuple(tracks),
    )
