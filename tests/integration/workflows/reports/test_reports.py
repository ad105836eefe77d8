"""A report against what was computed in another way."""

import json
import math
from collections.abc import Callable
from dataclasses import replace as dataclass_replace
from pathlib import Path

import av
import m3u8
import msgspec
import numpy as np
import pytest

from media_factory import stamped_video, write_sound
from timeline_studio.jobs import JobCancelled, JobContext
from timeline_studio.library import Library, NotFound, Upload
from timeline_studio.productions.quality import MOST_SECONDS, sampled
from timeline_studio.productions.rendition_check import Rendition
from timeline_studio.productions.similarity import SimilarityMeter
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports, start_export
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.projects import open_project, save_timeline
from timeline_studio.workflows.report_jobs import REPORT_JOB
from timeline_studio.workflows.reports import (
    Report,
    edits_since,
    edits_since_last,
    edits_words,
    make_report,
    report_html,
    report_of,
    report_text,
    run_report,
    save_report,
)
from timeline_studio.workflows.reports.saving import ReportError
from timeline_studio.workflows.sends import start_send

RATE = 48_000
Run = Callable[[], None]


@pytest.fixture
def spoken(tmp_path: Path) -> Path:
    """Four seconds at 25 fps with a tone at -20 dBFS in both channels: -20 LUFS."""
    silent = stamped_video(tmp_path / "dumb.mp4", frames=100, rate=25, size=(640, 360), crf=18)
    path = tmp_path / "spoken.mp4"
    time = np.arange(4 * RATE) / RATE
    wave = np.tile(0.1 * np.sin(2 * np.pi * 997 * time), (2, 1))
    sound = write_sound(tmp_path / "tone.wav", wave, RATE)
    with (
        av.open(str(silent)) as pictures,
        av.open(str(sound)) as tones,
        av.open(str(path), "w") as out,
    ):
        video = out.add_stream_from_template(pictures.streams.video[0])
        audio = out.add_stream("aac", rate=RATE, layout="stereo", bit_rate=192_000)
        for packet in pictures.demux(video=0):
            if packet.dts is not None:
                packet.stream = video
                out.mux(packet)
        for frame in tones.decode(audio=0):
            out.mux(audio.encode(frame))
        out.mux(audio.encode(None))
    return path


@pytest.fixture
def report(studio: Studio, spoken: Path, run_queue: Run) -> Report:
    (upload,) = import_media(studio, [spoken])
    production_id = start_send(studio, upload.id, name="Talk")
    run_queue()
    made = report_of(studio, production_id)
    assert made is not None
    return made


def test_a_completed_production_is_measured(studio: Studio, report: Report) -> None:
    assert report.name == "Talk"
    assert report.duration_seconds == pytest.approx(4.0, abs=0.05)
    assert report.profile == "hls-landscape"
    assert report.transcode_seconds is not None
    assert report.posters == 1
    assert [(rung.width, rung.height) for rung in report.rungs] == [(640, 360)]
    assert report.provenance.project_id is None


def test_loudness_is_that_of_the_tone(report: Report) -> None:
    assert report.master.sound is not None
    assert report.master.sound.integrated == pytest.approx(-20, abs=0.3)
    assert report.master.sound.true_peak == pytest.approx(-20, abs=0.6)
    assert report.sound is not None
    assert report.sound.integrated is not None
    assert math.isfinite(report.sound.integrated)


def test_bit_rates_are_those_of_the_files(studio: Studio, report: Report) -> None:
    (rung,) = report.rungs
    playlist = m3u8.loads(studio.output_store.get(rung.playlist).decode())
    folder = rung.playlist.rpartition("/")[0]
    sizes = [
        studio.output_store.head(f"{folder}/{segment.uri}").size for segment in playlist.segments
    ]
    seconds = [segment.duration for segment in playlist.segments]
    assert rung.segments == report.segments == len(sizes)
    assert rung.average == pytest.approx(sum(sizes) * 8 / sum(seconds), rel=0.001)
    assert rung.average <= rung.peak <= rung.bandwidth * 1.1
    everything = sum(found.size for found in studio.output_store.list(folder.split("/land")[0]))
    assert report.total_bytes <= everything


def test_the_picture_is_nearly_the_masters(report: Report) -> None:
    """Large black and white cells code well; another picture would be far below."""
    (rung,) = report.rungs
    assert rung.ssim is not None
    assert 0.95 < rung.ssim <= 1.0
    assert rung.ssim_lowest is not None
    assert rung.ssim_lowest > 0.9
    assert rung.ssim_segments == rung.segments
    assert not rung.is_sampled


