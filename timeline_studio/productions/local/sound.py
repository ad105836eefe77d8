"""The source's sound as AAC, exactly as long as asked for."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

from timeline_studio.media import AudioReader
from timeline_studio.productions.local.coded_file import CodedFile
from timeline_studio.productions.local.loudness import Samples, levelled, measure, sound_frame
from timeline_studio.productions.local.plan import SoundCoding

_AAC_FRAME = 1024
_READ_AT_ONCE = 48 * _AAC_FRAME


def encode_sound(
    source: Path,
    target: CodedFile,
    coding: SoundCoding,
    *,
    seconds: float,
    check: Callable[[], None],
) -> None:
    """Write `seconds` of sound, with silence where the source has none, to `target`.
    `check` is called every second or so and may raise."""
    rate = coding.sample_rate

    def blocks() -> Iterator[Samples]:
        count = round(seconds * rate)
        with AudioReader(source, sample_rate=rate) as reader:
            for start in range(0, count, _READ_AT_ONCE):
                check()
                yield reader.samples(start, min(_READ_AT_ONCE, count - start))

    sound: Iterable[Samples] = blocks()
    if coding.loudness is not None:
        sound = levelled(sound, measure(blocks(), rate), coding.loudness, rate)
    _encode(sound, target, coding)


def _encode(sound: Iterable[Samples], target: CodedFile, coding: SoundCoding) -> None:
    with target.create() as container:
        stream = container.add_stream("aac", coding.sample_rate, layout="stereo")
        stream.codec_context.bit_rate = coding.bit_rate
        start = 0
        for samples in _aac_frames(sound):
            frame = sound_frame(samples, start, coding.sample_rate)
            target.write(container, stream.encode(frame))
            start += samples.shape[1]
        target.write(container, stream.encode(None))


def _aac_frames(sound: Iterable[Samples]) -> Iterator[Samples]:
    """The encoder takes this many samples at a time; only the last may be fewer."""
    rest: Samples = np.zeros((2, 0), np.float32)
    for samples in sound:
        rest = np.concatenate((rest, samples), axis=1)
        whole = rest.shape[1] // _AAC_FRAME * _AAC_FRAME
        for start in range(0, whole, _AAC_FRAME):
            yield rest[:, start : start + _AAC_FRAME]
        rest = rest[:, whole:]
    if rest.shape[1]:
        yield rest
