"""Sound that is too loud: the mix would be cut off, and crackle."""

from collections.abc import Callable, Iterator
from math import ceil

from msgspec.structs import replace

from timeline_studio.media import LoudnessMeter, MediaError
from timeline_studio.render.mixer import TrackSum
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.edits import change_gains
from timeline_studio.timeline.model import Clip, Timeline, Track
from timeline_studio.timeline.time import sample_start
from timeline_studio.workflows.preflight.finding import Finding, Fix
from timeline_studio.workflows.preflight.levels import CELLS_PER_SECOND, SAMPLE_RATE, SoundOutline
from timeline_studio.workflows.preflight.silence import runs
from timeline_studio.workflows.preflight.subject import Subject

HIGHEST_PEAK_DBTP = -1.0
"""EBU R128: what lossy coding leaves room for."""

_BETWEEN_SAMPLES_DB = 3.0  # a true peak lies at most about so much over the samples
_SUSPECT = 10 ** ((HIGHEST_PEAK_DBTP - _BETWEEN_SAMPLES_DB) / 20)
_TOLERANCE_DB = 0.1
_CELL = SAMPLE_RATE // CELLS_PER_SECOND
_AROUND = CELLS_PER_SECOND // 20
_AT_ONCE = SAMPLE_RATE // 5


def check_clipping(
    subject: Subject, outline: SoundOutline, progress: Callable[[float, str], None]
) -> Iterator[Finding]:
    """Only where the outline cannot rule it out, the sound itself is mixed and measured. What is
    limited anyway is never too loud."""
    timeline = subject.timeline
    stretches = _suspect(outline)
    if not stretches or timeline.limiter or timeline.loudness is not None:
        return
    try:
        peak, first = _measured(subject, stretches, progress)
    except MediaError:
        return  # damaged within: the export says where
    if peak is None or not _is_too_high(peak):
        return
    by = ceil((peak - HIGHEST_PEAK_DBTP) * 10) / 10
    yield Finding(
        "warning",
        "clipped",
        f"The sound is too loud: it peaks at {peak:+.1f} dBTP, over {HIGHEST_PEAK_DBTP:.0f}, and "
        "crackles.",
        Fix("edit", f"Lower by {by:.1f} dB", lambda timeline: change_gains(timeline, -by)),
        time=first,
    )


def _is_too_high(peak: float | None) -> bool:
    return peak is not None and peak > HIGHEST_PEAK_DBTP + _TOLERANCE_DB


def _suspect(outline: SoundOutline) -> list[tuple[int, int]]:
    """[first, last) cells, widened so that no peak is cut in two."""
    flags = outline.peak > _SUSPECT
    widened = flags.copy()
    for first, last in runs(flags):
        widened[max(0, first - _AROUND) : last + _AROUND] = True
    return runs(widened)


def _measured(
    subject: Subject,
    stretches: list[tuple[int, int]],
    progress: Callable[[float, str], None],
) -> tuple[float | None, int | None]:
    """The true peak in dBTP as the mix would have it without a limit, and when it is first
    too high, in flicks."""
    mix = TrackSum(_present(subject), Sources(subject.resolve), SAMPLE_RATE)
    total = sum(last - first for first, last in stretches) * _CELL
    meter = LoudnessMeter(SAMPLE_RATE)  # one: where stretches meet, both are far from too loud
    done = 0
    when: int | None = None
    try:
        for first, last in stretches:
            for start in range(first * _CELL, last * _CELL, _AT_ONCE):
                progress(done / total, "Sound")
                count = min(_AT_ONCE, last * _CELL - start)
                meter.take(mix.samples(start, count))
                done += count
                if when is None and _is_too_high(meter.true_peak):
                    when = sample_start(start, SAMPLE_RATE)
    finally:
        mix.close()
    return meter.end().true_peak, when


def _present(subject: Subject) -> Timeline:
    """Its sound without what is missing."""

    def present(track: Track) -> Track:
        items = tuple(
            item
            for item in track.items
            if isinstance(item, Clip) and subject.info(item.media) is not None
        )
        return replace(track, items=items)

    return replace(
        subject.timeline, tracks=tuple(present(track) for track in subject.timeline.audio_tracks)
    )
