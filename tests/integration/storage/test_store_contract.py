"""What every object store does, whoever keeps the bytes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_studio.storage import ObjectNotFound, ObjectStore, StorageError

PLAIN_KEYS = st.lists(
    st.text("ab.-_ é0", min_size=1, max_size=3).filter(lambda part: part.strip(".")),
    min_size=1,
    max_size=3,
).map("/".join)


class StopTransferError(Exception):
    """Raised by a progress callback to end a transfer."""


def test_a_file_comes_back_as_it_went_in(store: ObjectStore, source: Path) -> None:
    stored = store.put_file("videos/a/video.mp4", source)

    assert store.get("videos/a/video.mp4") == source.read_bytes()
    assert store.fetch("videos/a/video.mp4").read_bytes() == source.read_bytes()
    assert stored.key == "videos/a/video.mp4"
    assert stored.size == source.stat().st_size
    assert store.head("videos/a/video.mp4") == stored


def test_bytes_come_back_as_they_went_in(store: ObjectStore) -> None:
    stored = store.put_bytes("a/b.json", b"{}")

    assert store.get("a/b.json") == b"{}"
    assert store.head("a/b.json") == stored


def test_an_empty_object_is_an_object(store: ObjectStore) -> None:
    assert store.put_bytes("empty", b"").size == 0
    assert store.get("empty") == b""


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, None, b"0123456789"), (3, None, b"3456789"), (2, 5, b"234"), (4, 4, b""), (8, 99, b"89")],
)
def test_a_range_is_read(store: ObjectStore, start: int, end: int | None, expected: bytes) -> None:
    store.put_bytes("digits", b"0123456789")

    assert store.get("digits", start=start, end=end) == expected


@pytest.mark.parametrize(("start", "end"), [(-1, None), (3, 2)])
def test_a_range_that_is_none_is_refused(store: ObjectStore, start: int, end: int | None) -> None:
    store.put_bytes("digits", b"0123456789")

    with pytest.raises(StorageError, match="digits"):
        store.get("digits", start=start, end=end)


def test_putting_again_replaces_and_changes_the_etag(store: ObjectStore) -> None:
    first = store.put_bytes("a", b"one")
    second = store.put_bytes("a", b"two")

    assert store.get("a") == b"two"
    assert first.etag != second.etag


def test_progress_tells_the_bytes_stored_so_far(store: ObjectStore, source: Path) -> None:
    told: list[int] = []

    store.put_file("a", source, progress=told.append)

    assert told == sorted(told)
    assert told[-1] == source.stat().st_size
    assert len(told) > 1


def test_an_exception_of_progress_ends_the_transfer_and_leaves_nothing(
    store: ObjectStore, source: Path
) -> None:
    def stop(_stored: int) -> None:
        raise StopTransferError

    with pytest.raises(StopTransferError):
        store.put_file("a/b", source, progress=stop)

    assert list(store.list()) == []
    assert source.exists()


def test_a_cancelled_replacement_leaves_the_old_object(store: ObjectStore, source: Path) -> None:
    store.put_bytes("a", b"old")

    def stop(_stored: int) -> None:
        raise StopTransferError

    with pytest.raises(StopTransferError):
        store.put_file("a", source, progress=stop)

    assert store.get("a") == b"old"


@pytest.mark.parametrize("read", ["get", "head", "fetch"])
def test_what_is_not_there_is_not_found(store: ObjectStore, read: str) -> None:
    store.put_bytes("folder/object", b"x")

    for key in ("nothing", "folder", "folder/object/below", "folder/other"):
        with pytest.raises(ObjectNotFound, match=key):
            getattr(store, read)(key)


def test_a_source_that_vanished_is_named(store: ObjectStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"gone\.mp4"):
        store.put_file("a", tmp_path / "gone.mp4")


def test_a_folder_is_no_source(store: ObjectStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="not a file"):
        store.put_file("a", tmp_path)


def test_deleting_takes_one_object_and_may_be_repeated(store: ObjectStore) -> None:
    store.put_bytes("a/b", b"1")
    store.put_bytes("a/c", b"2")

    store.delete("a/b")
    store.delete("a/b")
    store.delete("never/was")

    assert [found.key for found in store.list()] == ["a/c"]


def test_a_prefix_of_a_key_is_no_object_to_delete(store: ObjectStore) -> None:
    store.put_bytes("a/b", b"1")

    store.delete("a")

    assert store.get("a/b") == b"1"


def test_deleting_by_prefix_takes_what_begins_with_it(store: ObjectStore) -> None:
    for key in ("a/1", "a/b/2", "ab/3", "b/4"):
        store.put_bytes(key, b"x")

    assert store.delete_prefix("a/") == 2
    assert [found.key for found in store.list()] == ["ab/3", "b/4"]
    assert store.delete_prefix("a/") == 0


def test_deleting_everything_by_an_empty_prefix_is_refused(store: ObjectStore) -> None:
    store.put_bytes("a", b"x")

    with pytest.raises(StorageError, match="name a prefix"):
        store.delete_prefix("")

    assert store.get("a") == b"x"


def test_listing_is_by_key_and_by_prefix(store: ObjectStore) -> None:
    for key in ("b", "a/b", "a.txt", "a/a/c", "a-b/x"):
        store.put_bytes(key, b"x")

    def keys(prefix: str) -> list[str]:
        return [found.key for found in store.list(prefix)]

    assert keys("") == ["a-b/x", "a.txt", "a/a/c", "a/b", "b"]
    assert keys("a/") == ["a/a/c", "a/b"]
    assert keys("a") == ["a-b/x", "a.txt", "a/a/c", "a/b"]
    assert keys("a/a/c") == ["a/a/c"]
    assert keys("c") == []
    assert keys("b/c") == []


def test_a_listed_object_is_what_head_says(store: ObjectStore) -> None:
    store.put_bytes("a", b"abc")

    assert list(store.list()) == [store.head("a")]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(keys=st.sets(PLAIN_KEYS, max_size=6), prefix=st.text("ab/", max_size=3))
def test_listing_sorts_like_the_keys_themselves(
    store: ObjectStore, keys: set[str], prefix: str
) -> None:
    for old in [found.key for found in store.list()]:
        store.delete(old)
    # One key cannot lie below another in every store.
    keys = {key for key in keys if not any(key.startswith(f"{other}/") for other in keys)}
    for key in keys:
        store.put_bytes(key, key.encode())

    if prefix.startswith("/") or "//" in prefix:
        with pytest.raises(StorageError):
            list(store.list(prefix))
    else:
        expected = sorted(key for key in keys if key.startswith(prefix))
        assert [found.key for found in store.list(prefix)] == expected


@pytest.mark.parametrize("key", ["", "/etc/passwd", "../out", "a/../../out", "a//b", "a\\b", "a\0"])
def test_a_key_that_leaves_the_store_is_refused_by_every_verb(
    store: ObjectStore, key: str, source: Path
) -> None:
    verbs = (
        lambda: store.put_file(key, source),
        lambda: store.put_bytes(key, b"x"),
        lambda: store.get(key),
        lambda: store.fetch(key),
        lambda: store.head(key),
        lambda: store.delete(key),
        lambda: store.uri(key),
        lambda: store.delete_prefix(key),
    )
    for verb in verbs:
        with pytest.raises(StorageError, match=r"[Rr]efused"):
            verb()


def test_its_uri_names_bucket_and_key(store: ObjectStore) -> None:
    assert store.uri("a/b.mp4") == f"s3://{store.bucket}/a/b.mp4"