def noise(seed: int, size: tuple[int, int] = (160, 90)) -> av.VideoFrame:
    picture = np.random.default_rng(seed).integers(16, 235, (size[1] * 3 // 2, size[0]), np.uint8)
    return av.VideoFrame.from_ndarray(picture, format="yuv420p")


def test_the_same_picture_has_a_similarity_of_one() -> None:
    meter = SimilarityMeter((160, 90))
    for seed in range(3):
        meter.take(noise(seed), noise(seed))
    result = meter.result()
    assert result is not None
    assert (result.mean, result.lowest, result.frames) == (1.0, 1.0, 3)


def test_a_flat_offset_has_the_similarity_of_the_formula() -> None:
    """Of two flat pictures only the luminance term is left: (2ab + c) / (a² + b² + c)."""

    def flat(luma: int) -> av.VideoFrame:
        picture = np.full((135, 160), 128, np.uint8)
        picture[:90] = luma
        return av.VideoFrame.from_ndarray(picture, format="yuv420p")

    meter = SimilarityMeter((160, 90))
    meter.take(flat(100), flat(120))
    constant = (0.01 * 255) ** 2
    luma = (2 * 100 * 120 + constant) / (100**2 + 120**2 + constant)
    expected = (luma * 160 * 90 + 2 * 80 * 45) / (160 * 90 * 1.5)
    result = meter.result()
    assert result is not None
    assert result.mean == pytest.approx(expected, abs=0.001)


def test_unlike_pictures_are_not_similar() -> None:
    meter = SimilarityMeter((160, 90))
    meter.take(noise(1), noise(2))
    result = meter.result()
    assert result is not None
    assert result.mean < 0.3
    assert SimilarityMeter((160, 90)).result() is None


def test_of_a_long_rung_some_segments_are_looked_at() -> None:
    rung = Rendition("a.m3u8", 640, 360, 25, 1, "", 600, tuple(float(n * 6) for n in range(100)))
    chosen = sampled(rung)
    assert len(chosen) == MOST_SECONDS // 6
    assert chosen[0] < 20
    assert chosen[-1] >= 80
    assert len(sampled(dataclass_replace(rung, seconds=MOST_SECONDS))) == 100


def test_provenance_says_which_revision_was_exported(
    studio: Studio, project: object, upload: Upload, run_queue: Run
) -> None:
    opened = open_project(studio, project.id)  # type: ignore[attr-defined]
    revision = save_timeline(studio, opened.project.id, opened.timeline, opened.revision)
    start_export(studio, opened.project.id)
    run_queue()
    (row,) = list_exports(studio)
    production_id = start_send(studio, row.upload.id)
    run_queue()
    made = report_of(studio, production_id)
    assert made is not None
    assert made.provenance.revision == revision == 1
    assert made.provenance.project_name == "Holiday"
    (source,) = made.provenance.sources
    assert (source.name, source.size_bytes) == (upload.name, upload.size_bytes)

    assert edits_since(studio, row.upload) == 0
    for _ in range(3):
        again = open_project(studio, opened.project.id)
        save_timeline(studio, opened.project.id, again.timeline, again.revision)
    (row,) = list_exports(studio)
    assert edits_since(studio, row.upload) == 3
    assert edits_since_last(studio, [row]) == {row.upload.id: 3}
    assert edits_since(studio, upload) is None
    assert "revision 1, 3 edits since" in report_text(made, 3)


@pytest.mark.parametrize(
    ("count", "words"), [(None, ""), (0, ""), (1, "1 edit since"), (3, "3 edits since")]
)
def test_edits_are_told_in_words(count: int | None, words: str) -> None:
    assert edits_words(count) == words


def test_it_can_be_made_again(studio: Studio, report: Report, run_queue: Run) -> None:
    make_report(studio, report.production_id)
    run_queue()
    again = report_of(studio, report.production_id)
    assert again is not None
    assert again.rungs == report.rungs
    with pytest.raises(NotFound):
        make_report(studio, 999)


def test_it_can_be_cancelled_and_leaves_the_old_one(
    studio: Studio, report: Report, context_of: Callable[[int], JobContext]
) -> None:
    job = context_of(make_report(studio, report.production_id))
    job.stop()
    with pytest.raises(JobCancelled):
        run_report(studio, job)
    assert report_of(studio, report.production_id) == report
    studio.queue.cancel(job.job_id)


def test_of_what_is_deleted_nothing_is_measured(
    studio: Studio, context_of: Callable[[int], JobContext]
) -> None:
    job_id = studio.queue.add(REPORT_JOB, {"productionId": 999, "userId": studio.user_id})
    assert run_report(studio, context_of(job_id)) == {}
    studio.queue.cancel(job_id)


def test_another_users_report_is_not_found(stranger: Studio, report: Report) -> None:
    with pytest.raises(NotFound):
        report_of(stranger, report.production_id)


def test_it_is_saved_as_json_and_as_a_page(report: Report, tmp_path: Path) -> None:
    document = json.loads(save_report(report, tmp_path / "report.json", 2).read_text("utf-8"))
    assert document["edits_since"] == 2
    assert document["rungs"][0]["ssim"] == report.rungs[0].ssim
    assert document["segments"] == report.segments
    named = msgspec.structs.replace(report, name="<b>Talk</b>")
    page = save_report(named, tmp_path / "report.html").read_text("utf-8")
    assert "<h1>&lt;b&gt;Talk&lt;/b&gt;</h1>" in page
    assert "640×360" in page
    assert page == report_html(named)
    with pytest.raises(ReportError, match="Cannot write"):
        save_report(report, tmp_path / "nowhere" / "report.html")


def test_a_report_lives_in_the_row_on_every_database(
    studio: Studio, report: Report, address: str, upload: Upload
) -> None:
    library = Library.open(address, migrate=True)
    elsewhere = dataclass_replace(studio, library=library)
    with elsewhere.unit_of_work() as work:
        footage = work.uploads.add(
            kind="video", s3_bucket="media", s3_key="videos/a.mp4", original_filename="a.mp4"
        )
        config = {"profile": "hls-landscape", "report": msgspec.to_builtins(report)}
        production = work.productions.add(upload_id=footage.id, name="Talk", config=config)
    assert report_of(elsewhere, production.id) == report
    library.close()
