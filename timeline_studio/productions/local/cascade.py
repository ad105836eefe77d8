"""One decoded picture goes down the ladder: each rung scales what a larger rung has scaled."""

from collections.abc import Sequence
from dataclasses import dataclass

from av.video.frame import VideoFrame

from timeline_studio.productions.local.belt import Belt, Crew
from timeline_studio.productions.local.coded_file import CodedFile
from timeline_studio.productions.local.geometry import Layout, Size
from timeline_studio.productions.local.picture_filter import PictureFilter
from timeline_studio.productions.local.plan import PictureCoding
from timeline_studio.productions.local.rung_encoder import RungEncoder

_SCALE = "scale={}:{}:flags=bicubic"


@dataclass(frozen=True)
class PictureTask:
    """One rendition to encode into `target`."""

    target: CodedFile
    layout: Layout
    coding: PictureCoding


class Cascade:
    """A thread a rung. Give it every picture with `put`, then `end`; the crew's end is its own."""

    def __init__(self, tasks: Sequence[PictureTask], crew: Crew) -> None:
        by_area = sorted(tasks, key=lambda task: _area(task.layout.content), reverse=True)
        layouts = [task.layout for task in by_area]
        rungs = [_Rung(task, crew, threads=1 + (task is by_area[0])) for task in by_area]
        self._roots: list[_Rung] = []
        for index, rung in enumerate(rungs):
            parent = parent_of(index, layouts)
            if parent is None:
                self._roots.append(rung)
            else:
                rungs[parent].feeds.append(rung)
                rung.is_fed_by_rung = True
        for rung in rungs:
            crew.start(rung.name, rung.run)

    def put(self, picture: VideoFrame) -> None:
        for rung in self._roots:
            rung.inlet.put(picture)

    def end(self) -> None:
        for rung in self._roots:
            rung.inlet.put(None)


def parent_of(index: int, layouts: Sequence[Layout]) -> int | None:
    """The smallest of the larger rungs before it that shows the same part of the source."""
    own = layouts[index]
    for candidate in range(index - 1, -1, -1):
        layout = layouts[candidate]
        if layout.crop == own.crop and _covers(layout.content, own.content):
            return candidate
    return None


class _Rung:
    """Scales, hands on to the rungs that it feeds, pads, encodes.

    The largest has two threads: with one it would hold up all the others.
    """

    def __init__(self, task: PictureTask, crew: Crew, *, threads: int) -> None:
        self.name = f"rung {task.target.path.stem}"
        self.inlet: Belt[VideoFrame] = Belt(crew)
        self.feeds: list[_Rung] = []
        self.is_fed_by_rung = False
        self._task = task
        self._threads = threads

    def run(self) -> None:
        task = self._task
        scale, pad = picture_chains(task.layout, is_cropped_already=self.is_fed_by_rung)
        to_content, to_canvas = PictureFilter(scale), PictureFilter(pad)
        with RungEncoder(
            task.target, task.layout.canvas, task.coding, threads=self._threads
        ) as encoder:
            while (picture := self.inlet.get()) is not None:
                content = _keep_stamp(to_content.apply(picture), picture)
                for rung in self.feeds:
                    rung.inlet.put(content)
                encoder.encode(_keep_stamp(to_canvas.apply(content), picture))
        for rung in self.feeds:
            rung.inlet.put(None)


def picture_chains(layout: Layout, *, is_cropped_already: bool = False) -> tuple[str, str]:
    """The filters from the source to the content, and from the content to the canvas."""
    crop = ""
    if layout.crop and not is_cropped_already:
        x, y, width, height = layout.crop
        crop = f"crop={width}:{height}:{x}:{y},"
    pad = ""
    if layout.canvas != layout.content:
        pad = "pad={}:{}:{}:{}:black".format(*layout.canvas, *layout.offset)
    return crop + _SCALE.format(*layout.content), pad


def _keep_stamp(picture: VideoFrame, stamped: VideoFrame) -> VideoFrame:
    picture.pts, picture.time_base = stamped.pts, stamped.time_base
    return picture


def _covers(outer: Size, inner: Size) -> bool:
    return outer[0] >= inner[0] and outer[1] >= inner[1]


def _area(size: Size) -> int:
    return size[0] * size[1]
