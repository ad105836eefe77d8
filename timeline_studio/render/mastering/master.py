"""A film's sound as it is delivered: brought to its loudness, under its highest peak."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import TracebackType
from typing import Final, Self

import numpy as np

from timeline_studio.media import Loudness
from timeline_studio.render.mastering.aac import AacEncoder, AacPacket
from timeline_studio.render.mastering.kept_masters import KeptMasters, MasterPlan
from timeline_studio.render.mastering.limiter import CEILING_DBTP, Limiter
from timeline_studio.render.mastering.survey import surveyed
from timeline_studio.render.mixer import Mixer, TrackSum
from timeline_studio.render.sources import Sources
from timeline_studio.render.tempo import Samples
from timeline_studio.timeline.model import Timeline

SAMPLE_RATE: Final = 48_000
_BLOCK = 16 * 1024
_CODING_DB = 0.3
"""By which coding is expected to raise peaks; what it does is measured."""
_MOST_TRIES = 5
_LOUDNESS_TOLERANCE_LU = 0.1


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
            better = _better(plan, self.heard, self._timeline.loudness)
            if better == plan:
                break
            plan = better
        if self._kept is not None:
            self._kept.put(self._timeline, self._sources, bit_rate, plan)
        yield from packets

    def _planned(self, ceiling_db: float) -> MasterPlan:
        if self._timeline.loudness is None:
            return MasterPlan(0.0, ceiling_db)
        mix = TrackSum(self._timeline, self._sources, SAMPLE_RATE)
        try:
            survey = surveyed(self._read(mix.samples))
        finally:
            mix.close()
        return MasterPlan(survey.gain_for(self._timeline.loudness, ceiling_db), ceiling_db)

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


def _better(plan: MasterPlan, heard: Loudness | None, loudness: float | None) -> MasterPlan:
    """What to try instead: a lower ceiling where coding raised a peak over the highest, and more
    or less gain where it changed the loudness. The same plan where all is well."""
    if heard is None or heard.true_peak is None or heard.integrated is None:
        return plan
    over = heard.true_peak - CEILING_DBTP
    missing = 0.0 if loudness is None else loudness - heard.integrated
    if over > 0:
        plan = replace(plan, ceiling_db=plan.ceiling_db - over - 0.05)
    if abs(missing) > _LOUDNESS_TOLERANCE_LU:
        plan = replace(plan, gain_db=plan.gain_db + missing)
    return plan
