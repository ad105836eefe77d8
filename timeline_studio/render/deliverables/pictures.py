"""Pictures for places that play no film: a GIF that runs for ever, and one frame as a PNG."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream

from timeline_studio.render.film_reading import Film

_DITHER = "dither=sierra2_4a:diff_mode=rectangle"


def write_gif(film: Film, path: Path) -> None:
    """Twice over the film: once for its 256 colours, once for its pictures."""
    palette = _palette(replace(film, advance=lambda share: film.advance(share / 2)))
    with av.open(str(path), "w", format="gif", options={"loop": "0"}) as container:
        stream: VideoStream = container.add_stream("gif", rate=film.rate)
        stream.width, stream.height = film.timeline.width, film.timeline.height
        stream.pix_fmt = "pal8"
        stream.codec_context.time_base = 1 / film.rate
        for number, frame in enumerate(_in_colours_of(palette, film)):
            frame.pts, frame.time_base = number, 1 / film.rate
            container.mux(stream.encode(frame))
            film.advance(0.5 + (number + 1) / film.frame_total / 2)
        container.mux(stream.encode(None))


def write_png(film: Film, path: Path, *, time: int) -> None:
    """The frame at `time`, in flicks."""
    frame = _rgb(film.frame_at(time))
    encoder = av.CodecContext.create("png", "w")
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, "rgb24"
    frame.pts, frame.time_base = 0, Fraction(1, 25)
    encoder.time_base = frame.time_base
    packets = [*encoder.encode(frame), *encoder.encode(None)]
    path.write_bytes(b"".join(map(bytes, packets)))
    film.advance(1.0)


def _rgb(frame: av.VideoFrame) -> av.VideoFrame:
    return frame.reformat(
        format="rgb24",
        src_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
    )


def _palette(film: Film) -> av.VideoFrame:
    """The 256 colours that serve all frames best, as a picture."""
    graph = Graph()
    frames, sink = _pictures_in(graph, film), graph.add("buffersink")
    graph.link_nodes(frames, graph.add("palettegen", "stats_mode=diff"), sink).configure()
    for number, frame in enumerate(film.frames()):
        frames.push(_rgb(frame))
        film.advance((number + 1) / film.frame_total)
    frames.push(None)
    return _pulled(sink)


def _in_colours_of(palette: av.VideoFrame, film: Film) -> Iterator[av.VideoFrame]:
    graph = Graph()
    frames, sink = _pictures_in(graph, film), graph.add("buffersink")
    colours = graph.add("buffer", _buffer(palette.width, palette.height, "bgra", film.rate))
    use = graph.add("paletteuse", _DITHER)
    frames.link_to(use, 0, 0)
    colours.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    palette.pts = 0
    colours.push(palette)
    colours.push(None)
    waiting = 0
    for frame in film.frames():
        rgb = _rgb(frame)
        rgb.pts, rgb.time_base = frame.pts, frame.time_base
        frames.push(rgb)
        waiting += 1
        try:
            yield _pulled(sink)
        except BlockingIOError:  # it looks one picture ahead
            continue
        waiting -= 1
    frames.push(None)
    for _ in range(waiting):
        yield _pulled(sink)


def _pictures_in(graph: Graph, film: Film) -> FilterContext:
    size = film.timeline
    return graph.add("buffer", _buffer(size.width, size.height, "rgb24", film.rate))


def _buffer(width: int, height: int, pixels: str, rate: Fraction) -> str:
    tick = 1 / rate
    return (
        f"width={width}:height={height}:pix_fmt={pixels}:pixel_aspect=1/1:"
        f"time_base={tick.numerator}/{tick.denominator}"
    )


def _pulled(sink: FilterContext) -> av.VideoFrame:
    frame = sink.pull()
    if not isinstance(frame, av.VideoFrame):
        raise TypeError("a filter of pictures gave none")
    return frame
