"""How loud tracks and the master are is edited, checked and kept."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import DocumentError, EditError, Timeline, Title, Track, edits
from timeline_studio.timeline.ducking import LONGEST, Ducking
from timeline_studio.timeline.otio import read_otio, write_otio
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.timeline.validation import validate


@pytest.fixture
def timeline(draw) -> Timeline:
    return draw(V1="AB", voice="ab", music="c")


def track(timeline: Timeline, name: str) -> Track:
    return next(each for each in timeline.tracks if each.name == name)


def test_a_track_gives_way_to_others_of_its_timeline(timeline):
    voice, music = track(timeline, "voice").id, track(timeline, "music").id

    ducked = edits.set_ducking(timeline, music, Ducking(sources=(voice,)))

    assert track(ducked, "music").ducking.sources == (voice,)
    assert track(edits.set_ducking(ducked, music, None), "music").ducking is None
    with pytest.raises(EditError, match="audio tracks of its timeline"):
        edits.set_ducking(timeline, music, Ducking(sources=("nobody",)))
    with pytest.raises(EditError, match="itself"):
        edits.set_ducking(timeline, music, Ducking(sources=(music,)))


def test_nobody_gives_way_to_a_track_that_was_removed(timeline):
    voice, music = track(timeline, "voice").id, track(timeline, "music").id
    ducked = edits.set_ducking(timeline, music, Ducking(sources=(voice,)))

    assert track(edits.remove_track(ducked, voice), "music").ducking is None


def test_a_track_has_a_gain_and_a_pan(timeline):
    music = track(timeline, "music").id

    louder = edits.set_track_sound(timeline, music, gain_db=-6.0)

    assert track(edits.set_track_sound(louder, music, pan=0.5), "music").gain_db == -6
    with pytest.raises(EditError, match="gain must be"):
        edits.set_track_sound(timeline, music, gain_db=float("nan"))
    with pytest.raises(EditError, match="no audio track"):
        edits.set_track_sound(timeline, track(timeline, "V1").id, gain_db=1.0)


def test_the_master_is_changed_a_part_at_a_time(timeline):
    limited = edits.set_master(timeline, limiter=True)
    loud = edits.set_master(limited, loudness=-14.0)

    assert (loud.limiter, loud.loudness) == (True, -14)
    assert edits.set_master(loud, loudness=None) == limited
    with pytest.raises(EditError, match="LUFS"):
        edits.set_master(timeline, loudness=0.0)


def test_levels_are_set_together_and_stay_in_range(timeline):
    ids = [item.id for item in track(timeline, "voice").items]

    levelled = edits.raise_gains(timeline, dict(zip(ids, (3.5, 99.0), strict=True)))

    assert [item.gain_db for item in track(levelled, "voice").items] == [3.5, 24.0]
    with pytest.raises(EditError, match="sound that could be levelled"):
        edits.raise_gains(timeline, {})


def test_partners_keep_their_pitch_together(timeline):
    first = track(timeline, "V1").items[0].id

    changed = edits.set_keep_pitch(timeline, [first], keep=False)

    found = [item for each in changed.tracks for item in each.items if not item.keep_pitch]
    assert len(found) == 2


def test_only_media_has_a_pitch(draw):
    title = Title(id="t", start=0, duration=FLICKS_PER_SECOND, text="Hello")
    timeline = draw(V1="")
    timeline = edits.append(timeline, timeline.tracks[0].id, title)
    with pytest.raises(EditError, match="no clip of a media file"):
        edits.set_keep_pitch(timeline, ["t"], keep=True)


@pytest.mark.parametrize(
    "wrong",
    [
        Ducking(depth_db=-1.0),
        Ducking(threshold_db=float("nan")),
        Ducking(attack=LONGEST + 1),
        Ducking(release=-1),
    ],
)
def test_what_cannot_be_heard_is_no_document(timeline, wrong):
    tracks = [
        replace(each, ducking=wrong) if each.name == "music" else each for each in timeline.tracks
    ]
    with pytest.raises(DocumentError, match="music"):
        validate(replace(timeline, tracks=tuple(tracks)))


def test_an_otio_file_keeps_levels_that_it_has_no_word_for(timeline, tmp_path: Path):
    voice, music = track(timeline, "voice").id, track(timeline, "music").id
    timeline = edits.set_master(timeline, loudness=-16.1, limiter=True)
    timeline = edits.set_track_sound(timeline, music, gain_db=-0.1, pan=-0.25)
    timeline = edits.set_ducking(timeline, music, Ducking(sources=(voice,), depth_db=9.5))
    path = tmp_path / "film.otio"

    write_otio(timeline, path)

    assert read_otio(path) == timeline


def test_levels_of_others_that_cannot_be_read_are_none(timeline, tmp_path: Path):
    music = track(timeline, "music").id
    path = tmp_path / "film.otio"
    write_otio(edits.set_track_sound(timeline, music, gain_db=-3.0), path)
    path.write_text(path.read_text().replace("-3.0", "oops"))

    assert track(read_otio(path), "music").gain_db == 0
