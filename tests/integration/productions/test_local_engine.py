"""The local transcoder's engine: what it makes of real sources."""

import errno
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from media_factory import click_times, clicks, stamped_video, truncated
from timeline_studio.media import MediaError
from timeline_studio.productions import ProductionError
from timeline_studio.productions.local.rung_encoder import RungEncoder
from timeline_studio.storage import LocalFolderStore, ObjectNotFound, StorageError

NTSC = Fraction(30000, 1001)


def test_a_ladder_has_the_names_that_mediaconvert_gives(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=50, rate=25, size=(320, 180), clicks_at=[1.0])
    found = bench.send("hls-landscape", source)
    assert bench.listed() == [
        "landscape/video.m3u8",
        "landscape/video_360p.m3u8",
        "landscape/video_360p_00001.ts",
        "landscape/video_540p.m3u8",
        "landscape/video_540p_00001.ts",
        "landscape/video_720p.m3u8",
        "landscape/video_720p_00001.ts",
        "landscape/video_poster.0000000.jpg",
    ]
    assert [key.split("/")[-1] for key in found.playlists] == ["video.m3u8"]
    assert [key.split("/")[-1] for key in found.posters] == ["video_poster.0000000.jpg"]


def test_no_picture_is_lost_in_any_rung_and_sound_stays_with_it(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(
        tmp_path / "s.mp4", frames=200, rate=NTSC, size=(480, 272), clicks_at=[1.0, 5.5]
    )
    bench.send("hls-landscape", source)
    for rung in ("360p", "540p", "1080p"):
        played = bench.played(f"landscape/video_{rung}.m3u8")
        assert played.stamps == list(range(200))
        assert played.times == pytest.approx([n / float(NTSC) for n in range(200)], abs=2e-5)
        heard = [time + played.sound_lead for time in click_times(played.samples, 48000)]
        assert heard == pytest.approx([1.0, 5.5], abs=0.001)


def test_segments_are_whole_gops_and_alike_in_all_rungs(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=330, rate=NTSC, size=(320, 180))
    found = bench.send("hls-both", source)
    for rendition in found.renditions:
        assert rendition.cuts == pytest.approx((0.0, 6.006))
    assert "#EXTINF:6.006000," in bench.text("portrait/video_360p.m3u8")


def test_portrait_of_a_landscape_source_is_fitted_and_padded(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=10, rate=25, size=(320, 180))
    found = bench.send("hls-portrait", source)
    assert {(r.width, r.height) for r in found.renditions} == {
        (272, 480),
        (180, 320),
        (136, 240),
        (90, 160),
    }
    played = bench.played("portrait/video_1080p.m3u8")
    assert played.stamps == list(range(10))
    assert played.pictures[0][:160].max() < 24
    assert played.pictures[0][-160:].max() < 24
    assert played.pictures[0][180:300].mean() > 60


def test_a_turned_source_comes_out_upright(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=8, rate=25, size=(180, 320), rotation=90)
    found = bench.send("hls-portrait", source)
    best = found.renditions[0]
    assert (best.width, best.height) == (180, 320)
    assert bench.played("portrait/video_720p.m3u8").stamps == list(range(8))


def test_anamorphic_pixels_become_square(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(
        tmp_path / "s.mp4", frames=5, rate=25, size=(160, 180), sample_aspect=Fraction(2)
    )
    best = bench.send("hls-landscape", source).renditions[0]
    assert (best.width, best.height) == (320, 180)
    assert bench.played("landscape/video_720p.m3u8").stamps == list(range(5))


def test_a_source_smaller_than_every_rung_keeps_its_size(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=10, rate=25, size=(320, 180))
    found = bench.send("hls-landscape", source, small=False)
    assert [(r.width, r.height) for r in found.renditions] == [(320, 180)]


def test_more_than_60_pictures_a_second_are_halved(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=60, rate=120, size=(160, 90))
    found = bench.send("hls-landscape", source)
    assert found.renditions[0].rate == pytest.approx(60)
    assert bench.played("landscape/video_360p.m3u8").stamps == list(range(0, 60, 2))


def test_a_varying_rate_becomes_a_steady_one_in_time(bench: Any, tmp_path: Path) -> None:
    times = [0, 0.04, 0.08, 0.2, 0.24, 0.4, 0.5, 0.52, 0.6, 0.9]
    source = stamped_video(tmp_path / "s.mp4", frames=10, rate=25, size=(160, 90), vfr_times=times)
    bench.send("hls-landscape", source)
    played = bench.played("landscape/video_360p.m3u8")
    shown = [max(n for n, t in enumerate(times) if t <= at + 1e-3) for at in played.times]
    assert played.stamps == shown


def test_one_picture_is_enough(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=1, rate=30, size=(160, 90))
    bench.send("hls-landscape", source)
    assert bench.played("landscape/video_360p.m3u8").stamps == [0]


@pytest.mark.parametrize("rate", [Fraction(1, 5), Fraction(13, 10)])
def test_slow_pictures_are_repeated_so_that_keys_come_in_time(
    bench: Any, tmp_path: Path, rate: Fraction
) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=5, rate=rate, size=(160, 90))
    bench.send("hls-landscape", source)
    stamps = bench.played("landscape/video_360p.m3u8").stamps
    assert [number for number, _ in groupby(stamps)] == list(range(5))


def test_a_source_without_sound_gets_none(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=10, rate=25, size=(160, 90))
    bench.send("hls-landscape", source)
    assert "mp4a" not in bench.text("landscape/video.m3u8")
    assert not bench.played("landscape/video_360p.m3u8").has_sound


def test_the_master_says_what_is_in_it(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=50, rate=NTSC, size=(320, 180), audio=True)
    bench.send("hls-landscape", source)
    lines = bench.text("landscape/video.m3u8").splitlines()
    assert lines[2] == "#EXT-X-INDEPENDENT-SEGMENTS"
    assert 'CODECS="avc1.640' in lines[3]
    assert ',mp4a.40.2",RESOLUTION=320x180,FRAME-RATE=29.970' in lines[3]
    assert lines[4] == "video_720p.m3u8"


def test_posters_are_taken_as_often_as_asked(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=75, rate=25, size=(160, 90))
    settings = bench.choose("hls-landscape", source=source)
    capture = settings["OutputGroups"][1]["Outputs"][0]["VideoDescription"]
    capture["CodecSettings"]["FrameCaptureSettings"] = {
        "FramerateNumerator": 1,
        "FramerateDenominator": 1,
        "MaxCaptures": 2,
    }
    bench.run()
    assert len(bench.verify().posters) == 2
    assert "landscape/video_poster.0000001.jpg" in bench.listed()


def test_progress_rises_through_mediaconverts_phases(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=50, rate=25, size=(320, 180))
    bench.send("hls-landscape", source)
    fractions = [fraction for fraction, _ in bench.reports]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert list(dict.fromkeys(phase for _, phase in bench.reports)) == [
        "PROBING",
        "TRANSCODING",
        "UPLOADING",
    ]


@pytest.mark.parametrize("phase", ["PROBING", "TRANSCODING", "UPLOADING"])
def test_a_cancel_leaves_no_master_and_no_work(bench: Any, tmp_path: Path, phase: str) -> None:
    class CancelledError(Exception):
        pass

    def cancel(fraction: float, now: str) -> None:
        if now == phase:
            raise CancelledError

    source = stamped_video(tmp_path / "s.mp4", frames=100, rate=25, size=(320, 180), audio=True)
    bench.choose("hls-both", source=source)
    with pytest.raises(CancelledError):
        bench.run(cancel)
    assert [key for key in bench.listed() if key.endswith("video.m3u8")] == []


class _FullStore(LocalFolderStore):
    """Takes some objects, and remembers which."""

    def __init__(self, root: Path, bucket: str, takes: int) -> None:
        super().__init__(root, bucket)
        self.takes = takes
        self.taken: list[str] = []

    def put_file(self, key: str, *args: Any, **options: Any) -> Any:
        if len(self.taken) == self.takes:
            raise StorageError("The disk is full.")
        self.taken.append(key)
        return super().put_file(key, *args, **options)


def test_masters_are_stored_last_and_an_old_one_goes_first(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=20, rate=25, size=(160, 90))
    bench.send("hls-both", source)
    recording = _FullStore(tmp_path / "store", "output", takes=100)
    bench.run(output=recording)
    kinds = [key.rsplit("/", 1)[-1] for key in recording.taken]
    assert kinds[-2:] == ["video.m3u8", "video.m3u8"]
    first_playlist = next(n for n, name in enumerate(kinds) if name.endswith(".m3u8"))
    assert all(name.endswith(".m3u8") for name in kinds[first_playlist:])

    full = _FullStore(tmp_path / "store", "output", takes=3)
    with pytest.raises(StorageError, match="full"):
        bench.run(output=full)
    assert "landscape/video.m3u8" not in bench.listed()


def test_unknown_settings_are_refused_before_the_source_is_touched(
    bench: Any, tmp_path: Path
) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=5, rate=25, size=(160, 90))
    settings = bench.choose("hls-landscape", source=source)
    settings["OutputGroups"][0]["OutputGroupSettings"]["HlsGroupSettings"]["Encryption"] = {
        "EncryptionMethod": "AES128"
    }
    with pytest.raises(ProductionError, match=r"HlsGroupSettings\.Encryption"):
        bench.run()
    assert bench.reports == []


