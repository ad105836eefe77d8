"""An account: where its library and media live, and who transcodes. It holds no secret."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal
from urllib.parse import unquote, urlsplit

from timeline_studio.settings.paths import Home, SettingsError

LOCAL_NAME = "Local"
MEDIA_BUCKET = "timeline-studio-media"
OUTPUT_BUCKET = "timeline-studio-hls"

_DATABASE = re.compile(
    r"(mysql|mariadb)\+pymysql://(?P<user>[^\s/@:]+)@(?P<host>[^\s/@]+)/(?P<name>[^\s/?]+)(\?\S*)?"
)
_PASSWORD = re.compile(r"(?P<user>[^:/]+://[^:@/]+):(?P<password>.+)@(?P<rest>[^@]+)")
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_LONGEST_NAME = 60


class AccountError(SettingsError):
    """A value that an account cannot have; `field` is its name in `Account`."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Account:
    """The account `Local` is built in: a file, folders and a transcoder of this computer.

    `database` is a server's address without its password; None is a SQLite file of the account's
    own. `s3_endpoint` and `mediaconvert_endpoint` are for servers that are not AWS's. Without
    `access_key_id` AWS's own chain signs (environment, `aws_profile`, SSO, the machine's role).
    `bandwidth` caps what is sent and fetched, in bytes a second; `cache_bytes` what is kept here of
    what was fetched.
    """

    name: str = LOCAL_NAME
    user_id: int = 1
    database: str | None = None
    storage: Literal["folder", "s3"] = "folder"
    media_bucket: str = MEDIA_BUCKET
    output_bucket: str = OUTPUT_BUCKET
    region: str | None = None
    s3_endpoint: str | None = None
    transcoder: Literal["local", "mediaconvert"] = "local"
    mediaconvert_endpoint: str | None = None
    role: str | None = None
    queue: str | None = None
    acceleration: Literal["DISABLED", "ENABLED", "PREFERRED"] | None = None
    priority: int = 0
    tags: Mapping[str, str] = field(default_factory=dict)
    aws_profile: str | None = None
    access_key_id: str | None = None
    bandwidth: int | None = None
    cache_bytes: int = 50_000_000_000

    @property
    def is_local(self) -> bool:
        """The one that is built in."""
        return self.name == LOCAL_NAME

    @property
    def uses_aws(self) -> bool:
        return self.storage == "s3" or self.transcoder == "mediaconvert"


LOCAL = Account()


def account_home(home: Home, account: Account) -> Home:
    """Where all that an account keeps on this computer lies; Local's is the program's own."""
    if account.is_local:
        return home
    key = account.name.casefold()
    words = re.sub(r"[^a-z0-9]+", "-", key).strip("-")[:40]
    # Names may differ only in what a folder's name cannot hold; and “con” is none on Windows.
    slug = "-".join(filter(None, [words, sha256(key.encode()).hexdigest()[:8]]))
    return Home(home.root / "accounts" / slug)


def check_account(account: Account) -> None:
    """Raises AccountError for what cannot work, whatever is at the other end."""
    check_name(account.name)
    _check_database(account.database)
    if account.user_id < 1:
        raise AccountError("user_id", "The user id is a number from 1: the web application's.")
    if account.storage == "s3":
        _check_s3(account)
    if account.transcoder == "mediaconvert":
        _check_mediaconvert(account)
    if account.bandwidth is not None and account.bandwidth < 1:
        raise AccountError("bandwidth", "The bandwidth is in bytes a second, or none for all.")
    if account.cache_bytes < 1:
        raise AccountError("cache_bytes", "The room for files from S3 is in bytes, from 1.")


def check_name(name: str) -> None:
    if name.casefold() == LOCAL_NAME.casefold():
        raise AccountError("name", "The account “Local” is built in: choose another name.")
    if not name or name != name.strip() or not name.isprintable() or len(name) > _LONGEST_NAME:
        raise AccountError(
            "name",
            f"An account's name has 1 to {_LONGEST_NAME} letters, and no space at either end.",
        )


def database_password(address: str) -> tuple[str, str | None]:
    """The address without its password, and the password, as someone may have pasted both."""
    found = _PASSWORD.fullmatch(address)
    if found is None:
        return address, None
    return f"{found['user']}@{found['rest']}", unquote(found["password"])


def _check_database(address: str | None) -> None:
    if address is None:
        return
    if ":" in address.partition("://")[2].rpartition("@")[0]:
        raise AccountError(
            "database", "The database's address has a password in it: give it by itself instead."
        )
    if not _DATABASE.fullmatch(address):
        raise AccountError(
            "database",
            "The database's address is mysql+pymysql://user@host/database, without a password, "
            "or none for a file on this computer.",
        )


def _check_s3(account: Account) -> None:
    for field_name, what in (("media_bucket", "media"), ("output_bucket", "outputs")):
        bucket: str = getattr(account, field_name)
        if not _BUCKET.fullmatch(bucket):
            raise AccountError(
                field_name,
                f"The bucket for {what} needs a name of 3 to 63 lower-case letters, digits, dots "
                f"and hyphens; “{bucket}” is none.",
            )
    if account.media_bucket == account.output_bucket:
        raise AccountError(
            "output_bucket",
            "Media and outputs need a bucket each: deleting a production must not reach footage.",
        )
    if not account.region and not account.s3_endpoint:
        raise AccountError("region", "S3 needs a region, for example eu-central-1.")
    _check_endpoint("s3_endpoint", account.s3_endpoint)


def _check_mediaconvert(account: Account) -> None:
    if account.storage != "s3":
        raise AccountError(
            "storage", "MediaConvert reads and writes S3 only: choose S3 for the media too."
        )
    if not account.region:
        raise AccountError("region", "MediaConvert needs a region, for example eu-central-1.")
    if not account.role:
        raise AccountError(
            "role",
            "MediaConvert needs a role that reads and writes the buckets: give its ARN, like "
            "arn:aws:iam::123456789012:role/MediaConvert.",
        )
    _check_endpoint("mediaconvert_endpoint", account.mediaconvert_endpoint)


def _check_endpoint(field_name: str, endpoint: str | None) -> None:
    if endpoint is None:
        return
    try:
        parts = urlsplit(endpoint)
    except ValueError:  # half of an IPv6 address
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise AccountError(
            field_name,
            "An endpoint is a URL like https://s3.example.org:8333, or none for AWS.",
        )
