"""The store in a folder: nothing half-written, nothing outside."""

import errno
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline_studio.storage import LocalFolderStore, ObjectNotFound, StorageError

LEAVE_A_PARTIAL = """
import sys, pathlib
from timeline_studio.storage import LocalFolderStore
def stop(_stored):
    print("partial", flush=True)
    sys.stdin.read()
LocalFolderStore(pathlib.Path(sys.argv[1]), "media").put_file(
    "a/video.mp4", pathlib.Path(sys.argv[2]), progress=stop)
"""

FILL_THE_DISK = """
import resource, sys, pathlib
from timeline_studio.storage import LocalFolderStore, StorageError
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
store = LocalFolderStore(pathlib.Path(sys.argv[1]), "media")
try:
    store.put_file("a/video.mp4", pathlib.Path(sys.argv[2]))
except StorageError as error:
    print(error)
"""


def partials(root: Path) -> list[Path]:
    return list(root.rglob("*.partial"))


def test_objects_are_files_below_their_bucket(tmp_path: Path) -> None:
    store = LocalFolderStore(tmp_path, "media")

    store.put_bytes("a/b.txt", b"x")

    assert (tmp_path / "media/a/b.txt").read_bytes() == b"x"


def test_buckets_do_not_see_each_other(tmp_path: Path) -> None:
    media, output = LocalFolderStore(tmp_path, "media"), LocalFolderStore(tmp_path, "output")

    media.put_bytes("a", b"x")

    assert list(output.list()) == []
    with pytest.raises(ObjectNotFound):
        output.get("a")


@pytest.mark.parametrize("bucket", ["", ".", "..", ".incoming", "a/b", "a\\b", "c:"])
def test_a_bucket_is_a_plain_folder_name(tmp_path: Path, bucket: str) -> None:
    with pytest.raises(StorageError, match="bucket"):
        LocalFolderStore(tmp_path, bucket)


def test_moving_takes_the_source_without_copying(
    local_store: LocalFolderStore, source: Path
) -> None:
    inode, size = source.stat().st_ino, source.stat().st_size
    told: list[int] = []

    stored = local_store.put_file("a/video.mp4", source, move=True, progress=told.append)

    assert not source.exists()
    assert local_store.fetch("a/video.mp4").stat().st_ino == inode
    assert stored.size == size
    assert told == [size]


def test_moving_from_another_disk_copies_and_removes_the_source(
    local_store: LocalFolderStore, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = source.read_bytes()
    rename = Path.replace

    def refuse_across(self: Path, target: Path) -> Path:
        if self == source:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refuse_across)

    local_store.put_file("a/video.mp4", source, move=True)

    assert not source.exists()
    assert local_store.get("a/video.mp4") == content


