"""The monitor's compositor outlives edits: files stay open, what changed is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from media_factory import stamped_video
from timeline_studio.render import readers
from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.monitor.composer import Composer
from timeline_studio.ui.monitor.picture import fit

SIZE = fit((640, 360), 320, 180)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every video file that is opened."""
    paths: list[Path] = []

    class CountedReader(readers.VideoReader):
        def __init__(self, path: Path, **options: object) -> None:
            paths.append(path)
            super().__init__(path, **options)

    monkeypatch.setattr(readers, "VideoReader", CountedReader)
    return paths


@pytest.fixture
def composer(resolve) -> Iterator[Composer]:
    composer = Composer(resolve)
    yield composer
    composer.close()


def test_an_edit_opens_no_file_again(composer, opened, footage, make_clip, make_timeline, stamp_of):
    clip = make_clip(footage)
    before = make_timeline(clip)
    after = make_timeline(replace(clip, source_start=frame_start(7, before.rate)))

    stamps = [stamp_of(composer.picture(each, 0, SIZE).image) for each in (before, after, before)]

    assert stamps == [0, 7, 0]
    assert opened == [footage]


def test_a_clip_that_is_given_other_media_shows_it(
    composer, opened, footage, make_clip, make_timeline, stamp_of, tmp_path
):
    other = stamped_video(tmp_path / "other.mp4", frames=30, rate=30, start_number=500)
    timelines = [make_timeline(make_clip(path, "same")) for path in (footage, other)]

    stamps = [stamp_of(composer.picture(each, 0, SIZE).image) for each in timelines]

    assert stamps == [0, 500]
    assert opened == [footage, other]


def test_media_that_comes_back_is_shown(composer, footage, make_clip, make_timeline, stamp_of):
    away = footage.rename(footage.with_name("away.mp4"))
    timeline = make_timeline(make_clip(footage))
    assert "missing" in composer.picture(timeline, 0, SIZE).error

    away.rename(footage)

    assert stamp_of(composer.picture(timeline, 0, SIZE).image) == 0


def test_all_sizes_share_the_open_files(
    composer, opened, footage, make_clip, make_timeline, stamp_of
):
    timeline = make_timeline(make_clip(footage))
    coarse = fit((640, 360), 160, 90)

    stamps = [
        stamp_of(composer.picture(timeline, frame_start(frame, 30), size).image)
        for frame, size in ((3, SIZE), (4, coarse), (5, SIZE))
    ]

    assert stamps == [3, 4, 5]
    assert opened == [footage]


def test_a_far_picture_comes_after_a_near_one(
    composer, footage, make_clip, make_timeline, stamp_of
):
    timeline = make_timeline(make_clip(footage))
    composer.picture(timeline, 0, SIZE)
    answers = []
    while not answers or not answers[-1].is_exact:
        answers.append(composer.near(timeline, frame_start(43, 30), SIZE))

    stamps = [stamp_of(answer.image) for answer in answers]
    assert stamps[0] == 30  # the key picture
    assert stamps[-1] == 43
    assert len(answers) <= 4
    assert composer.near(timeline, frame_start(42, 30), SIZE).is_exact  # it was on the way


@pytest.mark.parametrize(("start", "end"), [(20, 45), (45, 20)])
def test_the_next_clip_is_open_before_its_cut(
    qtbot, composer, opened, footage, make_clip, make_timeline, stamp_of, tmp_path, start, end
):
    other = stamped_video(tmp_path / "other.mp4", frames=30, rate=30, start_number=500)
    timeline = make_timeline(make_clip(footage, frames=30), make_clip(other, start=30, frames=30))
    composer.picture(timeline, frame_start(start, 30), SIZE)
    assert len(opened) == 1

    composer.prepare(frame_start(start, 30), frame_start(end, 30))

    qtbot.waitUntil(lambda: len(opened) == 2)
    frame = 30 if end > start else 29
    stamp = stamp_of(composer.picture(timeline, frame_start(frame, 30), SIZE).image)
    assert stamp == (500 if end > start else 29)
    assert len(opened) == 2


def test_media_that_could_not_be_prepared_is_shown_once_it_is_there(
    qtbot, composer, opened, footage, make_clip, make_timeline, stamp_of, tmp_path
):
    other = stamped_video(tmp_path / "other.mp4", frames=30, rate=30, start_number=500)
    timeline = make_timeline(make_clip(footage, frames=30), make_clip(other, start=30, frames=30))
    composer.picture(timeline, 0, SIZE)
    composer.prepare(0, 1)  # nothing begins there
    away = other.rename(tmp_path / "away.mp4")
    composer.prepare(0, frame_start(40, 30))
    assert "missing" in composer.picture(timeline, frame_start(30, 30), SIZE).error

    away.rename(other)

    assert stamp_of(composer.picture(timeline, frame_start(30, 30), SIZE).image) == 500


def test_a_gap_is_black(composer, footage, make_clip, make_timeline):
    timeline = make_timeline(make_clip(footage, start=10))

    image = composer.picture(timeline, 0, SIZE).image

    assert image.pixelColor(160, 90).getRgb() == (0, 0, 0, 255)


def test_a_timeline_of_sound_only_is_black(composer, footage, make_clip):
    sound = Track(id="a", kind="audio", items=(make_clip(footage),))

    picture = composer.picture(Timeline(tracks=(sound,)), 0, SIZE)

    assert picture.image.pixelColor(160, 90).getRgb() == (0, 0, 0, 255)
