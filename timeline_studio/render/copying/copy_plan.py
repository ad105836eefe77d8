"""Where a film may be copied: stretches of one clip that the export would show untouched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from timeline_studio.media import VideoStream
from timeline_studio.media.coded_video import CodedVideo
from timeline_studio.render.colour import is_native_stream
from timeline_studio.render.copying.closed_runs import ClosedRun, Coded, closed_runs
from timeline_studio.render.copying.h264 import (
    IDR,
    PPS,
    SPS,
    NotCopyable,
    ParameterSets,
    is_worth_copying,
    unit_type,
)
from timeline_studio.render.copying.renumbering import Numbers
from timeline_studio.render.covering import Covering, shows_as_it_is
from timeline_studio.render.geometry import Size
from timeline_studio.render.plan import PicturePlan, Span
from timeline_studio.render.segments.picture_encoder import SET_ID
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import Clip, Timeline
from timeline_studio.timeline.time import frame_count, frame_start


@dataclass(frozen=True)
class Copy:
    """A closed run of `path`'s packets, and the clip that shows it. `sets` have the ids that they
    have in the film; `new_pps` tells, by the old ones, those that changed."""

    run: ClosedRun
    clip: Clip
    path: Path
    sets: ParameterSets
    new_pps: Mapping[int, int] = field(default_factory=dict)

    @property
    def frames(self) -> range:
        return range(self.run.first, self.run.first + self.run.count)


def find_copies(timeline: Timeline, sources: Sources) -> tuple[Copy, ...]:
    """All that fit together, in the film's order. `timeline` has its size and rate.

    Parameter sets that clash with those of an earlier source get other ids, while there are any.
    """
    canvas = Size(timeline.width, timeline.height)
    covering = Covering(sources, canvas)
    numbers = Numbers(SET_ID)
    found = []
    for span in PicturePlan(timeline).spans:
        clip = _lone_clip(covering, span)
        if clip is None:
            continue
        info = sources.info(clip.media)
        if info.video is None or not _is_as_exported(info.video, canvas):
            continue
        for copy in _copies(timeline.rate, span, clip, info.path):
            joined = numbers.join(copy.sets)
            if joined is not None:
                sets, new_pps = joined
                found.append(replace(copy, sets=sets, new_pps=new_pps))
    return tuple(found)


def copied_share(copies: Sequence[Copy], frames: int) -> float:
    """Of a film's `frames`, 0 to 1."""
    return sum(copy.run.count for copy in copies) / frames if frames else 0.0


def _lone_clip(covering: Covering, span: Span) -> Clip | None:
    layers = covering.unhidden(span.layers)
    if len(layers) != 1 or not shows_as_it_is(layers[0]):
        return None
    item = layers[0].item
    return item if isinstance(item, Clip) and item.speed == 1 else None


def _is_as_exported(video: VideoStream, canvas: Size) -> bool:
    return (
        video.codec == "h264"
        and video.pixel_format == "yuv420p"
        and video.rotation == 0
        and not video.is_mirrored
        and not video.is_interlaced
        and Size(video.width, video.height) == canvas
        and Size(video.display_width, video.display_height) == canvas
        and is_native_stream(video)
    )


def _copies(rate: Fraction, span: Span, clip: Clip, path: Path) -> Iterator[Copy]:
    first, end = frame_count(span.start, rate), frame_count(span.end, rate)
    try:
        with CodedVideo(path) as video:
            sets = ParameterSets.read(video.extradata)
            clock = video.clock
            ticks = [
                clock.tick_at(clip.source_time(frame_start(frame, rate)))
                for frame in range(first, end)
            ]
            packets = _coded(video, sets, ticks)
        for run in closed_runs(packets, ticks, first):
            yield Copy(run, clip, path, sets)
    except NotCopyable:
        return


def _coded(video: CodedVideo, sets: ParameterSets, ticks: Sequence[int]) -> list[Coded]:
    """What is needed to show pictures from the first to the last of `ticks`."""
    found: list[Coded] = []
    if not ticks:
        return found
    for packet in video.packets(ticks[0]):
        if packet.pts is None or packet.dts is None:
            raise NotCopyable("its pictures have no times")
        if packet.dts > ticks[-1]:
            break
        is_idr = packet.is_keyframe and _begins_anew(sets, bytes(packet))
        found.append(Coded(packet.pts, packet.dts, is_idr, packet.is_discard))
    return found


def _begins_anew(sets: ParameterSets, packet: bytes) -> bool:
    """Whether a key packet is an IDR: the container's flag is set for open groups too.

    Raises NotCopyable where the packet brings parameter sets of its own.
    """
    known = {*sets.sps, *sets.pps}
    kinds = []
    for unit in sets.units(packet):
        if unit_type(unit) in {SPS, PPS} and unit not in known:
            raise NotCopyable("its parameter sets change on the way")
        if is_worth_copying(unit):
            kinds.append(unit_type(unit))
    return IDR in kinds
