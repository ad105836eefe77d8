"""Films for editors, sound alone, GIFs and stills: each holds what the timeline shows."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from msgspec.structs import replace

from copying_films import RATE, film, source
from media_factory import click_times, read_stamp
from timeline_studio.jobs import JobCancelled
from timeline_studio.media import AudioReader, probe
from timeline_studio.render import ExportResult, RenderError
from timeline_studio.render.deliverables import (
    DELIVERY_FORMATS,
    DeliveryFormat,
    DeliveryOptions,
    deliver_timeline,
)
from timeline_studio.timeline.model import MediaReference, Timeline, Track
from timeline_studio.timeline.time import frame_start

Deliver = Callable[..., ExportResult]


def file_path(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def timeline(tmp_path: Path) -> Timeline:
    """Two seconds: numbered pictures, a click at 0.5 s."""
    a = source(tmp_path / "a.mp4", clicks_at=[0.5])
    shown = film([(a, 0, 50)])
    sound = tuple(replace(item, id=f"{item.id}s") for item in shown.tracks[0].items)
    return replace(shown, tracks=(*shown.tracks, Track(id="a", kind="audio", items=sound)))


@pytest.fixture
def deliver(timeline: Timeline, tmp_path: Path) -> Deliver:
    def deliver(made: DeliveryFormat, **options: object) -> ExportResult:
        return deliver_timeline(
            timeline,
            tmp_path / f"out{DELIVERY_FORMATS[made][0]}",
            file_path,
            DeliveryOptions(made, **options),  # type: ignore[arg-type]
            progress=lambda _share, _stage: None,
        )

    return deliver


def stamps(path: Path) -> list[int | None]:
    with av.open(str(path)) as container:
        return [read_stamp(frame) for frame in container.decode(video=0)]


def clicks(path: Path) -> list[float]:
    with AudioReader(path) as reader:
        return click_times(reader.samples(0, 96_000), 48_000)


def test_prores_has_every_frame_in_ten_bits_and_the_sound_to_the_sample(deliver: Deliver) -> None:
    result = deliver("prores")
    assert stamps(result.path) == list(range(50))
    assert clicks(result.path) == [pytest.approx(0.5, abs=0.001)]
    with av.open(str(result.path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.name, video.format.name) == ("prores", "yuv422p10le")
        assert video.codec_context.colorspace == 1
        assert (audio.codec_context.name, audio.duration) == ("pcm_s16le", 96_000)
    assert (result.encoder, result.frames) == ("prores_ks", 50)


@pytest.mark.parametrize("made", ["m4a", "wav"])
def test_sound_alone_is_the_mix(deliver: Deliver, made: DeliveryFormat) -> None:
    result = deliver(made)
    info = probe(result.path)
    assert info.video is None
    assert len(info.audio) == 1
    assert clicks(result.path) == [pytest.approx(0.5, abs=0.001)]


def test_a_gif_shows_every_other_frame_in_its_shape_and_repeats(deliver: Deliver) -> None:
    result = deliver("gif", width=240, rate=Fraction(25, 2))
    assert stamps(result.path) == list(range(0, 50, 2))
    with av.open(str(result.path)) as container:
        video = container.streams.video[0]
        assert (video.width, video.height) == (240, 136)
        assert video.average_rate == Fraction(25, 2)
    assert b"NETSCAPE2.0" in result.path.read_bytes()


def test_a_still_is_the_frame_that_is_on(deliver: Deliver) -> None:
    result = deliver("png", time=frame_start(17, RATE) + 5)
    assert stamps(result.path) == [17]
    with av.open(str(result.path)) as container:
        picture = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert np.percentile(picture, 99) > 250  # full range: white is white
    assert stamps(deliver("png", time=frame_start(999, RATE)).path) == [49]


@pytest.mark.parametrize("made", list(DELIVERY_FORMATS))
def test_a_cancelled_one_leaves_what_was_there(
    timeline: Timeline, tmp_path: Path, made: DeliveryFormat
) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"before")

    def progress(share: float, _stage: str) -> None:
        if share > 0.2:
            raise JobCancelled("enough")

    with pytest.raises(JobCancelled):
        deliver_timeline(timeline, out, file_path, DeliveryOptions(made), progress=progress)
    assert out.read_bytes() == b"before"
    assert not list(tmp_path.glob("*.partial"))


def test_a_source_is_never_written_over(timeline: Timeline, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="used by the timeline"):
        deliver_timeline(
            timeline,
            tmp_path / "a.mp4",
            file_path,
            DeliveryOptions("prores"),
            progress=lambda _share, _stage: None,
        )


def test_an_empty_timeline_and_a_full_disk_say_so(timeline: Timeline, tmp_path: Path) -> None:
    empty = replace(timeline, tracks=())
    for film_, out, words in (
        (empty, tmp_path / "out.mov", "empty"),
        (timeline, Path("/dev/full/out.mov"), "Cannot write"),
        (timeline, tmp_path / "no" / "out.mov", "no folder"),
    ):
        with pytest.raises(RenderError, match=words):
            deliver_timeline(
                film_,
                out,
                file_path,
                DeliveryOptions("prores"),
                progress=lambda _share, _stage: None,
            )
