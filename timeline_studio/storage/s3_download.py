"""One object from S3 to a file: taken up again where the connection broke, and verified."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, BinaryIO

from timeline_studio.storage.s3_multipart import PART_SIZE_METADATA
from timeline_studio.storage.s3_parts import READ_BYTES, Pace, as_base64, checksum_of_parts
from timeline_studio.storage.store import StorageUnreachable

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import HeadObjectOutputTypeDef

_BREAKS_WITHOUT_A_BYTE = 3


class Download:
    """The version of an object that `head` describes, and no other."""

    def __init__(
        self, client: S3Client, bucket: str, key: str, head: HeadObjectOutputTypeDef, pace: Pace
    ) -> None:
        self._client, self._bucket, self._key = client, bucket, key
        self._head, self._pace = head, pace

    def write_to(self, writer: BinaryIO, report: Callable[[int], None]) -> None:
        """Raises botocore's errors, StorageUnreachable where the bytes are not those that were
        stored, and what `report` raises."""
        from botocore.exceptions import (  # noqa: PLC0415 -- loaded late
            HTTPClientError,
            IncompleteReadError,
        )

        size, at, breaks = self._head["ContentLength"], 0, 0
        checksum = _Checksum(self._head)
        while at < size:
            try:
                for data in self._read_from(at):
                    writer.write(data)
                    checksum.add(data)
                    at += len(data)
                    breaks = 0
                    report(at)
            except (HTTPClientError, IncompleteReadError):
                breaks += 1
                if breaks >= _BREAKS_WITHOUT_A_BYTE:
                    raise
        if not checksum.is_right():
            raise StorageUnreachable(
                f"{self._key} in the bucket “{self._bucket}” arrived damaged. Try again; if it "
                "stays so, upload the file again."
            )

    def _read_from(self, at: int) -> Iterator[bytes]:
        body = self._client.get_object(
            Bucket=self._bucket, Key=self._key, Range=f"bytes={at}-", IfMatch=self._head["ETag"]
        )["Body"]
        never = Event()
        with body:
            for data in body.iter_chunks(READ_BYTES):
                self._pace.wait_for(len(data), never)
                yield data


def is_checked_to_be(path: Path, head: HeadObjectOutputTypeDef) -> bool:
    """Whether a file has the SHA-256 that `head` tells; False where it tells none."""
    checksum = _Checksum(head)
    with path.open("rb") as stream:
        while checksum.is_known and (data := stream.read(READ_BYTES)):
            checksum.add(data)
    return checksum.is_known and checksum.is_right()


class _Checksum:
    """Against S3's SHA-256 of the whole, or that of the parts we stored; no other is checked."""

    def __init__(self, head: HeadObjectOutputTypeDef) -> None:
        self._expected = head.get("ChecksumSHA256", "")
        size = head.get("Metadata", {}).get(PART_SIZE_METADATA, "")
        self._part_size = int(size) if size.isdecimal() and "-" in self._expected else None
        self.is_known = bool(self._part_size) or bool(self._expected and "-" not in self._expected)
        self._digests: list[bytes] = []
        self._part, self._in_part = hashlib.sha256(), 0

    def add(self, data: bytes) -> None:
        while self._part_size and self._in_part + len(data) >= self._part_size:
            count = self._part_size - self._in_part
            self._part.update(data[:count])
            self._end_part()
            data = data[count:]
        self._part.update(data)
        self._in_part += len(data)

    def is_right(self) -> bool:
        if not self.is_known:
            return True
        if not self._part_size:
            return as_base64(self._part.digest()) == self._expected
        if self._in_part:
            self._end_part()
        return checksum_of_parts(self._digests) == self._expected

    def _end_part(self) -> None:
        self._digests.append(self._part.digest())
        self._part, self._in_part = hashlib.sha256(), 0
