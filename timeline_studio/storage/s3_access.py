"""What a bucket lets these credentials do, tried with one small object."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from timeline_studio.storage.s3_refusals import code_of, no_such_bucket, s3_refusals_named
from timeline_studio.storage.store import ObjectNotFound, StorageError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

Verb = Literal["put", "get", "list", "delete"]
VERBS: tuple[Verb, ...] = ("put", "get", "list", "delete")

TRIAL_PREFIX = "timeline-studio-trial/"

_DENIED = {"AccessDenied", "AllAccessDisabled", "403"}
_WORDS = {"put": "store", "get": "read", "list": "list", "delete": "delete"}


class PermissionMissing(StorageError):  # noqa: N818 - says what happened
    """The credentials are right, and may not do this; they may still do the rest."""


class S3Access:
    """Try the verbs in their order: `delete` takes away what `put` stored."""

    def __init__(self, connected: Callable[[], S3Client], bucket: str) -> None:
        self._connected = connected
        self._bucket = bucket
        self._key = TRIAL_PREFIX + uuid.uuid4().hex[:8]

    def try_out(self, verb: Verb) -> None:
        """Raises PermissionMissing where only this is refused, StorageUnreachable where nothing
        answers, and another StorageError where nothing will work until someone acts."""
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        try:
            with s3_refusals_named(_WORDS[verb], self._key, self._bucket):
                getattr(self, f"_{verb}")(self._connected())
        except ObjectNotFound:
            return  # `put` was refused: S3 says so only to whom it lets read
        except StorageError as error:
            cause = error.__cause__
            if isinstance(cause, ClientError) and code_of(cause) in _DENIED:
                raise PermissionMissing(str(error)) from error
            raise

    def _put(self, client: S3Client) -> None:
        self._refuse_without_bucket(client)
        client.put_object(Bucket=self._bucket, Key=self._key, Body=b"timeline-studio")

    def _refuse_without_bucket(self, client: S3Client) -> None:
        """Some servers would make the bucket rather than say that there is none."""
        from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

        try:
            client.head_bucket(Bucket=self._bucket)
        except ClientError as error:
            if code_of(error) in {"404", "NoSuchBucket"}:
                raise no_such_bucket(self._bucket) from error

    def _get(self, client: S3Client) -> None:
        client.get_object(Bucket=self._bucket, Key=self._key)["Body"].read()

    def _list(self, client: S3Client) -> None:
        client.list_objects_v2(Bucket=self._bucket, Prefix=TRIAL_PREFIX, MaxKeys=1)

    def _delete(self, client: S3Client) -> None:
        client.delete_object(Bucket=self._bucket, Key=self._key)
