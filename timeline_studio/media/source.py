"""Opening a media file, and which of its streams count."""

import os
import stat
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeVar, cast

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Discard, Disposition, Stream
from av.video.stream import VideoStream

from timeline_studio.media.media_error import MediaError, reading

# Demuxers that open text (tty, subtitles), or follow a document to other files and hosts
# (hls, concat, sdp), would call almost any file media: only these are tried.
_FORMATS = (
    "mov,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,flv,asf,ogg,mxf,gxf,nut,dv,ivf,obu,h264,hevc,"
    "vvc,rm,wtv,y4m,yuv4mpegpipe,wav,w64,aiff,au,caf,flac,mp3,aac,ac3,eac3,dts,dtshd,truehd,mlp,"
    "amr,amrnb,amrwb,ape,wv,tta,tak,oma,gif,apng,image2,png_pipe,jpeg_pipe,jpegxl_pipe,jpegls_pipe,"
    "j2k_pipe,webp_pipe,webp_anim,bmp_pipe,tiff_pipe,exr_pipe,dpx_pipe,psd_pipe,qoi_pipe,"
    "hdr_pipe,pam_pipe,pbm_pipe,pgm_pipe,ppm_pipe,sgi_pipe,sunrast_pipe,gif_pipe"
)
# `shot%03d.png` is one file's name here, never a pattern.
_OPTIONS = {"format_whitelist": _FORMATS, "protocol_whitelist": "file", "pattern_type": "none"}
_COVER = Disposition.attached_pic | Disposition.timed_thumbnails
_Stream = TypeVar("_Stream", bound=Stream)
_MAX_SAMPLE_RATE = 6_144_000  # of what is real, DSD's comes nearest; resampling more takes hours
_MICROSECOND = Fraction(1, 1_000_000)


def open_source(path: Path) -> InputContainer:
    """The opened file; the caller closes it. Raises MediaError."""
    with reading(path):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise MediaError(f"{path} is a folder: choose the media files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise MediaError(f"{path} is not a regular file: choose a media file.")
        if status.st_size == 0:
            raise MediaError(f"{path} is empty: copy or record it again.")
        if not os.access(path, os.R_OK):
            raise PermissionError
        # Old recorders wrote names in other encodings than FFmpeg's UTF-8.
        return av.open(str(path.absolute()), options=_OPTIONS, metadata_errors="replace")


def picture_stream(container: InputContainer) -> VideoStream | None:
    """The video stream to show: the default one, never a cover picture."""
    moving = [s for s in container.streams.video if not s.disposition & _COVER]
    return min(moving, key=_default_first, default=None)


def sound_streams(container: InputContainer) -> tuple[AudioStream, ...]:
    """The audio streams that can be decoded, the default one first."""
    decodable = [
        stream
        for stream in container.streams.audio
        if stream.codec_context is not None and 0 < stream.rate <= _MAX_SAMPLE_RATE
    ]
    return tuple(sorted(decodable, key=_default_first))


def read_only(container: InputContainer, stream: Stream) -> None:
    """Have the demuxer skip every other stream's bytes."""
    for other in container.streams:
        if other.index != stream.index:
            other.discard = Discard.all


def packets_of(container: InputContainer, *streams: _Stream) -> "Iterator[Packet[_Stream]]":
    """As `demux` does, from where the container is.

    A stream that begins on the way (in FLV) is none that PyAV knows: it raises IndexError at
    each of its packets, which nobody asked for.
    """
    while True:
        try:
            yield from cast("Iterator[Packet[_Stream]]", container.demux(*streams))
        except IndexError:
            continue
        return


def origin(container: InputContainer) -> Fraction:
    """The container's start time in seconds: media time 0, as FFmpeg counts it.

    FFmpeg rounds it to microseconds; the stream that starts there knows it exactly.
    """
    if container.start_time is None:
        return Fraction(0)
    rounded = Fraction(container.start_time, av.time_base)
    for stream in container.streams:
        if stream.start_time is not None and stream.time_base is not None:
            exact = stream.start_time * stream.time_base
            if abs(exact - rounded) <= _MICROSECOND:
                return exact
    return rounded


def _default_first(stream: Stream) -> bool:
    return not stream.disposition & Disposition.default
