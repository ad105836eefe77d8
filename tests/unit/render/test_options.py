"""What an export may be asked for."""

from fractions import Fraction
from pathlib import Path

import pytest

from timeline_studio.render import ExportOptions, RenderError
from timeline_studio.render.options import as_asked
from timeline_studio.timeline.model import MediaReference, Timeline


def no_media(media: MediaReference) -> Path:
    raise AssertionError(media)


def test_the_timeline_has_its_say_where_nothing_is_asked() -> None:
    timeline = Timeline(width=641, height=360, rate=Fraction(24))
    made = as_asked(timeline, ExportOptions(), no_media)
    assert (made.width, made.height, made.rate) == (642, 360, Fraction(24))


def test_what_is_asked_for_wins() -> None:
    options = ExportOptions(width=320, height=180, rate=Fraction(30000, 1001))
    made = as_asked(Timeline(), options, no_media)
    assert (made.width, made.height, made.rate) == (320, 180, Fraction(30000, 1001))


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (ExportOptions(preset="quick"), "quick"),
        (ExportOptions(crf=0), "crf of 0"),
        (ExportOptions(crf=52), "crf of 52"),
        (ExportOptions(audio_bitrate=1), "1 bits"),
        (ExportOptions(width=10), "10×6"),
        (ExportOptions(height=9000), "16000×9000"),
        (ExportOptions(rate=Fraction(1, 2)), "1/2"),
        (ExportOptions(rate=Fraction(1000)), "1000"),
    ],
)
def test_what_cannot_be_encoded_is_refused_by_name(options: ExportOptions, named: str) -> None:
    with pytest.raises(RenderError, match=named):
        as_asked(Timeline(), options, no_media)
