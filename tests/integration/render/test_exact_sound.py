"""Sound lands where it should, to the sample."""

import math
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import msgspec
import numpy as np
import pytest

from media_factory import click_times, clicks, stamped_video, tone, write_sound
from timeline_studio.render import Mixer
from timeline_studio.timeline.time import FLICKS_PER_SECOND

RATE = 48_000
SAMPLE = 1 / RATE
Make = Callable[..., Any]


def seconds(value: float) -> int:
    return round(value * FLICKS_PER_SECOND)


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(30000, 1001), Fraction(50)], ids=str)
def test_clicks_land_where_the_cuts_put_them(
    rate: Fraction, film: Make, render: Make, tmp_path: Path
) -> None:
    media = stamped_video(
        tmp_path / "a.mp4", frames=90, rate=30, bframes=2, clicks_at=[0.25, 1.1, 2.3]
    )
    plan = film(rate)
    sound = (
        plan.clip(media, 0, 12, source=seconds(1)),
        plan.clip(media, 20, 12, source=seconds(0.2)),
        plan.clip(media, 32, 12, source=seconds(2.1)),
    )
    rendered = render(plan.timeline((plan.clip(media, 0, 44),), sound=sound))
    frame = float(1 / rate)
    expected = [0.1, 20 * frame + 0.05, 32 * frame + 0.2]
    assert click_times(rendered.sound, RATE) == pytest.approx(expected, abs=2 * SAMPLE)


@pytest.mark.parametrize(
    ("name", "sample_rate", "channels"),
    [
        ("a.wav", 48_000, 2),
        ("a.wav", 44_100, 1),
        ("a.wav", 8_000, 1),
        ("a.wav", 96_000, 6),
        ("a.mp3", 44_100, 2),
        ("a.m4a", 44_100, 2),
        ("a.flac", 22_050, 1),
        ("a.opus", 48_000, 2),
    ],
)
def test_any_sample_rate_and_channel_count(
    name: str, sample_rate: int, channels: int, film: Make, render: Make, tmp_path: Path
) -> None:
    media = clicks(
        tmp_path / name, at=[0.4, 0.9], duration=1.5, sample_rate=sample_rate, channels=channels
    )
    plan = film(Fraction(25))
    rendered = render(plan.timeline(sound=(plan.clip(media, 5, 20, source=seconds(0.3)),)))
    assert click_times(rendered.sound, RATE) == pytest.approx([0.3, 0.8], abs=0.001)


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(30000, 1001), Fraction(60)], ids=str)
def test_both_streams_end_together(
    rate: Fraction, film: Make, render: Make, tmp_path: Path
) -> None:
    media = tone(tmp_path / "a.wav", duration=0.1)
    plan = film(rate)
    rendered = render(plan.timeline(sound=(plan.clip(media, 0, 37),)))
    with av.open(str(rendered.path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert video.frames == 37
        assert video.duration * video.time_base == 37 / rate
        assert audio.duration * audio.time_base == Fraction(round(37 / rate * RATE), RATE)


def test_gaps_and_what_is_past_the_media_are_silent(
    film: Make, mixed: Make, tmp_path: Path
) -> None:
    media = tone(tmp_path / "a.wav", duration=0.5)
    plan = film(Fraction(30))
    samples = mixed(plan.timeline(sound=(plan.clip(media, 3, 30),)), RATE)
    assert not samples[:, :4800].any()
    assert np.abs(samples[:, 4800:28_700]).max() > 0.4
    assert not samples[:, 28_900:].any()


def test_reading_anywhere_gives_the_same_samples(film: Make, mixed: Make, tmp_path: Path) -> None:
    media = tone(tmp_path / "a.m4a", duration=1.0, sample_rate=44_100)
    plan = film(Fraction(30))
    timeline = plan.timeline(sound=(plan.clip(media, 0, 30),))
    whole = mixed(timeline, 40_000)
    np.testing.assert_allclose(
        mixed(timeline, 5000, start=30_000), whole[:, 30_000:35_000], atol=1e-3
    )


def test_gain_is_in_decibels(film: Make, mixed: Make, tmp_path: Path) -> None:
    media = tone(tmp_path / "a.wav", amplitude=0.5)
    plan = film(Fraction(30))
    samples = mixed(plan.timeline(sound=(plan.clip(media, 0, 30, gain_db=-6.0),)), RATE)
    assert np.abs(samples).max() == pytest.approx(0.5 * 10 ** (-6 / 20), abs=0.002)


def test_too_loud_a_mix_is_limited_not_wrapped(film: Make, mixed: Make, tmp_path: Path) -> None:
    media = tone(tmp_path / "a.wav", amplitude=0.9)
    plan = film(Fraction(30))
    samples = mixed(plan.timeline(sound=(plan.clip(media, 0, 30, gain_db=12.0),)), RATE)
    assert (samples.max(), samples.min()) == (1.0, -1.0)
    assert np.count_nonzero(samples[0] == 1.0) > 1000


def test_a_dissolve_keeps_the_power(film: Make, mixed: Make, tmp_path: Path) -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, (2, 3 * RATE)).astype(np.float32)
    media = write_sound(tmp_path / "a.wav", noise, RATE)
    plan = film(Fraction(30))
    row = (
        plan.clip(media, 0, 30),
        plan.dissolve(30, 15, 15),
        plan.clip(media, 30, 30, source=seconds(2)),
    )
    samples = mixed(plan.timeline(sound=row), 2 * RATE)
    power = (samples[0] ** 2).reshape(20, -1).mean(axis=1)
    assert power == pytest.approx([0.01] * 20, rel=0.1)


def test_both_sides_of_a_dissolve_come_from_the_handles(
    film: Make, mixed: Make, tmp_path: Path
) -> None:
    media = clicks(tmp_path / "a.wav", at=[1.2, 2.9], duration=4)
    plan = film(Fraction(30))
    row = (
        plan.clip(media, 0, 30),
        plan.dissolve(30, 10, 10),
        plan.clip(media, 30, 30, source=seconds(3)),
    )
    samples = mixed(plan.timeline(sound=row), 2 * RATE)
    assert click_times(samples, RATE) == pytest.approx([0.9, 1.2], abs=SAMPLE)
    share = (0.9 - 2 / 3) / (2 / 3)
    peak = np.abs(samples[:, 43_000:43_400]).max()
    assert peak == pytest.approx(0.9 * math.sin(share * math.pi / 2), rel=0.03)


def test_tracks_are_summed(film: Make, mixed: Make, tmp_path: Path) -> None:
    media = tone(tmp_path / "a.wav", amplitude=0.2)
    plan = film(Fraction(30))
    one = plan.timeline(sound=(plan.clip(media, 0, 30),))
    track = msgspec.structs.replace(one.tracks[0], id="A2")
    two = msgspec.structs.replace(one, tracks=(*one.tracks, track))
    np.testing.assert_allclose(mixed(two, RATE), 2 * mixed(one, RATE), atol=1e-6)


def test_a_clip_without_sound_is_silent(film: Make, mixed: Make, tmp_path: Path) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=10)
    plan = film(Fraction(30))
    assert not mixed(plan.timeline(sound=(plan.clip(media, 0, 10),)), 16_000).any()


