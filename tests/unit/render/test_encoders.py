"""What encoders are told, and what they say of themselves."""

from fractions import Fraction

import av
import msgspec
import pytest

from timeline_studio.render.encoders import ENCODERS, X264, Encoder, encoder_label
from timeline_studio.render.encoders.settings import options_of, pixel_format, set_up
from timeline_studio.render.encoders.trial import ffmpeg_build, trouble_with
from timeline_studio.render.geometry import Size
from timeline_studio.render.options import PRESETS
from timeline_studio.workflows import encoder_trials
from timeline_studio.workflows.encoder_trials import EncoderTrial, serve_trials

QUALITY = {"crf", "cq", "global_quality", "qp", "qp_i"}


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda encoder: encoder.name)
def test_every_encoder_is_asked_for_a_quality(encoder: Encoder) -> None:
    best, worst = (options_of(encoder, crf=crf, preset="veryfast") for crf in (1, 51))
    asked = QUALITY & best.keys()
    assert asked
    assert all(best[name] != worst[name] for name in asked)
    assert pixel_format(encoder) in {"yuv420p", "nv12"}


def test_labels_tell_encoders_apart() -> None:
    assert len({encoder.label for encoder in ENCODERS}) == len(ENCODERS)
    assert encoder_label("h264_nvenc") == "NVIDIA NVENC H.264"
    assert encoder_label("prores_ks") == "prores_ks"


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize(
    "encoder", [each for each in ENCODERS if not each.is_hardware], ids=lambda each: each.name
)
def test_every_preset_opens_every_software_encoder(encoder: Encoder, preset: str) -> None:
    context = av.CodecContext.create(encoder.name, "w")
    assert isinstance(context, av.VideoCodecContext)
    set_up(context, encoder, Size(128, 64), Fraction(25), crf=30, preset=preset)
    context.open()
    assert context.is_open
    assert context.color_range == 1


def test_an_encoder_that_was_not_built_in_says_so() -> None:
    assert trouble_with(Encoder("h264_nothing", "h264", "nvenc", "Nobody")) == "not in this FFmpeg"


def test_a_process_tells_line_by_line_what_works(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[None] = []
    monkeypatch.setattr(encoder_trials, "tell_reasons", lambda: asked.append(None))
    lines = list(serve_trials([X264.name, "no_such_encoder"]))
    assert asked == [None]
    assert [msgspec.json.decode(line, type=EncoderTrial) for line in lines] == [
        EncoderTrial(X264.name)
    ]


def test_a_build_is_told_by_all_its_parts() -> None:
    assert ffmpeg_build().startswith("FFmpeg ")
    assert "libavcodec" in ffmpeg_build()
