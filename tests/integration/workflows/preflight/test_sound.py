"""What a check finds of sound, against levels that are known. Each with its negative."""

import math
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from media_factory import stamped_video, tone, write_sound
from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows import Studio
from timeline_studio.workflows.preflight import Finding, check_timeline
from timeline_studio.workflows.preflight.silence import LONG_SILENCE_SECONDS
from timeline_studio.workflows.projects import create_project

Check = Callable[..., list[Finding]]
Film = Callable[..., Timeline]
RATE = 48_000


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[float], Path]:
    """Pictures without sound, so many seconds long."""

    def make(seconds: float) -> Path:
        frames = round(seconds * 10)
        return stamped_video(tmp_path / "dumb.mp4", frames=frames, rate=10, size=(160, 90))

    return make


def with_sound(film: Film, picture: Path, sound: Path) -> Timeline:
    """The sound under the picture, both from the start."""
    timeline = film(picture, rate=10)
    (music,) = film(sound, rate=10).tracks[-1].items
    video, audio = timeline.tracks
    return replace(timeline, tracks=(video, replace(audio, items=(music,))))


def changed(timeline: Timeline, **properties: object) -> Timeline:
    """With these properties of the sound's track."""
    *others, audio = timeline.tracks
    return replace(timeline, tracks=(*others, replace(audio, **properties)))


def louder(timeline: Timeline, by_db: float) -> Timeline:
    *others, audio = timeline.tracks
    items = tuple(replace(item, gain_db=item.gain_db + by_db) for item in audio.items)
    return replace(timeline, tracks=(*others, replace(audio, items=items)))


@pytest.fixture
def quiet_film(film: Film, picture: Callable[[float], Path], tmp_path: Path) -> Timeline:
    """Three seconds with a tone that peaks at -6 dBFS."""
    sound = tone(tmp_path / "tone.wav", duration=3.0, amplitude=0.5)
    return with_sound(film, picture(3), sound)


def test_sound_below_the_limit_has_no_finding(check: Check, quiet_film: Timeline) -> None:
    assert check(quiet_film) == []


@pytest.mark.parametrize(("by_db", "is_clipped"), [(4.9, False), (5.5, True), (20, True)])
def test_the_true_peak_of_the_mix_is_measured(
    check: Check, quiet_film: Timeline, by_db: float, is_clipped: bool
) -> None:
    findings = check(louder(quiet_film, by_db), code="clipped")
    assert bool(findings) == is_clipped
    for finding in findings:
        assert f"peaks at {by_db - 6.02:+.1f} dBTP" in finding.message


@pytest.mark.parametrize("master", [{"limiter": True}, {"loudness": -16.0}])
def test_what_the_master_limits_is_not_too_loud(
    check: Check, quiet_film: Timeline, master: dict[str, object]
) -> None:
    assert check(replace(louder(quiet_film, 12), **master), code="clipped") == []


def test_lowered_by_what_is_offered_the_mix_fits(check: Check, quiet_film: Timeline) -> None:
    (finding,) = check(louder(quiet_film, 12), code="clipped")
    assert finding.fix is not None
    assert finding.fix.text == "Lower by 7.0 dB"
    assert finding.fix.edit is not None
    lowered = finding.fix.edit(louder(quiet_film, 12))
    assert lowered.tracks[-1].items[0].gain_db == pytest.approx(5.0)
    assert check(lowered) == []


def test_two_sounds_may_be_too_loud_together(
    check: Check, film: Film, picture: Callable[[float], Path], tmp_path: Path
) -> None:
    """Each peaks at -4.4 dBFS, both at +1.6."""
    sound = tone(tmp_path / "tone.wav", duration=2.0, amplitude=0.6)
    timeline = with_sound(film, picture(2), sound)
    assert check(timeline, code="clipped") == []
    audio = timeline.tracks[-1]
    twin = replace(audio, id="twin", items=(replace(audio.items[0], id="other"),))
    (finding,) = check(replace(timeline, tracks=(*timeline.tracks, twin)), code="clipped")
    assert f"{20 * math.log10(1.2):+.1f} dBTP" in finding.message


def test_what_is_too_loud_is_placed(
    check: Check, film: Film, picture: Callable[[float], Path], tmp_path: Path
) -> None:
    wave = 0.2 * np.sin(np.arange(8 * RATE) / 20)
    wave[5 * RATE + 4800 : 6 * RATE] *= 5
    sound = write_sound(tmp_path / "bang.wav", np.tile(wave, (2, 1)), RATE)
    (finding,) = check(with_sound(film, picture(8), sound), code="clipped")
    assert finding.time is not None
    assert 4.8 <= finding.time / FLICKS_PER_SECOND <= 5.3


