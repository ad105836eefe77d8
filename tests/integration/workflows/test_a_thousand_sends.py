"""A thousand sends while one thing in ten goes wrong: each is completed, or says why not, and
what lies in the stores is what the rows say."""

import dataclasses
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

import pytest

from ladder_factory import shrink
from mediaconvert_server import hasten_botocore, mediaconvert_server
from timeline_studio.jobs import Worker
from timeline_studio.library import Production, Upload
from timeline_studio.productions import (
    build_job_settings,
    destinations,
    load_profile,
    output_prefix,
    transcode,
)
from timeline_studio.storage import LocalFolderStore
from timeline_studio.workflows import Studio
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.sends import (
    CANCEL_JOB,
    PRODUCTION_JOB,
    list_productions,
    outputs_of,
    start_send,
)
from unreliable import (
    Chance,
    FaultsByChance,
    UnreliableStore,
    UnreliableTranscoder,
    unreliable_database,
)

UPLOADS = 50
REQUESTS, WRITES, READS, STATEMENTS = 0.1, 0.1, 0.01, 0.01
PATIENCE_SECONDS = 600
SEED_VARIABLE = "TIMELINE_STUDIO_SEED"
SEED = int(os.environ.get(SEED_VARIABLE, "0")) or uuid4().int % 10**6

ADVICE = re.compile("Free some space|Retry|try again", re.IGNORECASE)
"""Every reason says what to do."""
AT_ONCE = timedelta()
PAGE = "watch.html"


@dataclass(frozen=True)
class Sent:
    uploads: list[Upload]
    completed: list[Production]
    failed: list[Production]


@pytest.fixture
def studio(either_studio: Studio, tmp_path: Path) -> Studio:
    """With a profile of one small rung: a job of a few lines."""
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    profile = load_profile("hls-landscape", either_studio.profiles)
    for group in profile["Settings"]["OutputGroups"]:
        group["Outputs"] = group["Outputs"][-1:]
    shrink(profile["Settings"])
    (profiles / "hls-landscape.json").write_text(json.dumps(profile), encoding="utf-8")
    return dataclasses.replace(either_studio, profiles=profiles)


@pytest.fixture
def made_once(studio: Studio, footage: Path, tmp_path: Path) -> Path:
    """The outputs that every job of this test has: real ones."""
    media, output = (LocalFolderStore(tmp_path / "once", name) for name in ("media", "output"))
    media.put_file("video.mp4", footage)
    settings = build_job_settings(
        load_profile("hls-landscape", studio.profiles),
        input_uri=media.uri("video.mp4"),
        output_bucket="output",
        date="2026-11/21",
        asset_id="asset",
        production_ulid="ulid",
    )
    stores = {"media": media, "output": output}
    transcode(settings, stores, work_dir=tmp_path / "once", progress=lambda *_: None)
    return tmp_path / "once/output" / output_prefix("2026-11/21", "asset", "ulid")


@pytest.fixture
def engine(studio: Studio, made_once: Path) -> Callable[[dict[str, Any]], None]:
    """Puts a copy of them where the settings say."""
    root = studio.home.store / studio.output_store.bucket

    def copy(settings: dict[str, Any]) -> None:
        prefix = next(destinations(settings)).removeprefix(f"s3://{root.name}/")
        shutil.copytree(made_once, root.joinpath(*prefix.split("/")[:4]))

    return copy


@pytest.fixture
def chance() -> Chance:
    print(f"the faults' seed: {SEED}, to be had again with {SEED_VARIABLE}")  # noqa: T201
    return Chance(SEED)


