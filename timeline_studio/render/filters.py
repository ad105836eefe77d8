"""Small libavfilter graphs, made once for a kind of frames and fed again and again.

All inputs of a graph are pushed together and one picture is pulled. The frames that go in
are shared with readers and caches and stay as they are: `setpts=N` numbers them within.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import cast

import av
from av.filter import Graph
from av.filter.context import FilterContext

from timeline_studio.render.colour import BT709, FULL, LIMITED, buffer_matrix, is_rgb, tag_bt709
from timeline_studio.render.geometry import Size

_Filter = tuple[str, str]
_KEPT_GRAPHS = 24
EXACT = "flags=bicubic+accurate_rnd+bitexact+full_chroma_int+full_chroma_inp"
"""Without these, swscale's bytes depend on where in the memory a frame happens to lie."""
_TO_RGB = f"in_range=tv:out_range=pc:in_color_matrix=bt709:{EXACT}"
_FROM_RGB = f"in_range=pc:out_range=tv:out_color_matrix=bt709:{EXACT}"


class FrameFilters:
    """Conversions, overlays and blends of frames; keeps the graphs that were used last."""

    def __init__(self) -> None:
        self._graphs: OrderedDict[Hashable, _FilterGraph] = OrderedDict()

    def convert(self, frame: av.VideoFrame, chain: Sequence[_Filter]) -> av.VideoFrame:
        """`frame` through a chain of filters that ends in BT.709 limited."""
        source = _source_options(frame)
        graph = self._graph((source, *chain), lambda: _FilterGraph([source], chain))
        return tag_bt709(graph.run(frame))

    def overlay(self, base: av.VideoFrame, picture: av.VideoFrame, x: int, y: int) -> av.VideoFrame:
        """`picture`, with its alpha where it has one, over `base` at even `x`, `y`."""
        inputs = [_studio_options(base), _studio_options(picture)]
        chain = [("overlay", f"x={x}:y={y}:format=yuv420")]
        graph = self._graph((*inputs, x, y), lambda: _FilterGraph(inputs, chain))
        return tag_bt709(graph.run(base, picture))

    def blend(
        self, outgoing: av.VideoFrame, incoming: av.VideoFrame, share: float
    ) -> av.VideoFrame:
        """A mix of two full frames; `share` is the incoming one's, 0 to 1."""
        inputs = [_studio_options(incoming), _studio_options(outgoing)]
        chain = [("blend", "all_mode=normal")]
        graph = self._graph((*inputs, "blend"), lambda: _FilterGraph(inputs, chain))
        for plane in range(3):  # the filter ignores a change of all_opacity
            graph.command(f"c{plane}_opacity", f"{share:.6f}")
        return tag_bt709(graph.run(incoming, outgoing))

    def rgb(self, frame: av.VideoFrame, size: Size, x: int = 0, y: int = 0) -> av.VideoFrame:
        """The part of a full frame of ours at even `x`, `y`, as gbrp."""
        crop = ("crop", f"{size.width}:{size.height}:{x}:{y}")
        return self._studio(frame, [crop, ("scale", _TO_RGB), ("format", "gbrp")])

    def bgra(self, frame: av.VideoFrame) -> av.VideoFrame:
        """A frame of ours with red, green, blue and alpha: the same bytes each time."""
        return self._studio(frame, [("scale", _TO_RGB), ("format", "bgra")])

    def mixed(self, below: av.VideoFrame, above: av.VideoFrame, mode: str) -> av.VideoFrame:
        """Two gbrp frames of one size in a mode of the `blend` filter."""
        inputs = [_buffer_options(below, 0, FULL), _buffer_options(above, 0, FULL)]
        chain = [("blend", f"all_mode={mode}")]
        graph = self._graph((*inputs, mode), lambda: _FilterGraph(inputs, chain))
        return graph.run(below, above)

    def yuv(self, frame: av.VideoFrame, layout: str = "yuv420p") -> av.VideoFrame:
        """A frame of red, green and blue in our colours."""
        source = _buffer_options(frame, 0, FULL)
        chain = [("scale", _FROM_RGB), ("format", layout)]
        graph = self._graph((source, *chain), lambda: _FilterGraph([source], chain))
        return tag_bt709(graph.run(frame))

    def tuned(
        self,
        chain: Sequence[_Filter],
        *frames: av.VideoFrame,
        tuning: Iterable[tuple[int, str, str]] = (),
    ) -> av.VideoFrame:
        """Frames of ours, or of red, green and blue, into the first filter of a chain.

        `tuning` sets options of its filters while it runs, each by place, name and value: what
        moves needs no new graph.
        """
        inputs = [_own_options(frame) for frame in frames]
        graph = self._graph((*inputs, *chain), lambda: _FilterGraph(inputs, chain))
        for place, name, value in tuning:
            graph.command(name, value, place)
        made = graph.run(*frames)
        return made if is_rgb(made) else tag_bt709(made)

    def reference(self, frame: av.VideoFrame) -> av.VideoFrame:
        """Another frame over the same pixels, whose times and tags are the caller's own."""
        return tag_bt709(self._studio(frame, [("null", "")]))

    def _studio(self, frame: av.VideoFrame, chain: Sequence[_Filter]) -> av.VideoFrame:
        source = _studio_options(frame)
        graph = self._graph((source, *chain), lambda: _FilterGraph([source], chain))
        return graph.run(frame)

    def _graph(self, key: Hashable, make: Callable[[], "_FilterGraph"]) -> "_FilterGraph":
        if key not in self._graphs:
            self._graphs[key] = make()
            if len(self._graphs) > _KEPT_GRAPHS:
                self._graphs.popitem(last=False)
        self._graphs.move_to_end(key)
        return self._graphs[key]


