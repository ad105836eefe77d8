"""An account's values: what can work, where it lives, and no secret in any of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from timeline_studio.settings import (
    LOCAL,
    Account,
    AccountError,
    Home,
    account_home,
    check_account,
    database_password,
)

CLOUD = Account(
    name="Films",
    database="mysql+pymysql://films@db.example:3307/films?ssl=true",
    storage="s3",
    media_bucket="films-media",
    output_bucket="films-hls",
    region="eu-central-1",
    transcoder="mediaconvert",
    role="arn:aws:iam::123456789012:role/MediaConvert",
)


@pytest.mark.parametrize(
    "account",
    [
        CLOUD,
        Account(name="Second folder"),
        replace(CLOUD, transcoder="local", role=None),
        replace(CLOUD, region=None, s3_endpoint="http://127.0.0.1:8333", transcoder="local"),
        replace(CLOUD, database=None),
        Account(name="Shared", database="mariadb+pymysql://me%40work@[::1]:3306/films"),
    ],
)
def test_any_combination_that_works_is_taken(account: Account) -> None:
    check_account(account)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name": "local"}, "name", "built in"),
        ({"name": ""}, "name", "1 to 60 letters"),
        ({"name": " Films"}, "name", "no space at either end"),
        ({"name": "Films\n"}, "name", "no space at either end"),
        ({"name": "F" * 61}, "name", "1 to 60 letters"),
        ({"user_id": 0}, "user_id", "from 1"),
        ({"database": "films"}, "database", "mysql\\+pymysql://user@host/database"),
        ({"database": "sqlite:////etc/passwd"}, "database", "mysql\\+pymysql://user@host"),
        ({"media_bucket": ""}, "media_bucket", "The bucket for media needs a name"),
        ({"output_bucket": "Films HLS"}, "output_bucket", "“Films HLS” is none"),
        ({"output_bucket": "films-media"}, "output_bucket", "a bucket each"),
        ({"region": None}, "region", "S3 needs a region"),
        ({"region": None, "s3_endpoint": "http://s3"}, "region", "MediaConvert needs a region"),
        ({"s3_endpoint": "s3.example.org"}, "s3_endpoint", "a URL like"),
        ({"s3_endpoint": "http://[::1"}, "s3_endpoint", "a URL like"),
        ({"s3_endpoint": "https://me:secret@s3"}, "s3_endpoint", "a URL like"),
        ({"mediaconvert_endpoint": "ftp://aws"}, "mediaconvert_endpoint", "a URL like"),
        ({"role": None}, "role", "give its ARN"),
        ({"storage": "folder"}, "storage", "choose S3"),
        ({"bandwidth": 0}, "bandwidth", "bytes a second"),
        ({"cache_bytes": 0}, "cache_bytes", "from 1"),
    ],
)
def test_what_cannot_work_is_named(changes: dict[str, object], field: str, words: str) -> None:
    with pytest.raises(AccountError, match=words) as refused:
        check_account(replace(CLOUD, **changes))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(AccountError, match="password in it") as refused:
        check_account(replace(CLOUD, database="mysql+pymysql://films:hunter2@db/films"))
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("pasted", "address", "password"),
    [
        ("mysql+pymysql://me:p:a@s/s@db/films", "mysql+pymysql://me@db/films", "p:a@s/s"),
        ("mysql+pymysql://me:p%40ss@db/films", "mysql+pymysql://me@db/films", "p@ss"),
        ("mysql+pymysql://me@[::1]:3306/films", "mysql+pymysql://me@[::1]:3306/films", None),
        ("mysql+pymysql://me:secret@db/films", "mysql+pymysql://me@db/films", "secret"),
        ("mysql+pymysql://me@db/films?ssl=true", "mysql+pymysql://me@db/films?ssl=true", None),
        ("films", "films", None),
    ],
)
def test_a_pasted_address_is_taken_apart(pasted: str, address: str, password: str | None) -> None:
    assert database_password(pasted) == (address, password)


def test_local_lives_in_the_program_s_own_home(tmp_path: Path) -> None:
    assert account_home(Home(tmp_path), LOCAL) == Home(tmp_path)


@pytest.mark.parametrize("name", ["Films", "../../etc", "con", "Ünïcödé 🎬", "a/b", "F" * 60])
def test_every_account_has_a_folder_of_its_own_below_it(tmp_path: Path, name: str) -> None:
    root = account_home(Home(tmp_path), Account(name=name)).root
    assert root.parent == tmp_path / "accounts"
    assert root.name.isascii()
    others = {"Films 2", "films-", "a b", "etc", "con-"}
    assert root not in {account_home(Home(tmp_path), Account(name=other)).root for other in others}


def test_the_case_of_a_name_makes_no_other_account(tmp_path: Path) -> None:
    upper, lower = (account_home(Home(tmp_path), Account(name=name)) for name in ("FILMS", "films"))
    assert upper == lower
