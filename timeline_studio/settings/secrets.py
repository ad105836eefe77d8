"""Secrets: in the system's keyring, by account and field; never in a file of ours."""

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from timeline_studio.settings.paths import SettingsError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Timeline Studio"
DATABASE_PASSWORD = "database_password"  # noqa: S105 - the field's name
SECRET_KEY = "secret_access_key"  # noqa: S105
FIELDS = (DATABASE_PASSWORD, SECRET_KEY)

_VARIABLES = {
    DATABASE_PASSWORD: "TIMELINE_STUDIO_DATABASE_PASSWORD",
    SECRET_KEY: "TIMELINE_STUDIO_SECRET_ACCESS_KEY",
}
_INSTEAD = {
    DATABASE_PASSWORD: f"set {_VARIABLES[DATABASE_PASSWORD]} in the environment instead",
    SECRET_KEY: (
        f"sign in with the AWS command line, or set {_VARIABLES[SECRET_KEY]} in the environment "
        "instead"
    ),
}


class Secrets(Protocol):
    """An account's secrets, one a field of FIELDS."""

    def get(self, account: str, field: str) -> str | None:
        """None where there is none. Raises SettingsError for a keyring that refuses."""

    def set(self, account: str, field: str, secret: str) -> None:
        """Raises SettingsError where there is no keyring to keep it."""

    def delete(self, account: str, field: str) -> None:
        """Deleting what is not there is fine."""


class SystemSecrets:
    """The keyring of this computer's user, unlocked by their system; where it has nothing, the
    environment may. `keyring` is loaded at the first question: it asks for every backend."""

    def __init__(
        self,
        keyring: "KeyringBackend | None" = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._given = keyring
        self._environ = environ

    def get(self, account: str, field: str) -> str | None:
        from keyring.errors import KeyringError, NoKeyringError  # noqa: PLC0415

        offered = self._environ.get(_VARIABLES[field]) or None
        try:
            kept: str | None = self._keyring.get_password(SERVICE, _entry(account, field))
        except NoKeyringError:
            return offered
        except KeyringError as error:
            if offered:
                return offered
            raise _refused("read", account, field, error) from error
        return kept or offered

    def set(self, account: str, field: str, secret: str) -> None:
        from keyring.errors import KeyringError, NoKeyringError  # noqa: PLC0415

        try:
            self._keyring.set_password(SERVICE, _entry(account, field), secret)
        except NoKeyringError as error:
            raise SettingsError(
                f"This computer has no keyring to keep the secrets of “{account}” in, and they "
                f"are kept nowhere else: {_INSTEAD[field]}."
            ) from error
        except KeyringError as error:
            raise _refused("written", account, field, error) from error

    def delete(self, account: str, field: str) -> None:
        from keyring.errors import KeyringError, NoKeyringError, PasswordDeleteError  # noqa: PLC0415

        try:
            with suppress(PasswordDeleteError, NoKeyringError):
                self._keyring.delete_password(SERVICE, _entry(account, field))
        except KeyringError as error:
            raise _refused("written", account, field, error) from error

    @property
    def _keyring(self) -> "KeyringBackend":
        if self._given is not None:
            return self._given
        import keyring  # noqa: PLC0415

        return keyring.get_keyring()


class TypedSecrets:
    """What was typed and not saved yet, before what is saved."""

    def __init__(self, typed: Mapping[str, str], saved: Secrets) -> None:
        self._typed = {field: secret for field, secret in typed.items() if secret}
        self._saved = saved

    def get(self, account: str, field: str) -> str | None:
        return self._typed.get(field) or self._saved.get(account, field)

    def set(self, account: str, field: str, secret: str) -> None:
        self._saved.set(account, field, secret)

    def delete(self, account: str, field: str) -> None:
        self._saved.delete(account, field)


def _entry(account: str, field: str) -> str:
    return f"{account}: {field}"


def _refused(verb: str, account: str, field: str, error: Exception) -> SettingsError:
    """The keyring's own words name no secret."""
    said = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return SettingsError(
        f"The keyring does not let the secrets of “{account}” be {verb} ({said}): unlock it and "
        f"try again, or {_INSTEAD[field]}."
    )
