"""How loud clips are, each by itself as it sounds on the timeline."""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from timeline_studio.media import LoudnessMeter
from timeline_studio.render import Resolve
from timeline_studio.render.flat import flat
from timeline_studio.render.mixer import TrackSum
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import Clip, Timeline, Track
from timeline_studio.timeline.time import sample_at

_SAMPLE_RATE = 48_000
_AT_ONCE = 5 * _SAMPLE_RATE


def gains_to_level(
    clips: Sequence[Clip],
    loudness: float,
    resolve: Resolve,
    *,
    progress: Callable[[float], None],
) -> Mapping[str, float]:
    """By how many dB to raise each clip, by its id, that it has this integrated loudness (LUFS).

    What is silent is left out. `progress` gets 0 to 1; what it raises ends the work. Raises
    RenderError, MediaError and what `resolve` raises.
    """
    total = sum(clip.duration for clip in clips)
    raises: dict[str, float] = {}
    before = 0
    for clip in clips:

        def advance(done: float, before: int = before) -> None:
            progress((before + done) / total)

        heard = _loudness(clip, resolve, advance)
        before += clip.duration
        if heard is not None:
            raises[clip.id] = loudness - heard
    return raises


def _loudness(clip: Clip, resolve: Resolve, progress: Callable[[float], None]) -> float | None:
    """`progress` gets the flicks that were listened to."""
    alone = replace(clip, start=0, fade_in=None, fade_out=None, enabled=True)
    track = Track(id="alone", kind="audio", items=(alone,))
    unseen = Timeline(width=0, height=0, tracks=(track,))  # any shape fits into it
    timeline = flat(unseen, resolve)
    mixer = TrackSum(timeline, Sources(resolve), _SAMPLE_RATE)
    meter = LoudnessMeter(_SAMPLE_RATE)
    count = sample_at(clip.duration, _SAMPLE_RATE)
    try:
        for start in range(0, count, _AT_ONCE):
            progress(clip.duration * start / count)
            meter.take(mixer.samples(start, min(_AT_ONCE, count - start)))
    finally:
        mixer.close()
    return meter.end().integrated
