"""Which footage is so heavy to decode that a proxy is worth its disk space."""

from typing import Final

from av.video.format import VideoFormat

from timeline_studio.media.info import MediaInfo, VideoStream
from timeline_studio.timeline.time import to_seconds

_HEAVY_CODECS: Final = frozenset(
    ("hevc", "av1", "libdav1d", "vp9", "libvpx-vp9", "prores", "dnxhd", "cfhd", "jpeg2000", "vvc")
)
_MOST_PIXELS: Final = 2560 * 1440
_MOST_BITS_A_SECOND: Final = 50_000_000
_EIGHT_BITS: Final = 8


def why_heavy(info: MediaInfo) -> str | None:
    """A word for why it deserves a proxy: its size, codec, depth or bit rate; None where it plays
    well, or where a proxy could not stand for it.

    Heavy is more than 2560 x 1440 pixels; HEVC, AV1, VP9, VVC and the codecs of cameras and
    finishing (ProRes, DNxHD, CineForm, JPEG 2000); more than eight bits; and more than 50 Mbit/s.
    A picture that is partly clear, interlaced or mirrored has no proxy: it would look different.
    """
    video = info.video
    if info.kind != "video" or video is None or not _can_stand_for(video):
        return None
    if video.width * video.height > _MOST_PIXELS:
        return f"{video.width} × {video.height}"
    if video.codec in _HEAVY_CODECS:
        return video.codec.upper()
    bits = max(part.bits for part in VideoFormat(video.pixel_format, 16, 16).components)
    if bits > _EIGHT_BITS:
        return f"{bits} bit"
    seconds = to_seconds(info.duration)
    if seconds and 8 * info.size_bytes / seconds > _MOST_BITS_A_SECOND:
        return f"{round(8 * info.size_bytes / seconds / 1e6)} Mbit/s"
    return None


def _can_stand_for(video: VideoStream) -> bool:
    return not (video.has_alpha or video.is_interlaced or video.is_mirrored)
