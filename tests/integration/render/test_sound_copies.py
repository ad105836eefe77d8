"""One clip, trimmed: its sound is copied with its picture, exact to the sample."""

from pathlib import Path
from typing import Any

import av
import msgspec
import numpy as np
import pytest

from copying_films import RATE, film, source
from timeline_studio.media import AudioReader
from timeline_studio.render import ExportOptions, export_timeline
from timeline_studio.render.copying.sound_copy import find_sound_copy
from timeline_studio.render.mastering import master as mastering
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.model import MediaReference, Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start

FIRST, FRAMES = 17, 80
SAMPLES = FRAMES * 48_000 // 25
MATCH = ExportOptions(preset="ultrafast", match_source=True)


def file_path(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def clicks(tmp_path: Path) -> Path:
    return source(tmp_path / "a.mp4", clicks_at=[0.3, 1.1, 2.0, 3.1])


@pytest.fixture
def trimmed(clicks: Path) -> Timeline:
    """Off the key pictures, and off the packets of the sound."""
    pictures = film([(clicks, FIRST, FRAMES)])
    (clip,) = pictures.tracks[0].items
    sound = Track(id="a", kind="audio", items=(msgspec.structs.replace(clip, id="sound"),))
    return msgspec.structs.replace(pictures, tracks=(*pictures.tracks, sound))


def coded(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(audio=0) if packet.size]


def test_the_packets_are_the_sources_and_the_samples_too(
    trimmed: Timeline, clicks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mastering, "AacEncoder", None)
    out = tmp_path / "film.mp4"
    assert export_timeline(trimmed, out, file_path, MATCH).frames_copied
    assert set(coded(out)) <= set(coded(clicks))
    first = FIRST * 48_000 // 25
    with AudioReader(out) as made, AudioReader(clicks) as original:
        ours, theirs = made.samples(0, SAMPLES), original.samples(first, SAMPLES)
    assert np.abs(theirs).max() > 0.1
    assert np.abs(ours - theirs).max() < 2**-15


def test_a_film_from_the_very_start_keeps_the_priming(clicks: Path, tmp_path: Path) -> None:
    (track,) = film([(clicks, 0, 60)]).tracks
    sound = Track(id="a", kind="audio", items=(msgspec.structs.replace(track.items[0], id="s"),))
    timeline = msgspec.structs.replace(film([(clicks, 0, 60)]), tracks=(track, sound))
    out = tmp_path / "film.mp4"
    export_timeline(timeline, out, file_path, MATCH)
    samples = 60 * 48_000 // 25
    with AudioReader(out) as made, AudioReader(clicks) as original:
        assert np.abs(made.samples(0, samples) - original.samples(0, samples)).max() < 2**-15


def _with_sound(timeline: Timeline, **changes: Any) -> Timeline:
    pictures, sound = timeline.tracks
    clip = msgspec.structs.replace(sound.items[0], **changes)
    return msgspec.structs.replace(
        timeline, tracks=(pictures, msgspec.structs.replace(sound, items=(clip,)))
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"gain_db": -3.0},
        {"pan": 0.5},
        {"fade_in": Fade(FLICKS_PER_SECOND)},
        {"fade_out": Fade(FLICKS_PER_SECOND)},
        {"start": frame_start(1, RATE)},
        {"duration": frame_start(FRAMES - 2, RATE)},
        {"source_start": frame_start(60, RATE)},
    ],
    ids=str,
)
def test_what_is_heard_otherwise_is_mixed(trimmed: Timeline, changes: dict[str, Any]) -> None:
    """The last one asks for more sound than there is."""
    assert find_sound_copy(trimmed, Sources(file_path), SAMPLES)
    assert find_sound_copy(_with_sound(trimmed, **changes), Sources(file_path), SAMPLES) is None


@pytest.mark.parametrize("changes", [{"loudness": -14.0}, {"limiter": True}], ids=str)
def test_a_sound_that_is_mastered_is_mixed(trimmed: Timeline, changes: dict[str, Any]) -> None:
    mastered = msgspec.structs.replace(trimmed, **changes)
    assert find_sound_copy(mastered, Sources(file_path), SAMPLES) is None


def test_a_track_with_a_level_or_a_second_voice_is_mixed(trimmed: Timeline) -> None:
    pictures, sound = trimmed.tracks
    quiet = msgspec.structs.replace(sound, gain_db=-6.0)
    voice = msgspec.structs.replace(sound.items[0], id="other")
    second = Track(id="b", kind="audio", items=(voice,))
    for tracks in ((pictures, quiet), (pictures, sound, second)):
        other = msgspec.structs.replace(trimmed, tracks=tracks)
        assert find_sound_copy(other, Sources(file_path), SAMPLES) is None


@pytest.mark.parametrize(
    "changes",
    [{"sample_rate": 44_100}, {"channels": 1}, {"audio_codec": "mp3"}],
    ids=str,
)
def test_a_sound_of_another_kind_is_mixed(tmp_path: Path, changes: dict[str, Any]) -> None:
    path = source(tmp_path / "b.mp4", clicks_at=[0.5], **changes)
    (track,) = film([(path, FIRST, FRAMES)]).tracks
    sound = Track(id="a", kind="audio", items=track.items)
    timeline = msgspec.structs.replace(film([(path, FIRST, FRAMES)]), tracks=(track, sound))
    assert find_sound_copy(timeline, Sources(file_path), SAMPLES) is None
