"""The store in S3, against a real server: nothing lost, nothing sent twice, plain words."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from botocore.exceptions import EndpointConnectionError, ResponseStreamingError

from timeline_studio.storage import (
    ObjectNotFound,
    S3Options,
    S3Store,
    StorageError,
    StorageUnreachable,
)
from timeline_studio.storage.s3_client import MIB, SMALLEST_PART, connect

Make = Callable[..., S3Store]

SEND_AND_BE_KILLED = """
import os, signal, sys, pathlib
from timeline_studio.storage import S3Options, S3Store
def die(sent):
    if sent >= 10 << 20:
        os.kill(os.getpid(), signal.SIGKILL)
endpoint, folder, source = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
S3Store("media", cache=folder / "cache", journals=folder / "journals", options=S3Options(
    endpoint=endpoint, part_size=5 << 20, parallel_parts=1, bytes_per_second=60 << 20,
)).put_file("renders/video.mp4", source, progress=die)
"""


class StopTransferError(Exception):
    """Raised by a progress callback to pause a transfer."""


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Three parts and a bit, each different."""
    path = tmp_path / "large.mp4"
    path.write_bytes(b"".join(bytes([n]) * SMALLEST_PART for n in range(3)) + b"the end")
    return path


def counting(counts: dict[str, int]) -> Callable[[S3Options], Any]:
    """A factory of clients that count their requests by name."""
    return watching(lambda request, name: counts.update({name: counts.get(name, 0) + 1}))


def watching(see: Callable[[Any, str], object]) -> Callable[[S3Options], Any]:
    def make(options: S3Options) -> Any:
        client = connect(options)

        def before(request: Any, **rest: Any) -> None:
            see(request, rest["event_name"].rpartition(".")[2])

        client.meta.events.register("before-send.s3", before)
        return client

    return make


def journals(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "journals").glob("*"))


def open_uploads(server: Any) -> list[str]:
    found = server.client.list_multipart_uploads(Bucket="media").get("Uploads", [])
    return [upload["Key"] for upload in found]


def test_a_killed_upload_goes_on_in_another_process_with_what_is_missing(
    make_s3_store: Make, s3_bucket: Any, large: Path, tmp_path: Path
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", SEND_AND_BE_KILLED, s3_bucket.endpoint, str(tmp_path), str(large)],
        check=False,
        timeout=60,
    )
    assert killed.returncode == -9
    assert journals(tmp_path)
    counts: dict[str, int] = {}
    told: list[int] = []

    stored = make_s3_store(client_factory=counting(counts)).put_file(
        "renders/video.mp4", large, progress=told.append
    )

    assert counts["UploadPart"] <= 3  # of four; two were there, the second perhaps unnoted
    assert "CreateMultipartUpload" not in counts
    assert told[0] >= SMALLEST_PART
    assert stored.size == large.stat().st_size
    assert make_s3_store().get("renders/video.mp4") == large.read_bytes()
    assert journals(tmp_path) == []
    assert open_uploads(s3_bucket) == []


def test_a_paused_upload_keeps_its_journal_and_goes_on(
    make_s3_store: Make, large: Path, tmp_path: Path
) -> None:
    pause_at(make_s3_store(parallel_parts=1), large, 2 * SMALLEST_PART)
    assert len(journals(tmp_path)) == 1
    counts: dict[str, int] = {}

    make_s3_store(client_factory=counting(counts)).put_file("a", large)

    assert counts["UploadPart"] < 4
    assert make_s3_store().get("a") == large.read_bytes()


def test_a_journal_cut_short_costs_one_part(
    make_s3_store: Make, large: Path, tmp_path: Path
) -> None:
    pause_at(make_s3_store(parallel_parts=1), large, 2 * SMALLEST_PART)
    journal = journals(tmp_path)[0]
    noted = journal.read_bytes()
    journal.write_bytes(noted[:-10])
    counts: dict[str, int] = {}

    make_s3_store(client_factory=counting(counts)).put_file("a", large)

    assert counts["UploadPart"] == 4 - (noted.count(b"\n") - 1)
    assert make_s3_store().get("a") == large.read_bytes()


@pytest.mark.parametrize("journal", [b"no JSON", b'{"of": "another version"}'])
def test_a_spoiled_journal_begins_again(
    make_s3_store: Make, large: Path, tmp_path: Path, journal: bytes
) -> None:
    pause_at(make_s3_store(), large, SMALLEST_PART)
    journals(tmp_path)[0].write_bytes(journal)

    make_s3_store().put_file("a", large)

    assert make_s3_store().get("a") == large.read_bytes()


