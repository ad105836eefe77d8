"""How an S3 server is reached. boto3 is loaded with the first request, not with the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_studio.storage.s3_refusals import s3_refusals_named

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

MIB = 1024 * 1024
SMALLEST_PART = 5 * MIB
MOST_PARTS = 10_000


@dataclass(frozen=True)
class S3Options:
    """Where, and how hard. Secrets are never here: they are `AccessKeys`, or come from AWS's own
    chain (environment, `~/.aws`, SSO, the machine's role), of which `profile` names a part.

    `endpoint` is the URL of a server that is not AWS; `path_style` puts the bucket into the path,
    which None does for such servers only. `bytes_per_second` caps all transfers of a store
    together. `attempts` counts the tries of one request.
    """

    endpoint: str | None = None
    region: str | None = None
    profile: str | None = None
    path_style: bool | None = None
    bytes_per_second: int | None = None
    part_size: int = 8 * MIB
    parallel_parts: int = 4
    attempts: int = 5
    connect_timeout_seconds: float = 10
    read_timeout_seconds: float = 60


@dataclass(frozen=True)
class AccessKeys:
    """An account's own, in place of AWS's chain. The secret is in no repr."""

    access_key_id: str
    secret_access_key: str = field(repr=False)


def connect(options: S3Options, keys: AccessKeys | None = None) -> S3Client:
    """Raises StorageError where the options themselves cannot work."""
    import boto3  # noqa: PLC0415 -- a third of a second that a start without S3 need not pay
    from botocore.config import Config  # noqa: PLC0415

    path_style = options.endpoint is not None if options.path_style is None else options.path_style
    config = Config(
        signature_version="s3v4",
        retries={"mode": "standard", "total_max_attempts": options.attempts},
        connect_timeout=options.connect_timeout_seconds,
        read_timeout=options.read_timeout_seconds,
        max_pool_connections=options.parallel_parts + 2,
        tcp_keepalive=True,
        # The signature covers each body's SHA-256 checksum, so the body need not be read twice.
        s3={
            "addressing_style": "path" if path_style else "auto",
            "payload_signing_enabled": False,
        },
        # Ours are explicit; servers other than AWS may not know the newer ones.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    with s3_refusals_named("reach", options.endpoint or "S3", ""):
        session = boto3.session.Session(
            aws_access_key_id=keys.access_key_id if keys else None,
            aws_secret_access_key=keys.secret_access_key if keys else None,
            profile_name=options.profile,
            region_name=options.region,
        )
        return session.client(
            "s3",
            endpoint_url=options.endpoint,
            # Servers of one's own take any region, but a signature needs one.
            region_name=session.region_name or ("us-east-1" if options.endpoint else None),
            config=config,
        )
