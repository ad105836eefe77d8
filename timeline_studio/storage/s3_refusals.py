"""What an S3 server refused, in words that a user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from timeline_studio.storage.store import ObjectNotFound, StorageError, StorageUnreachable

if TYPE_CHECKING:
    from botocore.exceptions import ClientError

_SIGN_IN = "Renew the credentials (environment, ~/.aws or SSO), then try again."
_PERMISSION = "Ask for {permission} on this bucket, or use other credentials."
_CLOCK = "Set this computer's clock, then try again: S3 refuses requests of another time."
_REGION = "Set the account's region to {region}."

_PERMISSIONS = {
    "store": "s3:PutObject",
    "read": "s3:GetObject",
    "list": "s3:ListBucket",
    "delete": "s3:DeleteObject",
    "change the lifecycle of": "s3:GetLifecycleConfiguration and s3:PutLifecycleConfiguration",
}

_MEANING_BY_CODE = {
    "AccessDenied": ("access is denied", _PERMISSION),
    "403": ("access is denied", _PERMISSION),
    "AllAccessDisabled": ("access is denied", _PERMISSION),
    "InvalidAccessKeyId": ("the access key is not known", _SIGN_IN),
    "SignatureDoesNotMatch": ("the secret key is wrong", _SIGN_IN),
    "InvalidToken": ("the session token is not valid", _SIGN_IN),
    "ExpiredToken": ("the credentials have expired", _SIGN_IN),
    "TokenRefreshRequired": ("the credentials have expired", _SIGN_IN),
    "RequestTimeTooSkewed": ("this computer's clock is wrong", _CLOCK),
    "RequestExpired": ("this computer's clock is wrong", _CLOCK),
    "PermanentRedirect": ("the bucket is in another region", _REGION),
    "301": ("the bucket is in another region", _REGION),
    "AuthorizationHeaderMalformed": ("the bucket is in another region", _REGION),
    "IllegalLocationConstraintException": ("the bucket is in another region", _REGION),
    "EntityTooLarge": ("the file is larger than S3 takes", "Export at a lower bit rate."),
    "QuotaExceeded": ("the quota of the bucket is used up", "Free some space, then try again."),
    "InvalidObjectState": ("the object is archived", "Restore it in S3 first."),
}

_DAMAGED = {"BadDigest", "InvalidDigest", "XAmzContentSHA256Mismatch"}
_BUSY = {
    "SlowDown", "Throttling", "ThrottlingException", "RequestLimitExceeded", "RequestTimeout",
    "InternalError", "ServiceUnavailable", "OperationAborted", "ConditionalRequestConflict",
}  # fmt: skip

_NO_CREDENTIALS = {
    "NoCredentialsError", "PartialCredentialsError", "CredentialRetrievalError",
    "TokenRetrievalError", "SSOTokenLoadError", "UnauthorizedSSOTokenError", "ProfileNotFound",
    "SSOError", "LoginTokenLoadError",
}  # fmt: skip


@contextmanager
def s3_refusals_named(verb: str, key: str, bucket: str) -> Iterator[None]:
    """Errors of boto3 within become StorageErrors that name `key` and `bucket`."""
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 -- loaded late

    try:
        yield
    except ClientError as error:
        raise _refused_by_server(error, verb, key, bucket) from error
    except BotoCoreError as error:
        raise _failed_here(error, verb, key, bucket) from error


def code_of(error: ClientError) -> str:
    """`NoSuchKey` and the like; HEAD answers without a body give the HTTP status."""
    return str(error.response.get("Error", {}).get("Code", ""))


def _refused_by_server(error: ClientError, verb: str, key: str, bucket: str) -> StorageError:
    code, status = code_of(error), _status(error)
    start = f"Cannot {verb} {key} in the bucket “{bucket}”"
    if code == "NoSuchBucket":
        return no_such_bucket(bucket)
    if passing := _passing_reason(code, status):
        return StorageUnreachable(f"{start}: {passing}. Try again later.")
    if status == 404:
        return ObjectNotFound(f"There is no object {key} in the bucket “{bucket}”.")
    what, advice = _MEANING_BY_CODE.get(code, (_said(error), "Check the account's settings."))
    permission = _PERMISSIONS.get(verb, "access")
    return StorageError(
        f"{start}: {what}. " + advice.format(permission=permission, region=_region(error))
    )


def _passing_reason(code: str, status: int) -> str | None:
    """Why the same request may succeed later; None where it will not."""
    if code == "NoSuchUpload":
        return "the server has dropped its parts"
    if code in _DAMAGED:
        return "it was damaged on the way"
    if status == 412:
        return "it was replaced meanwhile"
    if code in _BUSY or status == 429 or status >= 500:
        return f"the server is busy ({code or status})"
    return None


def no_such_bucket(bucket: str) -> StorageError:
    return StorageError(
        f"There is no bucket “{bucket}”. Create it, or correct its name in the account's settings."
    )


def _failed_here(error: Exception, verb: str, key: str, bucket: str) -> StorageError:
    from botocore.exceptions import (  # noqa: PLC0415 -- loaded late
        ConnectionError as NotConnectedError,
    )
    from botocore.exceptions import (  # noqa: PLC0415
        HTTPClientError,
        NoRegionError,
        ParamValidationError,
        SSLError,
    )

    start = f"Cannot {verb} {key}" + (f" in the bucket “{bucket}”" if bucket else "")
    if type(error).__name__ in _NO_CREDENTIALS:
        return StorageError(f"{start}: there are no usable credentials ({error}). {_SIGN_IN}")
    if isinstance(error, NoRegionError):
        return StorageError(f"{start}: no region is set. Set the account's region.")
    if isinstance(error, ParamValidationError):
        return StorageError(f"{start}: the name of the bucket or the key is not valid in S3.")
    if isinstance(error, SSLError):
        return StorageError(f"{start}: the server's certificate is not trusted ({error}).")
    if isinstance(error, HTTPClientError | NotConnectedError):
        return StorageUnreachable(
            f"{start}: the server does not answer ({error}). Check the network, then try again."
        )
    return StorageError(f"{start}: {error}. Check the account's settings.")


def _status(error: ClientError) -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _said(error: ClientError) -> str:
    told: dict[str, Any] = dict(error.response.get("Error", {}))
    return f"{told.get('Message') or 'refused'} ({code_of(error) or _status(error)})".replace(
        ". (", " ("
    )


def _region(error: ClientError) -> str:
    headers = error.response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    named: object = dict(error.response.get("Error", {})).get("Region")
    return str(headers.get("x-amz-bucket-region") or named or "the bucket's own")
