"""Encodes what an export will need before it is asked for: afterwards it only joins."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline_studio.render.copying.matching import wanted_copies
from timeline_studio.render.film_sound import FilmSound, sound_samples
from timeline_studio.render.options import ExportOptions, as_asked
from timeline_studio.render.segments.division import Segment
from timeline_studio.render.segments.encoding import SegmentEncoding, usable_cores
from timeline_studio.render.segments.film import SegmentedFilm
from timeline_studio.render.segments.segment_cache import SegmentCache
from timeline_studio.render.sources import Resolve, Sources
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_count, frame_start

Readiness: TypeAlias = Literal["copied", "ready", "missing"]


@dataclass(frozen=True)
class Stretch:
    """From `start` to `end`, in flicks, an export copies a source, reuses a segment, or has to
    encode."""

    start: int
    end: int
    readiness: Readiness


class RenderAhead:
    """The segments and the sound of an export of `timeline`. Raises RenderError or MediaError."""

    def __init__(
        self, timeline: Timeline, resolve: Resolve, options: ExportOptions, cache: SegmentCache
    ) -> None:
        timeline = as_asked(timeline, options, resolve)
        sources = Sources(resolve)
        frames = frame_count(timeline.duration, timeline.rate)
        copies = wanted_copies(timeline, sources, options)
        self._rate = timeline.rate
        self._cache = cache
        self._film = SegmentedFilm(timeline, sources, options, frames, copies)
        samples = sound_samples(frames, timeline.rate)
        self._sound = FilmSound(
            timeline,
            sources,
            options.audio_bitrate,
            samples,
            cache,
            may_copy=bool(copies),
        )

    def stretches(self) -> list[Stretch]:
        """Of the whole film, in order."""
        return [self._stretch(segment) for segment in self._film.segments]

    def render(self, advance: Callable[[], None] = lambda: None) -> Iterator[Stretch]:
        """Encode what is missing; each as soon as it is ready, and the sound at last. `advance`
        may raise to stop.

        Uses all cores but one. Ends where the cache keeps nothing more.
        """
        missing = [each for each in self._film.segments if not self._is_there(each)]
        encoding = SegmentEncoding(
            missing,
            self._film.maker,
            fingerprint=self._film.fingerprint,
            cache=self._cache,
            threads=max(1, usable_cores() - 1),
        )
        with encoding:
            for segment in missing:
                encoding.take(lambda _frames: advance())
                stretch = self._stretch(segment)
                if stretch.readiness != "ready":
                    return
                yield stretch
        if not self._sound.is_there:
            with self._sound:
                for _ in self._sound.packets():
                    advance()

    def _is_there(self, segment: Segment) -> bool:
        return segment.is_copied or self._cache.holds(self._film.fingerprint(segment))

    def _stretch(self, segment: Segment) -> Stretch:
        readiness: Readiness = "copied" if segment.is_copied else "missing"
        if not segment.is_copied and self._is_there(segment):
            readiness = "ready"
        end = frame_start(segment.first + segment.count, self._rate)
        return Stretch(frame_start(segment.first, self._rate), end, readiness)