@pytest.mark.parametrize(("speed", "expected"), [("-1", [0.5, 1.0]), ("2", [0.25, 0.5])])
def test_speed_moves_the_clicks(
    speed: str, expected: list[float], film: Make, mixed: Make, tmp_path: Path
) -> None:
    media = clicks(tmp_path / "a.wav", at=[0.5, 1.0], duration=1.5)
    plan = film(Fraction(30))
    source = seconds(1.5) if speed == "-1" else 0
    clip = plan.clip(media, 0, 45, source=source, speed=Fraction(speed))
    found = click_times(mixed(plan.timeline(sound=(clip,)), RATE * 3 // 2), RATE)
    tolerance = 2 * SAMPLE if speed == "-1" else 0.03  # atempo works in windows of 40 ms
    assert found[0] == pytest.approx(expected[0], abs=tolerance)
    assert found[-1] == pytest.approx(expected[1], abs=tolerance)


def test_many_clips_do_not_keep_their_files_open(film: Make, mixed: Make, tmp_path: Path) -> None:
    media = tone(tmp_path / "a.wav", duration=1.0)
    plan = film(Fraction(30))
    row = tuple(plan.clip(media, n, 1, source=seconds(n / 60)) for n in range(40))

    def open_files() -> int:
        return sum(path.resolve() == media for path in Path("/proc/self/fd").iterdir())

    mixer = Mixer(plan.timeline(sound=row), lambda reference: Path(reference.url))
    for start in range(0, 40 * 1600, 800):
        mixer.samples(start, 800)
    assert 0 < open_files() <= 8
    mixer.close()
    assert open_files() == 0
