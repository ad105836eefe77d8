"""Rendering ahead: what it leaves is what an export would have made, to the bit."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from copying_films import RATE, film, source
from media_factory import read_stamp
from timeline_studio.app import ahead
from timeline_studio.library import Project
from timeline_studio.media import MediaError, VideoReader
from timeline_studio.render import ExportOptions, SegmentCache, export_timeline
from timeline_studio.render.segments.ahead import RenderAhead
from timeline_studio.timeline.model import MediaReference, Timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start
from timeline_studio.workflows import Studio
from timeline_studio.workflows.export_presets import ExportPreset
from timeline_studio.workflows.exports import start_export
from timeline_studio.workflows.media import resolver_here
from timeline_studio.workflows.rendering_ahead import order_ahead, read_news, render_ahead

PRESET = ExportPreset(name="Fast", preset="ultrafast")


def matching(match: bool | None) -> ExportOptions:
    return ExportOptions(preset="ultrafast", match_source=match)


def file_path(media: MediaReference) -> Path:
    return Path(media.url)


@pytest.fixture
def cache(tmp_path: Path) -> SegmentCache:
    return SegmentCache(tmp_path / "segments", limit_bytes=10**9)


@pytest.fixture
def titled(tmp_path: Path) -> Timeline:
    """Twelve seconds, covered by a title for nine of them."""
    long = source(tmp_path / "long.mp4", frames=300)
    return film([(long, 0, 300)], title=(0, 225))


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], list[bytes]]:
    """What the process says to an order, without a process."""

    def run(order: bytes) -> list[bytes]:
        said = io.BytesIO()
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(order)))
        monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=said))
        monkeypatch.setattr(ahead, "_end_with_parent", lambda: None)
        monkeypatch.setattr("os.nice", lambda _by: 0)
        ahead.serve_ahead()
        return said.getvalue().splitlines()

    return run


def test_an_export_afterwards_encodes_nothing(
    titled: Timeline, cache: SegmentCache, tmp_path: Path
) -> None:
    work = RenderAhead(titled, file_path, matching(None), cache)
    assert {each.readiness for each in work.stretches()} == {"missing"}
    made = list(work.render())
    assert made == work.stretches()
    assert {each.readiness for each in made} == {"ready"}
    assert (made[0].start, made[-1].end) == (0, titled.duration)
    out = tmp_path / "film.mp4"
    result = export_timeline(titled, out, file_path, matching(None), cache=cache)
    assert (result.frames_reused, result.frames) == (300, 300)
    with VideoReader(out) as reader:
        for frame in (0, 124, 125, 224, 225, 299):
            assert read_stamp(reader.frame_at(frame_start(frame, RATE))) == frame


def test_what_is_copied_is_not_rendered(
    titled: Timeline, cache: SegmentCache, tmp_path: Path
) -> None:
    options = matching(True)
    work = RenderAhead(titled, file_path, options, cache)
    told = [(each.readiness, (each.end - each.start) / FLICKS_PER_SECOND) for each in work.render()]
    assert sum(seconds for _, seconds in told) == pytest.approx(9.6)  # to the next key picture
    assert {each.readiness for each in work.stretches()} == {"ready", "copied"}
    result = export_timeline(titled, tmp_path / "film.mp4", file_path, options, cache=cache)
    assert result.frames_reused + result.frames_copied == result.frames


def test_one_that_is_stopped_keeps_what_is_whole(titled: Timeline, cache: SegmentCache) -> None:
    work = RenderAhead(titled, file_path, matching(False), cache)
    first = next(work.render())
    again = RenderAhead(titled, file_path, matching(False), cache)
    assert again.stretches()[0] == first
    assert again.stretches()[-1].readiness == "missing"
    assert first not in list(again.render())


def test_a_disk_that_keeps_nothing_ends_it(titled: Timeline, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = SegmentCache(tmp_path / "file" / "segments", limit_bytes=10**9)
    assert list(RenderAhead(titled, file_path, matching(False), cache).render()) == []


def test_the_process_makes_what_the_next_export_joins(
    studio: Studio,
    project: Project,
    timeline: Timeline,
    in_process: Callable[[bytes], list[bytes]],
    run_queue: Callable[[], None],
) -> None:
    standard = ExportPreset(name="Standard", match_source=False)
    order = order_ahead(studio, timeline, standard, resolver_here(studio))
    news = [read_news(line) for line in in_process(order)]
    assert news[0].all == ((0, timeline.duration, "missing"),)
    assert [each.ready for each in news[1:]] == [(0, timeline.duration)]
    assert [read_news(line).all for line in in_process(order)] == [
        ((0, timeline.duration, "ready"),)
    ]
    job_id = start_export(studio, project.id)
    run_queue()
    result = studio.queue.get(job_id).result
    assert result is not None
    assert result["framesReused"] + result["framesCopied"] == result["frames"] == 25


def test_without_an_order_the_process_ends(in_process: Callable[[bytes], list[bytes]]) -> None:
    assert in_process(b"") == []


def test_media_that_is_gone_is_told(studio: Studio, timeline: Timeline, tmp_path: Path) -> None:
    order = order_ahead(studio, timeline, PRESET, resolver_here(studio))
    gone = json.loads(order)
    gone["media"] = {url: str(tmp_path / "gone.mp4") for url in gone["media"]}
    (news,) = [read_news(line) for line in render_ahead(json.dumps(gone).encode())]
    assert "missing" in news.trouble
    (news,) = [read_news(line) for line in render_ahead(json.dumps({**gone, "media": {}}).encode())]
    assert "is not here" in news.trouble

    def refuse(media: MediaReference) -> Path:
        raise MediaError(f"{media.url} is away")

    with pytest.raises(MediaError, match="is away"):
        order_ahead(studio, timeline, PRESET, refuse)
    assert order_ahead(studio, replace(timeline, tracks=()), PRESET, refuse)
