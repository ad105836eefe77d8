"""An hour of cuts: picture and sound are as much in step at its end as at its start."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from media_factory import click_times, read_stamp, stamped_video
from timeline_studio.render import Compositor, Mixer
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start, sample_at

RATE, SOURCE_RATE = Fraction(30000, 1001), Fraction(25)
SAMPLE_RATE = 48_000
FRAMES, CUTS = 30, 3600
CLICK_AT, CLICK_PICTURE = 0.52, 13
"""In the source: when it clicks, and the picture that comes onto the screen then."""
Make = Callable[..., Any]


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def hour(film: Make, tmp_path: Path) -> Any:
    """Every clip shows the source from a place of its own, a little before its click."""
    source = stamped_video(
        tmp_path / "a.mp4", frames=60, rate=SOURCE_RATE, bframes=2, clicks_at=[CLICK_AT]
    )
    plan = film(RATE)

    def clip(number: int) -> Any:
        offset = FLICKS_PER_SECOND * (number % 7) // 100
        return plan.clip(source, number * FRAMES, FRAMES, source=offset)

    row, sound = (tuple(clip(number) for number in range(CUTS)) for _ in "va")
    return plan.timeline(row, sound=sound)


def test_the_click_comes_with_its_picture_in_every_clip(hour: Any) -> None:
    compositor, mixer = Compositor(hour, file_of), Mixer(hour, file_of)
    try:
        for number in (0, 1, 2, 1799, 1800, 2400, 3000, CUTS - 2, CUTS - 1):
            first = number * FRAMES
            offset = hour.tracks[0].items[number].source_start / FLICKS_PER_SECOND
            start = sample_at(frame_start(first, RATE), SAMPLE_RATE)
            heard = click_times(mixer.samples(start, SAMPLE_RATE), SAMPLE_RATE)
            assert heard[0] == pytest.approx(CLICK_AT - offset, abs=1.5 / SAMPLE_RATE)
            shown = next(
                frame
                for frame in range(FRAMES)
                if read_stamp(compositor.frame(frame_start(first + frame, RATE))) == CLICK_PICTURE
            )
            assert 0 <= shown / RATE - Fraction(CLICK_AT - offset) < 1 / RATE + Fraction(1, 10**6)
    finally:
        compositor.close()
        mixer.close()