def test_a_source_that_became_another_is_sent_anew(
    make_s3_store: Make, s3_bucket: Any, large: Path
) -> None:
    pause_at(make_s3_store(), large, 2 * SMALLEST_PART)
    large.write_bytes(large.read_bytes()[::-1] + b"!")

    make_s3_store().put_file("a", large)

    assert make_s3_store().get("a") == large.read_bytes()
    assert open_uploads(s3_bucket) == []


def test_parts_that_the_server_dropped_are_sent_again(
    make_s3_store: Make, s3_bucket: Any, large: Path
) -> None:
    pause_at(make_s3_store(), large, 2 * SMALLEST_PART)
    client = s3_bucket.client
    for upload in client.list_multipart_uploads(Bucket="media")["Uploads"]:
        client.abort_multipart_upload(
            Bucket="media", Key=upload["Key"], UploadId=upload["UploadId"]
        )

    make_s3_store().put_file("a", large)

    assert make_s3_store().get("a") == large.read_bytes()


def test_an_upload_whose_last_answer_was_lost_is_found_complete(
    make_s3_store: Make, large: Path, tmp_path: Path
) -> None:
    """The connection broke after the server had put the parts together."""

    def lose(options: S3Options) -> Any:
        client = connect(options)
        complete = client.complete_multipart_upload

        def complete_and_break(**arguments: Any) -> None:
            complete(**arguments)
            raise KeyboardInterrupt

        client.complete_multipart_upload = complete_and_break
        return client

    with pytest.raises(KeyboardInterrupt):
        make_s3_store(client_factory=lose).put_file("a", large)
    assert journals(tmp_path)
    counts: dict[str, int] = {}

    make_s3_store(client_factory=counting(counts)).put_file("a", large)

    assert "UploadPart" not in counts
    assert make_s3_store().get("a") == large.read_bytes()
    assert journals(tmp_path) == []


def test_a_large_file_replaces_what_had_its_key(make_s3_store: Make, large: Path) -> None:
    store = make_s3_store()
    first = store.put_bytes("a", b"old")

    second = store.put_file("a", large)

    assert first.etag != second.etag
    assert store.get("a", start=3 * SMALLEST_PART) == b"the end"


def test_what_another_computer_stored_meanwhile_is_not_overwritten(
    make_s3_store: Make, s3_bucket: Any, large: Path, tmp_path: Path
) -> None:
    store = make_s3_store()

    def meddle(sent: int) -> None:
        if sent == large.stat().st_size:
            store.put_bytes("a", b"theirs")

    with pytest.raises(StorageUnreachable, match="another computer"):
        store.put_file("a", large, progress=meddle)

    assert store.get("a") == b"theirs"
    assert journals(tmp_path) == []
    assert open_uploads(s3_bucket) == []


def test_one_key_is_uploaded_once_at_a_time(make_s3_store: Make, large: Path) -> None:
    store, other = make_s3_store(), make_s3_store()

    def second_upload(_sent: int) -> None:
        with pytest.raises(StorageUnreachable, match="uploaded already"):
            other.put_file("a", large)

    store.put_file("a", large, progress=second_upload)

    assert store.get("a") == large.read_bytes()


@pytest.mark.parametrize("size", [1000, 6 * MIB])
def test_bytes_damaged_on_the_way_are_refused(
    make_s3_store: Make, tmp_path: Path, size: int
) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"x" * size)

    def damage(request: Any, name: str) -> None:
        if name in {"UploadPart", "PutObject"}:
            request.body = b"y" * int(request.headers["Content-Length"])

    with pytest.raises(StorageUnreachable, match=r"a\.bin.*“media”.*damaged"):
        make_s3_store(client_factory=watching(damage)).put_file("a.bin", path)

    assert list(make_s3_store().list()) == []


def test_a_part_that_is_right_again_completes_what_was_damaged(
    make_s3_store: Make, large: Path
) -> None:
    def damage(request: Any, name: str) -> None:
        if "partNumber=3" in request.url:
            request.body = b"y" * int(request.headers["Content-Length"])

    with pytest.raises(StorageUnreachable, match="damaged"):
        make_s3_store(client_factory=watching(damage)).put_file("a", large)
    make_s3_store().put_file("a", large)

    assert make_s3_store().get("a") == large.read_bytes()


@pytest.mark.parametrize("change", ["grow", "shrink", "vanish"])
def test_a_source_that_changes_meanwhile_is_not_stored(
    make_s3_store: Make, large: Path, change: str
) -> None:
    def meddle(_sent: int) -> None:
        if change == "vanish":
            large.unlink(missing_ok=True)
        else:
            large.write_bytes(b"x" * (11 * MIB if change == "shrink" else 20 * MIB))

    with pytest.raises(StorageError, match=r"large\.mp4 changed while it was read"):
        make_s3_store().put_file("a", large, progress=meddle)

    assert list(make_s3_store().list()) == []


