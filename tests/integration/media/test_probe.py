from fractions import Fraction

import av
import numpy as np
import pytest
from av.stream import Disposition

import media_factory
from timeline_studio.media import probe
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start

NTSC = Fraction(30_000, 1001)


@pytest.mark.parametrize("suffix", ["mp4", "mov", "mkv", "ts"])
@pytest.mark.parametrize("rate", [Fraction(24_000, 1001), Fraction(25), NTSC, Fraction(60)])
def test_constant_rates_are_exact_in_every_container(tmp_path, suffix, rate):
    path = media_factory.stamped_video(tmp_path / f"a.{suffix}", frames=50, rate=rate, bframes=2)
    video = probe(path).video

    assert video.rate == rate
    assert not video.is_variable_rate
    assert video.frame_count == 50
    assert abs(video.duration - frame_start(50, rate)) < FLICKS_PER_SECOND // 10_000


def test_what_a_video_holds(tmp_path):
    path = media_factory.stamped_video(
        tmp_path / "a.mp4", frames=40, clicks_at=[0.5], sample_rate=44_100, channels=1
    )
    info = probe(path)

    assert (info.path, info.kind, info.size_bytes) == (path, "video", path.stat().st_size)
    assert (info.video.codec, info.video.profile, info.video.pixel_format) == (
        "h264",
        "High",
        "yuv420p",
    )
    assert (info.video.width, info.video.height) == (320, 180)
    assert not info.video.has_alpha
    assert info.video.color_space is None
    (sound,) = info.audio
    assert (sound.codec, sound.sample_rate, sound.channels, sound.layout) == (
        "aac",
        44_100,
        1,
        "mono",
    )
    assert info.duration == info.video.duration == frame_start(40, Fraction(30))


@pytest.mark.parametrize(
    "times", [[0, 0.03, 0.1, 0.15, 0.4, 0.5], [n / 30 for n in range(40) if n != 20]]
)
@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_variable_rate_is_noticed(tmp_path, suffix, times):
    path = media_factory.stamped_video(tmp_path / f"a.{suffix}", frames=len(times), vfr_times=times)

    assert probe(path).video.is_variable_rate


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_rotation_turns_the_shown_size(tmp_path, rotation):
    path = media_factory.stamped_video(tmp_path / "a.mov", frames=3, rotation=rotation)
    video = probe(path).video

    assert video.rotation == rotation
    assert (video.display_width, video.display_height) == (320, 180)
    assert (video.width, video.height) == ((180, 320) if rotation % 180 else (320, 180))


def test_pixels_that_are_not_square_are_made_so(tmp_path):
    path = media_factory.stamped_video(
        tmp_path / "a.mp4", frames=3, sample_aspect=Fraction(4, 3), size=(240, 180)
    )
    video = probe(path).video

    assert (video.width, video.display_width, video.display_height) == (240, 320, 180)


def test_colour_tags_have_their_names(tmp_path):
    tags = {"colorprim": "bt709", "transfer": "arib-std-b67", "colormatrix": "bt2020nc"}
    params = ":".join(f"{name}={value}" for name, value in tags.items())
    path = media_factory.stamped_video(
        tmp_path / "a.mp4", frames=3, codec_options={"x264-params": params}
    )
    video = probe(path).video

    assert (video.color_primaries, video.color_transfer, video.color_space) == (
        "bt709",
        "arib-std-b67",
        "bt2020nc",
    )


@pytest.mark.parametrize(
    ("name", "codec", "channels"),
    [("a.wav", "pcm_s16le", 2), ("a.mp3", "mp3float", 1), ("a.m4a", "aac", 6), ("a.aac", "aac", 2)],
)
def test_sound_alone(tmp_path, name, codec, channels):
    path = media_factory.tone(tmp_path / name, duration=2.0, channels=channels)
    info = probe(path)

    assert info.kind == "audio"
    assert info.video is None
    assert (info.audio[0].codec, info.audio[0].channels) == (codec, channels)
    assert info.duration == pytest.approx(2 * FLICKS_PER_SECOND, rel=0.03)


def test_a_cover_is_not_the_picture_of_a_song(tmp_path):
    path = tmp_path / "song.m4a"
    with av.open(str(path), "w", format="mp4") as container:
        cover = container.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 64, "yuvj420p"
        cover.disposition = Disposition.attached_pic
        sound = container.add_stream("aac", rate=48_000, layout="stereo")
        container.mux(cover.encode(av.VideoFrame(64, 64, "yuvj420p")))
        container.mux(cover.encode())
        samples = np.zeros((2, 1024), np.float32)
        silence = av.AudioFrame.from_ndarray(samples, format="fltp", layout="stereo")
        silence.sample_rate = 48_000
        container.mux(sound.encode(silence))
        container.mux(sound.encode())

    info = probe(path)

    assert info.kind == "audio"
    assert info.video is None


@pytest.mark.parametrize("name", ["a.png", "a%03d.png"])
def test_an_image_has_no_duration(tmp_path, name):
    path = media_factory.transparent_png(tmp_path / name)
    info = probe(path)

    assert (info.kind, info.duration, info.audio) == ("image", 0, ())
    assert info.video.has_alpha


@pytest.mark.parametrize(("orientation", "shown"), [(1, (320, 180)), (6, (320, 180))])
def test_an_image_is_shown_as_its_camera_was_held(tmp_path, orientation, shown):
    path = media_factory.stamped_jpeg(tmp_path / "a.jpg", 1, orientation=orientation)
    video = probe(path).video

    assert (video.display_width, video.display_height) == shown


def test_a_recording_without_a_length_is_measured(tmp_path):
    path = tmp_path / "live.webm"
    media_factory.stamped_video(
        path, frames=45, codec="libvpx", options={"live": "1"}, clicks_at=[0.5]
    )

    assert probe(path).video.duration == pytest.approx(1.5 * FLICKS_PER_SECOND, rel=0.02)


def test_a_raw_stream_has_the_length_of_its_pictures(tmp_path):
    path = media_factory.stamped_video(tmp_path / "a.264", frames=50, rate=25)

    assert probe(path).duration == 2 * FLICKS_PER_SECOND


def test_the_sound_may_outlast_the_picture(tmp_path):
    path = media_factory.stamped_video(
        tmp_path / "a.mp4", frames=30, vfr_times=[n / 30 for n in range(30)], clicks_at=[0.1]
    )
    info = probe(path)

    assert info.duration == max(info.video.duration, info.audio[0].duration)


def test_a_short_animation_is_video_and_a_single_picture_is_not(tmp_path):
    moving = media_factory.stamped_video(
        tmp_path / "a.gif", frames=5, rate=10, codec="gif", pix_fmt="rgb8"
    )
    lone = media_factory.stamped_video(
        tmp_path / "b.gif", frames=1, rate=10, codec="gif", pix_fmt="rgb8"
    )

    assert probe(moving).kind == "video"
    assert probe(lone).kind == "image"
