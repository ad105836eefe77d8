"""What is exported is as loud as the timeline asks, measured on the decoded file."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from media_factory import write_sound
from timeline_studio.media import AudioReader, LoudnessMeter
from timeline_studio.render import ExportOptions, Mixer, SegmentCache, export_timeline
from timeline_studio.render.deliverables import DeliveryOptions, deliver_timeline
from timeline_studio.render.mastering import master as mastering
from timeline_studio.render.mastering.kept_masters import (
    KeptMasters,
    MasterPlan,
    sound_fingerprint,
)
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import Generator, MediaReference, Timeline

RATE = 48_000
SECONDS = 4
Make = Callable[..., Any]


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


def programme() -> np.ndarray:
    """Music-like: chords that breathe, and drums that stand out by 14 dB."""
    time = np.arange(SECONDS * RATE) / RATE
    rng = np.random.default_rng(3)
    chord = sum(np.sin(2 * np.pi * f * time) for f in (220, 277.2, 329.6, 660)) * 0.03
    chord *= 0.6 + 0.4 * np.sin(2 * np.pi * 0.4 * time)
    strike = np.exp(-((time % 0.5) * 45))
    drums = 0.6 * strike * np.sin(2 * np.pi * 180 * time) + 0.2 * strike * rng.normal(
        0, 1, len(time)
    )
    return np.stack([chord + drums, 0.8 * chord + drums])


@pytest.fixture
def timeline(film: Make, tmp_path: Path) -> Timeline:
    """Four seconds of one colour under that music."""
    media = write_sound(tmp_path / "music.wav", programme(), RATE)
    plan = film(Fraction(25), size=(64, 64))
    ground = Generator(id="ground", start=0, duration=plan.time(SECONDS * 25))
    return plan.timeline((ground,), sound=(plan.clip(media, 0, SECONDS * 25),))


def heard(path: Path) -> tuple[float, float]:
    """Integrated loudness and true peak."""
    meter = LoudnessMeter(RATE)
    with AudioReader(path, sample_rate=RATE) as reader:
        meter.take(reader.samples(0, SECONDS * RATE))
    found = meter.end()
    assert found.integrated is not None
    assert found.true_peak is not None
    return found.integrated, found.true_peak


@pytest.mark.parametrize("loudness", [-14.0, -23.0])
def test_a_master_has_the_loudness_and_the_peak_that_are_asked_for(
    timeline: Timeline, render: Make, loudness: float
) -> None:
    made = render(msgspec.structs.replace(timeline, loudness=loudness))

    integrated, true_peak = heard(made.path)
    assert integrated == pytest.approx(loudness, abs=0.3)
    assert true_peak <= -1.0


def test_the_same_sound_is_not_listened_to_twice(
    timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = SegmentCache(tmp_path / "cache", limit_bytes=10**8)
    loud = msgspec.structs.replace(timeline, loudness=-14.0)
    options = ExportOptions(preset="ultrafast")
    first = export_timeline(loud, tmp_path / "a.mp4", file_of, options, cache=cache)
    monkeypatch.setattr(mastering, "surveyed", None)

    second = export_timeline(loud, tmp_path / "b.mp4", file_of, options, cache=cache)

    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()
    assert first.heard == second.heard
    assert first.heard.integrated == pytest.approx(-14, abs=0.3)


def test_a_limiter_alone_changes_no_loudness_but_the_peaks(
    timeline: Timeline, render: Make
) -> None:
    loud = msgspec.structs.replace(
        timeline,
        limiter=True,
        tracks=tuple(
            msgspec.structs.replace(track, gain_db=9.0) if track.kind == "audio" else track
            for track in timeline.tracks
        ),
    )

    integrated, true_peak = heard(render(loud).path)

    assert true_peak <= -1.0
    assert integrated > -22


@pytest.mark.parametrize(("made", "name"), [("wav", "a.wav"), ("m4a", "a.m4a")])
def test_sound_alone_is_as_loud(timeline: Timeline, tmp_path: Path, made: Any, name: str) -> None:
    loud = msgspec.structs.replace(timeline, loudness=-16.0)
    out = tmp_path / name

    deliver_timeline(loud, out, file_of, DeliveryOptions(made), progress=lambda *_: None)

    integrated, true_peak = heard(out)
    assert integrated == pytest.approx(-16, abs=0.3)
    assert true_peak <= -1.0


def test_silence_is_left_alone(film: Make, render: Make) -> None:
    plan = film(Fraction(25), size=(64, 64))
    ground = Generator(id="ground", start=0, duration=plan.time(25))
    quiet = msgspec.structs.replace(plan.timeline((ground,)), loudness=-14.0)

    assert not render(quiet).sound.any()


def test_cancelling_ends_the_listening(timeline: Timeline, tmp_path: Path) -> None:
    class Cancelled(Exception):  # noqa: N818
        pass

    def cancel(share: float, _stage: str) -> None:
        if share > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_timeline(
            msgspec.structs.replace(timeline, loudness=-14.0),
            tmp_path / "a.mp4",
            file_of,
            ExportOptions(preset="ultrafast"),
            progress=cancel,
        )

    assert not list(tmp_path.glob("a.mp4*"))


def test_the_monitor_limits_as_the_export_does(timeline: Timeline) -> None:
    limited = msgspec.structs.replace(timeline, limiter=True)
    mixer = Mixer(limited, file_of)
    whole = mixer.samples(0, SECONDS * RATE)
    other = Mixer(limited, file_of)

    np.testing.assert_array_equal(other.samples(100_000, 5000), whole[:, 100_000:105_000])
    mixer.close()
    other.close()


def test_only_what_is_heard_makes_another_sound(timeline: Timeline) -> None:
    sources = Sources(file_of)

    def name(**changes: Any) -> str:
        return sound_fingerprint(msgspec.structs.replace(timeline, **changes), sources, 192_000)

    assert name() == name(name="other", width=32)
    assert len({name(), name(loudness=-14.0), name(limiter=True), name(tracks=())}) == 4


def test_what_was_found_out_and_cannot_be_kept_is_found_out_anew(
    timeline: Timeline, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = KeptMasters(tmp_path / "file" / "masters")
    (tmp_path / "file").write_text("no folder")
    plan = MasterPlan(3.0, -1.5)

    kept.put(timeline, Sources(file_of), 192_000, plan)

    assert kept.get(timeline, Sources(file_of), 192_000) is None
    assert "not kept" in caplog.text
