"""Pictures and waveforms for the timeline: asked for at once, made elsewhere, kept."""

from pathlib import Path

import numpy as np
import pytest

from media_factory import clicks, read_stamp, stamped_video, still_png
from timeline_studio.errors import StudioError
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.clip_pictures import ClipPictures

FRAME = SECOND // 25


def reference(path: Path) -> MediaReference:
    return MediaReference(url=str(path), name=path.name)


def resolve(media: MediaReference) -> Path:
    if media.url.startswith("upload:"):
        raise StudioError(f"{media.url} is not in the library")
    return Path(media.url)


@pytest.fixture
def tasks(qtbot):
    tasks = BackgroundTasks(threads=2)
    yield tasks
    assert tasks.wait_idle()


@pytest.fixture
def pictures(tasks, tmp_path) -> ClipPictures:
    return ClipPictures(resolve, tasks, tmp_path / "cache")


@pytest.fixture
def video(tmp_path) -> MediaReference:
    return reference(stamped_video(tmp_path / "v.mp4", frames=50, rate=25, gop=25))


def number(picture) -> int | None:
    image = picture.toImage().convertToFormat(picture.toImage().Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return read_stamp(rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3))


def test_a_picture_comes_later_and_is_the_right_one(pictures, video, tasks, qtbot):
    times = [7 * FRAME, 0, 30 * FRAME]
    with qtbot.waitSignal(pictures.ready):
        assert [pictures.picture(video, time, 90) for time in times] == [None] * 3
    tasks.wait_idle()
    assert [number(pictures.picture(video, time, 90)) for time in times] == [7, 0, 30]
    assert pictures.picture(video, 0, 90).height() == 90


def test_a_waveform_comes_later(pictures, tasks, tmp_path, qtbot):
    sound = reference(clicks(tmp_path / "c.wav", at=[0.5]))
    assert pictures.waveform(sound) is None
    assert tasks.wait_idle()
    wave = pictures.waveform(sound)
    assert wave.high[45:55].max() > 0.1
    assert wave.high[:40].max() < 0.1


def test_a_still_has_its_own_shape(pictures, tasks, tmp_path):
    still = reference(still_png(tmp_path / "s.png", size=(100, 50), colour=(200, 10, 10)))
    assert pictures.picture(still, 0, 40, is_still=True) is None
    tasks.wait_idle()
    picture = pictures.picture(still, 0, 40, is_still=True)
    assert (picture.width(), picture.height()) == (80, 40)


def test_media_that_cannot_be_found_is_missing_until_it_is(pictures, tasks, tmp_path, qtbot):
    gone = reference(tmp_path / "gone.mp4")
    unknown = MediaReference(url="upload:9")
    for media in (gone, unknown):
        with qtbot.waitSignal(pictures.missing_changed):
            pictures.picture(media, 0, 90)
        assert pictures.is_missing(media.url)
        assert pictures.picture(media, 0, 90) is None
        assert tasks.is_idle  # it is not looked for again and again
    stamped_video(tmp_path / "gone.mp4", frames=2, rate=25)
    pictures.look_again()
    assert not pictures.is_missing(gone.url)
    pictures.picture(gone, 0, 90)
    tasks.wait_idle()
    assert number(pictures.picture(gone, 0, 90)) == 0


def test_a_film_without_sound_is_not_missing(pictures, tasks, video):
    pictures.waveform(video)
    tasks.wait_idle()
    assert pictures.waveform(video) is None
    assert tasks.is_idle
    assert not pictures.is_missing(video.url)


def test_memory_is_bounded_and_the_oldest_goes(tasks, tmp_path, video):
    small = ClipPictures(resolve, tasks, tmp_path / "cache", max_bytes=3 * 160 * 90 * 4)
    for frame in range(6):
        small.picture(video, frame * FRAME, 90)
        tasks.wait_idle()
    assert small.picture(video, 5 * FRAME, 90) is not None
    assert small.picture(video, 0, 90) is None
