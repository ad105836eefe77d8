"""Secrets are in the system's keyring, or in the environment; refusals never show them."""

from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from keyring_file import FileKeyring
from timeline_studio.settings import SettingsError, SystemSecrets, TypedSecrets
from timeline_studio.settings.secrets import DATABASE_PASSWORD, SECRET_KEY


class LockedKeyring(FileKeyring):
    """As one whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("Failed to unlock the collection!")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("Failed to unlock the collection!")

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked("Failed to unlock the collection!")


@pytest.fixture
def keyring(tmp_path: Path) -> FileKeyring:
    return FileKeyring(tmp_path / "keyring.json")


def test_each_account_has_its_own(keyring: FileKeyring) -> None:
    secrets = SystemSecrets(keyring, environ={})
    secrets.set("Films", SECRET_KEY, "one")
    secrets.set("Archive", SECRET_KEY, "two")
    secrets.delete("Archive", SECRET_KEY)
    secrets.delete("Archive", SECRET_KEY)
    assert secrets.get("Films", SECRET_KEY) == "one"
    assert secrets.get("Archive", SECRET_KEY) is None
    assert secrets.get("Films", DATABASE_PASSWORD) is None
    assert keyring.entries() == {"Timeline Studio / Films: secret_access_key": "one"}


def test_without_a_keyring_the_environment_may_know() -> None:
    environ = {"TIMELINE_STUDIO_DATABASE_PASSWORD": "from outside"}
    secrets = SystemSecrets(NoKeyring(), environ=environ)
    assert secrets.get("Films", DATABASE_PASSWORD) == "from outside"
    assert secrets.get("Films", SECRET_KEY) is None
    secrets.delete("Films", SECRET_KEY)


def test_without_a_keyring_nothing_is_kept_anywhere() -> None:
    secrets = SystemSecrets(NoKeyring(), environ={})
    with pytest.raises(SettingsError, match="has no keyring") as refused:
        secrets.set("Films", SECRET_KEY, "hush")
    assert "sign in with the AWS command line" in str(refused.value)
    assert "TIMELINE_STUDIO_SECRET_ACCESS_KEY" in str(refused.value)
    assert "hush" not in str(refused.value)


def test_a_locked_keyring_is_told(tmp_path: Path) -> None:
    secrets = SystemSecrets(LockedKeyring(tmp_path / "keyring.json"), environ={})
    for refused in (
        lambda: secrets.get("Films", DATABASE_PASSWORD),
        lambda: secrets.set("Films", DATABASE_PASSWORD, "hush"),
        lambda: secrets.delete("Films", DATABASE_PASSWORD),
    ):
        with pytest.raises(SettingsError, match=r"keyring does not let.*Failed to unlock.*unlock"):
            refused()


def test_the_environment_helps_where_the_keyring_is_locked(tmp_path: Path) -> None:
    environ = {"TIMELINE_STUDIO_DATABASE_PASSWORD": "from outside"}
    secrets = SystemSecrets(LockedKeyring(tmp_path / "keyring.json"), environ=environ)
    assert secrets.get("Films", DATABASE_PASSWORD) == "from outside"


def test_the_system_s_own_keyring_is_asked_where_none_is_given(keyring: FileKeyring) -> None:
    import keyring as system  # noqa: PLC0415 - as the program does, when it is first asked

    before = system.get_keyring()
    system.set_keyring(keyring)
    try:
        SystemSecrets(environ={}).set("Films", SECRET_KEY, "one")
        assert SystemSecrets(environ={}).get("Films", SECRET_KEY) == "one"
    finally:
        system.set_keyring(before)


def test_what_is_typed_comes_first(keyring: FileKeyring) -> None:
    saved = SystemSecrets(keyring, environ={})
    saved.set("Films", SECRET_KEY, "old")
    saved.set("Films", DATABASE_PASSWORD, "kept")
    typed = TypedSecrets({SECRET_KEY: "new", DATABASE_PASSWORD: ""}, saved)
    assert typed.get("Films", SECRET_KEY) == "new"
    assert typed.get("Films", DATABASE_PASSWORD) == "kept"
    assert saved.get("Films", SECRET_KEY) == "old"
    typed.set("Films", SECRET_KEY, "new")
    assert saved.get("Films", SECRET_KEY) == "new"
    typed.delete("Films", SECRET_KEY)
    assert saved.get("Films", SECRET_KEY) is None
