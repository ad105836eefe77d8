"""Sound is mixed ahead, in order, on a thread of its own."""

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from timeline_studio.errors import StudioError
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import sample_start
from timeline_studio.ui.monitor.mixing import AHEAD, BLOCK, MixingThread


class CountingMixer:
    """Its left channel counts samples, its right one is the timeline's number of markers."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.is_closed = False
        self.thread = threading.current_thread()

    def samples(self, start: int, count: int) -> np.ndarray:
        if self.timeline.name == "missing":
            raise StudioError("The media “voice.wav” is missing.")
        if self.timeline.name == "bug":
            raise ZeroDivisionError
        right = np.full(count, float(self.timeline.name or 0))
        return np.stack([np.arange(start, start + count), right]).astype(np.float32)

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def mixers() -> list[CountingMixer]:
    return []


@pytest.fixture
def mixing(mixers: list[CountingMixer]) -> Iterator[MixingThread]:
    def made(timeline: Timeline) -> CountingMixer:
        mixers.append(CountingMixer(timeline))
        return mixers[-1]

    thread = MixingThread(made)
    yield thread
    thread.close()


@pytest.fixture
def take(qtbot: QtBot, mixing: MixingThread) -> Callable[[], np.ndarray]:
    def taken() -> np.ndarray:
        blocks: list[bytes] = []

        def has_come() -> bool:
            block = mixing.take()
            blocks.extend([block] if block is not None else [])
            return bool(blocks)

        qtbot.waitUntil(has_come)
        return np.frombuffer(blocks[0], np.float32).reshape(-1, 2)

    return taken


def test_blocks_follow_each_other_to_the_sample(mixing, take):
    mixing.start(Timeline(), sample_start(4800, 48_000))

    left = np.concatenate([take()[:, 0] for _ in range(2 * AHEAD)])

    assert (left == np.arange(4800, 4800 + 2 * AHEAD * BLOCK)).all()


def test_backwards_every_sample_is_heard_in_its_turn(mixing, take):
    mixing.start(Timeline(), sample_start(96_000, 48_000), backwards=True)

    left = np.concatenate([take()[:, 0] for _ in range(2 * AHEAD)])

    assert (left == 95_999 - np.arange(2 * AHEAD * BLOCK)).all()


def test_a_new_start_drops_what_was_mixed_before(mixing, take):
    mixing.start(Timeline(), 0)
    take()

    mixing.start(Timeline(), sample_start(96_000, 48_000))

    assert take()[0, 0] == 96_000


def test_an_edit_is_heard_without_a_break(mixing, take):
    mixing.start(Timeline(name="1"), 0)
    blocks = [take()]
    mixing.change(Timeline(name="2"))

    blocks += [take() for _ in range(2 * AHEAD)]

    sound = np.concatenate(blocks)
    assert (sound[:, 0] == np.arange(len(sound))).all()
    assert sound[-1, 1] == 2


@pytest.mark.parametrize(
    ("name", "words"), [("missing", "The media “voice.wav” is missing."), ("bug", "internal error")]
)
def test_sound_that_cannot_be_made_is_silence_with_a_reason(mixing, take, name, words):
    mixing.start(Timeline(name=name), 0)

    block = take()

    assert block.shape == (BLOCK, 2)
    assert not block.any()
    assert words in mixing.problem


def test_it_recovers_when_the_timeline_is_mended(mixing, take):
    mixing.start(Timeline(name="missing"), 0)
    take()
    mixing.change(Timeline())

    for _ in range(AHEAD + 2):
        take()

    assert mixing.problem == ""


def test_nothing_is_mixed_while_it_pauses(mixing, take):
    mixing.start(Timeline(), 0)
    take()

    mixing.pause()

    assert mixing.take() is None


def test_closing_ends_the_thread_and_gives_back_the_files(mixing, take, mixers):
    mixing.start(Timeline(), 0)
    take()

    mixing.close()

    assert mixers[-1].is_closed
    assert not mixers[-1].thread.is_alive()
