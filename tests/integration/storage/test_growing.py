"""Files that are sent to a real S3 server while they are made: early, exactly, and once."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from s3_server import BUCKET, S3Server
from timeline_studio.storage import (
    GrowingFile,
    ObjectNotFound,
    OutgoingStore,
    S3Options,
    S3Store,
    sent_while_made,
)
from timeline_studio.storage.s3_client import connect

Make = Callable[..., S3Store]
KEY = "videos/a/video.mp4"
PART = 5 << 20
HEAD = 1000  # bytes in front, which are written at the end


class Maker:
    """Writes a file of five parts and a bit, as a muxer does: its first bytes last."""

    def __init__(self, path: Path, seed: int = 1) -> None:
        self.path = path
        self._data = hashlib.shake_128(bytes([seed])).digest(5 * PART + 7)

    def write(self, file: GrowingFile, parts: int) -> None:
        """Its first `parts` parts."""
        file.begins()
        self.path.write_bytes(b"\0" * HEAD + self._data[HEAD : parts * PART + 3])
        file.reached(self.path, HEAD, self.path.stat().st_size)

    def finish(self, file: GrowingFile) -> Path:
        file.closes()
        self.path.write_bytes(self._data)
        return self.path


@pytest.fixture
def made(tmp_path: Path) -> Maker:
    return Maker(tmp_path / "film.partial")


@pytest.fixture
def requests() -> list[str]:
    """The names of what was asked of the server."""
    return []


@pytest.fixture
def store(make_s3_store: Make, tmp_path: Path, requests: list[str]) -> Iterator[OutgoingStore]:
    clients: list[Any] = []

    def listening(options: S3Options) -> Any:
        client = connect(options)
        client.meta.events.register(
            "before-send.s3", lambda event_name, **_: requests.append(event_name.split(".")[-1])
        )
        clients.append(client)
        return client

    yield OutgoingStore(make_s3_store(client_factory=listening), tmp_path / "outgoing")
    for client in clients:
        client.close()


def parts_there(server: S3Server) -> list[int]:
    """The numbers of the parts that have arrived of uploads that are not complete."""
    found = []
    for upload in server.client.list_multipart_uploads(Bucket=BUCKET).get("Uploads", []):
        told = server.client.list_parts(Bucket=BUCKET, Key=KEY, UploadId=upload["UploadId"])
        found += [part["PartNumber"] for part in told.get("Parts", [])]
    return sorted(found)


def noted(folder: Path) -> list[int]:
    """The numbers of the parts that a journal knows to have arrived."""
    lines = [line for path in folder.glob("*.upload") for line in path.read_text().splitlines()]
    rows = [json.loads(line) for line in lines if line.endswith("}")]
    return sorted(row["number"] for row in rows if "number" in row)


def wait_for(parts: list[int], server: S3Server, folder: Path) -> None:
    """Until they have arrived, and this computer knows it."""
    deadline = monotonic() + 60
    while (parts_there(server), noted(folder / "journals")) != (parts, parts):
        assert monotonic() < deadline, f"arrived are {parts_there(server)}"
        sleep(0.02)


def test_parts_arrive_before_the_file_is_whole_and_are_not_sent_again(
    store: OutgoingStore, made: Maker, s3_bucket: S3Server, requests: list[str]
) -> None:
    with sent_while_made(store, KEY) as file:
        assert file is not None
        made.write(file, 4)
        wait_for([2, 3, 4], s3_bucket, made.path.parent)
        with pytest.raises(ObjectNotFound):
            store.remote.head(KEY)
        whole = made.finish(file)
        digest = hashlib.sha256(whole.read_bytes()).digest()
        store.put_file(KEY, whole, move=True)
    store.push(KEY)
    assert hashlib.sha256(store.remote.get(KEY)).digest() == digest
    assert requests.count("UploadPart") == 6
    assert requests.count("CreateMultipartUpload") == 1
    assert parts_there(s3_bucket) == []


def test_what_is_made_anew_replaces_what_was_sent(
    store: OutgoingStore, made: Maker, s3_bucket: S3Server, tmp_path: Path
) -> None:
    with sent_while_made(store, KEY) as file:
        assert file is not None
        Maker(tmp_path / "film.partial", seed=2).write(file, 5)
        wait_for([2, 3, 4, 5], s3_bucket, made.path.parent)
        file.closes()
        made.write(file, 2)
        whole = made.finish(file)
        digest = hashlib.sha256(whole.read_bytes()).digest()
        store.put_file(KEY, whole)
    store.push(KEY)
    assert hashlib.sha256(store.remote.get(KEY)).digest() == digest


def test_a_file_that_is_never_made_leaves_nothing(
    store: OutgoingStore, made: Maker, s3_bucket: S3Server, tmp_path: Path
) -> None:
    with suppress(ZeroDivisionError), sent_while_made(store, KEY) as file:
        assert file is not None
        made.write(file, 3)
        wait_for([2, 3], s3_bucket, made.path.parent)
        raise ZeroDivisionError
    assert s3_bucket.client.list_multipart_uploads(Bucket=BUCKET).get("Uploads", []) == []
    assert [path for path in (tmp_path / "journals").rglob("*") if path.is_file()] == []
    assert store.pending() == []


def test_the_next_process_goes_on_with_what_arrived(
    store: OutgoingStore, made: Maker, s3_bucket: S3Server, requests: list[str]
) -> None:
    with suppress(KeyboardInterrupt), sent_while_made(store, KEY) as file:
        assert file is not None
        made.write(file, 3)
        wait_for([2, 3], s3_bucket, made.path.parent)
        raise KeyboardInterrupt  # as a kill: nobody tidies up
    with sent_while_made(store, KEY) as file:
        assert file is not None
        made.write(file, 4)
        wait_for([2, 3, 4], s3_bucket, made.path.parent)
        store.put_file(KEY, made.finish(file))
    store.push(KEY)
    assert requests.count("UploadPart") == 6, "what had arrived was sent again"
    assert hashlib.sha256(store.remote.get(KEY)).digest() == _digest(made.path)


@pytest.mark.parametrize("is_given_up", [False, True])
def test_what_an_earlier_process_sent_is_known_where_nothing_more_is_sent_early(
    store: OutgoingStore,
    made: Maker,
    s3_bucket: S3Server,
    requests: list[str],
    *,
    is_given_up: bool,
) -> None:
    with suppress(KeyboardInterrupt), sent_while_made(store, KEY) as file:
        assert file is not None
        made.write(file, 3)
        wait_for([2, 3], s3_bucket, made.path.parent)
        raise KeyboardInterrupt
    with suppress(ZeroDivisionError), sent_while_made(store, KEY) as file:
        assert file is not None
        if is_given_up:
            raise ZeroDivisionError
        store.put_file(KEY, made.finish(file))
    assert parts_there(s3_bucket) == ([] if is_given_up else [2, 3])
    if not is_given_up:
        store.push(KEY)
        assert requests.count("UploadPart") == 6
        assert hashlib.sha256(store.remote.get(KEY)).digest() == _digest(made.path)


def test_a_file_that_turns_out_small_gives_up_its_parts(
    store: OutgoingStore, made: Maker, s3_bucket: S3Server, tmp_path: Path
) -> None:
    with sent_while_made(store, KEY) as file:
        assert file is not None
        made.write(file, 2)
        wait_for([2], s3_bucket, made.path.parent)
        file.closes()
        small = tmp_path / "small.mp4"
        small.write_bytes(b"small")
        store.put_file(KEY, small)
    store.push(KEY)
    assert store.remote.get(KEY) == b"small"
    assert s3_bucket.client.list_multipart_uploads(Bucket=BUCKET).get("Uploads", []) == []


def test_without_a_network_the_file_is_made_all_the_same(
    s3_keys: None, made: Maker, tmp_path: Path
) -> None:
    remote = S3Store(
        "media",
        cache=tmp_path / "cache",
        journals=tmp_path / "journals",
        options=S3Options(endpoint="http://127.0.0.1:9", attempts=1, part_size=PART),
    )
    store = OutgoingStore(remote, tmp_path / "outgoing")
    with sent_while_made(store, KEY) as file:
        assert file is not None
        made.write(file, 4)
        store.put_file(KEY, made.finish(file))
    assert store.pending() == [KEY]
    assert list((tmp_path / "journals").iterdir()) == []


def test_what_is_being_sent_already_is_not_sent_twice(store: OutgoingStore, made: Maker) -> None:
    with sent_while_made(store, KEY) as first, sent_while_made(store, KEY) as second:
        assert first is not None
        assert second is None


def test_a_folder_takes_whole_files(local_store: object) -> None:
    with sent_while_made(local_store, KEY) as file:
        assert file is None


def _digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()
