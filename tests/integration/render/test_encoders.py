"""Other encoders than x264: what they make is exact too, and one that fails is replaced."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest

from media_factory import read_stamp, stamped_video, tone
from timeline_studio.render import ExportOptions, RenderError, SegmentCache, export_timeline
from timeline_studio.render.encoders import ENCODERS, X264, Encoder, encoder_named
from timeline_studio.render.encoders.choosing import encoders_to_try
from timeline_studio.render.encoders.trial import trouble_with
from timeline_studio.timeline.model import MediaReference, Timeline

Make = Callable[..., Any]
RATE = Fraction(30)
QUICK = ExportOptions(preset="ultrafast", crf=20)
NVENC = "h264_nvenc"


def file_of(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def timeline(film: Make, tmp_path: Path) -> Timeline:
    picture = stamped_video(tmp_path / "a.mp4", frames=60)
    sound = tone(tmp_path / "a.wav", duration=2.0)
    plan = film(RATE)
    rows = (plan.clip(picture, 0, 20), plan.clip(picture, 20, 25, source=plan.time(30)))
    return plan.timeline(rows, sound=(plan.clip(sound, 0, 45),))


@pytest.fixture
def no_card() -> str:
    """An encoder that is built in, and cannot open here."""
    if not trouble_with(encoder_named(NVENC)):
        pytest.skip("this computer has a card that NVENC works on")
    return NVENC


@pytest.mark.parametrize(("coding", "encoder"), [("hevc", "libx265"), ("av1", "libsvtav1")])
def test_every_frame_and_sample_is_in_the_file(
    coding: Any, encoder: str, timeline: Timeline, tmp_path: Path
) -> None:
    out = tmp_path / "film.mp4"
    result = export_timeline(
        timeline, out, file_of, ExportOptions(preset="fast", crf=8, coding=coding)
    )
    assert (result.encoder, result.passed_over, result.frames) == (encoder, "", 45)
    with av.open(str(out)) as container:
        video = container.streams.video[0]
        assert video.codec_context.codec.canonical_name == coding
        assert video.codec_context.codec_tag == {"hevc": "hvc1", "av1": "av01"}[coding]
        pictures = list(container.decode(video))
        assert [read_stamp(picture) for picture in pictures] == [*range(20), *range(30, 55)]
        tags = (pictures[0].colorspace, pictures[0].color_primaries, pictures[0].color_range)
        assert tags == (1, 1, 1)


def test_a_card_that_fails_is_replaced_and_named(
    no_card: str, timeline: Timeline, tmp_path: Path
) -> None:
    out, told = tmp_path / "film.mp4", list[float]()
    result = export_timeline(
        timeline,
        out,
        file_of,
        replace(QUICK, encoder=no_card),
        progress=lambda share, _stage: told.append(share),
    )
    assert result.encoder == "libx264"
    assert result.passed_over.startswith("NVIDIA NVENC H.264 failed (")
    assert told == sorted(told)
    with av.open(str(out)) as container:
        assert container.streams.video[0].frames == 45
    assert not list(tmp_path.glob("*.partial"))


def test_a_card_of_another_coding_is_replaced_by_that_codings_own(
    no_card: str, timeline: Timeline, tmp_path: Path
) -> None:
    assert no_card
    options = replace(QUICK, coding="hevc", proven=("hevc_nvenc",))
    result = export_timeline(timeline, tmp_path / "film.mp4", file_of, options)
    assert (result.encoder, result.passed_over[:18]) == ("libx265", "NVIDIA NVENC HEVC ")


def test_what_was_encoded_before_is_not_given_to_a_card(timeline: Timeline, tmp_path: Path) -> None:
    cache = SegmentCache(tmp_path / "cache", limit_bytes=10**9)
    out = tmp_path / "film.mp4"
    export_timeline(timeline, out, file_of, QUICK, cache=cache)
    again = export_timeline(timeline, out, file_of, replace(QUICK, proven=(NVENC,)), cache=cache)
    assert (again.frames_reused, again.passed_over) == (45, "")


def test_the_software_encoders_work_everywhere() -> None:
    software = [encoder for encoder in ENCODERS if not encoder.is_hardware]
    assert {encoder.coding for encoder in software} == {"h264", "hevc", "av1"}
    assert [trouble_with(encoder) for encoder in software] == ["", "", ""]


def test_unasked_only_a_card_that_was_proven_is_tried() -> None:
    def names(named: str | None, *proven: str, saves: bool = False) -> list[str]:
        found = encoders_to_try("h264", named, proven, saves_work=lambda: saves)
        return [encoder.name for encoder in found]

    assert names(None) == ["libx264"]
    assert names(None, "hevc_nvenc", "h264_qsv", NVENC) == [NVENC, "h264_qsv", "libx264"]
    assert names(None, NVENC, saves=True) == ["libx264"]
    assert names("h264_amf", NVENC, saves=True) == ["h264_amf", "libx264"]
    assert names("libx264", NVENC) == ["libx264"]


def test_an_encoder_of_another_coding_is_refused(timeline: Timeline, tmp_path: Path) -> None:
    options = replace(QUICK, encoder="libx265")
    with pytest.raises(RenderError, match=r"No encoder “libx265” makes h264: choose one of"):
        export_timeline(timeline, tmp_path / "film.mp4", file_of, options)


def test_a_card_whose_file_does_not_come_out_whole_is_replaced(
    timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says H.264 and writes HEVC."""
    liar = Encoder("libx265", "h264", "videotoolbox", "A card")
    monkeypatch.setattr(
        "timeline_studio.render.exporter.encoders_to_try", lambda *_, **__: (liar, X264)
    )
    result = export_timeline(timeline, tmp_path / "film.mp4", file_of, QUICK)
    assert result.encoder == "libx264"
    assert "its picture is hevc" in result.passed_over
    with av.open(str(result.path)) as container:
        assert container.streams.video[0].frames == 45


def test_without_another_encoder_the_export_says_what_to_do(
    timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = Encoder("hevc_nothing", "hevc", "software", "Nobody")
    monkeypatch.setattr(
        "timeline_studio.render.exporter.encoders_to_try", lambda *_, **__: (nobody,)
    )
    with pytest.raises(RenderError, match=r"Nobody could not encode this \(not in this FFmpeg\)"):
        export_timeline(timeline, tmp_path / "film.mp4", file_of, replace(QUICK, coding="hevc"))
    assert list(tmp_path.glob("film*")) == []
