from fractions import Fraction

import av
import numpy as np
import pytest

import media_factory
from timeline_studio.media import filmstrip_rgb, image_frame, thumbnail_jpeg
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start


def decoded(data: bytes, tmp_path) -> av.VideoFrame:
    path = tmp_path / "thumbnail.jpg"
    path.write_bytes(data)
    return image_frame(path)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_thumbnail_is_upright(tmp_path, rotation):
    path = media_factory.stamped_video(
        tmp_path / "a.mov", frames=60, rotation=rotation, size=(180, 320)
    )
    picture = decoded(thumbnail_jpeg(path, time=FLICKS_PER_SECOND), tmp_path)

    assert (picture.width, picture.height) == (101, 180)
    assert media_factory.read_stamp(picture) == 30


def test_without_a_time_it_is_a_key_picture_a_little_way_in(tmp_path):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=200, gop=15)

    assert media_factory.read_stamp(decoded(thumbnail_jpeg(path), tmp_path)) == 15


def test_wide_pixels_make_a_wide_thumbnail(tmp_path):
    path = media_factory.stamped_video(
        tmp_path / "a.mp4", frames=3, size=(240, 180), sample_aspect=Fraction(4, 3)
    )
    picture = decoded(thumbnail_jpeg(path, width=160, height=160), tmp_path)

    assert (picture.width, picture.height) == (160, 90)


def test_what_is_clear_is_black(tmp_path):
    path = media_factory.transparent_png(tmp_path / "a.png", (320, 180))
    pixels = decoded(thumbnail_jpeg(path), tmp_path).to_ndarray(format="rgb24")

    assert pixels[90, 40] == pytest.approx([254, 0, 0], abs=6)
    assert pixels[90, 280] == pytest.approx([0, 0, 0], abs=6)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_image_is_turned_and_mirrored_upright(tmp_path, orientation):
    path = media_factory.stamped_jpeg(tmp_path / "a.jpg", 4321, orientation=orientation)
    picture = image_frame(path)

    assert (picture.width, picture.height) == (320, 180)
    assert media_factory.read_stamp(picture) == 4321


def test_a_transparent_image_is_rgba(tmp_path):
    picture = image_frame(media_factory.transparent_png(tmp_path / "a.png"))

    assert picture.format.name == "rgba"
    assert picture.to_ndarray()[0, -1, 3] == 0


@pytest.mark.parametrize("gop", [15, 250])
@pytest.mark.parametrize("name", ["a.mp4", "a.ts"])
def test_a_filmstrip_shows_each_buckets_own_picture(tmp_path, name, gop):
    path = media_factory.stamped_video(tmp_path / name, frames=90, gop=gop, bframes=2)
    firsts = range(0, 90, 20)
    strip = filmstrip_rgb(path, [frame_start(n, Fraction(30)) for n in firsts], 90)

    for first, picture in zip(firsts, strip, strict=True):
        assert picture.shape == (90, 160, 3)
        assert picture.dtype == np.uint8
        assert first <= media_factory.read_stamp(picture) < first + 20


def test_a_narrow_bucket_is_exact(tmp_path):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=60, rotation=90)
    strip = filmstrip_rgb(path, [frame_start(n, Fraction(30)) for n in range(28, 34)], 90)

    assert [media_factory.read_stamp(picture) for picture in strip] == [28, 29, 30, 31, 32, 33]


def test_a_single_picture(tmp_path):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=60)

    (picture,) = filmstrip_rgb(path, [frame_start(31, Fraction(30))], 90)
    assert media_factory.read_stamp(picture) == 31
