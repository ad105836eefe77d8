"""One file to S3 in parts, resumed where an earlier process stopped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from timeline_studio.storage.s3_client import MIB, MOST_PARTS, SMALLEST_PART
from timeline_studio.storage.s3_journal import (
    SentPart,
    UploadJournal,
    UploadPlan,
    has_journal,
    open_journal,
)
from timeline_studio.storage.s3_parts import (
    Pace,
    PartReader,
    StoppedError,
    as_base64,
    checksum_of_parts,
    sha256_of,
)
from timeline_studio.storage.s3_refusals import code_of
from timeline_studio.storage.store import StorageError, StorageUnreachable

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PART_SIZE_METADATA = "part-size"
_REPORT_SECONDS = 0.1
_PERHAPS_COMPLETE = {"NoSuchUpload", "PreconditionFailed", "412", "ConditionalRequestConflict"}


class MultipartUpload:
    """Parts go out several at a time; each is hashed, sent with its SHA-256 and noted.

    Nothing appears under the key before all parts are there, and then only if the key still holds
    what it held at the beginning.
    """

    def __init__(
        self,
        client: S3Client,
        bucket: str,
        key: str,
        source: Path,
        journal: UploadJournal,
        *,
        pace: Pace,
        parallel: int,
    ) -> None:
        self._client, self._bucket, self._key = client, bucket, key
        self._source, self._journal = source, journal
        self._pace, self._parallel = pace, parallel
        self._noting = Lock()
        stat = source.stat()
        self._size, self._mtime_ns = stat.st_size, stat.st_mtime_ns

    def run(self, part_size: int, content_type: str, report: Callable[[int], None]) -> None:
        """Raises botocore's errors, StorageError, and what `report` raises. The journal stays
        until the object is complete."""
        plan, sent = self._resume()
        if plan is None:
            plan = self._begin(part_size_for(self._size, part_size), content_type)
        self._send_missing(plan, sent, report)
        self._refuse_if_changed()
        report(self._size)
        self._complete(plan, sent)
        self._journal.remove()

    def _resume(self) -> tuple[UploadPlan | None, dict[int, SentPart]]:
        plan, noted = self._journal.read()
        if plan is None:
            if self._journal.was_left:
                self._abort_unknown()
            return None, {}
        if (plan.size, plan.mtime_ns) != (self._size, self._mtime_ns):
            self._abort(plan)
            return None, {}
        there = self._parts_there(plan)
        if there is not None:
            return plan, {n: part for n, part in noted.items() if there.get(n) == part.etag}
        if self._is_stored(plan, noted):  # completed, and the answer was lost
            return plan, noted
        return None, {}

    def _parts_there(self, plan: UploadPlan) -> dict[int, str] | None:
        """ETags by part number; None where the server knows no such upload."""
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        pages = self._client.get_paginator("list_parts").paginate(
            Bucket=self._bucket, Key=self._key, UploadId=plan.upload_id
        )
        try:
            return {
                part["PartNumber"]: part["ETag"]
                for page in pages
                for part in page.get("Parts", [])
                if part["Size"] == plan.window(part["PartNumber"])[1]
            }
        except ClientError as error:
            if code_of(error) == "NoSuchUpload":
                return None
            raise

    def _begin(self, part_size: int, content_type: str) -> UploadPlan:
        replaces = self._etag_there()
        upload_id = self._client.create_multipart_upload(
            Bucket=self._bucket,
            Key=self._key,
            ChecksumAlgorithm="SHA256",
            ContentType=content_type,
            Metadata={PART_SIZE_METADATA: str(part_size)},
        )["UploadId"]
        plan = UploadPlan(upload_id, self._size, self._mtime_ns, part_size, replaces)
        self._journal.begin(plan)
        return plan

    def _send_missing(
        self, plan: UploadPlan, sent: dict[int, SentPart], report: Callable[[int], None]
    ) -> None:
        arrived = {n: plan.window(n)[1] if n in sent else 0 for n in plan.part_numbers}
        most = sum(arrived.values())
        report(most)
        stop = Event()

        def send(number: int) -> None:
            part = self._send(plan, number, stop, arrived)
            with self._noting:
                self._journal.add(part)
                sent[number] = part

        with ThreadPoolExecutor(self._parallel, "s3-part") as pool:
            pending = {pool.submit(send, n) for n in plan.part_numbers if n not in sent}
            try:
                while pending:
                    done, pending = wait(pending, _REPORT_SECONDS, FIRST_COMPLETED)
                    for future in done:
                        future.result()
                    most = max(most, sum(arrived.values()))
                    report(most)
            except BaseException as error:
                stop.set()
                pool.shutdown(wait=False, cancel_futures=True)
                self._refuse_if_changed()  # then that is the reason
                if isinstance(error, StoppedError):
                    raise self._changed() from error
                raise

    def _send(
        self, plan: UploadPlan, number: int, stop: Event, arrived: dict[int, int]
    ) -> SentPart:
        start, size = plan.window(number)
        digest = sha256_of(self._source, start, size, stop)

        def count(so_far: int) -> None:
            arrived[number] = so_far

        with self._source.open("rb") as stream:
            body = PartReader(stream, start, size, pace=self._pace, stop=stop, sent=count)
            answer = self._client.upload_part(
                Bucket=self._bucket,
                Key=self._key,
                UploadId=plan.upload_id,
                PartNumber=number,
                Body=body,  # type: ignore[arg-type]  # all that boto3 uses of a file
                ContentLength=size,
                ChecksumSHA256=as_base64(digest),
            )
        return SentPart(number, answer["ETag"], digest.hex())

    def _complete(self, plan: UploadPlan, sent: dict[int, SentPart]) -> None:
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        parts = [sent[number] for number in plan.part_numbers]
        condition = {"IfMatch": plan.replaces} if plan.replaces else {"IfNoneMatch": "*"}
        refusal: ClientError | None = None
        try:
            self._client.complete_multipart_upload(
                Bucket=self._bucket,
                Key=self._key,
                UploadId=plan.upload_id,
                MultipartUpload={
                    "Parts": [
                        {
                            "PartNumber": part.number,
                            "ETag": part.etag,
                            "ChecksumSHA256": as_base64(bytes.fromhex(part.sha256)),
                        }
                        for part in parts
                    ]
                },
                **condition,  # type: ignore[arg-type]  # one of two keywords
            )
        except ClientError as error:
            if code_of(error) == "InvalidPart":
                self._give_up(plan)
            if code_of(error) not in _PERHAPS_COMPLETE:
                raise
            refusal = error
        if not self._is_stored(plan, sent):
            self._give_up(plan)
            raise StorageUnreachable(
                f"{self._key} in the bucket “{self._bucket}” became something else while it was "
                "stored: another computer may write there too. Try again."
            ) from refusal

    def _is_stored(self, plan: UploadPlan, sent: dict[int, SentPart]) -> bool:
        """Whether the key holds exactly these parts, by size and, where it is told, checksum."""
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        if set(sent) != set(plan.part_numbers):
            return False
        try:
            head = self._client.head_object(
                Bucket=self._bucket, Key=self._key, ChecksumMode="ENABLED"
            )
        except ClientError as error:
            if code_of(error) in {"404", "NoSuchKey"}:
                return False
            raise
        digests = [bytes.fromhex(sent[number].sha256) for number in plan.part_numbers]
        if told := head.get("ChecksumSHA256"):
            return head["ContentLength"] == plan.size and told == checksum_of_parts(digests)
        return head["ContentLength"] == plan.size and head["ETag"] != plan.replaces

    def _etag_there(self) -> str | None:
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        try:
            return self._client.head_object(Bucket=self._bucket, Key=self._key)["ETag"]
        except ClientError as error:
            if code_of(error) in {"404", "NoSuchKey"}:
                return None
            raise

    def _abort(self, plan: UploadPlan) -> None:
        """Free what the parts take; the bucket's lifecycle does it where this fails."""
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 -- loaded late

        with suppress(BotoCoreError, ClientError):
            self._client.abort_multipart_upload(
                Bucket=self._bucket, Key=self._key, UploadId=plan.upload_id
            )

    def _abort_unknown(self) -> None:
        """A process ended between beginning an upload and noting it: nobody goes on with that."""
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 -- loaded late

        with suppress(BotoCoreError, ClientError):
            begun = self._client.list_multipart_uploads(Bucket=self._bucket, Prefix=self._key)
            for upload in begun.get("Uploads", []):
                if upload["Key"] == self._key:
                    self._client.abort_multipart_upload(
                        Bucket=self._bucket, Key=self._key, UploadId=upload["UploadId"]
                    )

    def _give_up(self, plan: UploadPlan) -> None:
        self._abort(plan)
        self._journal.remove()

    def _refuse_if_changed(self) -> None:
        try:
            stat = self._source.stat()
        except FileNotFoundError as error:
            raise self._changed() from error
        if (stat.st_size, stat.st_mtime_ns) != (self._size, self._mtime_ns):
            raise self._changed()

    def _changed(self) -> StorageError:
        return StorageError(
            f"{self._source} changed while it was read. Wait until it is complete, then try again."
        )


def abandon_upload(
    client: S3Client, bucket: str, key: str, journals: Path, bucket_url: str
) -> None:
    """Of a file that nobody wants any more: free what was sent of it. One that is still being
    sent does so itself, at its end."""
    from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

    if not has_journal(journals, bucket_url, key):
        return
    with suppress(StorageUnreachable), open_journal(journals, bucket_url, key) as journal:
        plan, _ = journal.read()
        if plan is not None:
            try:
                client.abort_multipart_upload(Bucket=bucket, Key=key, UploadId=plan.upload_id)
            except ClientError as error:
                if code_of(error) != "NoSuchUpload":
                    raise
        journal.remove()


def part_size_for(size: int, wanted: int) -> int:
    """`wanted` bytes, or what S3's bounds on parts ask for."""
    needed = -(-size // MOST_PARTS)
    return max(wanted, SMALLEST_PART, -(-needed // MIB) * MIB)
