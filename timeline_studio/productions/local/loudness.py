"""Loudness brought to a target: measured over the whole sound first (ITU-R BS.1770)."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

import av.error
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.filter import Graph

from timeline_studio.media import Loudness as Heard
from timeline_studio.media import LoudnessMeter
from timeline_studio.productions.local.plan import Loudness

Samples = npt.NDArray[np.float32]  # (2, count)


def measure(blocks: Iterable[Samples], rate: int) -> Heard:
    """Of a whole sound, `rate` samples a second."""
    meter = LoudnessMeter(rate)
    for samples in blocks:
        meter.take(samples)
    return meter.end()


def levelled(
    blocks: Iterable[Samples], measured: Heard, wanted: Loudness, rate: int
) -> Iterator[Samples]:
    """The same samples at the wanted loudness; one gain for all, limited where a peak asks."""
    gain = 0.0 if measured.integrated is None else wanted.target - measured.integrated
    chain = f"volume={gain:.3f}dB"
    if measured.true_peak is not None and measured.true_peak + gain > wanted.peak:
        ceiling = 10 ** (wanted.peak / 20)
        chain += f",alimiter=limit={ceiling:.5f}:level=0:latency=1"
    for frame in _filtered(blocks, chain, rate):
        yield frame.to_ndarray().astype(np.float32, copy=False)


def sound_frame(samples: Samples, start: int, rate: int) -> AudioFrame:
    """Stereo float planes that begin with sample number `start`."""
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="fltp", layout="stereo")
    frame.sample_rate = rate
    frame.pts = start
    frame.time_base = Fraction(1, rate)
    return frame


def _filtered(blocks: Iterable[Samples], chain: str, rate: int) -> Iterator[AudioFrame]:
    graph = Graph()
    node = graph.add_abuffer(
        sample_rate=rate, format="fltp", layout="stereo", time_base=Fraction(1, rate)
    )
    for step in (*chain.split(","), "aformat=sample_fmts=fltp:channel_layouts=stereo"):
        name, _, arguments = step.partition("=")
        following = graph.add(name, arguments)
        node.link_to(following)
        node = following
    node.link_to(graph.add("abuffersink"))
    graph.configure()
    start = 0
    for samples in blocks:
        graph.push(sound_frame(samples, start, rate))
        start += samples.shape[1]
        yield from _ready(graph)
    graph.push(None)
    yield from _ready(graph)


def _ready(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (BlockingIOError, EOFError, av.error.EOFError):
            return
        if isinstance(frame, AudioFrame):
            yield frame
