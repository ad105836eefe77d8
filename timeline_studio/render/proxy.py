"""A small film that stands for heavy footage in the monitor: the same pictures at the same times.

It has no sound, the colours of an export, and a key picture every half second or so, so that it
is quick to play either way and to scrub.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import av
import av.error
from av.container import OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from timeline_studio.media import MediaInfo, probe
from timeline_studio.media.picture_decoder import PictureDecoder
from timeline_studio.media.source import origin
from timeline_studio.render.colour import BT709, LIMITED
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.placing import Placer
from timeline_studio.render.render_error import RenderError
from timeline_studio.render.target import partial_file, put_in_place, write_refusal

_SHORT_SIDE = 720
_GROUP = 12
_X264 = {"preset": "ultrafast", "crf": "22", "x264-params": "scenecut=0", "bf": "0", "threads": "1"}


def proxy_size(info: MediaInfo) -> Size:
    """A whole part of its pixels each way, before it is turned: the shorter side 720 at most."""
    if info.video is None:
        raise RenderError(f"{info.path} has no picture: there is nothing to make a proxy of.")
    shown = Size(info.video.display_width, info.video.display_height)
    size = shown if info.video.rotation % 180 == 0 else shown.turned
    part = -(-min(size.width, size.height) // _SHORT_SIDE)
    return Size(_even(size.width / part), _even(size.height / part))


def make_proxy(source: Path, out: Path, *, progress: Callable[[float], None]) -> None:
    """Write the proxy of `source` to `out`, whole or not at all.

    `progress` gets 0 to 1; what it raises ends this. Raises MediaError or RenderError.
    """
    info = probe(source)
    size = proxy_size(info)
    total = info.video.frame_count if info.video is not None else 1
    out.parent.mkdir(parents=True, exist_ok=True)
    with partial_file(out) as partial:
        count = 0
        try:
            with av.open(str(partial), "w", format="mp4") as container:
                for frame in _encoded(source, info, size, container):
                    container.mux(frame)
                    count += 1
                    progress(min(1.0, count / max(1, total)))
        except av.error.FFmpegError as error:
            written = partial.stat().st_size if partial.exists() else 0
            cause = OSError(error.errno, error.strerror)
            share = min(1.0, count / max(1, total))
            raise write_refusal(out, cause, written=written, done=share) from error
        put_in_place(partial, out)


def _encoded(
    source: Path, info: MediaInfo, size: Size, container: OutputContainer
) -> Iterator[list["Packet[VideoStream]"]]:
    """The packets of one picture after the other."""
    decoder = PictureDecoder(source, threads="FRAME", thread_count=0)
    try:
        time_base = decoder.time_base
        stream = _add_stream(container, info, size, decoder)
        placer = Placer(size, FrameFilters())
        start = origin(decoder.container) / time_base
        last = -1
        for frame in decoder.pictures():
            tick = max(0, round((frame.pts or 0) - start))
            if tick <= last:
                continue
            small = placer.convert(frame, size)
            # Before its first picture a film shows that one: so the proxy begins where it does.
            for at in (0, tick) if last < 0 < tick else (tick,):
                yield _encode(stream, small, at)
            last = tick
        yield stream.encode(None)
    finally:
        decoder.close()


def _encode(stream: VideoStream, picture: av.VideoFrame, tick: int) -> list["Packet[VideoStream]"]:
    copy = picture.reformat(format="yuv420p")
    copy.pts, copy.time_base, copy.pict_type = tick, stream.codec_context.time_base, 0
    return list(stream.encode(copy))


def _add_stream(
    container: OutputContainer, info: MediaInfo, size: Size, decoder: PictureDecoder
) -> VideoStream:
    stream = container.add_stream("libx264", options=_X264)
    if not isinstance(stream, VideoStream) or info.video is None:
        raise TypeError("x264 encodes pictures")
    stream.width, stream.height, stream.pix_fmt = size.width, size.height, "yuv420p"
    context = stream.codec_context
    context.time_base = stream.time_base = decoder.time_base
    context.framerate = info.video.rate
    context.gop_size = _GROUP
    context.colorspace = context.color_primaries = context.color_trc = BT709
    context.color_range = LIMITED
    if info.video.rotation:
        stream.set_display_rotation(-info.video.rotation)
    return stream


def _even(length: float) -> int:
    return max(2, round(length / 2) * 2)
