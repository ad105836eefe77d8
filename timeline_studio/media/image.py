"""Still images as one upright picture."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np

from timeline_studio.media.display_size import clockwise_rotation, is_mirrored
from timeline_studio.media.exif_orientation import exif_orientation
from timeline_studio.media.first_packets import first_pictures
from timeline_studio.media.media_error import MediaError, reading
from timeline_studio.media.source import open_source, picture_stream

Pixels: TypeAlias = np.ndarray[Any, Any]

# From the stored rows and columns to the upright picture, by EXIF orientation.
_UPRIGHT: dict[int, Callable[[Pixels], Pixels]] = {
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.transpose(1, 0, 2),
    6: lambda a: np.rot90(a, -1),
    7: lambda a: a[::-1, ::-1].transpose(1, 0, 2),
    8: lambda a: np.rot90(a, 1),
}
_BY_ROTATION = {0: 1, 90: 6, 180: 3, 270: 8}
_BY_MIRRORED_ROTATION = {0: 2, 90: 7, 180: 4, 270: 5}


def image_frame(path: Path) -> av.VideoFrame:
    """The picture of an image file, turned as its EXIF orientation says.

    RGBA where it may be transparent, else as decoded (or RGB, where it had to be turned).
    Raises MediaError.
    """
    with open_source(path) as container, reading(path):
        stream = picture_stream(container)
        if stream is None or stream.codec_context is None:
            raise MediaError(f"{path} has no picture that can be read: convert it to PNG.")
        if len(container.streams.video) > 1 and container.metadata.get("major_brand") == "heic":
            raise MediaError(f"{path} is a picture made of tiles: convert it to JPEG or PNG.")
        frame = first_pictures(container, stream).frame
        if frame is None:
            raise MediaError(f"{path} is damaged: its picture cannot be decoded. Copy it again.")
        orientation = exif_orientation(path)
    if orientation == 1:
        known = _BY_MIRRORED_ROTATION if is_mirrored(frame) else _BY_ROTATION
        orientation = known[clockwise_rotation(frame)]
    is_transparent = any(part.is_alpha for part in frame.format.components)
    if is_transparent or frame.format.name == "pal8":
        frame = frame.reformat(format="rgba")
    return _upright(frame, orientation)


def _upright(frame: av.VideoFrame, orientation: int) -> av.VideoFrame:
    if orientation == 1:
        return frame
    layout = "rgba" if frame.format.name == "rgba" else "rgb24"
    pixels = frame.reformat(format=layout).to_ndarray()
    turned = np.ascontiguousarray(_UPRIGHT[orientation](pixels))
    return av.VideoFrame.from_ndarray(turned, format=layout)
