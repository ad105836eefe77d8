"""An object store in a bucket of S3, or of a server that speaks its protocol."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from timeline_studio.storage.content_types import content_type_of
from timeline_studio.storage.growing import GrowingFile
from timeline_studio.storage.incoming import Incoming, sync_file
from timeline_studio.storage.keys import check_key, check_prefix
from timeline_studio.storage.local_folder import size_of_source
from timeline_studio.storage.refusals import refusals_named
from timeline_studio.storage.s3_access import S3Access
from timeline_studio.storage.s3_cache import CACHE_BYTES, FetchedObjects, is_complete
from timeline_studio.storage.s3_client import S3Options, connect
from timeline_studio.storage.s3_download import Download, is_checked_to_be
from timeline_studio.storage.s3_growing import GrowingUpload
from timeline_studio.storage.s3_journal import drop_journal, open_journal
from timeline_studio.storage.s3_lifecycle import drop_abandoned_parts
from timeline_studio.storage.s3_parts import Pace, PartReader, StoppedError, as_base64, sha256_of
from timeline_studio.storage.s3_refusals import code_of, no_such_bucket, s3_refusals_named
from timeline_studio.storage.s3_upload import MultipartUpload, abandon_upload, part_size_for
from timeline_studio.storage.store import (
    ObjectNotFound,
    StorageError,
    StorageUnreachable,
    StoredObject,
)

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import HeadObjectOutputTypeDef

_DELETE_AT_ONCE = 1000


class S3Store:
    """`cache` gets what is fetched, up to `cache_bytes` with all stores that share it; any file in
    it may be deleted while the program is not running. `journals` keeps what is known of unfinished
    uploads and must outlive the process; a call of `put_file` with the same key and unchanged
    source goes on from there.

    Every request has its own tries (`S3Options.attempts`); what then fails may be tried again
    later where it is a StorageUnreachable.
    """

    def __init__(
        self,
        bucket: str,
        *,
        cache: Path,
        journals: Path,
        cache_bytes: int = CACHE_BYTES,
        options: S3Options | None = None,
        client_factory: Callable[[S3Options], S3Client] = connect,
    ) -> None:
        self.bucket = bucket
        self._options = options or S3Options()
        self._cache, self._journals = cache.absolute(), journals.absolute()
        self._bucket_url = f"{self._options.endpoint or ''}/{bucket}"
        self._fetched = FetchedObjects(self._cache, self._bucket_url, limit=cache_bytes)
        self._incoming = Incoming(self._cache / ".incoming")
        self._pace = Pace(self._options.bytes_per_second)
        self._client_factory = client_factory
        self._connecting = Lock()
        self._connected: S3Client | None = None

    def put_file(
        self,
        key: str,
        source: Path,
        *,
        move: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> StoredObject:
        report = progress or _ignore
        check_key(key)
        with refusals_named("store", key, source.parent):
            size = size_of_source(source)
            with s3_refusals_named("store", key, self.bucket):
                if size <= part_size_for(0, self._options.part_size):
                    self._abandon(key)  # parts of a larger file, if any
                    self._put_whole(key, source, size, report)
                else:
                    self._put_in_parts(key, source, report)
            stored = self.head(key)
            if stored.size != size:
                raise StorageUnreachable(f"{key} was replaced while it was stored. Try again.")
            if move:
                source.unlink()
        return stored

    def put_bytes(self, key: str, data: bytes) -> StoredObject:
        check_key(key)
        with s3_refusals_named("store", key, self.bucket):
            self._client.put_object(
                Bucket=self.bucket,
                Key=key,
                Body=data,
                ContentType=content_type_of(key),
                ChecksumSHA256=as_base64(hashlib.sha256(data).digest()),
            )
        return self.head(key)

    def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        if start < 0 or (end is not None and end < start):
            raise StorageError(f"Bytes {start} to {end} of {key} cannot be read: no such range.")
        size = self.head(key).size
        last = size if end is None else min(end, size)
        if start >= last:
            return b""
        with s3_refusals_named("read", key, self.bucket):
            answer = self._client.get_object(
                Bucket=self.bucket, Key=key, Range=f"bytes={start}-{last - 1}"
            )
            with answer["Body"] as body:
                return body.read()

    def fetch(self, key: str, *, progress: Callable[[int], None] | None = None) -> Path:
        """From the cache where this version is there, or where nothing answers and any is."""
        try:
            head = self._head(key)
        except StorageUnreachable:
            if kept := self._fetched.newest(key):
                with refusals_named("read", key, self._cache):
                    return self._fetched.hold(kept)
            raise
        target = self._fetched.path(key, head["ETag"])
        with refusals_named("store", key, self._cache):
            self._fetched.hold(target)
            if not is_complete(target, head["ContentLength"]):
                self._download(key, head, target, progress or _ignore)
        return target

    @contextmanager
    def growing(self, key: str) -> Iterator[GrowingFile | None]:
        check_key(key)
        with ExitStack() as held:
            try:
                journal = held.enter_context(open_journal(self._journals, self._bucket_url, key))
            except (StorageUnreachable, OSError):  # then it is sent afterwards
                yield None
                return
            upload = GrowingUpload(
                lambda: self._client,
                self.bucket,
                key,
                journal,
                pace=self._pace,
                part_size=part_size_for(0, self._options.part_size),
                content_type=content_type_of(key),
                parallel=self._options.parallel_parts,
            )
            try:
                yield upload
            except Exception:
                upload.give_up()
                raise
            except BaseException:
                upload.leave()
                raise
            upload.end()

    def holds(self, key: str, source: Path) -> bool:
        """Whether `key` has the very bytes of `source`; False where S3 has no SHA-256 of it."""
        try:
            head = self._head(key)
        except ObjectNotFound:
            return False
        with refusals_named("store", key, source.parent):
            return size_of_source(source) == head["ContentLength"] and is_checked_to_be(
                source, head
            )

    def keep(self, key: str, source: Path) -> None:
        """Spare `fetch` a download: `source`, which is stored now, becomes its copy too. Nothing
        more is to be known of its upload."""
        drop_journal(self._journals, self._bucket_url, key)
        target = self._fetched.path(key, self._head(key)["ETag"])
        with suppress(OSError):  # another disk, or one without links: then it is downloaded
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(source)
            self._fetched.make_room(source.stat().st_size)

    def is_here(self, key: str) -> bool:
        """Whether some version was fetched before: then `fetch` works without a network, too."""
        return self._fetched.newest(check_key(key)) is not None

    def head(self, key: str) -> StoredObject:
        head = self._head(key)
        return _stored(key, head["ContentLength"], head["ETag"], head["LastModified"])

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        check_prefix(prefix)
        with s3_refusals_named("list", prefix or "everything", self.bucket):
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self.bucket, Prefix=prefix
            )
            found = [
                _stored(entry["Key"], entry["Size"], entry["ETag"], entry["LastModified"])
                for page in pages
                for entry in page.get("Contents", [])
            ]
        # Amazon's order is ours already, which makes this cheap; others list folder by folder.
        yield from sorted(found, key=lambda stored: stored.key)

    def delete(self, key: str) -> None:
        check_key(key)
        with suppress(ObjectNotFound), s3_refusals_named("delete", key, self.bucket):
            self._abandon(key)
            self._client.delete_object(Bucket=self.bucket, Key=key)

    def delete_prefix(self, prefix: str) -> int:
        if not prefix:
            raise StorageError(f"Refused to delete all of “{self.bucket}”: name a prefix.")
        keys = [found.key for found in self.list(prefix)]
        for start in range(0, len(keys), _DELETE_AT_ONCE):
            _delete_batch(self._client, self.bucket, keys[start : start + _DELETE_AT_ONCE])
        return len(keys)

    def uri(self, key: str) -> str:
        return f"s3://{self.bucket}/{check_key(key)}"

    def link(self, key: str, *, lasts: timedelta = timedelta(hours=1)) -> str:
        """A URL that reads the object without credentials, for at most seven days. It is signed
        here: whether the object exists is not asked."""
        check_key(key)
        with s3_refusals_named("read", key, self.bucket):
            return self._client.generate_presigned_url(
                "get_object",
                Params={"Bucket": self.bucket, "Key": key},
                ExpiresIn=int(lasts.total_seconds()),
            )

    def ensure_lifecycle(self, days: int = 7) -> bool:
        """Have the bucket drop parts of uploads that nobody completes; False where a rule for the
        whole bucket does so already. Other rules stay."""
        with s3_refusals_named("change the lifecycle of", "parts", self.bucket):
            return drop_abandoned_parts(self._client, self.bucket, days)

    def access(self) -> S3Access:
        """To try out what the bucket lets these credentials do."""
        return S3Access(lambda: self._client, self.bucket)

    @property
    def _client(self) -> S3Client:
        with self._connecting:
            if self._connected is None:
                self._connected = self._client_factory(self._options)
            return self._connected

    def _abandon(self, key: str) -> None:
        abandon_upload(self._client, self.bucket, key, self._journals, self._bucket_url)

    def _put_whole(self, key: str, source: Path, size: int, report: Callable[[int], None]) -> None:
        never, raised = Event(), list[Exception]()

        def count(so_far: int) -> None:
            try:
                report(so_far)
            except Exception as error:  # boto3 would take it for a broken connection
                raised.append(error)
                raise StoppedError from error

        report(0)
        try:
            with source.open("rb") as stream:
                self._client.put_object(
                    Bucket=self.bucket,
                    Key=key,
                    Body=PartReader(  # type: ignore[arg-type]  # all that boto3 uses of a file
                        stream, 0, size, pace=self._pace, stop=never, sent=_rising(count)
                    ),
                    ContentLength=size,
                    ContentType=content_type_of(key),
                    ChecksumSHA256=as_base64(sha256_of(source, 0, size, never)),
                )
        except StoppedError:
            if raised:
                raise raised[0] from None
            raise StorageError(
                f"{source} changed while it was read. Wait until it is complete, then try again."
            ) from None

    def _put_in_parts(self, key: str, source: Path, report: Callable[[int], None]) -> None:
        with open_journal(self._journals, self._bucket_url, key) as journal:
            MultipartUpload(
                self._client,
                self.bucket,
                key,
                source,
                journal,
                pace=self._pace,
                parallel=self._options.parallel_parts,
            ).run(self._options.part_size, content_type_of(key), report)

    def _head(self, key: str) -> HeadObjectOutputTypeDef:
        check_key(key)
        try:
            with s3_refusals_named("read", key, self.bucket):
                return self._client.head_object(Bucket=self.bucket, Key=key, ChecksumMode="ENABLED")
        except ObjectNotFound:
            self._refuse_without_bucket()
            raise

    def _refuse_without_bucket(self) -> None:
        """A HEAD's 404 does not say what is missing."""
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        try:
            self._client.head_bucket(Bucket=self.bucket)
        except ClientError as error:
            if code_of(error) in {"404", "NoSuchBucket"}:
                raise no_such_bucket(self.bucket) from error

    def _download(
        self,
        key: str,
        head: HeadObjectOutputTypeDef,
        target: Path,
        report: Callable[[int], None],
    ) -> None:
        self._incoming.sweep()
        with self._incoming.file() as (partial, writer):
            with s3_refusals_named("read", key, self.bucket):
                Download(self._client, self.bucket, key, head, self._pace).write_to(writer, report)
            sync_file(writer)
            writer.close()
            target.parent.mkdir(parents=True, exist_ok=True)
            partial.replace(target)
        self._fetched.make_room(head["ContentLength"])


def _delete_batch(client: S3Client, bucket: str, keys: list[str]) -> None:
    with s3_refusals_named("delete", f"{keys[0]} …", bucket):
        answer = client.delete_objects(
            Bucket=bucket,
            Delete={"Objects": [{"Key": key} for key in keys], "Quiet": True},
        )
    for refused in answer.get("Errors", []):
        raise StorageError(
            f"Cannot delete {refused.get('Key')} in the bucket “{bucket}”: "
            f"{refused.get('Message') or refused.get('Code')}. {len(answer['Errors'])} of "
            f"{len(keys)} objects are left. Ask for s3:DeleteObject, then try again."
        )


def _stored(key: str, size: int, etag: str, modified: datetime) -> StoredObject:
    """HEAD tells whole seconds, a list may tell more."""
    return StoredObject(key, size, etag.strip('"'), modified.astimezone(UTC).replace(microsecond=0))


def _rising(report: Callable[[int], None]) -> Callable[[int], None]:
    """Tells nothing twice, and nothing less again when a request is repeated."""
    most = 0

    def tell(count: int) -> None:
        nonlocal most
        if count > most:
            most = count
            report(count)

    return tell


def _ignore(_bytes_stored: int) -> None:
    pass
