"""What was fetched from S3 takes no more room than it may, and what is in use stays."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from s3_server import BUCKET, S3Server
from timeline_studio.storage import OutgoingStore, S3Store
from timeline_studio.storage.s3_cache import FetchedObjects

Make = Callable[..., S3Store]
LIMIT = 1_000_000

_HOLDER = """
import sys
from pathlib import Path
from timeline_studio.storage.s3_cache import FetchedObjects

cache = FetchedObjects(Path(sys.argv[1]), "bucket")
cache.hold(Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def cache_folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def cache(cache_folder: Path) -> FetchedObjects:
    return FetchedObjects(cache_folder, "bucket", limit=LIMIT)


def put(cache: FetchedObjects, key: str, *, used: int, size: int = 300_000) -> Path:
    """As a process that has ended left it; `used` counts in seconds."""
    path = cache.path(key, "etag")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(size))
    os.utime(path, (used, used))
    return path


def test_what_was_used_longest_ago_goes_first(cache: FetchedObjects) -> None:
    paths = [put(cache, f"{number}.mp4", used=100 - number) for number in range(5)]
    cache.make_room(300_000)
    assert [path.exists() for path in paths] == [True, True, True, False, False]
    assert not paths[4].parent.exists()


def test_what_was_fetched_again_was_used_now(
    make_s3_store: Make, s3_bucket: S3Server, cache_folder: Path
) -> None:
    def another_process() -> S3Store:
        return make_s3_store(cache_bytes=LIMIT)

    for key in ("a.mp4", "b.mp4", "c.mp4"):
        s3_bucket.client.put_object(Bucket=BUCKET, Key=key, Body=bytes(400_000))
    first = another_process().fetch("a.mp4")
    second = another_process().fetch("b.mp4")
    for number, path in enumerate((first, second)):
        os.utime(path, (number, number))
    assert another_process().fetch("a.mp4") == first
    third = another_process().fetch("c.mp4")
    assert [path.exists() for path in (first, second, third)] == [True, False, True]
    assert another_process().fetch("b.mp4").stat().st_size == 400_000
    assert sum(path.stat().st_size for path in cache_folder.glob("??/*/*")) <= LIMIT


def test_what_this_process_was_given_stays(make_s3_store: Make, s3_bucket: S3Server) -> None:
    """Though it takes more room than it may."""
    store, other = make_s3_store(cache_bytes=LIMIT), make_s3_store(cache_bytes=LIMIT)
    paths = []
    for number in range(6):
        key = f"{number}.mp4"
        s3_bucket.client.put_object(Bucket=BUCKET, Key=key, Body=bytes(400_000))
        paths.append((store, other)[number % 2].fetch(key))
    assert all(path.exists() for path in paths)


def test_what_another_process_has_stays_until_it_ends(
    cache: FetchedObjects, cache_folder: Path
) -> None:
    held = put(cache, "held.mp4", used=1)
    loose = [put(cache, f"{number}.mp4", used=10 + number) for number in range(3)]
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(cache_folder), str(held)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        os.utime(held, (1, 1))
        cache.make_room(300_000)
        assert held.exists()
        assert [path.exists() for path in loose] == [False, True, True]
        holder.kill()
    put(cache, "more.mp4", used=20)
    cache.make_room(LIMIT)
    assert not held.exists()


def test_below_the_limit_nothing_goes(cache: FetchedObjects) -> None:
    paths = [put(cache, f"{number}.mp4", used=number) for number in range(3)]
    cache.make_room(300_000)
    assert all(path.exists() for path in paths)


def test_what_waits_to_be_sent_is_never_evicted(
    make_s3_store: Make, s3_bucket: S3Server, tmp_path: Path
) -> None:
    store = OutgoingStore(make_s3_store(cache_bytes=1), tmp_path / "outgoing")
    source = tmp_path / "film.mp4"
    source.write_bytes(bytes(400_000))
    store.put_file("film.mp4", source)
    s3_bucket.client.put_object(Bucket=BUCKET, Key="other.mp4", Body=bytes(400_000))
    store.fetch("other.mp4")
    assert store.pending() == ["film.mp4"]
    assert store.fetch("film.mp4").read_bytes() == source.read_bytes()


def test_a_folder_that_cannot_be_read_is_told_of(
    cache: FetchedObjects, cache_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache_folder.write_text("no folder")
    cache.make_room(1)
    assert "stays as large as it is" in caplog.text
