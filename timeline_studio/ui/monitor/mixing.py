"""The thread that mixes the sound of playback a little ahead of the device."""

import logging
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread, current_thread
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline_studio.errors import StudioError
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import sample_at

BLOCK = 1024
"""Samples mixed at a time: 21 ms at 48 kHz."""

STRETCH = 24 * BLOCK
"""Backwards, so much is mixed at a time: each such step back is a seek in every source."""

AHEAD = 16

CLOSING_SECONDS = 5.0

_Samples: TypeAlias = NDArray[np.float32]

_log = logging.getLogger(__name__)


class SampleSource(Protocol):
    """What a mixer offers: float32 samples of the shape (2, count)."""

    def samples(self, start: int, count: int) -> _Samples: ...

    def close(self) -> None: ...


class MixingThread:
    """Blocks of interleaved float32 stereo, in order; sound that cannot be made is silence.

    The thread begins with the first `start` and ends with `close`; `pause` only lets it idle.
    """

    def __init__(self, mixer: Callable[[Timeline], SampleSource]) -> None:
        self._make_mixer = mixer
        self._changed = Condition()
        self._blocks: deque[bytes] = deque()
        self._timeline: Timeline | None = None
        self._next_sample = 0
        self._is_mixing = False
        self._is_backwards = False
        self._start = 0  # counts the starts: a block mixed for an earlier one is dropped
        self._thread: Thread | None = None
        self.problem = ""
        """Why the latest block is silent; empty when it is as it should be."""

    def start(self, timeline: Timeline, time: int, *, backwards: bool = False) -> None:
        """Mix `timeline` from `time` (flicks) on, or from there back to its beginning."""
        with self._changed:
            self._timeline = timeline
            self._is_backwards = backwards
            self._next_sample = sample_at(time, timeline.sample_rate)
            self._blocks.clear()
            self._start += 1
            self._is_mixing = True
            if self._thread is None:
                self._thread = Thread(target=self._work, name="monitor-sound", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def change(self, timeline: Timeline) -> None:
        """Go on with an edited timeline; blocks that are ready are still heard."""
        with self._changed:
            self._timeline = timeline

    def take(self) -> bytes | None:
        """The next block, or None when it is not ready."""
        with self._changed:
            if not self._blocks:
                return None
            self._changed.notify_all()
            return self._blocks.popleft()

    def pause(self) -> None:
        with self._changed:
            self._is_mixing = False
            self._blocks.clear()

    def ask_to_stop(self) -> None:
        with self._changed:
            self._thread = None
            self._blocks.clear()
            self._changed.notify_all()

    def close(self) -> None:
        """End the thread; a block that is being mixed is waited for, but not for ever."""
        thread = self._thread
        self.ask_to_stop()
        if thread is not None:
            thread.join(CLOSING_SECONDS)

    def _work(self) -> None:
        mixing = _Mixing(self._make_mixer)
        try:
            while self._wait_for_room():
                self._mix_block(mixing)
        finally:
            mixing.close()

    def _wait_for_room(self) -> bool:
        """False when the thread is to end."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_over() or (self._is_mixing and len(self._blocks) < AHEAD)
            )
            return not self._is_over()

    def _is_over(self) -> bool:
        return self._thread is not current_thread()

    def _mix_block(self, mixing: "_Mixing") -> None:
        with self._changed:
            start, timeline, first = self._start, self._timeline, self._next_sample
            backwards = self._is_backwards
        if timeline is None:
            return
        block = mixing.block(timeline, first, backwards=backwards)
        with self._changed:
            if start == self._start and self._is_mixing:
                self._blocks.append(block)
                self._next_sample += -BLOCK if backwards else BLOCK
                self.problem = mixing.problem


class _Mixing:
    """The thread's own mixer: kept while the timeline stays the same."""

    def __init__(self, mixer: Callable[[Timeline], SampleSource]) -> None:
        self._make_mixer = mixer
        self._mixer: SampleSource | None = None
        self._timeline: Timeline | None = None
        self._stretch: _Samples | None = None  # of the mixer, from sample `_stretch_start` on
        self._stretch_start = 0
        self.problem = ""

    def block(self, timeline: Timeline, first: int, *, backwards: bool) -> bytes:
        """The block from sample `first` on, or the one that ends there, last sample first."""
        try:
            mixer = self._mixer_for(timeline)
            samples = self._reversed(mixer, first) if backwards else mixer.samples(first, BLOCK)
        except StudioError as error:
            self.problem = str(error)
        except Exception:  # noqa: BLE001 - a bug must not end the thread
            _log.exception("The sound at sample %d could not be mixed", first)
            self.problem = "The sound could not be mixed: internal error, see the log."
        else:
            self.problem = ""
            return np.ascontiguousarray(samples.T, np.float32).tobytes()
        return bytes(BLOCK * 2 * 4)

    def close(self) -> None:
        self._stretch = None
        if self._mixer is not None:
            self._mixer.close()
            self._mixer = None

    def _reversed(self, mixer: SampleSource, end: int) -> "_Samples":
        at = end - BLOCK - self._stretch_start
        if self._stretch is None or not 0 <= at <= STRETCH - BLOCK:
            self._stretch_start, at = end - STRETCH, STRETCH - BLOCK
            self._stretch = mixer.samples(self._stretch_start, STRETCH)
        return self._stretch[:, at : at + BLOCK][:, ::-1]

    def _mixer_for(self, timeline: Timeline) -> SampleSource:
        if self._mixer is None or timeline is not self._timeline:
            self.close()
            self._mixer = self._make_mixer(timeline)
            self._timeline = timeline
        return self._mixer