@pytest.mark.parametrize("where", ["input", "output"])
def test_buckets_that_it_was_not_given_are_refused(bench: Any, tmp_path: Path, where: str) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=5, rate=25, size=(160, 90))
    settings = bench.choose("hls-landscape", source=source)
    if where == "input":
        settings["Inputs"][0]["FileInput"] = "s3://elsewhere/video.mp4"
    else:
        group = settings["OutputGroups"][0]["OutputGroupSettings"]["HlsGroupSettings"]
        group["Destination"] = "s3://elsewhere/"
    with pytest.raises(ProductionError, match="elsewhere"):
        bench.run()


def test_an_input_cannot_lead_out_of_its_store(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=5, rate=25, size=(160, 90))
    settings = bench.choose("hls-landscape", source=source)
    settings["Inputs"][0]["FileInput"] = "s3://media/../../s.mp4"
    with pytest.raises(StorageError):
        bench.run()
    settings["Inputs"][0]["FileInput"] = "s3://media/videos/none.mp4"
    with pytest.raises(ObjectNotFound):
        bench.run()


def test_a_damaged_source_is_told_as_such(bench: Any, tmp_path: Path) -> None:
    whole = stamped_video(tmp_path / "s.mp4", frames=20, rate=25, size=(160, 90))
    bench.choose("hls-landscape", source=truncated(tmp_path / "half.mp4", whole))
    with pytest.raises(MediaError, match=r"“videos/2026-11/21/asset/video\.mp4” is damaged"):
        bench.run()
    with pytest.raises(MediaError, match=r"^“Summer in Riga\.mov” is damaged") as refusal:
        bench.run(source_name="Summer in Riga.mov")
    assert str(tmp_path) not in str(refusal.value)