def silent_in(path: Path, first: float, last: float, seconds: float) -> Path:
    wave = 0.2 * np.sin(np.arange(round(seconds * RATE)) / 20)
    wave[round(first * RATE) : round(last * RATE)] = 0
    return write_sound(path, np.tile(wave, (2, 1)), RATE)


@pytest.mark.parametrize(("length", "is_told"), [(4.5, False), (6.0, True)])
def test_long_silence_is_found(
    check: Check,
    film: Film,
    picture: Callable[[float], Path],
    tmp_path: Path,
    length: float,
    is_told: bool,
) -> None:
    assert LONG_SILENCE_SECONDS == 5
    sound = silent_in(tmp_path / "pause.wav", 1, 1 + length, 8)
    findings = check(with_sound(film, picture(8), sound), code="silence")
    assert bool(findings) == is_told
    for finding in findings:
        assert finding.time is not None
        assert finding.time / FLICKS_PER_SECOND == pytest.approx(1.0, abs=0.03)
        assert "Nothing is heard for 6.0 s" in finding.message


def test_silence_without_a_picture_is_a_gap(
    check: Check, film: Film, picture: Callable[[float], Path], tmp_path: Path
) -> None:
    sound = silent_in(tmp_path / "pause.wav", 1, 7.5, 8)
    timeline = with_sound(film, picture(1), sound)
    assert check(timeline, code="silence") == []


def test_a_film_without_sound_is_told_once(
    check: Check, film: Film, picture: Callable[[float], Path]
) -> None:
    (finding,) = check(film(picture(8), rate=10))
    assert finding.code == "no_sound"


def test_a_silent_track_is_found(
    check: Check, quiet_film: Timeline, film: Film, tmp_path: Path
) -> None:
    flat = write_sound(tmp_path / "flat.wav", np.zeros((2, RATE)), RATE)
    (silence,) = film(flat, rate=10).tracks[-1].items
    track = Track(id="flat", kind="audio", name="Room", items=(silence,))
    (finding,) = check(replace(quiet_film, tracks=(*quiet_film.tracks, track)))
    assert finding.code == "silent_track"
    assert finding.message == "All of Room is silent."
    assert finding.item_id == silence.id


def test_a_muted_track_is_told_and_unmuted(check: Check, quiet_film: Timeline) -> None:
    findings = check(changed(quiet_film, muted=True))
    assert [each.code for each in findings] == ["muted", "no_sound"]
    assert findings[0].message == "A1 is muted: its 1 clip cannot be heard."
    fix = findings[0].fix
    assert fix is not None
    assert fix.edit is not None
    assert check(fix.edit(changed(quiet_film, muted=True))) == []


def test_an_empty_muted_track_is_no_accident(check: Check, quiet_film: Timeline) -> None:
    empty = Track(id="empty", kind="audio", muted=True)
    assert check(replace(quiet_film, tracks=(*quiet_film.tracks, empty))) == []


def test_a_track_that_anothers_solo_silences_is_told(check: Check, quiet_film: Timeline) -> None:
    audio = quiet_film.tracks[-1]
    twin = replace(audio, id="twin", name="Music", items=(replace(audio.items[0], id="other"),))
    timeline = replace(louder(quiet_film, -6), tracks=(*louder(quiet_film, -6).tracks, twin))
    solo = changed(timeline, solo=True)
    (finding,) = check(solo)
    assert finding.message == "Music solo: A1 and its 1 clip cannot be heard."
    assert finding.fix is not None
    assert finding.fix.edit is not None
    assert finding.fix.edit(solo) == timeline
    assert check(timeline, code="not_solo") == []


def test_sped_up_and_backward_sound_is_measured_too(check: Check, quiet_film: Timeline) -> None:
    *others, audio = quiet_film.tracks
    clip = replace(audio.items[0], duration=FLICKS_PER_SECOND, speed=Fraction(2))
    fast = replace(quiet_film, tracks=(*others, replace(audio, items=(clip,))))
    assert check(fast, code="clipped") == []
    (finding,) = check(louder(fast, 12), code="clipped")
    assert "too loud" in finding.message


class StoppedError(Exception):
    pass


def test_the_check_can_be_cancelled(check: Check, quiet_film: Timeline, studio: Studio) -> None:
    told: list[float] = []

    def stop(fraction: float, _stage: str) -> None:
        told.append(fraction)
        if fraction > 0.3:
            raise StoppedError

    project = create_project(studio, "Holiday", quiet_film)
    with pytest.raises(StoppedError):
        check_timeline(studio, project.id, progress=stop)
    assert told == sorted(told)
