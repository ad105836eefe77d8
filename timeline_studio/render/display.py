"""A composed frame as pixels that a window can paint."""

import av
from av.video.reformatter import ColorRange, Colorspace, Interpolation


def bgra_bytes(frame: av.VideoFrame, width: int, height: int) -> tuple[memoryview, int]:
    """`frame` scaled to `width` x `height`, as 4 bytes a pixel (B, G, R, opaque) and bytes a row.

    The frame is BT.709 in limited range, as the compositor makes it. The view keeps its memory
    alive and must not be written to.
    """
    shown = frame.reformat(
        width=width,
        height=height,
        format="bgra",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
        interpolation=Interpolation.BILINEAR,
    )
    plane = shown.planes[0]
    return memoryview(plane), plane.line_size
