"""A boto3 client for MediaConvert. boto3 is imported when the first is made: it takes a while."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert import MediaConvertClient

# MediaConvert knows a request's token for a minute. The last attempt has to begin before that,
# whatever the pauses in between (at most 1, 2 and 4 s), or it could make a second job.
_ATTEMPTS = 4
_CONNECT_SECONDS = 5
_READ_SECONDS = 12


def mediaconvert_client(
    *,
    region: str,
    endpoint_url: str | None = None,
    access_key: str | None = None,
    secret_key: str | None = None,
    session_token: str | None = None,
    profile: str | None = None,
) -> "MediaConvertClient":
    """Without keys, the AWS chain says who we are: environment, `profile`, SSO, instance.

    Busy and broken answers are asked again, with a growing pause; a request that is sent again
    has the token of the first. Raises what botocore raises.
    """
    import boto3  # noqa: PLC0415
    from botocore.config import Config  # noqa: PLC0415

    # a session of its own: the default one is global, and not made for threads
    session = boto3.Session(
        aws_access_key_id=access_key,
        aws_secret_access_key=secret_key,
        aws_session_token=session_token,
        profile_name=profile,
        region_name=region,
    )
    config = Config(
        retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=_READ_SECONDS,
    )
    return session.client("mediaconvert", endpoint_url=endpoint_url, config=config)
