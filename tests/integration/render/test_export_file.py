"""The file that an export leaves: its streams, its tags, its index in front."""

import struct
import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import msgspec
import pytest

from media_factory import noise_video, stamped_video, tone
from timeline_studio.media import probe
from timeline_studio.render import PRESETS, ExportOptions, RenderError, export_timeline
from timeline_studio.render.geometry import Size
from timeline_studio.render.verification import Expected, verify_export
from timeline_studio.timeline.model import MediaReference, Timeline, Title

Make = Callable[..., Any]
RATE = Fraction(30)
QUICK = ExportOptions(preset="ultrafast", crf=30)


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def timeline(film: Make, tmp_path: Path) -> Timeline:
    picture = stamped_video(tmp_path / "a.mp4", frames=60, bframes=2, gop=12)
    sound = tone(tmp_path / "a.wav", duration=2.0)
    plan = film(RATE)
    return plan.timeline((plan.clip(picture, 0, 45),), sound=(plan.clip(sound, 0, 45),))


def boxes(path: Path) -> list[str]:
    """The names of an MP4's outermost boxes (ISO/IEC 14496-12)."""
    data, names, at = path.read_bytes(), [], 0
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        names.append(name.decode())
        at += size
    return names


def test_the_streams_are_h264_high_and_aac_lc(timeline: Timeline, tmp_path: Path) -> None:
    out = tmp_path / "film.mp4"
    result = export_timeline(timeline, out, file_of, ExportOptions())
    assert (result.path, result.frames, result.duration_seconds) == (out, 45, 1.5)
    assert result.encoder == "libx264"
    assert result.size_bytes == out.stat().st_size
    assert result.seconds > 0
    with av.open(str(out)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.name, video.profile) == ("h264", "High")
        assert (audio.codec_context.name, audio.profile) == ("aac", "LC")
        assert (audio.sample_rate, audio.layout.name) == (48_000, "stereo")
        assert (video.average_rate, video.pix_fmt) == (RATE, "yuv420p")
        frame = next(container.decode(video=0))
        tags = (frame.colorspace, frame.color_primaries, frame.color_trc, frame.color_range)
        assert tags == (1, 1, 1, 1)


@pytest.mark.parametrize("preset", [p for p in PRESETS if p != "placebo"])
def test_every_preset_makes_high_profile(preset: str, film: Make, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=3, size=(64, 32))
    plan, out = film(RATE, (64, 32)), tmp_path / "film.mp4"
    options = ExportOptions(preset=preset)
    export_timeline(plan.timeline((plan.clip(source, 0, 3),)), out, file_of, options)
    with av.open(str(out)) as container:
        assert container.streams.video[0].profile == "High"


def test_the_index_is_in_front(timeline: Timeline, tmp_path: Path) -> None:
    out = tmp_path / "film.mp4"
    export_timeline(timeline, out, file_of, QUICK)
    names = boxes(out)
    assert names.index("moov") < names.index("mdat")


def test_groups_of_pictures_are_closed(film: Make, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=320, size=(32, 32), gop=30)
    plan = film(RATE, (32, 32))
    out = tmp_path / "film.mp4"
    export_timeline(plan.timeline((plan.clip(source, 0, 320),)), out, file_of)
    with av.open(str(out)) as container:
        packets = [p for p in container.demux(video=0) if p.size]
    keys = [p for p in packets if p.is_keyframe]
    assert len(keys) >= 3
    for key in keys:  # an IDR picture: nothing after it is shown before it
        assert 5 in nal_types(bytes(key))
        after = packets[packets.index(key) + 1 :]
        assert all(p.pts > key.pts for p in after)


def nal_types(packet: bytes) -> list[int]:
    types, at = [], 0
    while at < len(packet):
        (size,) = struct.unpack_from(">I", packet, at)
        types.append(packet[at + 4] & 31)
        at += 4 + size
    return types


def test_the_progress_never_goes_back_and_ends_at_one(timeline: Timeline, tmp_path: Path) -> None:
    seen: list[tuple[float, str]] = []
    export_timeline(
        timeline, tmp_path / "film.mp4", file_of, QUICK, progress=lambda *told: seen.append(told)
    )
    fractions = [fraction for fraction, _ in seen]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert list(dict.fromkeys(stage for _, stage in seen)) == [
        "prepare",
        "render",
        "check",
        "finish",
    ]


def test_no_thread_and_no_open_file_is_left(timeline: Timeline, tmp_path: Path) -> None:
    threads = threading.active_count()
    export_timeline(timeline, tmp_path / "film.mp4", file_of, QUICK)
    assert threading.active_count() == threads
    still_open = {path.resolve().parent for path in Path("/proc/self/fd").iterdir()}
    assert tmp_path not in still_open


def test_an_old_file_is_replaced(timeline: Timeline, tmp_path: Path) -> None:
    out = tmp_path / "film.mp4"
    out.write_bytes(b"old")
    export_timeline(timeline, out, file_of, QUICK)
    assert probe(out).kind == "video"


