"""One decoded picture goes down the ladder: each rung scales what a larger rung has scaled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from av.video.frame import VideoFrame

from timeline_studio.productions.local.belt import Belt, Crew
from timeline_studio.productions.local.geometry import Layout, Size
from timeline_studio.productions.local.picture_filter import PictureFilter
from timeline_studio.productions.local.plan import PictureCoding
from timeline_studio.productions.local.rung_encoder import RungEncoder

_SCALE = "scale={}:{}:flags=bicubic"


@dataclass(frozen=True)
class PictureTask:
    """One rendition to encode into `path`."""

    path: Path
    layout: Layout
    coding: PictureCoding


class Cascade:
    """A thread a rung. Give it every picture with `put`, then `end`; the crew's end is its own."""

    def __init__(self, tasks: Sequence[PictureTask], rate: Fraction, crew: Crew) -> None:
        by_area = sorted(tasks, key=lambda task: _area(task.layout.content), reverse=True)
        belts: list[Belt[VideoFrame]] = [Belt(crew) for _ in by_area]
        outlets: list[list[Belt[VideoFrame]]] = [[] for _ in by_area]
        self._roots: list[Belt[VideoFrame]] = []
        for index, task in enumerate(by_area):
            parent = _parent(index, by_area)
            (self._roots if parent is None else outlets[parent]).append(belts[index])
            # one thread would let the largest rung hold up all the others
            threads = 2 if index == 0 else 1
            work = _rung(task, rate, belts[index], outlets[index], threads, parent is not None)
            crew.start(f"rung {task.path.stem}", work)

    def put(self, picture: VideoFrame) -> None:
        for belt in self._roots:
            belt.put(picture)

    def end(self) -> None:
        for belt in self._roots:
            belt.put(None)


def _parent(index: int, tasks: Sequence[PictureTask]) -> int | None:
    """The smallest of the larger rungs that shows the same part of the source."""
    own = tasks[index].layout
    for candidate in range(index - 1, -1, -1):
        layout = tasks[candidate].layout
        if layout.crop == own.crop and _covers(layout.content, own.content):
            return candidate
    return None


def _rung(
    task: PictureTask,
    rate: Fraction,
    inlet: Belt[VideoFrame],
    outlets: Sequence[Belt[VideoFrame]],
    threads: int,
    is_cropped_already: bool,
) -> Callable[[], None]:
    scale, pad = picture_chains(task.layout, is_cropped_already=is_cropped_already)

    def work() -> None:
        to_content, to_canvas = PictureFilter(scale), PictureFilter(pad)
        with RungEncoder(
            task.path, task.layout.canvas, rate, task.coding, threads=threads
        ) as encoder:
            while (picture := inlet.get()) is not None:
                content = _keep_stamp(to_content.apply(picture), picture)
                for outlet in outlets:
                    outlet.put(content)
                encoder.encode(_keep_stamp(to_canvas.apply(content), picture))
        for outlet in outlets:
            outlet.put(None)

    return work


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
