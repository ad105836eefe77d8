"""Setting up accounts: what each is made of, keeping it, and bringing its database up to date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from timeline_studio.library import Library
from timeline_studio.productions import Transcoder
from timeline_studio.settings import (
    Account,
    AccountError,
    Accounts,
    Secrets,
    TypedSecrets,
    check_account,
)
from timeline_studio.settings.secrets import DATABASE_PASSWORD, FIELDS, SECRET_KEY
from timeline_studio.storage import LocalFolderStore, OutgoingStore, S3Store, StorageError

_DESTINATION = (
    "storage",
    "s3_endpoint",
    "media_bucket",
    "output_bucket",
    "database",
    "user_id",
)


class OpenLibrary(Protocol):
    """Raises LibraryError; UpgradeNeeded where only `migrate` is missing."""

    def __call__(self, *, migrate: bool = False) -> Library: ...


@dataclass(frozen=True)
class AccountParts:
    """What a studio of the account would be made of; nothing of it has been asked yet.
    `mediaconvert` is None where this computer transcodes; in `outgoing` files wait for the
    stores."""

    account: Account
    outgoing: Path
    media_store: LocalFolderStore | S3Store
    output_store: LocalFolderStore | S3Store
    mediaconvert: Transcoder | None
    open_library: OpenLibrary
    profiles: Path


@dataclass(frozen=True)
class AccountDesk:
    """Where accounts are kept, and what makes their parts (raises StudioError for values that
    cannot work)."""

    accounts: Accounts
    parts_of: Callable[[Account, Secrets], AccountParts]

    def parts(self, account: Account, typed: Mapping[str, str] | None = None) -> AccountParts:
        """With secrets that were `typed`, by their field, before those that are kept."""
        return self.parts_of(account, TypedSecrets(typed or {}, self.accounts.secrets))


def save_account(
    desk: AccountDesk, account: Account, typed: Mapping[str, str] | None = None
) -> None:
    """Keep an account; what is typed goes into the keyring, what it needs no more leaves it.

    Raises StudioError, and keeps nothing then, where a value cannot work, there is no keyring, or
    files wait for where the account leads now.
    """
    check_account(account)
    _refuse_to_strand(desk, account)
    desk.parts(account, typed)
    secrets = desk.accounts.secrets
    for field, secret in (typed or {}).items():
        if secret:
            secrets.set(account.name, field, secret)
    desk.accounts.set(account)
    for field in set(FIELDS) - set(needed_secrets(account)):
        secrets.delete(account.name, field)


def _refuse_to_strand(desk: AccountDesk, account: Account) -> None:
    """Footage that waits would go to the new bucket while its row says the old one, or nowhere."""
    for known in desk.accounts.list():
        if known.name.casefold() != account.name.casefold():
            continue
        changed = [name for name in _DESTINATION if getattr(known, name) != getattr(account, name)]
        count = _waiting(desk.parts(known)) if changed else 0
        if count:
            wait = "1 file waits" if count == 1 else f"{count} files wait"
            raise AccountError(
                changed[0],
                f"{wait} to be uploaded to where the account “{known.name}” leads now. Let the "
                "outbox finish first, or set up an account of another name.",
            )


def _waiting(parts: AccountParts) -> int:
    """How many files have yet to reach the account's buckets."""
    stores = {store.bucket: store for store in (parts.media_store, parts.output_store)}
    return sum(
        len(OutgoingStore(store, parts.outgoing).pending())
        for store in stores.values()
        if isinstance(store, S3Store)
    )


def needed_secrets(account: Account) -> list[str]:
    """The fields that this computer's keyring should have; the rest AWS's own chain knows."""
    needed = {
        DATABASE_PASSWORD: account.database is not None,
        SECRET_KEY: account.uses_aws and account.access_key_id is not None,
    }
    return [field for field, is_needed in needed.items() if is_needed]


def upgrade_database(parts: AccountParts) -> str:
    """Make or upgrade a server's tables, which its owner has been asked for. Returns what the
    library is called. Raises LibraryError."""
    with parts.open_library(migrate=True) as library:
        return library.name


def drop_abandoned_parts(parts: AccountParts) -> list[str]:
    """Have both buckets drop what uploads that nobody completes leave: a hint once an account is
    set up. Returns why not, a sentence for each bucket that refuses; everything else works."""
    refused: list[str] = []
    for store in (parts.media_store, parts.output_store):
        try:
            if isinstance(store, S3Store):
                store.ensure_lifecycle()
        except StorageError as error:
            refused.append(f"Parts of abandoned uploads stay in “{store.bucket}”: {error}")
    return refused
