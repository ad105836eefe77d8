"""Small films: clips of real files on tracks, rendered and read back."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from timeline_studio.render import Compositor, ExportOptions, Mixer, export_timeline
from timeline_studio.timeline.model import (
    Clip,
    Item,
    MediaReference,
    Still,
    Timeline,
    Track,
    Transition,
    new_id,
)
from timeline_studio.timeline.time import frame_start

QUICK = ExportOptions(preset="ultrafast", crf=18)


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


@dataclass
class Film:
    """Builds timelines whose times are frames at `rate`, counted from 0."""

    rate: Fraction
    size: tuple[int, int] = (320, 180)

    def time(self, frame: int) -> int:
        return frame_start(frame, self.rate)

    def clip(
        self, path: Path, start: int, frames: int, *, source: int = 0, **properties: Any
    ) -> Clip:
        """`source` is in flicks: the sources have rates of their own."""
        return Clip(
            id=new_id(),
            start=self.time(start),
            duration=self.time(start + frames) - self.time(start),
            source_start=source,
            media=MediaReference(url=str(path), name=path.name),
            **properties,
        )

    def still(self, path: Path, start: int, frames: int) -> Still:
        return Still(
            id=new_id(),
            start=self.time(start),
            duration=self.time(start + frames) - self.time(start),
            media=MediaReference(url=str(path), name=path.name),
        )

    def dissolve(self, cut: int, frames_before: int, frames_after: int) -> Transition:
        return Transition(
            id=f"dissolve@{cut}",
            cut=self.time(cut),
            in_offset=self.time(cut) - self.time(cut - frames_before),
            out_offset=self.time(cut + frames_after) - self.time(cut),
        )

    def timeline(self, *rows: tuple[Item, ...], sound: tuple[Clip, ...] = ()) -> Timeline:
        """Video tracks from the bottom up, and one audio track; a row may hold dissolves."""
        tracks = [self.track("video", row, f"V{n}") for n, row in enumerate(rows)]
        if sound:
            tracks.append(self.track("audio", sound, "A1"))
        width, height = self.size
        return Timeline(rate=self.rate, width=width, height=height, tracks=tuple(tracks))

    @staticmethod
    def track(kind: Any, row: tuple[Any, ...], name: str) -> Track:
        return Track(
            id=name,
            kind=kind,
            items=tuple(part for part in row if not isinstance(part, Transition)),
            transitions=tuple(part for part in row if isinstance(part, Transition)),
        )


@dataclass
class Rendered:
    """A file that was exported, decoded."""

    path: Path
    pictures: list[av.VideoFrame]
    sound: np.ndarray

    def rgb(self, frame: int) -> np.ndarray:
        picture = self.pictures[frame]
        return picture.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray()


def read_back(path: Path) -> Rendered:
    with av.open(str(path)) as container:
        pictures = list(container.decode(video=0))
    with av.open(str(path)) as container:  # from its start: a seek may drop the first packet
        blocks = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return Rendered(path, pictures, np.concatenate(blocks, axis=1))


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Made first, so that `prepare_text` finds it, and the window's tests share it."""


@pytest.fixture
def film() -> Callable[..., Film]:
    return Film


@pytest.fixture
def render(tmp_path: Path) -> Callable[[Timeline], Rendered]:
    def rendered(timeline: Timeline, options: ExportOptions = QUICK) -> Rendered:
        out = tmp_path / "out" / "film.mp4"
        out.parent.mkdir(exist_ok=True)
        export_timeline(timeline, out, file_of, options)
        return read_back(out)

    return rendered


@pytest.fixture
def picture_at() -> Callable[[Timeline, int], np.ndarray]:
    """The compositor's frame as RGB, BT.709."""

    def picture(timeline: Timeline, frame: int) -> np.ndarray:
        compositor = Compositor(timeline, file_of)
        try:
            shown = compositor.frame(frame_start(frame, timeline.rate))
            copy = shown.reformat(format="rgb24", src_colorspace="ITU709", src_color_range="MPEG")
            return copy.to_ndarray()
        finally:
            compositor.close()

    return picture


@pytest.fixture
def mixed() -> Callable[..., np.ndarray]:
    """The mixer's samples from the timeline's start."""

    def samples(timeline: Timeline, count: int, *, start: int = 0) -> np.ndarray:
        mixer = Mixer(timeline, file_of)
        try:
            return mixer.samples(start, count)
        finally:
            mixer.close()

    return samples
