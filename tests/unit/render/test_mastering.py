"""What the limiter, the survey and their parts make of sounds, beside FFmpeg's own meter."""

import numpy as np
import pytest

from timeline_studio.media import LoudnessMeter
from timeline_studio.render.mastering.k_weighting import KWeighting, integrated
from timeline_studio.render.mastering.limiter import CEILING_DBTP, Limiter
from timeline_studio.render.mastering.survey import MOST_GAIN_DB, surveyed
from timeline_studio.render.mastering.true_peak import REACH, STEP, step_peaks
from timeline_studio.render.slewing import at_edges, held, slewed

RATE = 48_000


class Kept:
    """A line of samples that are there."""

    def __init__(self, samples: np.ndarray) -> None:
        self.all = samples.astype(np.float32)

    def samples(self, start: int, count: int) -> np.ndarray:
        found = np.zeros((2, count), np.float32)
        low, high = max(0, start), min(start + count, self.all.shape[1])
        if low < high:
            found[:, low - start : high - start] = self.all[:, low:high]
        return found


def measured(samples: np.ndarray):
    meter = LoudnessMeter(RATE)
    meter.take(samples.astype(np.float32))
    return meter.end()


def peaky(seconds: float, *, level: float = 0.05, hits: float = 0.9) -> np.ndarray:
    """Noise without its highest pitches, and a hit every half second."""
    rng = np.random.default_rng(5)
    noise = rng.normal(0, level, (2, round(seconds * RATE)))
    noise = (noise + np.roll(noise, 1, axis=1) + np.roll(noise, 2, axis=1)) / 2
    time = np.arange(noise.shape[1]) / RATE
    hit = hits * np.exp(-((time % 0.5) * 60)) * np.sin(2 * np.pi * 900 * time)
    return noise + hit


def blocks(samples: np.ndarray, size: int = 16_384):
    for start in range(0, samples.shape[1], size):
        yield samples[:, start : start + size].astype(np.float32)


def test_reductions_come_and_go_at_their_pace_and_are_known_ahead():
    wanted = np.array([0.0, 0, 0, 6, 0, 0, 0])

    assert slewed(wanted, rise=3, fall=2).tolist() == [0, 0, 3, 6, 4, 2, 0]
    assert held(wanted, 2).tolist() == [0, 0, 0, 6, 6, 6, 0]
    assert at_edges(np.array([1.0, 3, 2])).tolist() == [1, 3, 3, 2]


def test_a_peak_between_samples_is_found():
    time = np.arange(RATE // 10 + 2 * REACH)
    wave = np.sin(2 * np.pi * time / 4 + np.pi / 4)  # its samples are at 0.707, its peaks at 1

    peaks = step_peaks(np.stack([wave, wave]).astype(np.float32))

    assert len(peaks) == RATE // 10 // STEP
    assert 20 * np.log10(peaks) == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("seconds", [4.3, 10.0])
def test_a_survey_knows_the_loudness_that_a_meter_finds(seconds):
    samples = peaky(seconds)
    survey = surveyed(blocks(samples))

    assert integrated(survey.powers, STEP) == pytest.approx(measured(samples).integrated, abs=0.1)


def test_pauses_do_not_count():
    samples = np.concatenate([peaky(3), np.zeros((2, 3 * RATE)), 0.001 * peaky(3)], axis=1)
    survey = surveyed(blocks(samples, 5000))

    assert integrated(survey.powers, STEP) == pytest.approx(measured(samples).integrated, abs=0.1)


def test_silence_and_moments_have_no_loudness():
    assert integrated(surveyed(blocks(np.zeros((2, RATE)))).powers, STEP) is None
    assert integrated(KWeighting().power(np.ones((2, 4800), np.float32)), 1) is None
    assert surveyed([]).gain_for(-14, CEILING_DBTP) == 0


@pytest.mark.parametrize("loudness", [-23.0, -16.0, -14.0])
def test_the_gain_counts_with_what_the_limiter_takes(loudness):
    samples = peaky(5)
    gain = surveyed(blocks(samples)).gain_for(loudness, CEILING_DBTP)

    made = Limiter(Kept(samples), gain_db=gain).samples(0, samples.shape[1])

    found = measured(made)
    assert found.integrated == pytest.approx(loudness, abs=0.15)
    assert found.true_peak <= CEILING_DBTP


def test_what_is_nearly_silent_is_not_made_loud():
    assert surveyed(blocks(peaky(1) * 0.01)).gain_for(-14, CEILING_DBTP) == MOST_GAIN_DB


def test_what_is_under_the_ceiling_passes_as_it_is():
    samples = peaky(1, hits=0.5).astype(np.float32)

    assert (Limiter(Kept(samples)).samples(0, RATE) == samples).all()


@pytest.mark.parametrize("gain", [6.0, 40.0])
def test_wherever_reading_begins_it_is_limited_alike(gain):
    samples = peaky(4)
    whole = Limiter(Kept(samples), gain_db=gain).samples(0, 4 * RATE)

    for start, size in ((100_003, 1024), (7, 48_000), (150_000, 17)):
        limiter = Limiter(Kept(samples), gain_db=gain)
        read = [limiter.samples(start + at, size) for at in range(0, 2 * size, size)]
        np.testing.assert_array_equal(
            np.concatenate(read, axis=1), whole[:, start : start + 2 * size]
        )
