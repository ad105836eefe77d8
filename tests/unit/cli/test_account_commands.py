"""Accounts by command: set, shown, tried out, chosen; their secrets never from an argument."""

import io
import json
from typing import Any

import pytest

from timeline_studio.cli import CliContext
from timeline_studio.cli.account_options import changes_of
from timeline_studio.cli.secret_input import read_secret
from timeline_studio.errors import StudioError
from timeline_studio.settings import Account, Home
from timeline_studio.settings.secrets import DATABASE_PASSWORD, SECRET_KEY

NOWHERE = "http://127.0.0.1:9"
S3 = (
    *("--storage", "s3", "--region", "eu-central-1", "--s3-endpoint", NOWHERE),
    *("--media-bucket", "films-media", "--output-bucket", "films-hls"),
)


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> Any:
    def give(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return give


def test_an_account_is_set_shown_and_listed(commands: Any, context: CliContext) -> None:
    commands.json("account", "set", "Films", "--user-id", 7, "--tag", "team=films")
    commands.json("account", "set", "Films", "--bandwidth", 1000)
    commands.json("account", "set", "Films", "--cache-bytes", 2_000_000_000)
    assert context.desk.accounts.get("films") == Account(
        name="Films",
        user_id=7,
        tags={"team": "films"},
        bandwidth=1000,
        cache_bytes=2_000_000_000,
    )
    shown = commands.json("account", "show", "Films")
    assert (shown["user_id"], shown["secrets"]) == (7, {})
    assert "user_id: 7" in commands.text("account", "show", "Films")
    rows = commands.json("account", "list")
    assert [(row["name"], row["in_use"]) for row in rows] == [("Local", "*"), ("Films", "")]


def test_an_empty_text_takes_a_value_away(commands: Any, context: CliContext) -> None:
    commands.text("account", "set", "Films", "--region", "eu-central-1", "--bandwidth", 9)
    commands.text("account", "set", "Films", "--region", "", "--bandwidth", 0, "--tag", "")
    assert context.desk.accounts.get("Films") == Account(name="Films")


def test_secrets_are_read_from_standard_input(
    commands: Any, context: CliContext, home: Home, standard_input: Any
) -> None:
    standard_input("pass word\nkey/secret\n")
    said = commands.run(
        *("account", "set", "Films", *S3, "--access-key-id", "AKIA"),
        *("--database", "mysql+pymysql://films@127.0.0.1:9/films"),
        *("--database-password", "--secret-key"),
    )
    assert (said.code, said.err) == (0, "")
    assert "Films is saved. Try it: timeline-studio account test Films" in said.out
    assert "Parts of abandoned uploads stay in “films-media”" in said.out
    secrets = context.desk.accounts.secrets
    assert secrets.get("Films", DATABASE_PASSWORD) == "pass word"
    assert secrets.get("Films", SECRET_KEY) == "key/secret"
    shown = json.dumps(commands.json("account", "show", "Films"))
    for text in (said.out, shown, home.accounts.read_text("utf-8")):
        assert "pass word" not in text
        assert "key/secret" not in text
    assert '"secret_access_key": "known"' in shown


def test_a_secret_that_does_not_come_is_asked_for(commands: Any, standard_input: Any) -> None:
    standard_input("")
    words = commands.refusal("account", "set", "Films", "--secret-key")
    assert "Secret access key: nothing came on standard input" in words


def test_a_terminal_is_prompted_without_an_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    asked: list[dict[str, object]] = []

    def prompt(_words: str, **how: object) -> str:
        asked.append(how)
        return "typed"

    monkeypatch.setattr("typer.prompt", prompt)
    assert read_secret("Secret access key") == "typed"
    assert asked == [{"hide_input": True, "err": True}]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("set", "Local", "--user-id", "2"), "built in"),
        (("set", "Films", "--storage", "tape"), "--storage is folder or s3, not “tape”"),
        (("set", "Films", "--transcoder", "mediaconvert"), "choose S3"),
        (("set", "Films", "--tag", "team"), "--tag is name=value"),
        (("set", "Films", "--database", "mysql+pymysql://me:hush@db/films"), "password in it"),
        (("show", "Films"), "There is no account “Films”"),
        (("use", "Films"), "There is no account “Films”"),
        (("test", "Films"), "There is no account “Films”"),
        (("upgrade", "Films", "--yes"), "There is no account “Films”"),
        (("remove", "Local", "--yes"), "cannot be removed"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(
    commands: Any, arguments: tuple[str, ...], words: str
) -> None:
    said = commands.refusal("account", *arguments)
    assert words in said
    assert "hush" not in said


def test_the_account_in_use_is_chosen_and_forgotten(commands: Any, context: CliContext) -> None:
    commands.text("account", "set", "Films")
    assert commands.text("account", "use", "films") == "Films is in use.\n"
    assert context.desk.accounts.chosen.name == "Films"
    assert "name: Films" in commands.text("account", "show")
    assert commands.json("account", "remove", "Films", "--yes") == {"removed": "Films"}
    assert context.desk.accounts.chosen.name == "Local"


def test_removing_asks_first(commands: Any, context: CliContext, standard_input: Any) -> None:
    commands.text("account", "set", "Films")
    standard_input("n\n")
    said = commands.run("account", "remove", "Films")
    assert said.code == 1
    assert "Cancelled." in said.err
    assert [each.name for each in context.desk.accounts.list()] == ["Local", "Films"]


def test_another_account_is_used_for_one_run(commands: Any, context: CliContext) -> None:
    commands.text("account", "set", "Films")
    assert "name: Films" in commands.text("--account", "films", "account", "show")
    assert context.desk.accounts.chosen.name == "Local"


def test_trying_out_says_what_works(commands: Any) -> None:
    trials = commands.json("account", "test", "Local")["trials"]
    assert [trial["is_ok"] for trial in trials] == [True] * 4
    assert "ok   Folder for media timeline-studio-media: put, get, delete" in commands.text(
        "account", "test"
    )


def test_trying_out_fails_with_what_does_not(commands: Any, standard_input: Any) -> None:
    standard_input("hush\n")
    commands.text("account", "set", "Films", *S3, "--access-key-id", "AKIA", "--secret-key")
    said = commands.run("account", "test", "Films")
    assert said.code == 1
    assert "FAIL Bucket for media films-media: put: Cannot store" in said.out
    assert "none Bucket for media films-media: get: Not tried" in said.out
    assert said.err.startswith("Not all is well: Bucket for media films-media: put, Bucket for out")
    assert "hush" not in said.out + said.err


def test_a_file_is_always_up_to_date(commands: Any, home: Home) -> None:
    commands.text("account", "set", "Films")
    said = commands.text("account", "upgrade", "Films", "--yes")
    assert "library.sqlite3 is up to date" in said
    assert str(home.root / "accounts") in said


def test_only_what_is_given_changes() -> None:
    assert changes_of(region=None, user_id=None) == {}
    assert changes_of(region="", tags=["a=b", "c="]) == {
        "region": None,
        "tags": {"a": "b", "c": ""},
    }
    with pytest.raises(StudioError, match="name=value"):
        changes_of(tags=["=b"])
