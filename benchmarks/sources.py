"""The benchmark's footage: 1080p30 H.264 with sound, a frame number in the corner."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.filter import Graph

from media_factory import read_stamp, stamp

RATE = 30
SIZE = (1920, 1080)
STAMP = (0, 0, 480, 270)
_GOP = 60
_SAMPLE_RATE = 48_000
_PATTERNS = (
    f"testsrc2=size={SIZE[0]}x{SIZE[1]}:rate={RATE}",
    f"mandelbrot=size=960x540:rate={RATE}:maxiter=500",
    f"gradients=size={SIZE[0]}x{SIZE[1]}:rate={RATE}:speed=0.02:nb_colors=6:seed=7",
)


@dataclass(frozen=True)
class Source:
    """Frame n carries `first_number` + n."""

    path: Path
    first_number: int
    frames: int


def make_sources(folder: Path, seconds: int) -> list[Source]:
    """One of each pattern, made once."""
    folder.mkdir(parents=True, exist_ok=True)
    frames = seconds * RATE
    made = []
    for index, pattern in enumerate(_PATTERNS):
        source = Source(folder / f"source-{index}-{seconds}s.mp4", 10_000 * (index + 1), frames)
        if not source.path.exists():
            print(f"making {source.path.name} …", flush=True)
            _make(source, pattern, 220.0 * (index + 1))
        made.append(source)
    return made


def stamped_number(picture: av.VideoFrame) -> int | None:
    """The number in a frame's corner."""
    rows = picture.reformat(format="gray8").to_ndarray()
    return read_stamp(rows, region=STAMP)


def _make(source: Source, pattern: str, frequency: float) -> None:
    partial = source.path.with_suffix(".partial")
    name, _, options = pattern.partition("=")
    graph = Graph()
    chain = [
        graph.add(name, options),
        graph.add("scale", f"w={SIZE[0]}:h={SIZE[1]}:out_color_matrix=bt709:out_range=tv"),
        graph.add("format", "yuv420p"),
        graph.add("noise", "alls=2:allf=t"),
        graph.add("buffersink"),
    ]
    graph.link_nodes(*chain).configure()
    with av.open(str(partial), "w", format="mp4") as container:
        video = container.add_stream(
            "libx264", rate=RATE, options={"preset": "veryfast", "crf": "20", "bf": "2"}
        )
        video.width, video.height, video.pix_fmt = *SIZE, "yuv420p"
        context = video.codec_context
        context.gop_size, context.thread_type = _GOP, "FRAME"
        context.colorspace = context.color_primaries = context.color_trc = 1
        context.color_range = 1
        audio = container.add_stream("aac", rate=_SAMPLE_RATE, layout="stereo")
        for number in range(source.frames):
            frame = _numbered(chain[-1].pull(), source.first_number + number)
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        count = source.frames * _SAMPLE_RATE // RATE
        for start in range(0, count, 1024):
            time = np.arange(start, min(start + 1024, count)) / _SAMPLE_RATE
            wave = 0.3 * np.sin(2 * np.pi * frequency * time, dtype=np.float32)
            block = np.ascontiguousarray(np.tile(wave, (2, 1)), np.float32)
            sound = av.AudioFrame.from_ndarray(block, "fltp", "stereo")
            sound.sample_rate, sound.pts = _SAMPLE_RATE, start
            container.mux(audio.encode(sound))
        container.mux(audio.encode(None))
    partial.replace(source.path)


def _numbered(frame: av.VideoFrame, number: int) -> av.VideoFrame:
    planes = frame.to_ndarray()
    left, top, width, height = STAMP
    picture = stamp(number, (width, height))[..., 0] / 255 * 219 + 16
    planes[top : top + height, left : left + width] = picture
    chroma = planes[SIZE[1] :].reshape(2, SIZE[1] // 2, SIZE[0] // 2)
    chroma[:, top // 2 : (top + height) // 2, left // 2 : (left + width) // 2] = 128
    return av.VideoFrame.from_ndarray(planes, format="yuv420p")