def test_sound_alone_is_no_source(bench: Any, tmp_path: Path) -> None:
    bench.choose("hls-landscape", source=clicks(tmp_path / "s.m4a", at=[0.5]))
    with pytest.raises(ProductionError, match="no moving picture"):
        bench.run()


def test_a_work_folder_that_cannot_be_made_is_told(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=5, rate=25, size=(160, 90))
    bench.choose("hls-landscape", source=source)
    (tmp_path / "file").touch()
    bench.root = tmp_path / "file"
    with pytest.raises(ProductionError, match="Free space"):
        bench.run()


def test_loudness_is_brought_to_the_target_that_a_profile_asks_for(
    bench: Any, tmp_path: Path
) -> None:
    source = stamped_video(
        tmp_path / "s.mp4", frames=100, rate=25, size=(160, 90), clicks_at=[1.0, 2.0, 3.0]
    )
    settings = bench.choose("hls-landscape", source=source)
    bench.run()
    plain = bench.played("landscape/video_360p.m3u8").samples
    for output in settings["OutputGroups"][0]["Outputs"]:
        output["AudioDescriptions"][0]["AudioNormalizationSettings"] = {
            "Algorithm": "ITU_BS_1770_3",
            "TargetLkfs": -40.0,
            "PeakCalculation": "TRUE_PEAK",
            "TruePeakLimiterThreshold": -6.0,
        }
    bench.run()
    bench.verify()
    played = bench.played("landscape/video_360p.m3u8")
    assert np.abs(played.samples).max() < 10 ** (-5 / 20) < np.abs(plain).max()
    heard = [time + played.sound_lead for time in click_times(played.samples, 48000)]
    assert heard == pytest.approx([1.0, 2.0, 3.0], abs=0.001)


