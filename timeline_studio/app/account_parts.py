"""What an account is made of: its stores, its transcoder, its library."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from timeline_studio.library import ANYWHERE, Library, LibraryError, UpgradeNeeded, with_password
from timeline_studio.productions import (
    MediaConvertOptions,
    MediaConvertTranscoder,
    mediaconvert_client,
)
from timeline_studio.settings import Account, Home, Secrets, SettingsError
from timeline_studio.settings.place import place_of
from timeline_studio.settings.secrets import DATABASE_PASSWORD, SECRET_KEY
from timeline_studio.storage import AccessKeys, LocalFolderStore, S3Options, S3Store, connect

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert import MediaConvertClient

_ATTEMPTS = 5


def make_store(
    home: Home, account: Account, bucket: str, secrets: Secrets, *, attempts: int = _ATTEMPTS
) -> LocalFolderStore | S3Store:
    """`home` is the account's. Nothing is asked of the network or the keyring yet."""
    if account.storage == "folder":
        return LocalFolderStore(home.store, bucket)
    return S3Store(
        bucket,
        cache=home.cache / "objects",
        journals=home.journals,
        cache_bytes=account.cache_bytes,
        options=S3Options(
            endpoint=account.s3_endpoint,
            region=account.region,
            profile=account.aws_profile,
            bytes_per_second=account.bandwidth,
            attempts=attempts,
        ),
        client_factory=lambda options: connect(options, _access_keys(account, secrets)),
    )


def make_mediaconvert(account: Account, secrets: Secrets) -> MediaConvertTranscoder:
    """Raises ProductionError for a value that MediaConvert would refuse."""
    options = mediaconvert_options(account)

    def client() -> "MediaConvertClient":
        keys = _access_keys(account, secrets)
        return mediaconvert_client(
            region=options.region,
            endpoint_url=options.endpoint_url,
            access_key=keys.access_key_id if keys else None,
            secret_key=keys.secret_access_key if keys else None,
            profile=options.profile,
        )

    return MediaConvertTranscoder(options, client)


def mediaconvert_options(account: Account) -> MediaConvertOptions:
    """Raises ProductionError for a value that MediaConvert would refuse."""
    return MediaConvertOptions(
        region=account.region or "",
        role=account.role or "",
        endpoint_url=account.mediaconvert_endpoint,
        profile=account.aws_profile,
        queue=account.queue,
        acceleration=account.acceleration,
        priority=account.priority,
        tags=account.tags,
    )


def library_opener(home: Home, account: Account, secrets: Secrets) -> Callable[..., Library]:
    """`Library.open` on the account's own, for `migrate` to be asked for.

    A server is refused with LibraryError when it cannot be reached, or is older; UpgradeNeeded
    says how to upgrade it.
    """
    return partial(_open_library, home, account, secrets)


def _open_library(
    home: Home, account: Account, secrets: Secrets, *, migrate: bool = False
) -> Library:
    if account.database is None:
        return Library.open(home.database)
    password = secrets.get(account.name, DATABASE_PASSWORD)
    address = with_password(account.database, password)
    place = place_of(home) if account.storage == "folder" else ANYWHERE
    try:
        return Library.open(address, migrate=migrate, place=place)
    except UpgradeNeeded as error:
        raise UpgradeNeeded(
            f"{error} “timeline-studio account upgrade {account.name}” does it, and so does "
            "Upgrade Database in the window's accounts."
        ) from error
    except LibraryError as error:
        raise type(error)(f"The account “{account.name}” cannot be opened. {error}") from error


def _access_keys(account: Account, secrets: Secrets) -> AccessKeys | None:
    """None: AWS's own chain. Raises SettingsError where only half of them is known."""
    if account.access_key_id is None:
        return None
    secret = secrets.get(account.name, SECRET_KEY)
    if secret is None:
        raise SettingsError(
            f"The account “{account.name}” signs with the access key {account.access_key_id}, but "
            "this computer's keyring has no secret key for it: enter it again in the account."
        )
    return AccessKeys(account.access_key_id, secret)