def test_a_title_alone_is_a_film(film: Make, tmp_path: Path) -> None:
    plan = film(RATE)
    title = Title(id="t", start=0, duration=plan.time(10), text="The end")
    result = export_timeline(plan.timeline((title,)), tmp_path / "f.mp4", file_of, QUICK)
    assert result.frames == 10


def test_one_frame_is_a_film(film: Make, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=2)
    plan = film(Fraction(30000, 1001))
    timeline = plan.timeline((plan.clip(source, 0, 1),))
    assert export_timeline(timeline, tmp_path / "f.mp4", file_of, QUICK).frames == 1


def test_readers_are_closed_once_their_clips_are_past(film: Make, tmp_path: Path) -> None:
    sources = [
        stamped_video(tmp_path / f"{n}.mp4", frames=30, start_number=n * 100) for n in range(12)
    ]
    plan = film(RATE)
    row = tuple(plan.clip(path, n * 20, 20) for n, path in enumerate(sources))
    most = 0

    def count(_fraction: float, _stage: str) -> None:
        nonlocal most
        files = [path.resolve() for path in Path("/proc/self/fd").iterdir()]
        most = max(most, sum(path in sources for path in files))

    export_timeline(plan.timeline(row), tmp_path / "f.mp4", file_of, QUICK, progress=count)
    assert 0 < most <= 4


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"frames": 46}, "45 frames of 46"),
        ({"samples": 72_001}, "its sound lasts"),
        ({"size": Size(640, 360)}, "320×180"),
        ({"rate": Fraction(15)}, "its picture lasts"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_does_not_count(
    change: dict[str, Any], told: str, timeline: Timeline, tmp_path: Path
) -> None:
    out = tmp_path / "film.mp4"
    export_timeline(timeline, out, file_of, QUICK)
    expected = {"size": Size(320, 180), "rate": RATE, "frames": 45, "samples": 72_000}
    verify_export(out, Expected(**expected))
    with pytest.raises(RenderError, match=told):
        verify_export(out, Expected(**(expected | change)))


def test_a_file_without_sound_does_not_count(tmp_path: Path) -> None:
    silent = stamped_video(tmp_path / "a.mp4", frames=45)
    with pytest.raises(RenderError, match="stream is missing"):
        verify_export(silent, Expected(Size(320, 180), RATE, 45, 72_000))


def test_a_file_whose_end_is_gone_does_not_count(timeline: Timeline, tmp_path: Path) -> None:
    out = tmp_path / "film.mp4"
    export_timeline(timeline, out, file_of, QUICK)
    data = bytearray(out.read_bytes())
    data[len(data) * 2 // 3 :] = bytes(len(data) - len(data) * 2 // 3)
    out.write_bytes(data)
    with pytest.raises(RenderError, match="did not come out whole"):
        verify_export(out, Expected(Size(320, 180), RATE, 45, 72_000))


def test_hidden_and_muted_media_need_not_exist(timeline: Timeline, tmp_path: Path) -> None:
    gone = msgspec.structs.replace(
        timeline.tracks[0].items[0], id="gone", media=MediaReference(url="missing:gone")
    )
    hidden = msgspec.structs.replace(timeline.tracks[0], id="h", items=(gone,), hidden=True)
    muted = msgspec.structs.replace(timeline.tracks[1], id="m", items=(gone,), muted=True)
    edited = msgspec.structs.replace(timeline, tracks=(*timeline.tracks, hidden, muted))
    assert export_timeline(edited, tmp_path / "f.mp4", file_of, QUICK).frames == 45


class Listener:
    """Keeps what it is told, and a copy of the bytes that are said to stay."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.stays: dict[int, bytes] = {}

    def begins(self) -> None:
        self.told.append("begins")
        self.stays.clear()

    def reached(self, path: Path, start: int, end: int) -> None:
        self.told.append("reached")
        with path.open("rb") as stream:
            stream.seek(start)
            self.stays[start] = stream.read(end - start)

    def closes(self) -> None:
        self.told.append("closes")


@pytest.mark.parametrize("coding", ["h264", "hevc"])
def test_what_is_said_to_stay_is_in_the_file_at_the_end(
    coding: Any, film: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, count in (("_TOLD_BYTES", 2_000), ("_THE_REST", 4_000)):  # a small film's
        monkeypatch.setattr(f"timeline_studio.render.growth.{name}", count)
    plan, out, listener = film(Fraction(25), (480, 270)), tmp_path / "film.mp4", Listener()
    noise = noise_video(tmp_path / "noise.mkv", frames=15)
    timeline = plan.timeline((plan.clip(noise, 0, 15),))
    options = ExportOptions(preset="ultrafast", crf=8, coding=coding)
    export_timeline(timeline, out, file_of, options, growing=listener)
    assert (listener.told[0], listener.told[-1]) == ("begins", "closes")
    assert listener.told.count("reached") >= 1
    data = out.read_bytes()
    for start, stays in listener.stays.items():
        assert stays
        assert data[start : start + len(stays)] == stays
    names = boxes(out)
    assert names.index("moov") < names.index("mdat")
