"""What is interrupted by the fault tests: each opens the studio of a home, and does one thing."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path

import msgspec
import pytest

from media_factory import stamped_video
from mediaconvert_server import ACCESS_KEY, REGION, SECRET_KEY, hasten_botocore
from timeline_studio.app import account_parts
from timeline_studio.app.composition import open_studio
from timeline_studio.jobs import Worker, run_lanes
from timeline_studio.library import Library
from timeline_studio.productions import (
    LocalTranscoder,
    MediaConvertTranscoder,
    mediaconvert_client,
)
from timeline_studio.settings import Home
from timeline_studio.storage import AccessKeys, S3Options, connect
from timeline_studio.timeline.edits import add_caption_track, append_linked
from timeline_studio.timeline.model import Caption, Timeline, empty_timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows import Studio, backfills, patience, transfers
from timeline_studio.workflows.backfills import backfill_exports
from timeline_studio.workflows.deletions import delete_production, delete_upload, removing
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.media import import_media, items_for, sweep_promises
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.publications import add_space
from timeline_studio.workflows.sends import (
    cancel_production,
    retry_production,
    send_timeline,
    stepping,
)
from timeline_studio.workflows.work_folder import sweep_work

PART_BYTES = 5 * 1024 * 1024  # S3's own least: three parts of what is little more than two
SIZE = 64, 36


@contextmanager
def opened(home: Path) -> Iterator[Studio]:
    """As the account that is chosen there has it."""
    studio = open_studio(Home(home))
    yield studio
    studio.library.close()


def warm_up(folder: Path) -> None:
    """Once, before the forks: what is loaded and compiled by then, none of them waits for."""
    patch = pytest.MonkeyPatch()
    hasten_botocore(patch)
    make_haste(patch)
    connect(S3Options(endpoint="http://127.0.0.1:9"), AccessKeys(ACCESS_KEY, SECRET_KEY)).close()
    mediaconvert_client(
        region=REGION,
        endpoint_url="http://127.0.0.1:9",
        access_key=ACCESS_KEY,
        secret_key=SECRET_KEY,
    ).close()
    footage = make_footage(folder / "beach.mp4")
    with opened(folder / "home") as studio:
        space = add_space(studio, "Films")
        send_timeline(studio, make_project(studio, footage), publish_to=[space.id])
    drain(folder / "home")


def make_haste(patch: pytest.MonkeyPatch) -> None:
    """Waits between two looks last a moment; parts of uploads are small, one after the other."""
    for transcoder in (LocalTranscoder, MediaConvertTranscoder):
        patch.setattr(transcoder, "poll_seconds", (0.02, 0.02))
    patch.setattr(stepping, "AWAIT_FILE_SECONDS", 0.02)
    patch.setattr(removing, "AGAIN_SECONDS", 0.02)
    patch.setattr(patience, "OFFLINE_SECONDS", 0.2)
    patch.setattr(transfers, "ELSEWHERE_SECONDS", 0.2)
    patch.setattr(backfills, "BATCH", 2)
    small = partial(S3Options, part_size=PART_BYTES, parallel_parts=1)
    patch.setattr(account_parts, "S3Options", small)


def make_footage(path: Path, *, padding: int = 0) -> Path:
    """Half a second of numbered pictures with a click; `padding` bytes that players skip."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = stamped_video(path, frames=12, rate=Fraction(25), size=SIZE, clicks_at=[0.2])
    if padding:
        with made.open("ab") as stream:
            stream.write(padding.to_bytes(4, "big") + b"free")
            stream.truncate(stream.tell() + padding - 8)
    return made


def make_project(studio: Studio, footage: Path) -> int:
    """Brings the footage in, and makes a timeline of it."""
    timeline = make_timeline(studio, import_media(studio, [footage])[0].id)
    return create_project(studio, "Beach", timeline).id


def make_timeline(studio: Studio, upload_id: int, *, times: int = 1) -> Timeline:
    """Shows the footage `times` times."""
    with studio.reading() as work:
        upload = work.uploads.get(upload_id)
    timeline = empty_timeline(rate=Fraction(25))
    timeline = msgspec.structs.replace(timeline, width=SIZE[0], height=SIZE[1])
    video, audio = timeline.tracks
    for _ in range(times):
        picture, sound = items_for(studio, upload)
        assert picture is not None
        linked = {video.id: picture, audio.id: sound} if sound else {video.id: picture}
        timeline = append_linked(timeline, linked)
    return timeline


def with_captions(timeline: Timeline) -> Timeline:
    """Two tracks of one caption each."""
    for language in ("en", "de"):
        said = Caption(id=language, start=0, duration=FLICKS_PER_SECOND // 4, text="Hello")
        timeline = add_caption_track(timeline, [said], language=language)
    return timeline


def open_only(home: Path) -> None:
    with opened(home):
        pass


def upgrade(_home: Path, address: str) -> None:
    """A server's tables, when it is asked for."""
    Library.open(address, migrate=True).close()


def bring_in(home: Path, path: str) -> None:
    with opened(home) as studio:
        import_media(studio, [Path(path)])


def send(home: Path, project_id: int, publish_to: list[int]) -> None:
    """Queue it; `drain` does the rest."""
    with opened(home) as studio:
        send_timeline(studio, project_id, publish_to=publish_to)


def remove_production(home: Path, production_id: int) -> None:
    with opened(home) as studio:
        delete_production(studio, production_id)


def remove_upload(home: Path, upload_id: int) -> None:
    with opened(home) as studio:
        delete_upload(studio, upload_id, force=True, with_productions=True)


def cancel(home: Path, production_id: int) -> None:
    with opened(home) as studio:
        cancel_production(studio, production_id)


def retry(home: Path, production_id: int) -> None:
    with opened(home) as studio:
        retry_production(studio, production_id)


def fill_exports(home: Path) -> None:
    with opened(home) as studio:
        backfill_exports(studio, apply=True)


def drain(home: Path) -> None:
    """What the worker process does, in one thread, until nothing is left to do."""
    with opened(home) as studio:
        sweep_work(studio)
        sweep_promises(studio)
        handlers = {kind: handler for lane in lanes(studio) for kind, handler in lane.items()}
        worker = Worker(
            studio.library,
            studio.user_id,
            handlers,
            poll=0.02,
            retry_delay=lambda _attempt: timedelta(milliseconds=20),
        )
        worker.run(lambda: not studio.queue.list(statuses=["pending", "processing"]))


def serve(home: Path, lease_seconds: float) -> None:
    """A worker process as the window has one beside it, until its standard input closes."""
    make_haste(pytest.MonkeyPatch())
    over = threading.Event()
    with opened(home) as studio:
        workers = [
            Worker(
                studio.library,
                studio.user_id,
                handlers,
                lease=timedelta(seconds=lease_seconds),
                poll=0.05,
            )
            for handlers in lanes(studio)
        ]

        def wait_for_parent() -> None:
            sys.stdin.read()
            over.set()

        threading.Thread(target=wait_for_parent, daemon=True).start()
        run_lanes(workers, over.is_set)
