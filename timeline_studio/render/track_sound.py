"""The sound of one track: its voices, opened when they are heard."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timeline_studio.media import AudioReader
from timeline_studio.render.sound_plan import Voice
from timeline_studio.render.sources import Sources
from timeline_studio.render.tempo import Backward, Forward, Line, Samples, Stretched
from timeline_studio.render.varispeed import Varispeed
from timeline_studio.render.voice_levels import voice_gains
from timeline_studio.timeline.model import Clip
from timeline_studio.timeline.time import sample_at

_OPEN_LIMIT = 3  # files a track; more only while more are heard at once


class TrackSound:
    """The sum of a track's voices at `sample_rate`, for one thread at a time."""

    def __init__(self, voices: Sequence[Voice], sources: Sources, sample_rate: int) -> None:
        self._sources = sources
        self._sample_rate = sample_rate
        self._voices = sorted(voices, key=lambda voice: voice.start)
        self._starts = [voice.start for voice in self._voices]
        self._longest = max((voice.end - voice.start for voice in self._voices), default=0)
        self._open: OrderedDict[str, _OpenLine] = OrderedDict()

    def samples(self, start: int, count: int) -> Samples:
        """[`start`, `start` + `count`); silence where nothing is.

        Raises RenderError, MediaError, or what the sources raise.
        """
        mix = np.zeros((2, count), np.float32)
        heard = self._heard(start, start + count)
        for voice in heard:
            first, last = max(start, voice.start), min(start + count, voice.end)
            part = self._line(voice.clip).samples(first - voice.origin, last - first)
            gains = voice_gains(voice, np.arange(first, last), self._sample_rate)
            mix[:, first - start : last - start] += part * gains
        self._close_beyond(max(_OPEN_LIMIT, len(heard)))
        return mix

    def close(self) -> None:
        self._close_beyond(0)

    def _heard(self, start: int, end: int) -> list[Voice]:
        begin = bisect_left(self._starts, start - self._longest)
        stop = bisect_left(self._starts, end)
        return [voice for voice in self._voices[begin:stop] if voice.end > start]

    def _line(self, clip: Clip) -> Line:
        if clip.id not in self._open:
            self._open[clip.id] = self._open_line(clip)
        self._open.move_to_end(clip.id)
        return self._open[clip.id].line

    def _open_line(self, clip: Clip) -> "_OpenLine":
        info = self._sources.info(clip.media)
        if not info.audio:
            return _OpenLine(_Silence(), None)
        reader = AudioReader(info.path, sample_rate=self._sample_rate)
        first = sample_at(clip.source_start, self._sample_rate)
        line: Line = Forward(reader, first) if clip.speed > 0 else Backward(reader, first)
        speed = abs(clip.speed)
        if speed != 1:
            line = (
                Stretched(line, speed, self._sample_rate)
                if clip.keep_pitch
                else Varispeed(line, speed)
            )
        return _OpenLine(line, reader)

    def _close_beyond(self, limit: int) -> None:
        while len(self._open) > limit:
            _, opened = self._open.popitem(last=False)
            if opened.reader is not None:
                opened.reader.close()


@dataclass(frozen=True)
class _OpenLine:
    line: Line
    reader: AudioReader | None


class _Silence:
    """The sound of a clip without a sound stream."""

    def samples(self, start: int, count: int) -> Samples:  # noqa: ARG002 -- silent anywhere
        return np.zeros((2, count), np.float32)
