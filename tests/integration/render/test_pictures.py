"""What the frame shows: fitting, colours, layers, stills, titles, generators."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import msgspec
import numpy as np
import pytest

from media_factory import (
    read_stamp,
    stamped_jpeg,
    stamped_video,
    still_png,
    tone,
    transparent_png,
)
from timeline_studio.media import FrameCache
from timeline_studio.render import Compositor, RenderError
from timeline_studio.timeline.model import Generator, MediaReference, Title

Make = Callable[..., Any]
RATE = Fraction(30)


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


def flat_video(
    path: Path, rgb: tuple[int, int, int], *, size: tuple[int, int], space: int, full: bool = False
) -> Path:
    """Ten frames of one colour, tagged (2: left untagged) and encoded without loss."""
    pixels = np.empty((size[1], size[0], 3), np.uint8)
    pixels[:] = rgb
    matrix = {2: 5 if size[1] < 720 else 1}.get(space, space)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"qp": "1"})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        context = stream.codec_context
        context.colorspace, context.color_range = space, 2 if full else 1
        for n in range(10):
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(
                format="yuv420p", dst_colorspace=matrix, dst_color_range=2 if full else 1
            )
            frame.pts = n
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(
    ("space", "full"), [(1, False), (5, False), (6, False), (9, False), (1, True), (2, False)]
)
@pytest.mark.parametrize("size", [(320, 180), (1280, 720)], ids=str)
def test_every_matrix_and_range_comes_out_as_it_went_in(
    space: int, full: bool, size: tuple[int, int], film: Make, picture_at: Make, tmp_path: Path
) -> None:
    colour = (200, 60, 40)
    media = flat_video(tmp_path / "a.mp4", colour, size=size, space=space, full=full)
    plan = film(RATE)
    shown = picture_at(plan.timeline((plan.clip(media, 0, 10),)), 5)
    assert shown.reshape(-1, 3).mean(axis=0) == pytest.approx(colour, abs=6)


def test_a_frame_that_fits_is_passed_on_untouched(film: Make, tmp_path: Path) -> None:
    media = flat_video(tmp_path / "a.mp4", (200, 60, 40), size=(320, 180), space=1)
    plan = film(RATE)
    compositor = Compositor(plan.timeline((plan.clip(media, 0, 10),)), file_of)
    first, again = compositor.frame(0), compositor.frame(1)
    assert first.planes[0].buffer_ptr == again.planes[0].buffer_ptr
    with av.open(str(media)) as container:
        decoded = next(container.decode(video=0))
        np.testing.assert_array_equal(first.to_ndarray(), decoded.to_ndarray())
    compositor.close()


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_rotated_source_stands_upright(
    rotation: int, film: Make, picture_at: Make, tmp_path: Path
) -> None:
    media = stamped_video(
        tmp_path / "a.mp4", frames=6, size=(180, 320), rotation=rotation, start_number=40
    )
    plan = film(RATE, (640, 360))
    shown = picture_at(plan.timeline((plan.clip(media, 0, 6),)), 3)
    assert read_stamp(shown, region=(219, 0, 202, 360)) == 43
    assert shown[:, :200].max() < 8


def test_pixels_that_are_not_square_are_stretched(
    film: Make, picture_at: Make, tmp_path: Path
) -> None:
    media = stamped_video(
        tmp_path / "a.mp4", frames=3, size=(160, 180), sample_aspect=Fraction(2), start_number=9
    )
    plan = film(RATE)
    shown = picture_at(plan.timeline((plan.clip(media, 0, 3),)), 1)
    assert read_stamp(shown, region=(0, 0, 320, 180)) == 10


@pytest.mark.parametrize("size", [(100, 180), (321, 179), (64, 36), (640, 90)], ids=str)
def test_any_size_is_fitted_and_centred(
    size: tuple[int, int], film: Make, picture_at: Make, tmp_path: Path
) -> None:
    codec = {"codec": "ffv1", "crf": None} if size[0] % 2 else {}
    media = stamped_video(
        tmp_path / "a.mkv", frames=3, size=size, start_number=70, pix_fmt="yuv420p", **codec
    )
    plan = film(RATE)
    shown = picture_at(plan.timeline((plan.clip(media, 0, 3),)), 2)
    scale = min(320 / size[0], 180 / size[1])
    width, height = size[0] * scale, size[1] * scale
    region = ((320 - width) / 2, (180 - height) / 2, width, height)
    assert read_stamp(shown, region=region) == 72


def test_padding_is_clear_to_the_tracks_below(film: Make, picture_at: Make, tmp_path: Path) -> None:
    narrow = stamped_video(tmp_path / "a.mp4", frames=3, size=(100, 180))
    plan = film(RATE)
    red = Generator(id="red", start=0, duration=plan.time(3), color="#FF0000")
    shown = picture_at(plan.timeline((red,), (plan.clip(narrow, 0, 3),)), 1)
    assert shown[90, 20] == pytest.approx([255, 0, 0], abs=4)
    assert read_stamp(shown, region=(110, 0, 100, 180)) == 1


def test_a_picture_that_fills_the_frame_hides_what_is_below(film: Make, tmp_path: Path) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=3)
    broken = tmp_path / "never opened.mp4"
    plan = film(RATE)
    timeline = plan.timeline((plan.clip(broken, 0, 3),), (plan.clip(media, 0, 3),))
    compositor = Compositor(timeline, file_of)
    assert read_stamp(compositor.frame(plan.time(2))) == 2
    compositor.close()


def test_stills_are_shown_with_their_orientation(
    film: Make, picture_at: Make, tmp_path: Path
) -> None:
    photo = stamped_jpeg(tmp_path / "a.jpg", 77, size=(320, 180), orientation=6)
    plan = film(RATE)
    assert read_stamp(picture_at(plan.timeline((plan.still(photo, 0, 9),)), 8)) == 77


def test_a_clip_of_an_image_is_a_still(film: Make, picture_at: Make, tmp_path: Path) -> None:
    image = still_png(tmp_path / "a.png", colour=(0, 0, 255))
    plan = film(RATE)
    shown = picture_at(plan.timeline((plan.clip(image, 0, 9, source=plan.time(100)),)), 8)
    assert shown[90, 160] == pytest.approx([0, 0, 255], abs=4)


def test_clear_parts_of_a_still_show_what_is_below(
    film: Make, picture_at: Make, tmp_path: Path
) -> None:
    logo = transparent_png(tmp_path / "a.png")
    plan = film(RATE)
    green = Generator(id="green", start=0, duration=plan.time(3), color="#00FF00")
    shown = picture_at(plan.timeline((green,), (plan.still(logo, 0, 3),)), 1)
    assert shown[90, 80] == pytest.approx([255, 0, 0], abs=4)
    assert shown[90, 240] == pytest.approx([0, 255, 0], abs=4)


def test_a_title_is_over_the_picture_at_its_place(
    film: Make, picture_at: Make, tmp_path: Path
) -> None:
    plan = film(RATE)
    title = Title(
        id="t", start=0, duration=plan.time(3), text="HHH", size=20, color="#FF0000", x=0.25, y=0.75
    )
    blue = Generator(id="blue", start=0, duration=plan.time(6), color="#0000FF")
    timeline = plan.timeline((blue,), (title,))
    shown = picture_at(timeline, 1)
    red = shown[..., 0] > 200
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(80, abs=3)
    assert (rows[0] + rows[-1]) / 2 == pytest.approx(135, abs=4)
    assert shown[20, 160] == pytest.approx([0, 0, 255], abs=4)
    assert (picture_at(timeline, 4)[..., 0] < 60).all()


def test_a_title_dissolves_into_the_gap_beside_it(film: Make, picture_at: Make) -> None:
    plan = film(RATE)
    title = Title(id="t", start=0, duration=plan.time(10), text="█" * 30, size=90)
    timeline = plan.timeline((title, plan.dissolve(10, 10, 0)))
    brightest = [picture_at(timeline, frame).max() for frame in range(10)]
    assert brightest == sorted(brightest, reverse=True)
    assert brightest[0] > 230
    assert brightest[-1] < 30


def test_generators_have_their_colour(film: Make, picture_at: Make) -> None:
    plan = film(RATE)
    timeline = plan.timeline((Generator(id="g", start=0, duration=plan.time(1), color="#336699"),))
    assert picture_at(timeline, 0)[90, 160] == pytest.approx([0x33, 0x66, 0x99], abs=4)


def test_outside_the_timeline_is_black(film: Make, picture_at: Make) -> None:
    plan = film(RATE)
    timeline = plan.timeline((Generator(id="g", start=0, duration=plan.time(1), color="#FFFFFF"),))
    assert picture_at(timeline, 5).max() < 4


def test_a_colour_that_is_none_is_named(film: Make, picture_at: Make) -> None:
    plan = film(RATE)
    timeline = plan.timeline((Generator(id="g", start=0, duration=plan.time(1), color="mauvish"),))
    with pytest.raises(RenderError, match="mauvish"):
        picture_at(timeline, 0)


def test_a_timeline_without_a_size_takes_its_first_clip_s(film: Make, tmp_path: Path) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=2, size=(180, 320), rotation=90)
    plan = film(RATE)
    timeline = msgspec.structs.replace(plan.timeline((plan.clip(media, 0, 2),)), width=0, height=0)
    compositor = Compositor(timeline, file_of)
    assert (compositor.size.width, compositor.size.height) == (180, 320)
    compositor.close()


def test_another_size_may_be_asked_for(film: Make, tmp_path: Path) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=2, start_number=5)
    plan = film(RATE)
    timeline = plan.timeline((plan.clip(media, 0, 2),))
    compositor = Compositor(timeline, file_of, width=160, height=90)
    frame = compositor.frame(0)
    assert (frame.width, frame.height, read_stamp(frame)) == (160, 90, 5)
    compositor.close()


def test_frames_may_be_asked_for_in_any_order(film: Make, tmp_path: Path) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=60, bframes=2, gop=12)
    plan = film(RATE)
    row = [plan.clip(media, n * 5, 5, source=plan.time(n * 5)) for n in range(12)]
    compositor = Compositor(plan.timeline(tuple(row)), file_of)
    order = [59, 0, 33, 12, 34, 58, 1, 20]
    assert [read_stamp(compositor.frame(plan.time(n))) for n in order] == order
    compositor.close()


def test_a_cache_keeps_what_was_shown(film: Make, tmp_path: Path) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=60, gop=60)
    plan = film(RATE)
    cache = FrameCache(10_000_000)
    compositor = Compositor(plan.timeline((plan.clip(media, 0, 60),)), file_of, cache=cache)
    assert [read_stamp(compositor.frame(plan.time(n))) for n in (30, 29, 28)] == [30, 29, 28]
    assert len(cache) >= 30
    compositor.close()


def test_running_backwards_decodes_each_group_once(film: Make, tmp_path: Path) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=60, gop=60)
    plan = film(RATE)
    clip = plan.clip(media, 0, 60, source=plan.time(59), speed=Fraction(-1))
    compositor = Compositor(plan.timeline((clip,)), file_of)
    shown = [read_stamp(compositor.frame(plan.time(n))) for n in range(60)]
    assert shown == list(range(59, -1, -1))
    compositor.close()


def test_few_files_stay_open_while_jumping_about(film: Make, tmp_path: Path) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=60)
    plan = film(RATE)
    row = tuple(plan.clip(media, n * 2, 2, source=plan.time(n)) for n in range(20))
    compositor = Compositor(plan.timeline(row), file_of)
    for n in range(20):
        assert read_stamp(compositor.frame(plan.time(n * 7 % 20 * 2))) == n * 7 % 20
    files = [path.resolve() for path in Path("/proc/self/fd").iterdir()]
    assert 0 < files.count(media) <= 7
    compositor.close()


def test_sound_on_a_picture_track_shows_nothing(film: Make, tmp_path: Path) -> None:
    media = tone(tmp_path / "a.wav")
    plan = film(RATE)
    timeline = msgspec.structs.replace(plan.timeline((plan.clip(media, 0, 9),)), width=0, height=0)
    compositor = Compositor(timeline, file_of)
    assert (compositor.size.width, compositor.size.height) == (1920, 1080)
    assert compositor.frame(0).to_ndarray()[0, 0] == 16
    compositor.close()