@pytest.mark.parametrize("size", [0, 1, SMALLEST_PART, SMALLEST_PART + 1, 2 * SMALLEST_PART])
def test_files_of_every_size_come_back(s3_store: S3Store, tmp_path: Path, size: int) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes((bytes(range(251)) * (size // 251 + 1))[:size])
    told: list[int] = []

    assert s3_store.put_file("a.bin", path, progress=told.append).size == size

    assert s3_store.fetch("a.bin").read_bytes() == path.read_bytes()
    assert told[-1] == size


def test_moving_takes_the_source_when_it_is_stored(s3_store: S3Store, large: Path) -> None:
    content = large.read_bytes()

    s3_store.put_file("a", large, move=True)

    assert not large.exists()
    assert s3_store.get("a") == content


@pytest.mark.parametrize(
    "key", ["é/ü 😀/影片.mp4", "a+b/c%20d&e=f?.mp4", "x" * 200 + "/" + "y" * 200]
)
def test_any_key_is_stored_listed_linked_and_deleted(
    s3_store: S3Store, large: Path, key: str
) -> None:
    s3_store.put_file(key, large)

    assert [found.key for found in s3_store.list(key[:3])] == [key]
    assert s3_store.fetch(key).read_bytes() == large.read_bytes()
    with urlopen(s3_store.link(key), timeout=20) as answer:
        assert answer.read() == large.read_bytes()
    assert s3_store.delete_prefix(key) == 1
    with pytest.raises(ObjectNotFound):
        s3_store.head(key)


def test_players_are_told_what_an_object_is(s3_store: S3Store) -> None:
    s3_store.put_bytes("hls/video.m3u8", b"#EXTM3U\n")

    with urlopen(s3_store.link("hls/video.m3u8"), timeout=20) as answer:
        assert answer.headers["Content-Type"] == "application/vnd.apple.mpegurl"


def test_a_link_needs_its_signature(s3_store: S3Store) -> None:
    s3_store.put_bytes("a", b"x")

    with pytest.raises(HTTPError) as refused:
        urlopen(s3_store.link("a", lasts=timedelta(minutes=1))[:-4] + "0000", timeout=20)
    refused.value.close()

    assert refused.value.code == 403


def test_more_than_a_thousand_objects_are_listed_and_deleted(make_s3_store: Make) -> None:
    counts: dict[str, int] = {}
    store = make_s3_store(client_factory=counting(counts))
    client = store._client
    with ThreadPoolExecutor(6) as pool:
        list(
            pool.map(
                lambda n: client.put_object(Bucket="media", Key=f"many/{n:04}", Body=b""),
                range(1001),
            )
        )

    assert len(list(store.list("many/"))) == 1001
    assert store.delete_prefix("many/") == 1001
    assert counts["DeleteObjects"] == 2
    assert list(store.list()) == []


def test_a_capped_upload_takes_its_time(make_s3_store: Make, source: Path) -> None:
    began = monotonic()

    make_s3_store(bytes_per_second=18 * MIB).put_file("a", source)

    assert monotonic() - began > 0.4


def test_what_was_fetched_is_not_fetched_again_and_serves_offline(
    make_s3_store: Make, s3_bucket: Any, large: Path
) -> None:
    counts: dict[str, int] = {}
    store = make_s3_store(client_factory=counting(counts))
    store.put_file("videos/video.mp4", large)

    first = store.fetch("videos/video.mp4")
    gets = counts["GetObject"]
    assert store.fetch("videos/video.mp4") == first
    assert counts["GetObject"] == gets
    assert first.suffix == ".mp4"

    def unplug(request: Any, name: str) -> None:
        raise EndpointConnectionError(endpoint_url=request.url)

    unplugged = make_s3_store(client_factory=watching(unplug), attempts=1)
    assert unplugged.fetch("videos/video.mp4") == first
    with pytest.raises(StorageUnreachable):
        unplugged.fetch("videos/other.mp4")


def test_a_new_version_is_fetched_anew(s3_store: S3Store) -> None:
    s3_store.put_bytes("a", b"one")
    old = s3_store.fetch("a")
    s3_store.put_bytes("a", b"two")

    assert s3_store.fetch("a").read_bytes() == b"two"
    assert old.read_bytes() == b"one"


def test_a_fetch_tells_its_progress_and_stops(
    s3_store: S3Store, large: Path, tmp_path: Path
) -> None:
    s3_store.put_file("a", large)

    def stop(_fetched: int) -> None:
        raise StopTransferError

    with pytest.raises(StopTransferError):
        s3_store.fetch("a", progress=stop)
    assert list((tmp_path / "cache").glob("[!.]*/*/*")) == []

    told: list[int] = []
    s3_store.fetch("a", progress=told.append)
    assert told == sorted(told)
    assert told[-1] == large.stat().st_size


@pytest.mark.parametrize("size", [100, 3 * SMALLEST_PART])
def test_an_object_that_arrives_damaged_is_not_kept(
    make_s3_store: Make, tmp_path: Path, size: int
) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"x" * size)
    make_s3_store().put_file("a", path)

    def damaged(options: S3Options) -> Any:
        client = connect(options)
        get = client.get_object

        def spoil(**arguments: Any) -> Any:
            answer = get(**arguments)
            chunks = answer["Body"].iter_chunks
            answer["Body"].iter_chunks = lambda n: (b"y" + data[1:] for data in chunks(n))
            return answer

        client.get_object = spoil
        return client

    with pytest.raises(StorageUnreachable, match="arrived damaged"):
        make_s3_store(client_factory=damaged).fetch("a")

    assert list((tmp_path / "cache").glob("[!.]*/*/*")) == []


def test_a_download_that_breaks_goes_on_where_it_was(make_s3_store: Make, large: Path) -> None:
    make_s3_store().put_file("a", large)
    ranges: list[str] = []

    def breaking(options: S3Options) -> Any:
        client = connect(options)
        get = client.get_object

        def cut_once(**arguments: Any) -> Any:
            answer = get(**arguments)
            ranges.append(arguments["Range"])
            if len(ranges) == 1:
                chunks = answer["Body"].iter_chunks

                def cut(count: int) -> Any:
                    yield next(chunks(count))
                    raise ResponseStreamingError(error="cut")

                answer["Body"].iter_chunks = cut
            return answer

        client.get_object = cut_once
        return client

    fetched = make_s3_store(client_factory=breaking).fetch("a")

    assert fetched.read_bytes() == large.read_bytes()
    assert ranges == ["bytes=0-", f"bytes={MIB}-"]


def test_abandoned_parts_are_left_to_the_bucket_once(s3_store: S3Store, s3_bucket: Any) -> None:
    assert s3_store.ensure_lifecycle(days=3)
    assert not s3_store.ensure_lifecycle(days=3)

    rules = s3_bucket.client.get_bucket_lifecycle_configuration(Bucket="media")["Rules"]
    assert [rule["AbortIncompleteMultipartUpload"] for rule in rules] == [
        {"DaysAfterInitiation": 3}
    ]


def test_a_wrong_secret_is_named(make_s3_store: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong")
    store = make_s3_store(client_factory=connect)

    with pytest.raises(StorageError, match=r"the secret key is wrong\. Renew the credentials"):
        list(store.list())
    with pytest.raises(StorageError, match=r"read a in the bucket “media”: access is denied"):
        store.head("a")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "unknown")
    with pytest.raises(StorageError, match="access key is not known"):
        list(make_s3_store(client_factory=connect).list())


def test_missing_credentials_are_named(
    make_s3_store: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")

    with pytest.raises(StorageError, match=r"no usable credentials.*Renew"):
        make_s3_store(client_factory=connect).put_bytes("a", b"x")
    with pytest.raises(StorageError, match="no usable credentials"):
        make_s3_store(client_factory=connect, profile="nobody").head("a")


def test_a_bucket_that_vanished_is_named(make_s3_store: Make, s3_bucket: Any) -> None:
    client = s3_bucket.client
    client.create_bucket(Bucket="vanishing")
    store = make_s3_store("vanishing")
    store.put_bytes("a", b"x")
    store.delete("a")
    client.delete_bucket(Bucket="vanishing")

    for verb in (store.head, store.get, store.fetch, store.delete_prefix):
        with pytest.raises(StorageError, match=r"There is no bucket “vanishing”\. Create it"):
            verb("a")


def test_a_server_that_does_not_answer_may_be_tried_later(make_s3_store: Make) -> None:
    store = make_s3_store(
        client_factory=connect,
        endpoint="http://127.0.0.1:9",
        attempts=1,
        connect_timeout_seconds=2,
    )

    for verb in (store.head, store.fetch, lambda key: store.put_bytes(key, b"x")):
        with pytest.raises(StorageUnreachable, match=r"does not answer.*Check the network"):
            verb("a")


def pause_at(store: S3Store, source: Path, sent: int) -> None:
    """Upload to the key `a` until about so many bytes are there."""

    def pause(so_far: int) -> None:
        if so_far >= sent:
            raise StopTransferError

    with pytest.raises(StopTransferError):
        store.put_file("a", source, progress=pause)
    assert list(store.list()) == []
