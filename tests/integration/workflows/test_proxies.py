"""Heavy footage gets proxies by itself; the monitor shows them, an export never does."""

import hashlib
import os
from pathlib import Path

import pytest

from media_factory import read_stamp, stamped_video
from timeline_studio.jobs import JobContext, Later
from timeline_studio.media import VideoReader, probe
from timeline_studio.storage import is_here
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.time import from_seconds
from timeline_studio.workflows.exports import start_export
from timeline_studio.workflows.media import file_path, import_media, reference_to, resolver
from timeline_studio.workflows.outbox import list_outbox
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.proxies import (
    PROXY_JOB,
    ask_for_proxies,
    delete_proxies,
    footage_of,
    run_proxy,
    with_proxies,
)
from timeline_studio.workflows.proxy_shelf import ProxiedMedia, ProxyShelf, proxy_shelf


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    """HEVC of 25 numbered pictures, with a click."""
    path = tmp_path / "beach.mp4"
    return stamped_video(path, frames=25, rate=25, size=(160, 90), codec="libx265", clicks_at=[0.5])


@pytest.fixture
def media(upload) -> MediaReference:
    return reference_to(upload)


def test_heavy_footage_gets_one_by_itself_and_only_one(studio, timeline, media, run_queue):
    assert [each.url for each in footage_of(timeline)] == [media.url]
    assert ask_for_proxies(studio, footage_of(timeline), is_automatic=True) == 1
    assert ask_for_proxies(studio, footage_of(timeline), is_automatic=True) == 0
    assert [entry.kind for entry in list_outbox(studio)] == ["proxy"]

    run_queue()

    assert with_proxies(studio, [media]) == {media.url}
    assert ask_for_proxies(studio, [media]) == 0
    assert list_outbox(studio) == []


def test_light_footage_gets_one_only_when_asked_for(studio, tmp_path, run_queue):
    light = stamped_video(tmp_path / "light.mp4", frames=5)
    media = reference_to(import_media(studio, [light])[0])

    assert ask_for_proxies(studio, [media], is_automatic=True) == 0
    assert ask_for_proxies(studio, [media]) == 1

    run_queue()
    assert with_proxies(studio, [media]) == {media.url}


def test_the_monitor_shows_it_while_it_is_switched_on(studio, media, run_queue):
    original = resolver(studio)(media)
    shown = ProxiedMedia(resolver(studio), proxy_shelf(studio))
    assert shown(media) == original
    ask_for_proxies(studio, [media])
    run_queue()

    proxy = shown(media)

    assert proxy != original
    assert probe(proxy).video.codec == "h264"
    with VideoReader(proxy) as reader:
        assert read_stamp(reader.frame_at(from_seconds(0.5))) == 12
    shown.is_on = False
    assert shown(media) == original


def test_an_export_is_the_same_to_the_byte_with_a_proxy_and_without(
    studio, timeline, media, run_queue
):
    def exported() -> str:
        project = create_project(studio, "Holiday", timeline)
        job_id = start_export(studio, project.id)
        run_queue()
        result = studio.queue.get(job_id).result
        with studio.reading() as work:
            upload = work.uploads.get(result["resultUploadId"])
        path = studio.media_store.fetch(upload.s3_key)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    without = exported()
    for segment in (studio.home.cache / "segments").rglob("*.segment"):
        segment.unlink()
    ask_for_proxies(studio, [media])
    run_queue()
    assert with_proxies(studio, [media])

    assert exported() == without


def test_deleted_it_comes_back_only_when_asked_for(studio, media, run_queue):
    ask_for_proxies(studio, [media], is_automatic=True)
    run_queue()

    assert delete_proxies(studio, [media]) == 1

    assert with_proxies(studio, [media]) == frozenset()
    assert ask_for_proxies(studio, [media], is_automatic=True) == 0
    assert ask_for_proxies(studio, [media]) == 1
    run_queue()
    assert with_proxies(studio, [media]) == {media.url}


def test_deleting_cancels_what_is_being_made(studio, media, run_queue):
    ask_for_proxies(studio, [media])

    assert delete_proxies(studio, [media]) == 0

    run_queue()
    assert with_proxies(studio, [media]) == frozenset()


def test_a_source_that_is_replaced_has_none(studio, media, run_queue, tmp_path):
    ask_for_proxies(studio, [media])
    run_queue()
    path = resolver(studio)(media)
    other = stamped_video(tmp_path / "other.mp4", frames=10, codec="libx265")
    path.write_bytes(other.read_bytes())

    assert with_proxies(studio, [media]) == frozenset()
    assert ask_for_proxies(studio, [media], is_automatic=True) == 1


def test_footage_that_is_gone_is_left_alone(studio, media, upload):
    missing = MediaReference(url="upload:999", name="gone.mp4")
    outside = MediaReference(url="file:///nowhere/a.mp4", name="a.mp4")
    assert is_here(studio.media_store, upload.s3_key)

    assert ask_for_proxies(studio, [missing, outside]) == 0
    assert delete_proxies(studio, [missing, outside]) == 0
    assert with_proxies(studio, [missing, outside]) == frozenset()


def test_footage_outside_of_the_library_gets_none(studio, footage):
    outside = MediaReference(url=footage.as_uri(), name=footage.name)
    assert file_path(outside) == footage

    assert ask_for_proxies(studio, [outside]) == 0


def test_another_computer_leaves_it_to_the_one_that_asked(studio, media):
    ask_for_proxies(studio, [media])
    job = studio.queue.list(types=[PROXY_JOB])[0]
    context = JobContext(job.id, {**job.input, "waitsAt": "elsewhere"}, 1)

    with pytest.raises(Later):
        run_proxy(studio, context)


def test_footage_that_was_deleted_meanwhile_ends_the_job(studio, media):
    ask_for_proxies(studio, [media])
    job = studio.queue.list(types=[PROXY_JOB])[0]
    context = JobContext(job.id, {**job.input, "uploadId": 999}, 1)

    assert run_proxy(studio, context) == {"status": "deleted"}


def test_those_that_were_used_longest_ago_make_room(tmp_path):
    folder = tmp_path / "proxies"
    folder.mkdir()
    shelf = ProxyShelf(folder, limit_bytes=250)
    sources = []
    for number in range(3):
        source = tmp_path / f"source-{number}.mp4"
        source.write_bytes(b"x")
        shelf.place_of(source).write_bytes(b"y" * 100)
        sources.append(source)
    for seconds, source in enumerate((sources[1], sources[2])):
        os.utime(shelf.place_of(source), (seconds, seconds))
    assert shelf.find(sources[0])  # used now

    shelf.make_room()

    assert [shelf.find(source) is not None for source in sources] == [True, False, True]
