"""Clips are listened to one by one, as they sound on the timeline."""

from pathlib import Path

import numpy as np
import pytest

from media_factory import write_sound
from timeline_studio.timeline.model import Clip, MediaReference
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.workflows.levelling import gains_to_level

RATE = 48_000


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


def clip(path: Path, name: str, *, gain_db: float = 0.0) -> Clip:
    media = MediaReference(url=str(path))
    return Clip(id=name, start=5 * SECOND, duration=2 * SECOND, media=media, gain_db=gain_db)


@pytest.fixture
def noise(tmp_path: Path) -> Path:
    samples = np.random.default_rng(4).normal(0, 0.05, (2, 2 * RATE))
    return write_sound(tmp_path / "noise.wav", samples, RATE)


def test_each_gets_what_it_lacks_and_silence_nothing(noise: Path, tmp_path: Path) -> None:
    still = write_sound(tmp_path / "still.wav", np.zeros((2, 2 * RATE)), RATE)
    clips = [clip(noise, "one"), clip(still, "still"), clip(noise, "two", gain_db=-6.0)]
    told: list[float] = []

    raises = gains_to_level(clips, -16.0, file_of, progress=told.append)

    assert set(raises) == {"one", "two"}
    assert raises["two"] == pytest.approx(raises["one"] + 6, abs=0.21)
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] < 1


def test_a_clip_over_full_scale_is_measured_whole(noise: Path) -> None:
    loud, usual = (
        gains_to_level([clip(noise, "a", gain_db=gain)], -16.0, file_of, progress=lambda _: None)
        for gain in (30.0, 0.0)
    )

    assert loud["a"] == pytest.approx(usual["a"] - 30, abs=0.21)
