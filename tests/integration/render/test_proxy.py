"""A proxy shows the very pictures of its source, at their times."""

from dataclasses import replace
from fractions import Fraction

import pytest

from media_factory import read_stamp, stamped_video, tone
from timeline_studio.media import VideoReader, probe
from timeline_studio.media.heaviness import why_heavy
from timeline_studio.render import RenderError
from timeline_studio.render.proxy import make_proxy, proxy_size
from timeline_studio.timeline.time import from_seconds

PHONE = [0, 0.03, 0.07, 0.1, 0.2, 0.24, 0.31, 0.33, 0.4, 0.5, 0.53, 0.6]

SOURCES = {
    "HEVC with reordering": ("a.mp4", {"codec": "libx265", "bframes": 3}),
    "ten bits": ("a.mkv", {"codec": "libx265", "pix_fmt": "yuv420p10le"}),
    "ProRes at 23.976": (
        "a.mov",
        {"codec": "prores_ks", "pix_fmt": "yuv422p10le", "rate": Fraction(24_000, 1001)},
    ),
    "a phone's varying rate": ("a.mp4", {"vfr_times": PHONE, "frames": len(PHONE)}),
    "turned": ("a.mov", {"rotation": 90, "size": (180, 320)}),
    "turned by 180": ("a.mov", {"rotation": 180}),
    "starts late": ("a.mp4", {"first_time": Fraction(3, 2), "clicks_at": [0.1]}),
    "VP9 with sound": ("a.webm", {"codec": "libvpx-vp9", "clicks_at": [0.5]}),
    "wide pixels": ("a.mp4", {"sample_aspect": Fraction(4, 3)}),
}


def told(_share: float) -> None:
    """Nobody looks."""


@pytest.mark.parametrize("name", SOURCES)
def test_it_shows_the_same_picture_at_every_moment(tmp_path, name):
    suffix, options = SOURCES[name]
    source = stamped_video(tmp_path / suffix, **{"frames": 20, **options})
    proxy = tmp_path / "proxy.mp4"

    make_proxy(source, proxy, progress=told)

    times = [from_seconds(n / 120) for n in range(0, 120, 3)]
    with VideoReader(source) as original, VideoReader(proxy) as small:
        shown = [read_stamp(original.frame_at(time)) for time in times]
        assert [read_stamp(small.frame_at(time)) for time in times] == shown
    a, b = probe(source).video, probe(proxy).video
    assert a.rotation == b.rotation
    assert abs(a.display_width - b.display_width) <= 1  # of what is not square in the source
    assert a.display_height == b.display_height
    assert probe(proxy).audio == ()
    assert (b.codec, b.pixel_format, b.color_space) == ("h264", "yuv420p", "bt709")


@pytest.mark.parametrize(
    ("size", "rotation", "small"),
    [
        ((3840, 2160), 0, (1280, 720)),
        ((1920, 1080), 0, (960, 540)),
        ((2160, 3840), 90, (1280, 720)),
        ((1280, 720), 0, (1280, 720)),
        ((4096, 1716), 0, (1366, 572)),
    ],
)
def test_it_has_a_whole_part_of_the_pixels(tmp_path, size, rotation, small):
    info = probe(stamped_video(tmp_path / "a.mp4", frames=2))
    video = replace(info.video, display_width=size[0], display_height=size[1], rotation=rotation)

    found = proxy_size(replace(info, video=video))

    assert (found.width, found.height) == small


def test_a_cancelled_one_leaves_nothing(tmp_path):
    source = stamped_video(tmp_path / "a.mp4", frames=20)

    class EnoughError(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.3:
            raise EnoughError

    with pytest.raises(EnoughError):
        make_proxy(source, tmp_path / "proxies" / "p.mp4", progress=stop)

    assert list((tmp_path / "proxies").iterdir()) == []


def test_sound_has_no_proxy(tmp_path):
    with pytest.raises(RenderError, match="no picture"):
        make_proxy(tone(tmp_path / "a.wav"), tmp_path / "p.mp4", progress=told)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({}, None),
        ({"codec": "libx265"}, "HEVC"),
        ({"codec": "libvpx-vp9"}, "VP9"),
        ({"codec": "prores_ks", "pix_fmt": "yuv422p10le"}, "PRORES"),
        ({"codec": "ffv1", "pix_fmt": "yuv420p10le"}, "10 bit"),
        ({"codec": "prores_ks", "pix_fmt": "yuva444p10le"}, None),
    ],
)
def test_what_is_heavy_is_told_in_a_word(tmp_path, options, why):
    suffix = "mov" if options.get("codec") == "prores_ks" else "mkv"

    assert why_heavy(probe(stamped_video(tmp_path / f"a.{suffix}", frames=3, **options))) == why


def test_size_and_bit_rate_count_too(tmp_path):
    info = probe(stamped_video(tmp_path / "a.mp4", frames=30))
    large = replace(info.video, width=3840, height=2160)

    assert why_heavy(replace(info, video=large)) == "3840 × 2160"
    assert why_heavy(replace(info, size_bytes=10_000_000)) == "80 Mbit/s"
    assert why_heavy(replace(info, video=replace(large, is_interlaced=True))) is None
    assert why_heavy(probe(tone(tmp_path / "a.wav"))) is None
