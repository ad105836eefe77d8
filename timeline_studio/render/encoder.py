"""The MP4 that an export writes: H.264 High and AAC-LC, BT.709 limited, index in front."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import Any

import av
import av.error
from av.audio.stream import AudioStream
from av.packet import Packet
from av.video.frame import PictureType
from av.video.stream import VideoStream

from timeline_studio.render.colour import BT709, LIMITED
from timeline_studio.render.geometry import Size
from timeline_studio.render.options import ExportOptions
from timeline_studio.render.target import WriteError
from timeline_studio.render.tempo import Samples, sound_frame

ENCODER = "libx264"
SAMPLE_RATE = 48_000
_KEYFRAME_SECONDS = 5  # 2 cost 3 % of the bytes, 5 nothing
_AAC_FRAME = 1024


@contextmanager
def _writing() -> Iterator[None]:
    """FFmpeg's refusals are the file's: what it is given to write is sound."""
    try:
        yield
    except av.error.FFmpegError as error:
        raise WriteError(error.errno, error.strerror) from error


class Mp4Writer:
    """Encodes and writes; one thread for pictures and the file, one more for sound.

    A file is whole once `close` has written its index. Raises WriteError.
    """

    def __init__(self, path: Path, size: Size, rate: Fraction, options: ExportOptions) -> None:
        self._path = path
        self._rate = rate
        self._count = 0
        self._sound_seconds = 0.0
        with _writing():
            self._container = av.open(
                str(path),
                "w",
                format="mp4",
                options={"movflags": "+faststart", "movie_timescale": _timescale(rate)},
            )
        self._video = self._add_video(size, options)
        self._audio = self._add_audio(options)
        with _writing():
            self._container.start_encoding()

    def write_picture(self, frame: av.VideoFrame) -> None:
        """The next frame; its pts, time base and picture type are overwritten."""
        frame.pts = self._count
        frame.time_base = 1 / self._rate
        frame.pict_type = PictureType.NONE  # the source's I pictures are not ours
        self._count += 1
        self._mux(self._video.encode(frame))

    def encode_sound(self, blocks: Iterable[Samples]) -> Iterator["Packet[AudioStream]"]:
        """Packets of consecutive samples; every block but the last is a multiple of 1024."""
        start = 0
        for block in blocks:
            for offset in range(0, block.shape[1], _AAC_FRAME):
                part = block[:, offset : offset + _AAC_FRAME]
                yield from self._audio.encode(sound_frame(part, SAMPLE_RATE, start))
                start += part.shape[1]
        yield from self._audio.encode(None)

    def write_sound(self, packet: "Packet[AudioStream]") -> None:
        if packet.pts is not None:
            self._sound_seconds = packet.pts / SAMPLE_RATE
        self._mux([packet])

    @property
    def sound_lead(self) -> float:
        """By how many seconds the sound that is written is ahead of the pictures."""
        return self._sound_seconds - float(self._count / self._rate)

    def finish_pictures(self) -> None:
        self._mux(self._video.encode(None))

    def close(self) -> None:
        """Write the index."""
        with _writing():
            self._container.close()

    def abandon(self) -> None:
        """End without a file: were it still there, its index would be moved in front."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        with suppress(av.error.FFmpegError):
            self._container.close()

    def _mux(self, packets: "Sequence[Packet[Any]]") -> None:
        with _writing():
            self._container.mux(packets)

    def _add_video(self, size: Size, options: ExportOptions) -> VideoStream:
        stream: VideoStream = self._container.add_stream(
            "libx264",
            rate=self._rate,
            options={
                "preset": options.preset,
                "crf": f"{options.crf:g}",
                "profile": "high",
                "x264-params": "open-gop=0:8x8dct=1",  # without it, ultrafast is Baseline
            },
        )
        context = stream.codec_context
        context.width, context.height, context.pix_fmt = size.width, size.height, "yuv420p"
        context.time_base = 1 / self._rate
        context.gop_size = max(1, round(self._rate * _KEYFRAME_SECONDS))
        context.colorspace = context.color_primaries = context.color_trc = BT709
        context.color_range = LIMITED
        context.thread_type = "FRAME"  # PyAV's default, slices, costs a tenth of the speed
        return stream

    def _add_audio(self, options: ExportOptions) -> AudioStream:
        stream = self._container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        stream.codec_context.bit_rate = options.audio_bitrate
        return stream


def _timescale(rate: Fraction) -> str:
    """Ticks a second that divide frames and samples alike: the edit lists, which cut the sound's
    end, are written in it, and FFmpeg's own 1000 would be up to 48 samples off."""
    both = lcm(SAMPLE_RATE, rate.numerator)
    return str(both if both < 2**31 else SAMPLE_RATE)
