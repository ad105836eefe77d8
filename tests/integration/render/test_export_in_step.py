"""What a player shows and plays of an export is what was composed and mixed, at its time."""

import struct
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from media_factory import click_times, stamped_video
from timeline_studio.render import Compositor, ExportOptions
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.time import frame_start

RATE = Fraction(25)
Make = Callable[..., Any]
_NESTS = {b"moov", b"trak", b"edts", b"mdia"}


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[tuple[bytes, bytes]]:
    """Every box of an MP4 by its name, and what it holds."""
    while start < (len(data) if end is None else end):
        size, name = struct.unpack_from(">I4s", data, start)
        yield name, data[start + 8 : start + size]
        if name in _NESTS:
            yield from boxes(data, start + 8, start + size)
        start += size


@pytest.fixture
def rendered(film: Make, render: Make, tmp_path: Path) -> Any:
    source = stamped_video(
        tmp_path / "a.mp4", frames=75, rate=RATE, size=(640, 360), clicks_at=[0.2, 1.0, 2.2]
    )
    plan = film(RATE, size=(640, 360))
    timeline = plan.timeline((plan.clip(source, 0, 60),), sound=(plan.clip(source, 0, 60),))
    return timeline, render(timeline, ExportOptions(preset="medium", crf=16))


def test_an_edit_list_cuts_the_coder_s_priming_off(rendered: Any) -> None:
    _, film = rendered
    lists = [held for name, held in boxes(film.path.read_bytes()) if name == b"elst"]
    starts = [struct.unpack_from(">i", held, 12)[0] for held in lists]

    assert any(start >= 1024 for start in starts)
    assert click_times(film.sound, 48_000) == pytest.approx([0.2, 1.0, 2.2], abs=0.001)
    with av.open(str(film.path)) as container:
        video, sound = container.streams.video[0], container.streams.audio[0]
        assert video.start_time == 0
        assert sound.start_time * sound.time_base <= 0


def test_a_decoded_export_is_the_monitors_frame_to_ssim_98(rendered: Any) -> None:
    timeline, film = rendered
    compositor = Compositor(timeline, file_of)
    try:
        for number in (0, 7, 24, 25, 59):
            shown = _luma(compositor.frame(frame_start(number, RATE)))
            assert ssim(shown, _luma(film.pictures[number])) >= 0.98
    finally:
        compositor.close()


def _luma(frame: av.VideoFrame) -> np.ndarray:
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
    return rows[:, : plane.width].astype(float)


def ssim(one: np.ndarray, other: np.ndarray) -> float:
    """The mean structural similarity of 8 by 8 blocks (Wang et al., 2004)."""

    def means(values: np.ndarray) -> np.ndarray:
        height, width = (length // 8 * 8 for length in values.shape)
        blocks = values[:height, :width].reshape(height // 8, 8, width // 8, 8)
        return blocks.mean(axis=(1, 3))

    first, second = means(one), means(other)
    variances = means(one**2) - first**2, means(other**2) - second**2
    covariance = means(one * other) - first * second
    small, large = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    similar = (2 * first * second + small) * (2 * covariance + large)
    spread = (first**2 + second**2 + small) * (sum(variances) + large)
    return float((similar / spread).mean())
