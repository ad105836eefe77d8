"""One libavfilter chain that takes a picture and gives one back."""

from fractions import Fraction

import av
from av.filter import Graph
from av.video.frame import VideoFrame

BT709 = 1
LIMITED = 1
_UNSPECIFIED = 2
_BT601_LINES = 576
_HDR_TRANSFERS = (16, 18)  # PQ and HLG
_TURNS = {
    0: "",
    90: "transpose=clock,",
    180: "hflip,vflip,",
    270: "transpose=cclock,",
}


class PictureFilter:
    """Applies `chain` to pictures of any size or format; an empty one only adds a reference."""

    def __init__(self, chain: str) -> None:
        self._chain = chain or "null"
        self._shape: tuple[object, ...] = ()
        self._graph: Graph | None = None

    def apply(self, frame: VideoFrame) -> VideoFrame:
        shape = (frame.width, frame.height, frame.format.name, frame.colorspace, frame.color_range)
        if self._graph is None or shape != self._shape:
            self._graph, self._shape = _build(frame, self._chain), shape
        self._graph.vpush(frame)
        return self._graph.vpull()


def _build(frame: VideoFrame, chain: str) -> Graph:
    graph = Graph()
    graph.threads = 1  # each rung has its own thread already
    source = graph.add(
        "buffer",
        f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}:time_base=1/1000:"
        f"pixel_aspect=1/1:colorspace={int(frame.colorspace)}:range={int(frame.color_range)}",
    )
    for step in chain.split(","):
        name, _, arguments = step.partition("=")
        node = graph.add(name, arguments or None)
        source.link_to(node)
        source = node
    source.link_to(graph.add("buffersink"))
    graph.configure()
    return graph


class Upright:
    """Pictures as decoded become upright, square-pixelled yuv420p in BT.709, limited range."""

    def __init__(self, turn: int, size: tuple[int, int], rate: Fraction) -> None:
        self._turn = turn
        self._size = size
        self._time_base = 1 / rate
        self._filter: PictureFilter | None = None
        self._chain = ""

    def picture(self, frame: VideoFrame, number: int) -> VideoFrame:
        """A new picture, stamped with its number before any thread shares it."""
        chain = self._chain_for(frame)
        if self._filter is None or chain != self._chain:
            self._filter, self._chain = PictureFilter(chain), chain
        upright = self._filter.apply(frame)
        upright.pts = number
        upright.time_base = self._time_base
        upright.pict_type = av.video.frame.PictureType.NONE
        return upright

    def _chain_for(self, frame: VideoFrame) -> str:
        turned = self._turn in {90, 270}
        size = (frame.height, frame.width) if turned else (frame.width, frame.height)
        matrix = "" if frame.colorspace != _UNSPECIFIED else _assumed_matrix(frame)
        ready = (
            size == self._size
            and frame.format.name == "yuv420p"
            and (frame.colorspace == BT709 or matrix == "bt709")
        )
        if ready:
            return _TURNS[self._turn].rstrip(",")
        return f"{_TURNS[self._turn]}{self._scale(frame, matrix)},format=pix_fmts=yuv420p"

    def _scale(self, frame: VideoFrame, matrix: str) -> str:
        width, height = self._size
        scale = f"scale={width}:{height}:flags=bicubic:out_color_matrix=bt709:out_range=tv"
        if matrix:
            scale += f":in_color_matrix={matrix}"
        if frame.color_trc in _HDR_TRANSFERS:
            scale += ":out_primaries=bt709:out_transfer=bt709:intent=perceptual"
        return scale


def _assumed_matrix(frame: VideoFrame) -> str:
    """What untagged pictures are usually in: BT.601 up to PAL's size, else BT.709."""
    return "bt601" if min(frame.width, frame.height) <= _BT601_LINES else "bt709"
