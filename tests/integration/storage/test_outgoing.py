"""Files that wait for a real S3 server: here at once, there once, and never lost between."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_studio.storage import (
    LocalFolderStore,
    ObjectNotFound,
    OutgoingStore,
    S3Options,
    S3Store,
    StorageUnreachable,
    is_pending,
    pending_keys,
)
from timeline_studio.storage.s3_client import connect

Make = Callable[..., S3Store]
KEY = "videos/a/video.mp4"

PUSH_AND_BE_KILLED = """
import os, signal, sys, pathlib
from timeline_studio.storage import OutgoingStore, S3Options, S3Store
endpoint, folder, step = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
remote = S3Store("media", cache=folder / "cache", journals=folder / "journals", options=S3Options(
    endpoint=endpoint, part_size=5 << 20, parallel_parts=1, bytes_per_second=60 << 20))
store = OutgoingStore(remote, folder / "outgoing")
def die(*_rest, **_names):
    os.kill(os.getpid(), signal.SIGKILL)
def die_in_the_middle(sent):
    if sent > 5 << 20:  # the second part: the first is noted
        die()
owner, name = {"begin": (remote, "put_file"), "keep": (remote, "keep"),
    "forget": (store._sent, "put_bytes"), "middle": (None, None)}[step]
if owner is not None:
    setattr(owner, name, die)
