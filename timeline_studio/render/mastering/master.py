"""A film's sound as it is delivered: brought to its loudness, under its highest peak."""

import logging
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Final, Self

import numpy as np

from timeline_studio.media import Loudness
from timeline_studio.render.mastering.aac import AacEncoder, AacPacket
from timeline_studio.render.mastering.kept_masters import KeptMasters, MasterPlan
from timeline_studio.render.mastering.limiter import CEILING_DBTP, Limiter
from timeline_studio.render.mastering.survey import Survey, surveyed
from timeline_studio.render.mixer import Mixer, TrackSum
from timeline_studio.render.sources import Sources
from timeline_studio.render.tempo import Samples
from timeline_studio.timeline.model import Timeline

SAMPLE_RATE: Final = 48_000
_log = logging.getLogger(__name__)
_BLOCK = 16 * 1024
_CODING_DB = 0.3
"""By which coding is expected to raise peaks; what it does is measured."""
_MOST_TRIES = 5
_LOUDNESS_TOLERANCE_LU = 0.2


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Nobody wants the sound any more."""


class Master:
    """The sound of the first `samples` of a timeline at 48 kHz, for one thread.

    Where the timeline asks for a loudness the whole mix is listened to first. A context manager:
    on leaving, work that another thread is at ends. `check` is called now and then, and may raise.
    """

    def __init__(
        self,
        timeline: Timeline,
        sources: Sources,
        samples: int,
        *,
        kept: KeptMasters | None = None,
        check: Callable[[], None] | None = None,
    ) -> None:
        self._timeline = timeline
        self._sources = sources
        self._samples = samples
        self._kept = kept
        self._check = check
        self._survey: Survey | None = None
        self._stopped = threading.Event()
        self.heard: Loudness | None = None
        """Of the packets, once all were made; None where the mix is delivered as it is."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopped.set()

    @property
    def is_mastered(self) -> bool:
        """Whether anything is done to the mix."""
        return self._timeline.loudness is not None or self._timeline.limiter

    def blocks(self) -> Iterator[Samples]:
        """The samples, as they are kept without coding."""
        if not self.is_mastered:
            yield from self._mixed()
            return
        yield from self._levelled(self._planned(CEILING_DBTP))

    def packets(self, bit_rate: int) -> Iterator[AacPacket]:
        """The sound as AAC. Where there is a highest peak, it is that of the decoded sound: coding
        raises peaks, so the sound is coded anew, a little lower, until it holds."""
        if not self.is_mastered:
            yield from AacEncoder(bit_rate).packets(self._mixed())
            return
        known = self._kept.get(self._timeline, self._sources, bit_rate) if self._kept else None
        plan = known or self._planned(CEILING_DBTP - _CODING_DB)
        for _ in range(_MOST_TRIES):
            encoder = AacEncoder(bit_rate, listens=True)
            packets = list(encoder.packets(self._levelled(plan)))
            self.heard = encoder.heard()
            over, missing = self._missed()
            if not (over or missing):
                break
            ceiling = plan.ceiling_db - (over + _CODING_DB if over else 0.0)
            better = self._planned(ceiling, lost=plan.lost + missing)
            if (better.gain_db, better.ceiling_db) == (plan.gain_db, plan.ceiling_db):
                break  # no more can be done: it is nearly silent
            plan = better
        if any(self._missed()):
            _log.warning("The sound came out as %s, not as asked", self.heard)
        if self._kept is not None:
            self._kept.put(self._timeline, self._sources, bit_rate, plan)
        yield from packets

    def _missed(self) -> tuple[float, float]:
        """By how much what is heard is over the highest peak, in dB, and what it lacks of the
        loudness, in LU; 0 where that is near enough."""
        heard, loudness = self.heard, self._timeline.loudness
        if heard is None or heard.true_peak is None or heard.integrated is None:
            return 0.0, 0.0
        missing = 0.0 if loudness is None else loudness - heard.integrated
        return (
            max(0.0, heard.true_peak - CEILING_DBTP),
            missing if abs(missing) > _LOUDNESS_TOLERANCE_LU else 0.0,
        )

    def _planned(self, ceiling_db: float, *, lost: float = 0.0) -> MasterPlan:
        """Coding takes `lost` LU away."""
        loudness = self._timeline.loudness
        if loudness is None:
            return MasterPlan(0.0, ceiling_db, lost)
        if self._survey is None:
            mix = TrackSum(self._timeline, self._sources, SAMPLE_RATE)
            try:
                self._survey = surveyed(self._read(mix.samples))
            finally:
                mix.close()
        return MasterPlan(self._survey.gain_for(loudness + lost, ceiling_db), ceiling_db, lost)

    def _mixed(self) -> Iterator[Samples]:
        mixer = Mixer(
            self._timeline, self._sources.resolve, sample_rate=SAMPLE_RATE, sources=self._sources
        )
        try:
            yield from self._read(mixer.samples)
        finally:
            mixer.close()

    def _levelled(self, plan: MasterPlan) -> Iterator[Samples]:
        mix = TrackSum(self._timeline, self._sources, SAMPLE_RATE)
        limiter = Limiter(mix, gain_db=plan.gain_db, ceiling_db=plan.ceiling_db)
        try:
            for block in self._read(limiter.samples):
                yield np.clip(block, -1.0, 1.0)
        finally:
            mix.close()

    def _read(self, samples: Callable[[int, int], Samples]) -> Iterator[Samples]:
        for start in range(0, self._samples, _BLOCK):
            if self._stopped.is_set():
                raise Stopped
            if self._check is not None:
                self._check()
            yield samples(start, min(_BLOCK, self._samples - start))
