"""A timeline's sound: all tracks in one stereo mix, exact to the sample."""

from dataclasses import dataclass

import numpy as np

from timeline_studio.render.ducking import Ducker
from timeline_studio.render.flat import flat
from timeline_studio.render.mastering.limiter import Limiter
from timeline_studio.render.sound_plan import heard_tracks, voices
from timeline_studio.render.sources import Resolve, Sources
from timeline_studio.render.tempo import Samples
from timeline_studio.render.track_sound import TrackSound
from timeline_studio.timeline.model import Timeline, Track


class Mixer:
    """Stereo samples of one timeline at `sample_rate`, for one thread at a time: what the monitor
    plays. It is not brought to the timeline's loudness, which only the whole of it shows."""

    def __init__(
        self,
        timeline: Timeline,
        resolve: Resolve,
        *,
        sample_rate: int = 48_000,
        sources: Sources | None = None,
    ) -> None:
        timeline = flat(timeline, resolve)
        self.sum = TrackSum(timeline, sources or Sources(resolve), sample_rate)
        self._limiter = Limiter(self.sum) if timeline.limiter else None

    def samples(self, start: int, count: int) -> Samples:
        """[`start`, `start` + `count`) of the mix, limited to ±1; silence where nothing is.

        Raises RenderError, MediaError, or what `resolve` raises.
        """
        mix = (self._limiter or self.sum).samples(start, count)
        return np.clip(mix, -1.0, 1.0, out=mix)

    def close(self) -> None:
        self.sum.close()


class TrackSum:
    """The sum of a timeline's tracks as it is, also where that is over full scale."""

    def __init__(self, timeline: Timeline, sources: Sources, sample_rate: int) -> None:
        self._sources = sources
        self._rate = sample_rate
        heard = heard_tracks(timeline)
        self._channels = [self._channel(track, heard) for track in heard if track.items]

    def samples(self, start: int, count: int) -> Samples:
        mix = np.zeros((2, count), np.float32)
        for channel in self._channels:
            part = channel.sound.samples(start, count)
            if channel.ducker is not None and part.any():
                part *= channel.ducker.gains(start, count)
            mix += part
        return mix

    def close(self) -> None:
        for channel in self._channels:
            channel.sound.close()
            if channel.ducker is not None:
                channel.ducker.close()

    def _channel(self, track: Track, heard: tuple[Track, ...]) -> "_Channel":
        return _Channel(self._sound(track), self._ducker(track, heard))

    def _ducker(self, track: Track, heard: tuple[Track, ...]) -> Ducker | None:
        """It listens to readers of its own, ahead of those that play."""
        ducking = track.ducking
        if ducking is None or not ducking.depth_db:
            return None
        sources = [
            self._sound(each)
            for each in heard
            if each.id in ducking.sources or each.id.startswith(_nested_in(ducking.sources))
        ]
        return Ducker(ducking, sources, self._rate) if sources else None

    def _sound(self, track: Track) -> TrackSound:
        return TrackSound(voices(track, self._rate), self._sources, self._rate)


def _nested_in(tracks: tuple[str, ...]) -> tuple[str, ...]:
    """How the ids begin of what timelines that are nested in these tracks stand for."""
    return tuple(f"{track}/" for track in tracks)


@dataclass(frozen=True)
class _Channel:
    sound: TrackSound
    ducker: Ducker | None
