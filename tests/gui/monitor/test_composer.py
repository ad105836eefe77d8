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


def test_a_gap_is_black(composer, footage, make_clip, make_timeline):
    timeline = make_timeline(make_clip(footage, start=10))

    image = composer.picture(timeline, 0, SIZE).image

    assert image.pixelColor(160, 90).getRgb() == (0, 0, 0, 255)


def test_a_timeline_of_sound_only_is_black(composer, footage, make_clip):
    sound = Track(id="a", kind="audio", items=(make_clip(footage),))

    picture = composer.picture(Timeline(tracks=(sound,)), 0, SIZE)

    assert picture.image.pixelColor(160, 90).getRgb() == (0, 0, 0, 255)
