"""Tracks with levels of their own, that give way to each other; speed with and without pitch."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from media_factory import click_times, clicks, tone, write_sound
from timeline_studio.render import Mixer
from timeline_studio.timeline.ducking import Ducking
from timeline_studio.timeline.model import MediaReference, Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND

RATE = 48_000
Make = Callable[..., Any]


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


def pitch(samples: np.ndarray) -> float:
    """The strongest frequency, in Hz."""
    spectrum = np.abs(np.fft.rfft(samples[0] * np.hanning(samples.shape[1])))
    return float(np.argmax(spectrum)) * RATE / samples.shape[1]


@pytest.fixture
def ducked(film: Make, tmp_path: Path) -> Callable[..., Timeline]:
    """Six seconds of a tone, that give way to noise from second 2 to second 3."""
    plan = film(Fraction(30))
    music = tone(tmp_path / "music.wav", duration=6, amplitude=0.25)
    noise = np.random.default_rng(1).normal(0, 0.1, (2, RATE))
    voice = write_sound(tmp_path / "voice.wav", noise, RATE)

    def made(**settings: Any) -> Timeline:
        ducking = Ducking(sources=("voice",), depth_db=20.0, **settings)
        tracks = (
            Track(id="voice", kind="audio", items=(plan.clip(voice, 60, 30),)),
            Track(id="music", kind="audio", items=(plan.clip(music, 0, 180),), ducking=ducking),
        )
        return Timeline(rate=plan.rate, tracks=tracks)

    return made


def music_alone(mixed: Make, timeline: Timeline) -> np.ndarray:
    """The level of the tone at each hundredth of a second, as a factor of what it was."""
    voice = msgspec.structs.replace(timeline, tracks=(timeline.tracks[0],))
    samples = mixed(timeline, 6 * RATE) - mixed(voice, 6 * RATE)
    return np.abs(samples[0]).reshape(600, -1).max(axis=1) / 0.25


def test_music_is_out_of_the_way_when_the_voice_begins(ducked: Make, mixed: Make) -> None:
    level = music_alone(mixed, ducked())

    assert level[:185] == pytest.approx(1, abs=0.01)
    assert level[200:320] == pytest.approx(0.1, abs=0.01)
    assert level[380:] == pytest.approx(1, abs=0.01)
    assert (np.diff(level[185:200]) <= 0.01).all()
    assert (np.diff(level[326:378]) >= -0.01).all()


def test_a_voice_under_the_threshold_is_not_heeded(ducked: Make, mixed: Make) -> None:
    assert music_alone(mixed, ducked(threshold_db=-10.0)) == pytest.approx(1, abs=0.01)


def test_a_muted_voice_is_not_given_way_to(ducked: Make, mixed: Make) -> None:
    timeline = ducked()
    muted = msgspec.structs.replace(timeline.tracks[0], muted=True)
    quiet = msgspec.structs.replace(timeline, tracks=(muted, timeline.tracks[1]))

    assert np.abs(mixed(quiet, 6 * RATE)).reshape(2, 600, -1).max(axis=(0, 2)) == pytest.approx(
        0.25, abs=0.01
    )


def test_wherever_reading_begins_music_gives_way_alike(ducked: Make, mixed: Make) -> None:
    timeline = ducked(attack=FLICKS_PER_SECOND, release=2 * FLICKS_PER_SECOND)
    whole = mixed(timeline, 6 * RATE)

    for start in (1, 90_017, 150_000, 200_001):
        np.testing.assert_array_equal(
            mixed(timeline, 3000, start=start), whole[:, start : start + 3000]
        )
    mixer = Mixer(timeline, file_of)
    pieces = [mixer.samples(at, 1024) for at in range(0, 200 * 1024, 1024)]
    mixer.close()
    np.testing.assert_array_equal(np.concatenate(pieces, axis=1), whole[:, : 200 * 1024])


def test_two_tracks_may_give_way_to_each_other(ducked: Make, mixed: Make) -> None:
    timeline = ducked()
    voice = msgspec.structs.replace(timeline.tracks[0], ducking=Ducking(sources=("music",)))

    assert mixed(msgspec.structs.replace(timeline, tracks=(voice, timeline.tracks[1])), RATE).any()


def test_a_track_has_a_gain_and_a_side(film: Make, mixed: Make, tmp_path: Path) -> None:
    plan = film(Fraction(30))
    timeline = plan.timeline(sound=(plan.clip(tone(tmp_path / "a.wav", amplitude=0.5), 0, 30),))
    track = msgspec.structs.replace(timeline.tracks[-1], gain_db=-6.0, pan=1.0)
    samples = mixed(msgspec.structs.replace(timeline, tracks=(track,)), RATE)

    left, right = np.abs(samples).max(axis=1)
    assert left == pytest.approx(0, abs=1e-6)
    assert right == pytest.approx(0.5 * 10 ** (-6 / 20) * np.sqrt(2), abs=0.002)


@pytest.mark.parametrize("speed", ["2", "1/2", "13/10", "-3/2"])
def test_pitch_follows_speed_or_stays(film: Make, mixed: Make, tmp_path: Path, speed: str) -> None:
    media = tone(tmp_path / "a.wav", duration=6, frequency=1000, amplitude=0.3)
    plan = film(Fraction(30))

    def heard(*, keeps: bool) -> np.ndarray:
        clip = plan.clip(
            media, 0, 60, source=3 * FLICKS_PER_SECOND, speed=Fraction(speed), keep_pitch=keeps
        )
        samples = mixed(plan.timeline(sound=(clip,)), RATE, start=RATE // 2)
        return np.asarray(samples)

    assert pitch(heard(keeps=True)) == pytest.approx(1000, abs=3)
    tape = heard(keeps=False)
    assert pitch(tape) == pytest.approx(1000 * abs(Fraction(speed)), abs=1)
    assert np.abs(tape).max() == pytest.approx(0.3, abs=0.002)


def test_without_its_pitch_a_click_lands_on_its_sample(
    film: Make, mixed: Make, tmp_path: Path
) -> None:
    media = clicks(tmp_path / "a.wav", at=[0.5, 1.0], duration=2)
    plan = film(Fraction(30))
    clip = plan.clip(media, 0, 45, speed=Fraction(3, 2), keep_pitch=False)
    timeline = plan.timeline(sound=(clip,))

    whole = mixed(timeline, RATE)
    assert click_times(whole, RATE) == pytest.approx([1 / 3, 2 / 3], abs=1 / RATE)
    np.testing.assert_allclose(
        mixed(timeline, 700, start=15_555), whole[:, 15_555:16_255], atol=1e-6
    )


def test_what_is_too_high_after_speeding_up_is_left_out(
    film: Make, mixed: Make, tmp_path: Path
) -> None:
    media = tone(tmp_path / "a.wav", duration=4, frequency=15_000, amplitude=0.5)
    plan = film(Fraction(30))
    clip = plan.clip(media, 0, 45, speed=Fraction(2), keep_pitch=False)
    inner = mixed(plan.timeline(sound=(clip,)), RATE)[:, 2000:]

    assert 20 * np.log10(np.abs(inner).max()) < -80


def test_music_yields_to_a_voice_in_a_nested_timeline(ducked: Make, mixed: Make) -> None:
    voice, music = ducked().tracks
    nested = msgspec.structs.replace(voice, id="voice/timeline:7/a1")
    timeline = msgspec.structs.replace(ducked(), tracks=(nested, music))

    assert music_alone(mixed, timeline)[250] == pytest.approx(0.1, abs=0.01)
