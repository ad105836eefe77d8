"""The sound of a film as it is written: copied, kept from an earlier export, or made."""

from collections.abc import Iterator
from fractions import Fraction
from types import TracebackType
from typing import Self

from timeline_studio.media import Loudness
from timeline_studio.render.copying.sound_copy import copied_sound, find_sound_copy
from timeline_studio.render.mastering.aac import SAMPLE_RATE, AacPacket
from timeline_studio.render.mastering.kept_masters import KeptMasters, sound_fingerprint
from timeline_studio.render.mastering.kept_packets import KeptPackets
from timeline_studio.render.mastering.master import Master
from timeline_studio.render.segments.segment_cache import SegmentCache
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import Timeline


def sound_samples(frames: int, rate: Fraction) -> int:
    """How many the sound of so many frames has."""
    return round(Fraction(frames * SAMPLE_RATE) / rate)


class FilmSound:
    """AAC packets of the first `samples` of a timeline, for one thread.

    A context manager: on leaving, work that another thread is at ends.
    """

    def __init__(
        self,
        timeline: Timeline,
        sources: Sources,
        bit_rate: int,
        samples: int,
        cache: SegmentCache | None,
        *,
        may_copy: bool = False,
    ) -> None:
        """`may_copy`: a source's own packets, where nothing else is heard."""
        self._copy = find_sound_copy(timeline, sources, samples) if may_copy else None
        kept = None if cache is None else KeptMasters(cache.folder / "masters")
        self._master = Master(timeline, sources, samples, kept=kept)
        self._bit_rate = bit_rate
        self._kept: KeptPackets | None = None
        if cache is not None:
            fingerprint = sound_fingerprint(timeline, sources, bit_rate)
            self._kept = KeptPackets(cache, f"{fingerprint}-{samples}")

    def __enter__(self) -> Self:
        self._master.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._master.__exit__(kind, error, trace)

    @property
    def is_there(self) -> bool:
        """Whether nothing has to be encoded."""
        return self._copy is not None or (self._kept is not None and self._kept.is_there)

    @property
    def heard(self) -> Loudness | None:
        """Of the packets, once all were given; None where the mix is delivered as it is."""
        return self._master.heard if self._kept is None else self._kept.heard

    def packets(self) -> Iterator[AacPacket]:
        """Raises what mixing raises."""
        if self._copy is not None:
            return copied_sound(self._copy)
        if self._kept is None:
            return self._made()
        return self._kept.packets(self._made, lambda: self._master.heard)

    def _made(self) -> Iterator[AacPacket]:
        return self._master.packets(self._bit_rate)
