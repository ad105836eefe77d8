"""Odd and hurt media: shown as well as can be, or refused by name; never a wrong film."""

import logging
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from media_factory import (
    click_times,
    click_track,
    damaged,
    read_stamp,
    stamped_video,
)
from timeline_studio.render import ExportOptions, RenderError, export_timeline
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.time import FLICKS_PER_SECOND

RATE = Fraction(30)
QUICK = ExportOptions(preset="ultrafast", crf=18)
Make = Callable[..., Any]


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


def stamps(rendered: Any) -> list[int | None]:
    return [read_stamp(picture) for picture in rendered.pictures]


def shown(film: Make, render: Make, path: Path, frames: int) -> list[int | None]:
    plan = film(RATE)
    return stamps(render(plan.timeline((plan.clip(path, 0, frames),))))


def test_what_a_file_is_called_does_not_count(film: Make, render: Make, tmp_path: Path) -> None:
    path = tmp_path / "film.wav"
    stamped_video(tmp_path / "a.mp4", frames=5).rename(path)
    assert shown(film, render, path, 5) == list(range(5))


def test_one_picture_lasts_as_long_as_its_clip(film: Make, render: Make, tmp_path: Path) -> None:
    path = stamped_video(tmp_path / "a.mp4", frames=1, start_number=9)
    assert shown(film, render, path, 4) == [9] * 4


def grey_film(path: Path, size: tuple[int, int], codec: str) -> Path:
    """One picture of a middle grey."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=RATE)
        stream.width, stream.height = size
        stream.pix_fmt = {"mjpeg": "yuvj420p", "png": "rgb24", "ffv1": "yuv444p"}[codec]
        frame = av.VideoFrame(*size, stream.pix_fmt)
        for plane in frame.planes:
            plane.update(b"\x80" * plane.buffer_size)
        frame.pts = 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


@pytest.mark.parametrize(
    ("name", "size", "codec"),
    [("8k.mov", (7680, 4320), "mjpeg"), ("1.mkv", (1, 1), "ffv1"), ("1.png", (1, 1), "png")],
)
def test_a_picture_of_one_pixel_and_one_of_eight_thousand_across(
    name: str, size: tuple[int, int], codec: str, film: Make, picture_at: Make, tmp_path: Path
) -> None:
    path = grey_film(tmp_path / name, size, codec)
    plan = film(RATE)
    shown = picture_at(plan.timeline((plan.clip(path, 0, 2),)), 1)
    assert np.abs(shown[90, 160].astype(int) - 128).max() <= 3


def test_a_picture_every_ten_seconds(film: Make, render: Make, tmp_path: Path) -> None:
    path = stamped_video(tmp_path / "a.mp4", frames=3, rate=Fraction(1, 10))
    plan = film(Fraction(1))
    found = stamps(render(plan.timeline((plan.clip(path, 0, 30),))))
    assert found == [0] * 10 + [1] * 10 + [2] * 10


def test_two_hundred_and_forty_pictures_a_second(film: Make, render: Make, tmp_path: Path) -> None:
    path = stamped_video(tmp_path / "a.mp4", frames=48, rate=240)
    assert shown(film, render, path, 6) == [0, 8, 16, 24, 32, 40]


def test_twelve_channels_are_heard_where_their_clicks_are(
    film: Make, mixed: Make, tmp_path: Path
) -> None:
    path = tmp_path / "a.wav"
    track = click_track([0.25], 0.5, 48_000, 12)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=48_000, layout="7.1.4")
        block = np.ascontiguousarray((track * 32_767).astype(np.int16).T.reshape(1, -1))
        frame = av.AudioFrame.from_ndarray(block, format="s16", layout="7.1.4")
        frame.sample_rate = 48_000
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    plan = film(RATE)
    timeline = plan.timeline(sound=(plan.clip(path, 0, 15),))
    assert click_times(mixed(timeline, 24_000), 48_000) == pytest.approx([0.25], abs=1e-4)


def test_times_before_nothing_keep_picture_and_sound_in_step(
    film: Make, render: Make, tmp_path: Path
) -> None:
    path = stamped_video(
        tmp_path / "a.mkv", frames=30, first_time=-0.2, clicks_at=[0.5], audio_codec="pcm_s16le"
    )
    plan = film(RATE)
    rendered = render(plan.timeline((plan.clip(path, 0, 28),), sound=(plan.clip(path, 0, 28),)))
    assert stamps(rendered) == list(range(28))
    assert click_times(rendered.sound, 48_000) == pytest.approx([0.7], abs=0.001)


def test_times_that_jump_neither_hang_nor_show_what_is_not_there(
    film: Make, render: Make, tmp_path: Path
) -> None:
    """Two recordings in one file, each with a clock of its own."""
    first = stamped_video(tmp_path / "a.ts", frames=20)
    second = stamped_video(tmp_path / "b.ts", frames=20, start_number=100, first_time=50)
    for name, parts in {"on.ts": (first, second), "back.ts": (second, first)}.items():
        path = tmp_path / name
        path.write_bytes(b"".join(part.read_bytes() for part in parts))
        found = shown(film, render, path, 30)
        start = read_stamp_of(parts[0])
        assert found[:20] == list(range(start, start + 20))
        assert None not in found


def read_stamp_of(path: Path) -> int:
    with av.open(str(path)) as container:
        number = read_stamp(next(container.decode(video=0)))
    assert number is not None
    return number


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.ts"])
def test_after_damage_picture_and_sound_are_in_step_again(
    name: str, film: Make, render: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    whole = stamped_video(
        tmp_path / f"whole-{name}", frames=120, gop=15, bframes=2, clicks_at=[0.5, 3.5]
    )
    path = damaged(tmp_path / name, whole, at=0.45, size=1500)
    plan = film(RATE)
    expected, found = [], []
    with caplog.at_level(logging.WARNING):
        for source, pictures in ((whole, expected), (path, found)):
            rendered = render(
                plan.timeline((plan.clip(source, 0, 120),), sound=(plan.clip(source, 0, 120),))
            )
            pictures += [stamps(rendered), click_times(rendered.sound, 48_000)]
    assert found[0][:30] == expected[0][:30]
    assert found[0][-30:] == expected[0][-30:]
    assert expected[0][-30:] == list(range(expected[0][-30], expected[0][-30] + 30))
    assert found[1] == pytest.approx(expected[1], abs=0.002)
    assert f"{path} is damaged" in caplog.text
    assert str(whole) not in caplog.text


def test_a_file_that_is_replaced_meanwhile_makes_no_film(film: Make, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=90)
    other = stamped_video(tmp_path / "b.mp4", frames=90, start_number=500)
    plan = film(RATE)
    timeline = plan.timeline(tuple(plan.clip(source, n * 60, 60) for n in range(4)))

    def replace(_fraction: float, stage: str) -> None:
        if stage == "render" and other.exists():
            other.replace(source)

    out = tmp_path / "film.mp4"
    with pytest.raises(RenderError, match=r"a\.mp4 was replaced"):
        export_timeline(timeline, out, file_of, QUICK, progress=replace)
    assert not out.exists()


def test_a_clip_far_behind_the_end_of_its_file_holds_its_last_picture(
    film: Make, render: Make, tmp_path: Path
) -> None:
    path = stamped_video(tmp_path / "a.mp4", frames=10)
    plan = film(RATE)
    far = plan.clip(path, 0, 3, source=3600 * FLICKS_PER_SECOND)
    assert stamps(render(plan.timeline((far,)))) == [9] * 3
