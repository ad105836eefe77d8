"""The pictures along a clip."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import av

from timeline_studio.media.media_error import MediaError
from timeline_studio.media.rgb_picture import RgbPicture, upright_rgb
from timeline_studio.media.video_reader import VideoReader


def filmstrip_rgb(path: Path, times: Sequence[int], height: int) -> Iterator[RgbPicture]:
    """For each of the rising `times` a picture (height, width, 3) of uint8.

    It is a picture of the time's bucket, which ends where the next begins: a key picture
    where there is one, because it is quickest, else the first picture. Raises MediaError.
    """
    with VideoReader(path) as reader:
        video = reader.info.video
        if video is None:
            raise MediaError(f"{path} has no picture to show.")
        width = max(1, round(video.display_width * height / video.display_height))
        for start, end in zip(times, _ends(times), strict=True):
            yield upright_rgb(_bucket_frame(reader, start, end), width, height)


def _ends(times: Sequence[int]) -> list[int]:
    """The last bucket is as long as the one before."""
    if len(times) < 2:
        return list(times)
    return [*times[1:], 2 * times[-1] - times[-2]]


def _bucket_frame(reader: VideoReader, start: int, end: int) -> av.VideoFrame:
    if reader.has_keyframe(start, end):
        frame = reader.keyframe_at(end - 1)
        if start <= reader.time_of(frame) < end:
            return frame
    return reader.frame_at(start)
