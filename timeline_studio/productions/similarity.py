"""How alike two moving pictures are: SSIM, frame by frame, by libavfilter."""

from dataclasses import dataclass

import av
from av.filter import Graph
from av.video.frame import VideoFrame

_FORMAT = "yuv420p"


@dataclass(frozen=True)
class Similarity:
    """Means over `frames` pictures, all planes: 1.0 is the very same; `lowest` is the worst."""

    mean: float
    lowest: float
    frames: int


class SimilarityMeter:
    """Takes pairs of pictures of one size."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._values: list[float] = []
        self._graph = Graph()
        options = (
            f"video_size={size[0]}x{size[1]}:pix_fmt={_FORMAT}:time_base=1/25:pixel_aspect=1/1"
            ":colorspace=1:range=1"
        )
        self._sources = [self._graph.add("buffer", options) for _ in range(2)]
        meter, sink = self._graph.add("ssim"), self._graph.add("buffersink")
        for index, source in enumerate(self._sources):
            numbered = self._graph.add("setpts", "N")  # pairs meet, whatever their times were
            source.link_to(numbered)
            numbered.link_to(meter, 0, index)
        meter.link_to(sink)
        self._graph.configure()
        self._sink = sink

    def take(self, picture: VideoFrame, reference: VideoFrame) -> None:
        for source, frame in zip(self._sources, (picture, reference), strict=True):
            source.push(_plain(frame))
        compared = self._sink.pull()
        if isinstance(compared, av.VideoFrame):
            self._values.append(float(compared.metadata["lavfi.ssim.All"]))

    def result(self) -> Similarity | None:
        """None where nothing was compared."""
        if not self._values:
            return None
        mean = sum(self._values) / len(self._values)
        return Similarity(mean, min(self._values), len(self._values))


def _plain(frame: VideoFrame) -> VideoFrame:
    return frame if frame.format.name == _FORMAT else frame.reformat(format=_FORMAT)
