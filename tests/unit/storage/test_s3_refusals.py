"""What S3 refuses, said so that a user knows what to do."""

import pytest
from botocore.exceptions import (
    ClientError,
    ConnectTimeoutError,
    NoRegionError,
    ParamValidationError,
    SSLError,
    UnknownEndpointError,
)

from timeline_studio.storage import ObjectNotFound, StorageError, StorageUnreachable
from timeline_studio.storage.s3_refusals import s3_refusals_named


def refused(code: str, status: int = 400, **more: object) -> ClientError:
    return ClientError(
        {
            "Error": {"Code": code, "Message": "Told by the server.", **more},
            "ResponseMetadata": {"HTTPStatusCode": status, "HTTPHeaders": {}},
        },
        "GetObject",
    )


def told(error: Exception, verb: str = "read") -> StorageError:
    with pytest.raises(StorageError) as caught, s3_refusals_named(verb, "a/b.mp4", "media"):
        raise error
    assert caught.value.__cause__ is error
    return caught.value


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (refused("AccessDenied", 403), "access is denied. Ask for s3:GetObject"),
        (refused("ExpiredToken"), "expired. Renew the credentials"),
        (refused("RequestTimeTooSkewed", 403), "clock is wrong. Set this computer's clock"),
        (refused("PermanentRedirect", 301, Region="eu-west-1"), "region to eu-west-1"),
        (refused("301", 301), "Set the account's region to the bucket's own"),
        (refused("NewCode"), "Told by the server (NewCode). Check"),
        (NoRegionError(), "no region is set"),
        (ParamValidationError(report="bad"), "not valid in S3"),
        (SSLError(endpoint_url="https://x", error="self-signed"), "certificate is not trusted"),
        (UnknownEndpointError(service_name="s3", region_name="x"), "Check the account's settings"),
    ],
)
def test_a_refusal_that_stays_says_what_to_do(error: Exception, words: str) -> None:
    said = told(error)

    assert not isinstance(said, StorageUnreachable | ObjectNotFound)
    assert words in str(said)
    assert "Cannot read a/b.mp4 in the bucket “media”" in str(said)


@pytest.mark.parametrize(
    "error",
    [
        refused("SlowDown", 503),
        refused("500", 500),
        refused("429", 429),
        refused("RequestTimeout"),
        refused("BadDigest"),
        refused("PreconditionFailed", 412),
        refused("NoSuchUpload", 404),
        ConnectTimeoutError(endpoint_url="https://x"),
    ],
)
def test_what_passes_may_be_tried_later(error: Exception) -> None:
    said = told(error)

    assert isinstance(said, StorageUnreachable)
    assert "try again" in str(said).lower()


def test_an_absent_object_and_an_absent_bucket_are_told_apart() -> None:
    assert isinstance(told(refused("NoSuchKey", 404)), ObjectNotFound)
    assert "There is no bucket “media”" in str(told(refused("NoSuchBucket", 404)))


@pytest.mark.parametrize(
    ("verb", "permission"),
    [("store", "s3:PutObject"), ("list", "s3:ListBucket"), ("delete", "s3:DeleteObject")],
)
def test_a_denial_names_the_permission(verb: str, permission: str) -> None:
    assert permission in str(told(refused("403", 403), verb))


def test_other_errors_pass_through() -> None:
    with pytest.raises(ZeroDivisionError), s3_refusals_named("read", "a", "media"):
        raise ZeroDivisionError
