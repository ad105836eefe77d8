"""The MP4 that an export writes: BT.709 limited and AAC-LC, index in front."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import Any

import av
import av.error
from av.audio.stream import AudioStream
from av.codec.codec import UnknownCodecError
from av.packet import Packet
from av.video.stream import VideoStream

from timeline_studio.render.encoders import X264, Encoder
from timeline_studio.render.encoders.choosing import EncoderFailed
from timeline_studio.render.encoders.settings import set_up as set_up_encoder
from timeline_studio.render.encoders.trial import reason_of
from timeline_studio.render.geometry import Size
from timeline_studio.render.growth import Growth
from timeline_studio.render.mastering.aac import AacPacket
from timeline_studio.render.options import ExportOptions
from timeline_studio.render.segments.coded_segment import CodedPicture
from timeline_studio.render.segments.picture_encoder import REORDERING, set_up
from timeline_studio.render.target import WriteError

SAMPLE_RATE = 48_000


@contextmanager
def _writing() -> Iterator[None]:
    """FFmpeg's refusals are the file's: what it is given to write is sound."""
    try:
        yield
    except av.error.FFmpegError as error:
        raise WriteError(error.errno, error.strerror) from error


@contextmanager
def _encoding() -> Iterator[None]:
    """What is refused before anything is written is the encoder's refusal."""
    try:
        yield
    except av.error.FFmpegError as error:
        raise EncoderFailed(reason_of(error)) from error
    except UnknownCodecError as error:
        raise EncoderFailed("not in this FFmpeg") from error


@dataclass(frozen=True)
class CopiedSets:
    """Parameter sets of the sources that are copied from, each source's behind start codes, and
    by how many pictures the most reordered of them is decoded ahead."""

    sets: tuple[bytes, ...] = ()
    delay: int = 0


class Mp4Writer:
    """Joins pictures that x264 encoded, or has `encoder` encode them, and the packets of a sound.

    A file is whole once `close` has written its index. Raises WriteError, and EncoderFailed where
    an encoder does not open or gives up.
    """

    def __init__(
        self,
        path: Path,
        size: Size,
        rate: Fraction,
        options: ExportOptions,
        *,
        copied: CopiedSets | None = None,
        encoder: Encoder = X264,
        growth: Growth | None = None,
    ) -> None:
        copied = copied or CopiedSets()
        self._encoder = encoder
        self._growth = growth
        self._path = path
        self._rate = rate
        self._count = 0
        self.sound_seconds = 0.0
        """How much of it is written."""
        layout = {"movflags": "+faststart"} if growth is None else growth.muxer_options
        with _writing():
            self._container = av.open(
                str(path),
                "w",
                format="mp4",
                options={**layout, "movie_timescale": _timescale(rate)},
            )
        try:
            with _encoding():
                self._video = self._add_video(size, options)
                context = self._video.codec_context
                context.open()
        except EncoderFailed:
            self.abandon()
            raise
        self._audio = self._add_audio(options)
        own = context.extradata or b""
        self._known_sets = {own, *copied.sets}
        self._delay = max(REORDERING, copied.delay)
        with _writing():
            if copied.sets:
                context.extradata = own + b"".join(dict.fromkeys(copied.sets))
            self._container.start_encoding()

    def write_picture(self, picture: CodedPicture, first: int) -> None:
        """The next packet, of a segment whose first frame is number `first` of the film."""
        packet = Packet(picture.data)
        packet.stream = self._video
        packet.time_base = 1 / self._rate
        packet.pts, packet.dts, packet.duration = first + picture.pts, self._count - self._delay, 1
        packet.is_keyframe = picture.is_key
        self._count += 1
        self._mux([packet])

    def encode_picture(self, frame: av.VideoFrame | None) -> None:
        """The next frame, of a film that this encodes itself; None after the last."""
        with _encoding():
            packets = self._video.encode(frame)
        self._mux(packets)

    def check_sets(self, extradata: bytes) -> None:
        """Raises ValueError for a segment that another encoder made: it cannot be joined."""
        if extradata not in self._known_sets:
            raise ValueError("a segment's parameter sets are not those of the film")

    def write_sound(self, packet: AacPacket) -> None:
        """The next packet of an AacEncoder with the options' bit rate."""
        packet.stream = self._audio
        if packet.pts is not None:
            self.sound_seconds = packet.pts / SAMPLE_RATE
        self._mux([packet])

    @property
    def sound_lead(self) -> float:
        """By how many seconds the sound that is written is ahead of the pictures."""
        return self.sound_seconds - float(self._count / self._rate)

    def close(self) -> None:
        """Write the index."""
        if self._growth is not None:
            self._growth.closes()
        with _writing():
            self._container.close()

    def abandon(self) -> None:
        """End without a file: were it still there, its index would be moved in front."""
        if self._growth is not None:
            self._growth.closes()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        with suppress(av.error.FFmpegError):
            self._container.close()

    def _mux(self, packets: "Sequence[Packet[Any]]") -> None:
        with _writing():
            count = sum(packet.size for packet in packets)
            self._container.mux(packets)
            if self._growth is not None:
                self._growth.wrote(self._path, count)

    def _add_video(self, size: Size, options: ExportOptions) -> VideoStream:
        """x264 is never given a picture here: it is there for the parameter sets, which are those
        of every segment that was encoded with the same settings."""
        stream = self._container.add_stream(self._encoder.name, rate=self._rate)
        if not isinstance(stream, VideoStream):
            raise TypeError(f"{self._encoder.name} encodes no pictures")
        context = stream.codec_context
        if self._encoder == X264:
            set_up(context, size, self._rate, options)
        else:
            context.thread_type = "FRAME"
            set_up_encoder(
                context, self._encoder, size, self._rate, crf=options.crf, preset=options.preset
            )
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