@pytest.fixture
def disturbed(studio: Studio, chance: Chance, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """The studio, with database and stores unreliable as long as `chance` is on."""
    monkeypatch.setattr("timeline_studio.workflows.patience.OFFLINE_SECONDS", 0.02)
    stores = [
        UnreliableStore(store, chance, writing=WRITES, reading=READS)
        for store in (studio.media_store, studio.output_store)
    ]
    with unreliable_database(studio.library, chance, STATEMENTS):
        yield dataclasses.replace(studio, media_store=stores[0], output_store=stores[1])


def serve_quick_lane(studio: Studio) -> None:
    """What moves a send, and no report: until nothing waits. The real worker, that is not idle
    between two attempts."""
    quick = next(handlers for handlers in lanes(studio) if PRODUCTION_JOB in handlers)
    worker = Worker(
        studio.library, studio.user_id, quick, poll=0.01, retry_delay=lambda _attempt: AT_ONCE
    )
    deadline = monotonic() + PATIENCE_SECONDS

    def is_over() -> bool:
        assert monotonic() < deadline, "something waits for ever"
        return not live_jobs(studio, limit=1)

    worker.run(is_over)


def live_jobs(studio: Studio, limit: int | None = None) -> list[Any]:
    return studio.queue.list([PRODUCTION_JOB, CANCEL_JOB], ["pending", "processing"], limit)


def send(studio: Studio, disturbed: Studio, footage: Path, chance: Chance, count: int) -> Sent:
    """`count` productions, as they are in the end."""
    uploads = import_media(studio, [footage] * UPLOADS)
    ids = [start_send(studio, uploads[number % UPLOADS].id) for number in range(count)]
    with chance.on():
        serve_quick_lane(disturbed)
    print(dict(chance.drawn))  # noqa: T201
    productions = [row.production for row in list_productions(studio)]
    assert sorted(production.id for production in productions) == ids
    return Sent(
        uploads,
        [production for production in productions if production.status == "completed"],
        [production for production in productions if production.status == "failed"],
    )


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_thousand_are_completed_or_say_why_not(
    studio: Studio,
    disturbed: Studio,
    engine: Callable[[dict[str, Any]], None],
    made_once: Path,
    chance: Chance,
    footage: Path,
) -> None:
    transcoder = UnreliableTranscoder(engine, chance, rate=REQUESTS)
    through = dataclasses.replace(disturbed, transcoder=transcoder)
    sent = send(studio, through, footage, chance, 1000)
    assert_all_ended_well(studio, sent, made_once, 1000)
    assert_one_job_each(sent, transcoder.jobs_of)


def test_so_are_those_through_mediaconvert(
    studio: Studio,
    disturbed: Studio,
    engine: Callable[[dict[str, Any]], None],
    made_once: Path,
    chance: Chance,
    footage: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hasten_botocore(monkeypatch)
    with mediaconvert_server(lambda settings, _progress: engine(settings)) as server:
        server.take_faults_from(FaultsByChance(chance, REQUESTS))
        transcoder = server.transcoder()
        transcoder.poll_seconds = (0.02, 0.02)
        through = dataclasses.replace(disturbed, transcoder=transcoder)
        sent = send(studio, through, footage, chance, 50)
        transcoder.close()
    assert_all_ended_well(studio, sent, made_once, 50)
    assert_one_job_each(sent, server.jobs_of)


def assert_all_ended_well(studio: Studio, sent: Sent, made: Path, count: int) -> None:
    assert len(sent.completed) + len(sent.failed) == count
    assert len(sent.completed) > count * 0.6, {p.error_message for p in sent.failed}
    assert [p for p in sent.failed if not ADVICE.search(p.error_message or "")] == []
    assert live_jobs(studio) == []
    assert_objects_and_rows_agree(studio, sent, made)


def assert_one_job_each(sent: Sent, jobs_of: Callable[..., list[str]]) -> None:
    for production in sent.completed:
        assert jobs_of(production_ulid=production.ulid) == [production.mediaconvert_job_id]
    for production in sent.failed:
        assert len(jobs_of(production_ulid=production.ulid)) <= 1
    assert len(jobs_of()) <= len(sent.completed) + len(sent.failed)


def assert_objects_and_rows_agree(studio: Studio, sent: Sent, made: Path) -> None:
    sources = sorted(upload.s3_key for upload in sent.uploads)
    assert [found.key for found in studio.media_store.list()] == sources
    for production in sent.completed[:: len(sent.completed) // 20]:
        outputs_of(studio, production)
    names = [str(path.relative_to(made)) for path in made.rglob("*") if path.is_file()]
    expected = {f"{p.output_prefix}{name}" for p in sent.completed for name in (*names, PAGE)}
    there = {key.key for key in studio.output_store.list() if not key.key.startswith("watch/")}
    assert expected <= there
    unfinished = {production.ulid for production in sent.failed}
    assert {key.split("/")[3] for key in there - expected} <= unfinished
