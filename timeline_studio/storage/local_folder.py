"""An object store in a folder of this computer: one file an object."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from timeline_studio.storage.incoming import Incoming, sync_file, sync_folder
from timeline_studio.storage.keys import check_key, check_prefix
from timeline_studio.storage.refusals import refusals_named
from timeline_studio.storage.store import ObjectNotFound, StorageError, StoredObject
from timeline_studio.storage.walk import files_by_key

CHUNK_BYTES = 4 * 1024 * 1024
_RACES_LOST_AT_MOST = 5


class LocalFolderStore:
    """Objects are the files below `root/bucket`; partial ones wait in `root/.incoming`.

    A name appears only when its bytes are on the disk. Nothing outside the bucket's folder is
    ever read or written: keys are checked, and symbolic links are not followed.
    """

    def __init__(self, root: Path, bucket: str) -> None:
        if not bucket or bucket.startswith(".") or set(bucket) & set("/\\:\0"):
            raise StorageError(f"“{bucket}” cannot be a bucket: use a plain folder name.")
        self.bucket = bucket
        self._folder = root.absolute() / bucket
        self._incoming = Incoming(root.absolute() / ".incoming")
        self._incoming.sweep()

    def put_file(
        self,
        key: str,
        source: Path,
        *,
        move: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> StoredObject:
        report = progress or _ignore
        target = self._path(key)
        with refusals_named("store", key, self._folder):
            size = size_of_source(source)
            if move and self._adopt(source, target, size, report):
                return self.head(key)
            with source.open("rb") as reader, self._incoming.file() as (partial, writer):
                _copy(reader, writer, report, expected=size, source=source)
                self._publish(partial, writer, target)
            if move:
                source.unlink()
            return self.head(key)

    def put_bytes(self, key: str, data: bytes) -> StoredObject:
        target = self._path(key)
        with (
            refusals_named("store", key, self._folder),
            self._incoming.file() as (partial, writer),
        ):
            writer.write(data)
            self._publish(partial, writer, target)
        return self.head(key)

    def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        if start < 0 or (end is not None and end < start):
            raise StorageError(f"Bytes {start} to {end} of {key} cannot be read: no such range.")
        path = self.fetch(key)
        with refusals_named("read", key, self._folder), path.open("rb") as reader:
            reader.seek(start)
            return reader.read() if end is None else reader.read(end - start)

    def fetch(self, key: str, *, progress: Callable[[int], None] | None = None) -> Path:  # noqa: ARG002 -- it is here already
        self.head(key)
        return self._path(key)

    def head(self, key: str) -> StoredObject:
        path = self._path(key)
        with refusals_named("read", key, self._folder):
            stat = path.lstat()
        if not S_ISREG(stat.st_mode):
            raise ObjectNotFound(f"There is no object {key} in {self._folder}.")
        return _stored(key, stat)

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        check_prefix(prefix)
        if self._leads_out(self._folder / prefix.rpartition("/")[0]):
            return
        with refusals_named("list", prefix or "everything", self._folder):
            for key, path in files_by_key(self._folder, prefix):
                with suppress(FileNotFoundError):  # deleted since the folder was read
                    yield _stored(key, path.lstat())

    def delete(self, key: str) -> None:
        path = self._path(key)
        with suppress(ObjectNotFound), refusals_named("delete", key, self._folder):
            if path.is_dir() and not path.is_symlink():
                return
            path.unlink()
            self._prune(path.parent)

    def delete_prefix(self, prefix: str) -> int:
        if not prefix:
            raise StorageError(f"Refused to delete all of {self._folder}: name a prefix.")
        keys = [found.key for found in self.list(prefix)]
        for key in keys:
            self.delete(key)
        return len(keys)

    def uri(self, key: str) -> str:
        return f"s3://{self.bucket}/{check_key(key)}"

    def _path(self, key: str) -> Path:
        """Where `key` lies. Raises StorageError when a link on the way leads out of the bucket."""
        path = self._folder.joinpath(*check_key(key).split("/"))
        if self._leads_out(path.parent):
            raise StorageError(f"The key {key!r} is refused: it leads out of {self._folder}.")
        return path

    def _leads_out(self, folder: Path) -> bool:
        return not folder.resolve().is_relative_to(self._folder.resolve())

    def _adopt(self, source: Path, target: Path, size: int, report: Callable[[int], None]) -> bool:
        """Rename `source` into the store; False when it lies on another file system."""
        if source.is_symlink():
            return False
        with source.open("r+b") as stream:  # Windows syncs only what may be written
            os.fsync(stream.fileno())
        report(size)
        try:
            self._rename(source, target)
        except OSError as error:
            if _is_cross_device(error):
                return False
            raise
        return True

    def _publish(self, partial: Path, writer: BinaryIO, target: Path) -> None:
        sync_file(writer)
        writer.close()
        self._rename(partial, target)

    def _rename(self, source: Path, target: Path) -> None:
        """Another process may prune an empty folder just before the file gets there."""
        for races_left in reversed(range(_RACES_LOST_AT_MOST)):
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                source.replace(target)
                break
            except (FileNotFoundError, FileExistsError):
                if not races_left or not source.exists():
                    raise
        with suppress(FileNotFoundError):  # deleted again already
            sync_folder(target.parent)

    def _prune(self, folder: Path) -> None:
        """Remove folders that the last object left empty, up to the bucket's own."""
        with suppress(OSError):  # not empty, or gone already
            while folder != self._folder:
                folder.rmdir()
                folder = folder.parent


def _copy(
    reader: BinaryIO,
    writer: BinaryIO,
    report: Callable[[int], None],
    *,
    expected: int,
    source: Path,
) -> None:
    """Ends as soon as there is more than expected: a file that is being recorded only grows."""
    copied = 0
    while copied <= expected and (chunk := reader.read(CHUNK_BYTES)):
        writer.write(chunk)
        copied += len(chunk)
        report(copied)
    if copied != expected:
        raise StorageError(
            f"{source} changed while it was read. Wait until it is complete, then try again."
        )


def size_of_source(source: Path) -> int:
    try:
        stat = source.stat()
    except FileNotFoundError as error:
        raise StorageError(f"{source} is not there any more. Choose the file again.") from error
    if not S_ISREG(stat.st_mode):
        raise StorageError(f"{source} is not a file. Choose a file.")
    return stat.st_size


def _stored(key: str, stat: os.stat_result) -> StoredObject:
    """Every put makes a new file, so the inode tells apart two of one size and moment."""
    return StoredObject(
        key=key,
        size=stat.st_size,
        etag=f"{stat.st_size:x}-{stat.st_mtime_ns:x}-{stat.st_ino:x}",
        modified=datetime.fromtimestamp(stat.st_mtime, UTC),
    )


def _is_cross_device(error: OSError) -> bool:
    return error.errno == 18 or getattr(error, "winerror", None) == 17  # EXDEV; Windows' own


def _ignore(_bytes_stored: int) -> None:
    pass
