"""Does an encoder work on this computer? Asked by having it encode."""

from fractions import Fraction

import av
import av.error
import av.logging
from av.video.codeccontext import VideoCodecContext

from timeline_studio.render.encoders.known import Encoder
from timeline_studio.render.encoders.settings import pixel_format, set_up
from timeline_studio.render.geometry import Size

_SIZE = Size(640, 360)  # some cards refuse what is much smaller
_RATE = Fraction(30)
_FRAMES = 24


def trouble_with(encoder: Encoder) -> str:
    """Why it cannot be used; empty where it made pictures that can be decoded.

    A driver may take the process down with it, or never answer: to be asked in a process that
    may be lost.
    """
    try:
        packets = _encoded(encoder)
    except av.error.FFmpegError as error:
        return reason_of(error)
    except ValueError:  # what PyAV says of a codec that this FFmpeg was built without
        return "not in this FFmpeg"
    if len(packets) < _FRAMES:
        return f"{len(packets)} of {_FRAMES} pictures came back"
    return ""


def tell_reasons() -> None:
    """Have FFmpeg's errors carry what the encoder said, in this whole process."""
    av.logging.set_level(av.logging.ERROR)


def reason_of(error: av.error.FFmpegError) -> str:
    """What the encoder itself said, where it did: FFmpeg's number often means nothing."""
    said = str(error.log[-1]).strip() if error.log else ""
    words = said or error.strerror or str(error)
    return " ".join(words.split()).rstrip(".")


def _encoded(encoder: Encoder) -> list[bytes]:
    context = av.CodecContext.create(encoder.name, "w")
    if not isinstance(context, VideoCodecContext):
        raise TypeError(f"{encoder.name} encodes no pictures")
    set_up(context, encoder, _SIZE, _RATE, crf=23, preset="ultrafast")
    context.open()
    packets = []
    for number in range(_FRAMES):
        frame = av.VideoFrame(_SIZE.width, _SIZE.height, pixel_format(encoder))
        for plane in frame.planes:
            plane.update(bytes([16 + 8 * number]) * plane.buffer_size)
        frame.pts, frame.time_base = number, 1 / _RATE
        packets += context.encode(frame)
    return [bytes(packet) for packet in [*packets, *context.encode(None)]]


def ffmpeg_build() -> str:
    """Which FFmpeg this is: another one may have other encoders, and use other drivers."""
    versions = ", ".join(
        f"{name} {'.'.join(map(str, number))}"
        for name, number in sorted(av.library_versions.items())
    )
    return f"FFmpeg {av.ffmpeg_version_info}, {versions}"
