"""One small picture that stands for a file."""

from pathlib import Path

import av

from timeline_studio.media.image import image_frame
from timeline_studio.media.info import MediaInfo
from timeline_studio.media.media_error import MediaError
from timeline_studio.media.probe import probe
from timeline_studio.media.rgb_picture import fit, jpeg, upright_rgb
from timeline_studio.media.video_reader import VideoReader


def thumbnail_jpeg(
    path: Path, *, time: int | None = None, width: int = 320, height: int = 180
) -> bytes:
    """A JPEG that fits into `width` by `height` pixels, in the picture's own shape.

    At `time` in flicks; without it at a key picture a tenth into the video, past most fades.
    Raises MediaError, also for a file that has only sound.
    """
    info = probe(path)
    if info.video is None:
        raise MediaError(f"{path} has no picture to show.")
    frame = image_frame(path) if info.kind == "image" else _video_frame(info, time)
    size = fit(info.video.display_width, info.video.display_height, width, height)
    return jpeg(upright_rgb(frame, *size))


def _video_frame(info: MediaInfo, time: int | None) -> av.VideoFrame:
    with VideoReader(info.path) as reader:
        if time is None:
            return reader.keyframe_at(info.duration // 10)
        return reader.frame_at(time)
