"""The meters show what is heard, while it is heard, and say so where nothing is."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track
from timeline_studio.timeline.time import sample_start
from timeline_studio.ui.audio.ballistics import LOWEST_DB, Bar, decibels, share
from timeline_studio.ui.audio.meters_view import NARROW, WIDE, Heard, MetersView
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor.mixing import BLOCK
from timeline_studio.ui.monitor.playback import Playback
from timeline_studio.ui.monitor.sound_levels import SoundLevels
from timeline_studio.ui.theme import Theme

RATE = 48_000
PATIENCE_MS = 30_000


class Noise:
    """A mixer of noise on the left, half of it on the right; louder from a second on."""

    def samples(self, start: int, count: int) -> np.ndarray:
        rng = np.random.default_rng(start)
        level = 0.05 if start < RATE else 0.3
        noise = rng.uniform(-level, level, count)
        return np.stack([noise, noise / 2]).astype(np.float32)

    def close(self) -> None:
        pass


@pytest.fixture
def levels() -> SoundLevels:
    return SoundLevels()


def mixed(levels: SoundLevels, seconds: float, *, start: int = 0) -> None:
    """What the mixing thread does."""
    mixer = levels.metered(lambda _timeline: Noise())(Timeline())
    for at in range(start, start + round(seconds * RATE), BLOCK):
        mixer.samples(at, BLOCK)
    mixer.close()


def test_peaks_and_loudness_of_what_was_mixed(levels: SoundLevels) -> None:
    mixed(levels, 4)

    early, late = levels.between(0, RATE // 2), levels.between(2 * RATE, 4 * RATE - 1)

    assert early.left == pytest.approx(0.05, rel=0.02)
    assert late.left == pytest.approx(0.3, rel=0.02)
    assert late.right == pytest.approx(0.15, rel=0.02)
    assert late.momentary > early.momentary + 10
    assert late.short_term is not None
    assert late.integrated == pytest.approx(late.momentary, abs=1)
    assert late.true_peak > -11
    assert levels.between(20 * RATE, 21 * RATE) is None


def test_backwards_is_measured_too(levels: SoundLevels) -> None:
    mixed(levels, 0.5, start=2 * RATE)
    mixed(levels, 0.5, start=RATE)

    assert levels.between(2 * RATE + 4800, RATE + 4800).left == pytest.approx(0.3, rel=0.02)


def test_only_so_much_is_kept(levels: SoundLevels) -> None:
    mixed(levels, 12)

    assert levels.between(0, BLOCK) is None
    assert levels.between(11 * RATE, 11 * RATE + 1).left > 0


def test_a_bar_rises_at_once_and_falls_slowly() -> None:
    bar = Bar()
    bar.rise(1.0, 0.04)
    assert (bar.level, bar.peak) == (0, 0)

    bar.rise(0.0, 0.5)
    assert bar.level == pytest.approx(-12)
    assert bar.peak == 0

    bar.rise(0.0, 1.2)
    assert bar.peak == bar.level < -12
    bar.rest()
    assert bar.level == LOWEST_DB


def test_the_upper_half_of_a_bar_has_what_matters() -> None:
    assert [share(level) for level in (0, -18, LOWEST_DB, 7, -200)] == [1, 0.5, 0, 1, 0]
    assert decibels(0) == LOWEST_DB


@pytest.fixture
def document(qtbot: QtBot, footage: Path) -> TimelineDocument:
    clip = Clip(
        id="a",
        start=0,
        duration=sample_start(600 * RATE, RATE),
        media=MediaReference(url=footage.as_uri()),
    )
    return TimelineDocument(Timeline(tracks=(Track(id="a1", kind="audio", items=(clip,)),)))


@pytest.fixture
def meters(
    qtbot: QtBot,
    document: TimelineDocument,
    playback: Playback,
    levels: SoundLevels,
    theme: Theme,
) -> MetersView:
    made = MetersView(theme)
    qtbot.addWidget(made)
    made.resize(WIDE, 300)
    made.show()
    made.follow(Heard(document, playback, levels))
    return made


def test_they_run_only_while_something_plays(
    meters: MetersView, playback: Playback, levels: SoundLevels, qtbot: QtBot
) -> None:
    assert not meters.is_running
    mixed(levels, 5)

    playback.play()
    assert meters.is_running
    qtbot.waitUntil(lambda: "Momentary −" in meters.toolTip(), timeout=PATIENCE_MS)

    playback.stop()
    assert not meters.is_running
    assert "Integrated −" in meters.accessibleDescription()


def test_they_say_that_there_is_no_device(
    meters: MetersView, playback: Playback, qtbot: QtBot
) -> None:
    assert meters.toolTip() == "Play to see how loud it is"
    empty = meters.grab().toImage()

    playback.play()

    qtbot.waitUntil(lambda: "No sound device" in meters.toolTip())
    playback.stop()
    assert meters.grab().toImage() != empty


def test_a_click_asks_for_a_reset(
    meters: MetersView, playback: Playback, levels: SoundLevels, qtbot: QtBot
) -> None:
    mixed(levels, 5)
    playback.play()
    qtbot.waitUntil(lambda: "Momentary −" in meters.toolTip(), timeout=PATIENCE_MS)
    playback.stop()

    with qtbot.waitSignal(meters.reset_asked):
        QTest.mouseClick(meters, Qt.MouseButton.LeftButton)
    meters.reset()

    assert "Momentary" not in meters.toolTip()
    assert levels.between(0, RATE) is None


def test_too_high_a_peak_is_marked_until_a_reset(
    meters: MetersView, playback: Playback, levels: SoundLevels, qtbot: QtBot
) -> None:
    square = np.sign(np.sin(np.arange(3 * RATE) / 5)).astype(np.float32)
    levels.take(0, np.stack([square, square]), RATE)

    playback.play()
    qtbot.waitUntil(lambda: meters.is_clipped, timeout=PATIENCE_MS)
    playback.stop()

    assert "clipped" in meters.toolTip()
    marked = meters.grab().toImage().pixelColor(6, 5)
    meters.reset()
    assert not meters.is_clipped
    assert meters.grab().toImage().pixelColor(6, 5) != marked


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_both_widths_are_painted_in_both_themes(meters: MetersView, width: int) -> None:
    dark = meters.grab().toImage()
    meters.setFixedWidth(width)
    meters.set_theme(Theme.load("light"))

    assert meters.grab().toImage() != dark