store.push("videos/a/video.mp4", progress=die_in_the_middle if step == "middle" else None)
"""


class StopTransferError(Exception):
    """Raised by a progress callback to pause a transfer."""


@pytest.fixture
def store(make_s3_store: Make, tmp_path: Path) -> OutgoingStore:
    return OutgoingStore(make_s3_store(), tmp_path / "outgoing")


@pytest.fixture
def offline(s3_keys: None, tmp_path: Path) -> OutgoingStore:
    """The same folder, while nothing answers."""
    remote = S3Store(
        "media",
        cache=tmp_path / "cache",
        journals=tmp_path / "journals",
        options=S3Options(endpoint="http://127.0.0.1:9", attempts=1),
    )
    return OutgoingStore(remote, tmp_path / "outgoing")


def remote_keys(store: OutgoingStore) -> list[str]:
    return [found.key for found in store.remote.list()]


def files_here(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "outgoing").rglob("*") if path.is_file()]


def days_go_by(tmp_path: Path) -> None:
    for path in files_here(tmp_path):
        os.utime(path, (1, 1))


def test_without_a_network_a_file_is_stored_and_read(offline: OutgoingStore, source: Path) -> None:
    stored = offline.put_file(KEY, source)

    assert offline.pending() == [KEY]
    assert offline.head(KEY) == stored
    assert offline.get(KEY, start=1, end=3) == source.read_bytes()[1:3]
    assert offline.fetch(KEY).read_bytes() == source.read_bytes()


def test_without_a_network_a_push_says_that_it_may_work_later(
    offline: OutgoingStore, source: Path
) -> None:
    offline.put_file(KEY, source)

    with pytest.raises(StorageUnreachable):
        offline.push(KEY)

    assert offline.pending() == [KEY]


def test_a_push_brings_the_file_there_and_makes_room_here_later(
    store: OutgoingStore, source: Path, tmp_path: Path
) -> None:
    store.put_file(KEY, source)
    assert remote_keys(store) == []
    told: list[int] = []

    pushed = store.push(KEY, progress=told.append)

    assert (pushed.key, pushed.size) == (KEY, source.stat().st_size)
    assert told[-1] == source.stat().st_size
    assert remote_keys(store) == [KEY]
    assert store.pending() == []
    assert store.push(KEY) == pushed
    assert store.head(KEY) == pushed
    days_go_by(tmp_path)
    OutgoingStore(store.remote, tmp_path / "outgoing")
    assert files_here(tmp_path) == []
    assert store.get(KEY) == source.read_bytes()


def test_a_path_stays_good_while_its_file_is_sent(store: OutgoingStore, source: Path) -> None:
    store.put_file(KEY, source)
    path = store.fetch(KEY)

    store.push(KEY)

    assert path.read_bytes() == source.read_bytes()


def test_what_was_pushed_is_not_downloaded_again(
    make_s3_store: Make, source: Path, tmp_path: Path
) -> None:
    requests: list[str] = []

    def listening(options: S3Options) -> Any:
        client = connect(options)
        client.meta.events.register(
            "before-send.s3", lambda event_name, **_: requests.append(event_name.split(".")[-1])
        )
        return client

    remote = make_s3_store(client_factory=listening)
    store = OutgoingStore(remote, tmp_path / "outgoing")
    store.put_file(KEY, source)
    store.push(KEY)

    days_go_by(tmp_path)
    store = OutgoingStore(remote, tmp_path / "outgoing")
    assert store.fetch(KEY).read_bytes() == source.read_bytes()
    assert "GetObject" not in requests
    assert requests.count("CompleteMultipartUpload") == 1


@pytest.mark.parametrize("step", ["begin", "middle", "keep", "forget"])
def test_a_killed_push_is_finished_by_the_next_process(
    store: OutgoingStore, source: Path, tmp_path: Path, s3_server: Any, step: str
) -> None:
    store.put_file(KEY, source)
    killed = subprocess.run(
        [sys.executable, "-c", PUSH_AND_BE_KILLED, s3_server.endpoint, str(tmp_path), step],
        check=False,
        timeout=60,
    )
    assert killed.returncode == -9
    assert store.pending() == [KEY]
    told: list[int] = []

    store.push(KEY, progress=told.append)

    assert store.remote.get(KEY) == source.read_bytes()
    assert store.pending() == []
    assert list((tmp_path / "journals").glob("*")) == []
    if step == "middle":
        assert told[0] >= 5 << 20, "what had arrived was sent again"
    if step in {"keep", "forget"}:
        assert told == [], "a file that had arrived was sent again"


def test_a_paused_push_goes_on(store: OutgoingStore, source: Path) -> None:
    def pause(_sent: int) -> None:
        raise StopTransferError

    store.put_file(KEY, source)
    with pytest.raises(StopTransferError):
        store.push(KEY, progress=pause)
    assert store.is_pending(KEY)

    store.push(KEY)

    assert store.remote.get(KEY) == source.read_bytes()


def test_another_file_of_that_key_is_not_taken_for_the_first(
    store: OutgoingStore, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    store.put_file(KEY, first)
    store.push(KEY)
    store.put_file(KEY, second)

    assert store.get(KEY) == b"two"
    store.push(KEY)

    assert store.remote.get(KEY) == b"two"


def test_a_half_written_file_never_waits(store: OutgoingStore, source: Path) -> None:
    def stop(_stored: int) -> None:
        raise StopTransferError

    with pytest.raises(StopTransferError):
        store.put_file(KEY, source, progress=stop)

    assert store.pending() == []
    with pytest.raises(ObjectNotFound):
        store.push(KEY)


def test_what_was_deleted_while_it_was_sent_is_nowhere(
    store: OutgoingStore, tmp_path: Path
) -> None:
    small = tmp_path / "small"
    small.write_bytes(b"small")
    store.put_file(KEY, small)

    with pytest.raises(ObjectNotFound, match="deleted while it was sent"):
        store.push(KEY, progress=lambda _sent: store.delete(KEY))

    assert remote_keys(store) == []
    assert store.pending() == []


def test_without_a_network_only_what_was_never_sent_is_deleted(
    store: OutgoingStore, offline: OutgoingStore, source: Path
) -> None:
    offline.put_file("never/sent", source)
    offline.delete("never/sent")
    assert offline.pending() == []

    store.put_file(KEY, source)
    with pytest.raises(StorageUnreachable):
        offline.push(KEY)
    with pytest.raises(StorageUnreachable):
        offline.delete(KEY)
    store.delete(KEY)
    assert remote_keys(store) == []


def test_small_things_wait_only_without_a_network(
    store: OutgoingStore, offline: OutgoingStore
) -> None:
    offline.put_bytes("thumbs/1.jpg", b"old")
    assert offline.get("thumbs/1.jpg") == b"old"
    assert store.pending() == ["thumbs/1.jpg"]

    store.put_bytes("thumbs/1.jpg", b"new")

    assert store.pending() == []
    assert store.get("thumbs/1.jpg") == b"new"


def test_a_prefix_goes_in_both_places(store: OutgoingStore, source: Path) -> None:
    store.put_bytes("a/there", b"1")
    store.put_file("a/here", source)
    store.put_bytes("b", b"2")

    assert store.delete_prefix("a/") == 2

    assert [found.key for found in store.list()] == ["b"]


def test_a_folder_of_this_computer_has_nothing_to_send(
    local_store: LocalFolderStore, store: OutgoingStore, source: Path
) -> None:
    for each in (local_store, store):
        each.put_file(KEY, source)

    assert pending_keys(local_store) == []
    assert not is_pending(local_store, KEY)
    assert pending_keys(store) == [KEY]
    assert is_pending(store, KEY)
