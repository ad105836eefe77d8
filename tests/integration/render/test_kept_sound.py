"""The coded sound of an export is kept: the next one that sounds the same only writes it."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from media_factory import write_sound
from timeline_studio.render import ExportOptions, SegmentCache, export_timeline
from timeline_studio.render.mastering import kept_packets
from timeline_studio.render.mastering import master as mastering
from timeline_studio.render.segments.ahead import RenderAhead
from timeline_studio.timeline.model import Generator, MediaReference, Timeline

SECONDS = 3
OPTIONS = ExportOptions(preset="ultrafast")


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def timeline(film: Callable[..., Any], tmp_path: Path) -> Timeline:
    """One colour under a tone that rises."""
    time = np.arange(SECONDS * 48_000) / 48_000
    tone = 0.4 * np.sin(2 * np.pi * (200 + 300 * time) * time)
    media = write_sound(tmp_path / "tone.wav", np.stack([tone, -tone]), 48_000)
    plan = film(Fraction(25), size=(64, 64))
    ground = Generator(id="ground", start=0, duration=plan.time(SECONDS * 25))
    return plan.timeline((ground,), sound=(plan.clip(media, 0, SECONDS * 25),))


@pytest.fixture
def cache(tmp_path: Path) -> SegmentCache:
    return SegmentCache(tmp_path / "cache", limit_bytes=10**8)


@pytest.fixture(autouse=True)
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three seconds are then three parts."""
    monkeypatch.setattr(kept_packets, "_PART_PACKETS", 50)


def export(timeline: Timeline, out: Path, cache: SegmentCache) -> bytes:
    export_timeline(timeline, out, file_of, OPTIONS, cache=cache)
    return out.read_bytes()


@pytest.fixture
def no_encoder(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(mastering, "AacEncoder", None)


def test_a_second_export_encodes_no_sound_and_is_the_same(
    timeline: Timeline, cache: SegmentCache, tmp_path: Path, no_encoder: Callable[[], None]
) -> None:
    first = export(timeline, tmp_path / "a.mp4", cache)
    no_encoder()
    assert export(timeline, tmp_path / "b.mp4", cache) == first


def test_what_was_rendered_ahead_has_its_sound(
    timeline: Timeline, cache: SegmentCache, tmp_path: Path, no_encoder: Callable[[], None]
) -> None:
    plain = export(
        timeline, tmp_path / "a.mp4", SegmentCache(tmp_path / "other", limit_bytes=10**8)
    )
    assert list(RenderAhead(timeline, file_of, OPTIONS, cache).render())
    no_encoder()
    assert export(timeline, tmp_path / "b.mp4", cache) == plain


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_part_that_is_gone_is_made_again(
    timeline: Timeline, cache: SegmentCache, tmp_path: Path, part: int
) -> None:
    first = export(timeline, tmp_path / "a.mp4", cache)
    (file,) = cache.folder.rglob(f"*-{part}.segment")
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert export(timeline, tmp_path / "b.mp4", cache) == first
    assert len(list(cache.folder.rglob("*-?.segment"))) == 3


def test_another_gain_is_another_sound(
    timeline: Timeline, cache: SegmentCache, tmp_path: Path
) -> None:
    first = export(timeline, tmp_path / "a.mp4", cache)
    tracks = tuple(
        msgspec.structs.replace(track, gain_db=-6.0) if track.kind == "audio" else track
        for track in timeline.tracks
    )
    quieter = msgspec.structs.replace(timeline, tracks=tracks)
    assert export(quieter, tmp_path / "b.mp4", cache) != first