def test_a_rung_that_cannot_be_written_stops_all_the_others(
    bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    source = stamped_video(tmp_path / "s.mp4", frames=200, rate=25, size=(320, 180), audio=True)
    bench.choose("hls-both", source=source)
    monkeypatch.setattr(RungEncoder, "encode", full)
    with pytest.raises(ProductionError, match=r"No space left on device\. Free space"):
        bench.run()
    assert bench.listed() == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"GopSize": 1}, "give all one GopSize"),
        (
            {"FramerateControl": "SPECIFIED", "FramerateNumerator": 24, "FramerateDenominator": 1},
            "at one frame rate",
        ),
    ],
)
def test_renditions_that_could_not_be_aligned_are_refused(
    bench: Any, tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=5, rate=25, size=(320, 180))
    settings = bench.choose("hls-landscape", source=source)
    video = settings["OutputGroups"][0]["Outputs"][-1]["VideoDescription"]
    video["CodecSettings"]["H264Settings"].update(change)
    with pytest.raises(ProductionError, match=told):
        bench.run()


def test_a_frame_rate_may_be_asked_for_up_to_60(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=30, rate=30, size=(160, 90))
    settings = bench.choose("hls-landscape", source=source)

    def ask_for(rate: int) -> None:
        for output in settings["OutputGroups"][0]["Outputs"]:
            output["VideoDescription"]["CodecSettings"]["H264Settings"].update(
                FramerateControl="SPECIFIED", FramerateNumerator=rate, FramerateDenominator=1
            )

    ask_for(15)
    bench.run()
    assert bench.verify().renditions[0].rate == pytest.approx(15)
    assert bench.played("landscape/video_360p.m3u8").stamps == list(range(0, 30, 2))
    ask_for(90)
    with pytest.raises(ProductionError, match="90 is over 60"):
        bench.run()


def test_sound_that_ends_early_is_filled_up_with_silence(bench: Any, tmp_path: Path) -> None:
    source = tmp_path / "s.mp4"
    pictures = stamped_video(tmp_path / "p.mp4", frames=75, rate=25, size=(160, 90))
    sound = clicks(tmp_path / "c.m4a", at=[0.5], duration=1.0)
    with (
        av.open(str(pictures)) as seen,
        av.open(str(sound)) as heard_from,
        av.open(str(source), "w") as joined,
    ):
        streams = [joined.add_stream_from_template(part.streams[0]) for part in (seen, heard_from)]
        for part, stream in zip((seen, heard_from), streams, strict=True):
            for packet in part.demux():
                if packet.size:
                    packet.stream = stream
                    joined.mux(packet)
    bench.send("hls-landscape", source)
    played = bench.played("landscape/video_360p.m3u8")
    heard = [time + played.sound_lead for time in click_times(played.samples, 48000)]
    assert heard == pytest.approx([0.5], abs=0.001)
    assert played.samples.shape[1] / 48000 == pytest.approx(3.0, abs=0.05)
