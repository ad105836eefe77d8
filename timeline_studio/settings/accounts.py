"""The accounts of this computer, and which is chosen: one small file, without any secret."""

import json
import os
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import msgspec

from timeline_studio.settings.account import (
    LOCAL,
    LOCAL_NAME,
    Account,
    AccountError,
    account_home,
    check_account,
)
from timeline_studio.settings.paths import SettingsError
from timeline_studio.settings.secrets import FIELDS, Secrets

__all__ = ["LOCAL", "Account", "AccountError", "Accounts", "account_home", "check_account"]

_VERSION = 1


@dataclass(frozen=True)
class _Kept:
    chosen: str
    accounts: Sequence[Account]


class Accounts:
    """`Local` is always there. Reads the file each time: another window may have written it.

    A file that cannot be read is refused, not replaced: the accounts in it are someone's work.
    """

    def __init__(self, path: Path, secrets: Secrets) -> None:
        self._path = path
        self.secrets = secrets
        self._lock = threading.Lock()

    def list(self) -> list[Account]:
        """Local first, then by name."""
        return [LOCAL, *sorted(self._read().accounts, key=lambda account: account.name.casefold())]

    def get(self, name: str) -> Account:
        """Raises SettingsError where there is none of that name, whatever its case."""
        if _is_same(name, LOCAL_NAME):
            return LOCAL
        for account in self._read().accounts:
            if _is_same(account.name, name):
                return account
        raise SettingsError(
            f"There is no account “{name}”. See “timeline-studio account list”, or make it with "
            "“timeline-studio account set”."
        )

    def set(self, account: Account) -> None:
        """Add it, or put it in place of the one of its name. Raises SettingsError."""
        check_account(account)
        with self._lock:
            kept = self._read()
            others = [each for each in kept.accounts if not _is_same(each.name, account.name)]
            self._write(_Kept(kept.chosen, [*others, account]))

    def remove(self, name: str) -> None:
        """With its secrets. What it keeps on this computer stays, for one of its name to find."""
        account = self.get(name)
        if account.is_local:
            raise SettingsError("The account “Local” is built in and cannot be removed.")
        with self._lock:
            kept = self._read()
            others = [each for each in kept.accounts if not _is_same(each.name, name)]
            chosen = LOCAL_NAME if _is_same(kept.chosen, name) else kept.chosen
            self._write(_Kept(chosen, others))
        for field in FIELDS:
            self.secrets.delete(account.name, field)

    @property
    def chosen(self) -> Account:
        """What the program opens. Raises SettingsError where the file cannot be read."""
        return self.get(self._read().chosen)

    def choose(self, name: str) -> None:
        """Raises SettingsError where there is none of that name."""
        account = self.get(name)
        with self._lock:
            self._write(_Kept(account.name, self._read().accounts))

    def _read(self) -> _Kept:
        try:
            return _kept_in(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return _Kept(LOCAL_NAME, [])
        except (OSError, ValueError, msgspec.ValidationError) as error:
            raise SettingsError(
                f"The accounts in {self._path} cannot be read ({error}). Correct the file, or "
                "move it away and set the accounts up again; --account Local works without it."
            ) from error

    def _write(self, kept: _Kept) -> None:
        """Whole or not at all, on disk before this returns."""
        document = {
            "version": _VERSION,
            "chosen": kept.chosen,
            "accounts": [asdict(account) for account in kept.accounts],
        }
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}.partial")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8") as file:
                json.dump(document, file, indent=1, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise SettingsError(
                f"The accounts cannot be written to {self._path}: {error.strerror or error}. Free "
                "some space, or make the folder writable."
            ) from error


def _kept_in(document: Any) -> _Kept:
    """Raises ValueError and msgspec.ValidationError."""
    if not isinstance(document, dict) or document.get("version") != _VERSION:
        raise ValueError("it was written by another version of the program")
    return msgspec.convert(document, _Kept)


def _is_same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
