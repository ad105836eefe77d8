"""Composed frames become the right pixels."""

import av
import numpy as np
import pytest

from timeline_studio.render.display import bgra_bytes


def plain_frame(luma: int, blue: int, red: int, *, width: int = 64, height: int = 36):
    frame = av.VideoFrame(width, height, "yuv420p")
    for plane, value in zip(frame.planes, (luma, blue, red), strict=True):
        plane.update(bytes([value]) * (plane.line_size * plane.height))
    return frame


def pixels(frame: av.VideoFrame, width: int, height: int) -> np.ndarray:
    data, stride = bgra_bytes(frame, width, height)
    rows = np.frombuffer(data, np.uint8)[: stride * height].reshape(height, stride)
    return rows[:, : width * 4].reshape(height, width, 4)


@pytest.mark.parametrize(
    ("yuv", "bgr"),
    [
        ((16, 128, 128), (0, 0, 0)),
        ((235, 128, 128), (255, 255, 255)),
        ((63, 102, 240), (0, 0, 255)),  # pure red in BT.709; BT.601 would be (81, 90, 240)
        ((173, 42, 26), (0, 255, 0)),
        ((32, 240, 118), (255, 0, 0)),
    ],
)
def test_colours_are_converted_with_the_hd_matrix(yuv, bgr):
    shown = pixels(plain_frame(*yuv), 64, 36)

    assert np.abs(shown[..., :3].astype(int) - bgr).max() <= 3


def test_every_pixel_is_opaque():
    assert (pixels(plain_frame(100, 90, 160), 64, 36)[..., 3] == 255).all()


@pytest.mark.parametrize("size", [(64, 36), (33, 19), (640, 360), (1, 1)])
def test_the_picture_is_scaled_to_the_asked_size(size):
    width, height = size

    shown = pixels(plain_frame(235, 128, 128), width, height)

    assert shown.shape == (height, width, 4)
    assert (shown >= 252).all()


def test_the_pixels_outlive_the_frame():
    frame = plain_frame(235, 128, 128)
    data, _ = bgra_bytes(frame, 64, 36)

    del frame

    assert data[0] >= 252
