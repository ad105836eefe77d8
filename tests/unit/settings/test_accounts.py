"""The accounts of this computer are kept whole, in a file without secrets."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from keyring_file import FileKeyring
from timeline_studio.settings import LOCAL, Account, Accounts, SettingsError, SystemSecrets
from timeline_studio.settings.secrets import DATABASE_PASSWORD, SECRET_KEY

FILMS = Account(
    name="Films",
    database="mysql+pymysql://films@db.example/films",
    storage="s3",
    media_bucket="films-media",
    output_bucket="films-hls",
    region="eu-central-1",
    access_key_id="AKIAEXAMPLE",
    tags={"team": "films"},
    bandwidth=1_000_000,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "accounts.json"


@pytest.fixture
def keyring(tmp_path: Path) -> FileKeyring:
    return FileKeyring(tmp_path / "keyring.json")


@pytest.fixture
def accounts(path: Path, keyring: FileKeyring) -> Accounts:
    return Accounts(path, SystemSecrets(keyring, environ={}))


def test_at_first_there_is_local(accounts: Accounts, path: Path) -> None:
    assert accounts.list() == [LOCAL]
    assert accounts.chosen == LOCAL
    assert accounts.get("local") == LOCAL
    assert not path.exists()


def test_an_account_comes_back_as_it_was(accounts: Accounts, path: Path) -> None:
    accounts.set(FILMS)
    accounts.choose("films")
    again = Accounts(path, accounts.secrets)
    assert again.list() == [LOCAL, FILMS]
    assert again.chosen == FILMS
    assert list(path.parent.iterdir()) == [path]


def test_setting_it_again_replaces_it(accounts: Accounts) -> None:
    accounts.set(FILMS)
    accounts.set(Account(name="archive"))
    accounts.set(replace(FILMS, user_id=7))
    assert [(each.name, each.user_id) for each in accounts.list()] == [
        ("Local", 1),
        ("archive", 1),
        ("Films", 7),
    ]


def test_two_windows_keep_each_others_accounts(accounts: Accounts, path: Path) -> None:
    other = Accounts(path, accounts.secrets)
    accounts.set(FILMS)
    other.set(Account(name="Archive"))
    accounts.choose("Archive")
    assert [each.name for each in other.list()] == ["Local", "Archive", "Films"]
    assert other.chosen.name == "Archive"


def test_removing_forgets_its_secrets_too(accounts: Accounts, keyring: FileKeyring) -> None:
    accounts.set(FILMS)
    accounts.choose("Films")
    accounts.secrets.set("Films", SECRET_KEY, "hush")
    accounts.secrets.set("Films", DATABASE_PASSWORD, "hush")
    accounts.remove("Films")
    assert accounts.list() == [LOCAL]
    assert accounts.chosen == LOCAL
    assert keyring.entries() == {}


def test_what_is_not_there_is_named(accounts: Accounts) -> None:
    for refused in (accounts.get, accounts.choose, accounts.remove):
        with pytest.raises(SettingsError, match="There is no account “Films”"):
            refused("Films")


def test_local_stays(accounts: Accounts) -> None:
    with pytest.raises(SettingsError, match="cannot be removed"):
        accounts.remove("Local")
    with pytest.raises(SettingsError, match="built in"):
        accounts.set(Account(name="LOCAL"))


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"version": 2, "chosen": "Local", "accounts": []}',
        '{"version": 1, "chosen": "Local"}',
        '{"version": 1, "chosen": "Local", "accounts": [{"name": "x", "storage": "tape"}]}',
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_kept(
    accounts: Accounts, path: Path, text: str
) -> None:
    path.parent.mkdir()
    path.write_text(text)
    for refused in (accounts.list, lambda: accounts.chosen, lambda: accounts.set(FILMS)):
        with pytest.raises(SettingsError, match=r"accounts\.json cannot be read.*Correct the file"):
            refused()
    assert path.read_text() == text
    assert accounts.get("Local") == LOCAL


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, accounts: Accounts) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(SettingsError, match="home"):
        accounts.set(FILMS)


def test_no_secret_can_be_in_the_file(accounts: Accounts, path: Path) -> None:
    accounts.secrets.set("Films", SECRET_KEY, "hush-key")
    accounts.secrets.set("Films", DATABASE_PASSWORD, "hush-word")
    accounts.set(FILMS)
    assert "hush" not in path.read_text("utf-8")
    (kept,) = json.loads(path.read_text("utf-8"))["accounts"]
    assert not {name for name in kept if "secret" in name or "password" in name}