def test_moving_a_link_stores_what_it_points_to(
    local_store: LocalFolderStore, source: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.bin"
    link.symlink_to(source)

    local_store.put_file("a", link, move=True)

    assert local_store.get("a") == source.read_bytes()
    assert not local_store.fetch("a").is_symlink()
    assert not link.is_symlink()


def test_cancelling_a_move_keeps_the_source(local_store: LocalFolderStore, source: Path) -> None:
    def stop(_stored: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        local_store.put_file("a", source, move=True, progress=stop)

    assert source.exists()
    assert list(local_store.list()) == []


def test_no_partial_file_stays_after_a_cancel(
    local_store: LocalFolderStore, source: Path, tmp_path: Path
) -> None:
    def look_and_stop(_stored: int) -> None:
        assert len(partials(tmp_path)) == 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        local_store.put_file("a/b", source, progress=look_and_stop)

    assert partials(tmp_path) == []


def test_a_source_that_grows_meanwhile_is_not_stored(
    local_store: LocalFolderStore, source: Path
) -> None:
    def grow(_stored: int) -> None:
        with source.open("ab") as stream:
            stream.write(b"more")

    with pytest.raises(StorageError, match="changed while it was read"):
        local_store.put_file("a", source, progress=grow)

    assert list(local_store.list()) == []


def test_what_a_killed_process_left_is_swept_and_what_a_live_one_writes_is_not(
    tmp_path: Path, source: Path
) -> None:
    root = tmp_path / "store"
    writer = subprocess.Popen(
        [sys.executable, "-c", LEAVE_A_PARTIAL, str(root), str(source)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"partial\n"

        LocalFolderStore(root, "media")
        assert len(partials(root)) == 1

        writer.send_signal(signal.SIGKILL)
    LocalFolderStore(root, "media")
    assert partials(root) == []


def test_a_full_disk_leaves_nothing_and_says_what_to_do(tmp_path: Path, source: Path) -> None:
    root = tmp_path / "store"

    told = subprocess.run(
        [sys.executable, "-c", FILL_THE_DISK, str(root), str(source)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert "Cannot store a/video.mp4" in told
    assert "Use another disk" in told
    assert partials(root) == []
    assert list(LocalFolderStore(root, "media").list()) == []


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (errno.ENOSPC, "disk is full. Free some space"),
        (errno.EACCES, "permission is denied. Make the folder writable"),
        (errno.EROFS, "read-only"),
        (errno.EBADF, "Bad file descriptor. Check the folder"),
    ],
)
def test_refusals_of_the_system_are_put_in_words(
    local_store: LocalFolderStore,
    source: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    advice: str,
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)

    for put in (lambda: local_store.put_file("k", source), lambda: local_store.put_bytes("k", b"")):
        with pytest.raises(StorageError, match=advice) as refused:
            put()
        assert "k" in str(refused.value)
    assert list(local_store.list()) == []


def test_a_name_that_is_taken_by_a_folder_or_a_file_is_refused(
    local_store: LocalFolderStore,
) -> None:
    local_store.put_bytes("a/b", b"x")

    for key in ("a", "a/b/c"):
        with pytest.raises(StorageError, match="taken by another object"):
            local_store.put_bytes(key, b"y")
    assert [found.key for found in local_store.list()] == ["a/b"]


def test_a_part_of_the_name_that_is_too_long_is_refused(local_store: LocalFolderStore) -> None:
    with pytest.raises(StorageError, match="too long"):
        local_store.put_bytes("x" * 300, b"y")


def test_links_do_not_lead_out_of_the_bucket(tmp_path: Path) -> None:
    store = LocalFolderStore(tmp_path / "store", "media")
    store.put_bytes("in", b"x")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_bytes(b"secret")
    (tmp_path / "store/media/link").symlink_to(outside)
    (tmp_path / "store/media/file-link").symlink_to(outside / "secret")

    for verb in (store.get, store.head, store.fetch, store.delete):
        with pytest.raises(StorageError, match="leads out"):
            verb("link/secret")
    with pytest.raises(StorageError, match="leads out"):
        store.put_bytes("link/new", b"x")
    assert list(store.list("link/")) == []
    assert store.delete_prefix("link/") == 0
    with pytest.raises(ObjectNotFound):
        store.get("file-link")
    assert [found.key for found in store.list()] == ["in"]
    assert sorted(path.name for path in outside.iterdir()) == ["secret"]


def test_writing_over_a_link_replaces_the_link_and_not_its_target(tmp_path: Path) -> None:
    store = LocalFolderStore(tmp_path / "store", "media")
    store.put_bytes("in", b"x")
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    (tmp_path / "store/media/link").symlink_to(target)

    store.put_bytes("link", b"new")

    assert target.read_bytes() == b"mine"
    assert store.get("link") == b"new"


def test_empty_folders_go_with_their_last_object(tmp_path: Path) -> None:
    store = LocalFolderStore(tmp_path, "media")
    for key in ("a/b/c/1", "a/b/2"):
        store.put_bytes(key, b"x")

    store.delete("a/b/c/1")
    assert not (tmp_path / "media/a/b/c").exists()
    assert (tmp_path / "media/a/b").exists()

    store.delete_prefix("a/b/")
    assert (tmp_path / "media").exists()
    assert not (tmp_path / "media/a").exists()


def test_a_folder_that_others_prune_meanwhile_still_takes_an_object(tmp_path: Path) -> None:
    store = LocalFolderStore(tmp_path, "media")
    start = threading.Barrier(2)

    def put_and_delete(name: str) -> None:
        start.wait()
        for number in range(60):
            key = f"a/b/c/{name}{number}"
            store.put_bytes(key, b"x")
            store.delete(key)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(put_and_delete, name) for name in "xy"]:
            done.result()

    assert list(store.list()) == []
    assert not (tmp_path / "media/a").exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    store = LocalFolderStore(tmp_path / "file", "media")

    with pytest.raises(StorageError, match="Cannot store a in"):
        store.put_bytes("a", b"x")