class _FilterGraph:
    """Some inputs into the first filter of a chain, one output."""

    def __init__(self, inputs: Sequence[str], chain: Sequence[_Filter]) -> None:
        self._graph = Graph()  # a context holds its graph only weakly
        filters = [self._graph.add(name, options or None) for name, options in chain]
        self._sources = [self._graph.add("buffer", options) for options in inputs]
        for index, source in enumerate(self._sources):
            numbered = self._graph.add("setpts", "N")
            source.link_to(numbered)
            numbered.link_to(filters[0], 0, index)
        self._sink = self._graph.add("buffersink")
        self._graph.link_nodes(*filters, self._sink)
        self._graph.configure()
        self._filters: list[FilterContext] = filters

    def command(self, name: str, value: str, place: int = 0) -> None:
        """Sets an option of the filter at that place of the chain."""
        self._filters[place].process_command(name, value)

    def run(self, *frames: av.VideoFrame) -> av.VideoFrame:
        for source, frame in zip(self._sources, frames, strict=True):
            source.push(frame)
        return cast(av.VideoFrame, self._sink.pull())


def escaped(value: str) -> str:
    """A text as the value of a filter's option."""
    return "".join(f"\\{letter}" if letter in "\\':" else letter for letter in value)


def _own_options(frame: av.VideoFrame) -> str:
    return _buffer_options(frame, 0, FULL) if is_rgb(frame) else _studio_options(frame)


def _source_options(frame: av.VideoFrame) -> str:
    """A `buffer` for frames as a decoder gives them."""
    if is_rgb(frame):
        return _buffer_options(frame, 0, FULL)
    is_full = frame.format.name.startswith("yuvj")
    return _buffer_options(frame, buffer_matrix(frame), FULL if is_full else frame.color_range)


def _studio_options(frame: av.VideoFrame) -> str:
    """A `buffer` for frames that are BT.709 limited, whether their tags say so or not:
    unequal tags would make libavfilter insert conversions."""
    return _buffer_options(frame, BT709, LIMITED)


def _buffer_options(frame: av.VideoFrame, matrix: int, colour_range: int) -> str:
    return (
        f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}:time_base=1/25:"
        f"frame_rate=25:pixel_aspect=1/1:colorspace={matrix}:range={colour_range}"
    )
