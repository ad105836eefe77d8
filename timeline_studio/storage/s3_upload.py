"""One file to S3 in parts, resumed where an earlier process stopped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import replace
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
from timeline_studio.storage.s3_multipart import MultipartRequests
from timeline_studio.storage.s3_parts import Pace, PartReader, StoppedError, sha256_of
from timeline_studio.storage.s3_refusals import code_of
from timeline_studio.storage.store import StorageError, StorageUnreachable

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

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
        self._requests = MultipartRequests(client, bucket, key)
        self._bucket, self._key = bucket, key
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
                self._requests.abort_unknown()
            return None, {}
        if plan.is_growing:
            return self._adopt(plan, noted)
        if (plan.size, plan.mtime_ns) != (self._size, self._mtime_ns):
            self._requests.abort(plan)
            return None, {}
        there = self._requests.parts_there(plan)
        if there is not None:
            return plan, {n: part for n, part in noted.items() if there.get(n) == part.etag}
        if self._requests.is_stored(plan, noted):  # completed, and the answer was lost
            return plan, noted
        return None, {}

    def _adopt(
        self, plan: UploadPlan, noted: dict[int, SentPart]
    ) -> tuple[UploadPlan | None, dict[int, SentPart]]:
        """Parts that were sent while the file was made, as far as it has their very bytes."""
        whole = replace(plan, size=self._size, mtime_ns=self._mtime_ns)
        there = self._requests.parts_there(whole)
        if there is None:
            return None, {}
        if len(whole.part_numbers) > MOST_PARTS:
            self._requests.abort(plan)
            return None, {}
        never = Event()
        kept = {
            number: part
            for number, part in noted.items()
            if there.get(number) == part.etag
            and sha256_of(self._source, *whole.window(number), never).hex() == part.sha256
        }
        self._journal.begin(whole, kept.values())
        return whole, kept

    def _begin(self, part_size: int, content_type: str) -> UploadPlan:
        upload_id, replaces = self._requests.begin(part_size, content_type)
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
            return self._requests.send(plan, number, body, size, digest)

    def _complete(self, plan: UploadPlan, sent: dict[int, SentPart]) -> None:
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        refusal: ClientError | None = None
        try:
            self._requests.complete(plan, [sent[number] for number in plan.part_numbers])
        except ClientError as error:
            if code_of(error) == "InvalidPart":
                self._give_up(plan)
            if code_of(error) not in _PERHAPS_COMPLETE:
                raise
            refusal = error
        if not self._requests.is_stored(plan, sent):
            self._give_up(plan)
            raise StorageUnreachable(
                f"{self._key} in the bucket “{self._bucket}” became something else while it was "
                "stored: another computer may write there too. Try again."
            ) from refusal

    def _give_up(self, plan: UploadPlan) -> None:
        self._requests.abort(plan)
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
