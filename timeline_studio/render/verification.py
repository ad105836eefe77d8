"""Is an export whole? Asked of the file itself before it counts as done."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import av.error

from timeline_studio.media import MediaError, VideoReader, probe
from timeline_studio.render.encoder import SAMPLE_RATE
from timeline_studio.render.encoders import Coding
from timeline_studio.render.geometry import Size
from timeline_studio.render.render_error import RenderError
from timeline_studio.timeline.time import frame_start


@dataclass(frozen=True)
class Expected:
    """What the file must hold."""

    size: Size
    rate: Fraction
    frames: int
    samples: int
    coding: Coding = "h264"


def verify_export(path: Path, expected: Expected) -> None:
    """Streams, lengths, and that the end can be decoded. Raises RenderError."""
    try:
        problem = _stream_problem(path, expected) or _end_problem(path, expected)
    except (MediaError, av.error.FFmpegError) as error:
        problem = str(error)
    if problem:
        raise RenderError(f"The export did not come out whole ({problem}): export it again.")


def _stream_problem(path: Path, expected: Expected) -> str | None:
    info = probe(path)
    video = info.video
    if video is None or len(info.audio) != 1:
        return "a stream is missing"
    if (video.codec, video.width, video.height) != (
        expected.coding,
        expected.size.width,
        expected.size.height,
    ):
        return f"its picture is {video.codec} {video.width}×{video.height}"
    with av.open(str(path)) as container:
        pictures, sound = container.streams.video[0], container.streams.audio[0]
        if pictures.frames != expected.frames:
            return f"it has {pictures.frames} frames of {expected.frames}"
        if _length(sound) != Fraction(expected.samples, SAMPLE_RATE):
            return f"its sound lasts {float(_length(sound)):.3f} s"
        if abs(_length(pictures) - expected.frames / expected.rate) * expected.rate >= 1:
            return f"its picture lasts {float(_length(pictures)):.3f} s"
    return None


def _end_problem(path: Path, expected: Expected) -> str | None:
    """Decode the last picture, and the sound beside it."""
    time = frame_start(expected.frames - 1, expected.rate)
    with VideoReader(path) as reader:
        shown = reader.time_of(reader.frame_at(time))
    if abs(shown - time) >= frame_start(1, expected.rate) / 2:
        return "its last picture cannot be decoded"
    with av.open(str(path)) as container:
        container.seek(int((expected.frames - 1) / expected.rate * av.time_base))
        if next(container.decode(audio=0), None) is None:
            return "the end of its sound cannot be decoded"
    return None


def _length(stream: av.VideoStream | av.AudioStream) -> Fraction:
    """Seconds."""
    if stream.duration is None or stream.time_base is None:
        return Fraction(0)
    return stream.duration * stream.time_base
