"""The requests that make one object of parts; each knows the bucket and the key."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from timeline_studio.storage.s3_journal import SentPart, UploadPlan
from timeline_studio.storage.s3_parts import as_base64, checksum_of_parts
from timeline_studio.storage.s3_refusals import code_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PART_SIZE_METADATA = "part-size"


class MultipartRequests:
    """Raises botocore's errors, but where a method says otherwise."""

    def __init__(self, client: S3Client, bucket: str, key: str) -> None:
        self._client, self._bucket, self._key = client, bucket, key

    def begin(self, part_size: int, content_type: str) -> tuple[str, str | None]:
        """The upload's id, and the ETag of what the key holds now."""
        replaces = self._etag_there()
        upload_id = self._client.create_multipart_upload(
            Bucket=self._bucket,
            Key=self._key,
            ChecksumAlgorithm="SHA256",
            ContentType=content_type,
            Metadata={PART_SIZE_METADATA: str(part_size)},
        )["UploadId"]
        return upload_id, replaces

    def parts_there(self, plan: UploadPlan) -> dict[int, str] | None:
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

    def send(self, plan: UploadPlan, number: int, body: Any, size: int, digest: bytes) -> SentPart:
        """`body` is all that boto3 uses of a file, `digest` its SHA-256."""
        answer = self._client.upload_part(
            Bucket=self._bucket,
            Key=self._key,
            UploadId=plan.upload_id,
            PartNumber=number,
            Body=body,
            ContentLength=size,
            ChecksumSHA256=as_base64(digest),
        )
        return SentPart(number, answer["ETag"], digest.hex())

    def complete(self, plan: UploadPlan, parts: Sequence[SentPart]) -> None:
        """Only if the key still holds what it held at the beginning."""
        condition = {"IfMatch": plan.replaces} if plan.replaces else {"IfNoneMatch": "*"}
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

    def is_stored(self, plan: UploadPlan, sent: dict[int, SentPart]) -> bool:
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

    def abort(self, plan: UploadPlan) -> None:
        """Free what the parts take; the bucket's lifecycle does it where this fails."""
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 -- loaded late

        with suppress(BotoCoreError, ClientError):
            self._client.abort_multipart_upload(
                Bucket=self._bucket, Key=self._key, UploadId=plan.upload_id
            )

    def abort_unknown(self) -> None:
        """A process ended between beginning an upload and noting it: nobody goes on with that."""
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 -- loaded late

        with suppress(BotoCoreError, ClientError):
            begun = self._client.list_multipart_uploads(Bucket=self._bucket, Prefix=self._key)
            for upload in begun.get("Uploads", []):
                if upload["Key"] == self._key:
                    self._client.abort_multipart_upload(
                        Bucket=self._bucket, Key=self._key, UploadId=upload["UploadId"]
                    )

    def _etag_there(self) -> str | None:
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        try:
            return self._client.head_object(Bucket=self._bucket, Key=self._key)["ETag"]
        except ClientError as error:
            if code_of(error) in {"404", "NoSuchKey"}:
                return None
            raise
