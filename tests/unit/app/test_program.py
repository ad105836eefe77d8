"""One run of the program works in the chosen account, or in the one that is named for it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from keyring_file import FileKeyring
from timeline_studio.app.doctor import diagnose
from timeline_studio.app.program import Program
from timeline_studio.library import LibraryError
from timeline_studio.settings import LOCAL, Account, Home, SettingsError, SystemSecrets
from timeline_studio.storage import OutgoingStore
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import create_project, list_projects

CLOUD = Account(
    name="Films",
    storage="s3",
    media_bucket="films-media",
    output_bucket="films-hls",
    region="eu-central-1",
    s3_endpoint="http://127.0.0.1:9",
    transcoder="mediaconvert",
    mediaconvert_endpoint="http://127.0.0.1:9",
    role="arn:aws:iam::123456789012:role/MediaConvert",
    access_key_id="AKIAEXAMPLE",
)


@pytest.fixture
def program(home: Home, tmp_path: Path) -> Program:
    return Program(home, SystemSecrets(FileKeyring(tmp_path / "keyring.json"), environ={}))


@pytest.fixture
def opened(program: Program) -> Iterator[Studio]:
    program.accounts.set(CLOUD)
    program.accounts.choose("Films")
    studio = program.open_studio()
    with closing(studio.library):
        yield studio


def test_at_first_it_is_local(program: Program) -> None:
    assert program.account == LOCAL
    with program.open_studio().library as library:
        assert library.name == str(program.home.database)


def test_an_account_opens_without_a_network(opened: Studio, home: Home) -> None:
    assert opened.account == CLOUD
    assert opened.home.root.parent == home.root / "accounts"
    assert isinstance(opened.media_store, OutgoingStore)
    opened.media_store.put_file("a.txt", Path(__file__))
    assert opened.media_store.pending() == ["a.txt"]
    create_project(opened, "Beach")
    assert [project.name for project in list_projects(opened)] == ["Beach"]


def test_libraries_stay_apart(program: Program, opened: Studio) -> None:
    create_project(opened, "Beach")
    local = program.open_studio(LOCAL)
    with closing(local.library):
        assert list_projects(local) == []


def test_one_that_is_named_is_for_this_run_only(program: Program, opened: Studio) -> None:
    program.use("local")
    assert program.account == LOCAL
    assert program.accounts.chosen == CLOUD
    program.use("Nobody")
    with pytest.raises(SettingsError, match="no account “Nobody”"):
        program.open_studio()


def test_a_database_out_of_reach_is_named_with_the_account(program: Program) -> None:
    account = Account(name="Shared", database="mysql+pymysql://films@127.0.0.1:9/films")
    with pytest.raises(LibraryError, match="The account “Shared” cannot be opened") as refused:
        program.open_studio(account)
    assert "Check the network and the address, then try again." in str(refused.value)


def test_the_doctor_tries_the_account_out(program: Program, opened: Studio) -> None:
    checks = [check for check in diagnose(program) if check.name == "account Films"]
    assert [check.ok for check in checks[:2]] == [True, True]
    assert not any(check.ok for check in checks[2:])
    assert "keyring has no secret key" in checks[2].detail
