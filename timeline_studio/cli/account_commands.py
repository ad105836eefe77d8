"""`account …`: where the library and the media live, and who transcodes."""

from dataclasses import asdict, replace
from typing import Annotated, Any

import typer

from timeline_studio.cli.account_options import (
    Acceleration,
    AccessKeyId,
    AwsProfile,
    Bandwidth,
    CacheBytes,
    Database,
    Endpoint,
    MediaBucket,
    MediaConvertEndpoint,
    OutputBucket,
    Priority,
    Queue,
    Region,
    Role,
    Storage,
    Tags,
    Transcoder,
    UserId,
    changes_of,
)
from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.cli.secret_input import read_secret
from timeline_studio.errors import StudioError
from timeline_studio.settings import Account, SettingsError
from timeline_studio.settings.secrets import DATABASE_PASSWORD, SECRET_KEY
from timeline_studio.workflows import accounts as workflow
from timeline_studio.workflows.connection import Trial, try_connection

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
Name = Annotated[str | None, typer.Argument(help="The account; without it, the one in use.")]


def build_accounts(context: CliContext) -> typer.Typer:
    app = typer.Typer(help="Accounts: list, show, set, test, use, remove, upgrade.")
    accounts = context.desk.accounts
    _add_reading(app, context)
    _add_setting(app, context)

    @app.command()
    def use(name: str, *, as_json: Json = False) -> None:
        """Choose the account that the program opens."""
        accounts.choose(name)
        chosen = accounts.chosen
        Output(as_json=as_json).result(_document(context, chosen), f"{chosen.name} is in use.")

    @app.command()
    def remove(name: str, *, yes: Yes = False, as_json: Json = False) -> None:
        """Forget an account and its secrets. Its library and its media stay where they are."""
        account = accounts.get(name)
        _ask(f"Forget the account “{account.name}” and its secrets?", is_sure=yes)
        accounts.remove(name)
        Output(as_json=as_json).result({"removed": account.name}, f"{account.name} is removed.")

    @app.command()
    def upgrade(name: str, *, yes: Yes = False, as_json: Json = False) -> None:
        """Make or upgrade the tables of a server's database, which others may share."""
        account = accounts.get(name)
        _ask(
            f"Make or upgrade the tables of {account.database or 'the file'}? Others that use this "
            "database see the new tables. Make a copy of it first.",
            is_sure=yes,
        )
        library = workflow.upgrade_database(context.desk.parts(account))
        Output(as_json=as_json).result({"upgraded": library}, f"{library} is up to date.")

    return app


def _add_reading(app: typer.Typer, context: CliContext) -> None:
    accounts = context.desk.accounts

    @app.command("list")
    def list_(*, as_json: Json = False) -> None:
        """List the accounts of this computer."""
        chosen = accounts.chosen
        rows = [
            {
                "in_use": "*" if account == chosen else "",
                "name": account.name,
                "database": account.database or "a file",
                "storage": account.storage,
                "transcoder": account.transcoder,
            }
            for account in accounts.list()
        ]
        columns = ["in_use", "name", "database", "storage", "transcoder"]
        Output(as_json=as_json).rows(rows, columns)

    @app.command()
    def show(name: Name = None, *, as_json: Json = False) -> None:
        """Show an account, and which of its secrets this computer has."""
        document = _document(context, _named(context, name))
        lines = [f"{key}: {value}" for key, value in document.items() if value not in (None, {})]
        Output(as_json=as_json).result(document, "\n".join(lines))

    @app.command()
    def test(name: Name = None, *, as_json: Json = False) -> None:
        """Try out everything that an account needs, and say exactly what is missing."""
        parts = context.desk.parts(_named(context, name))
        output = Output(as_json=as_json)
        with output.progress() as report:
            trials = try_connection(parts, progress=report)
        output.result(
            {"trials": [asdict(trial) for trial in trials]}, "\n".join(map(_line, trials))
        )
        failed = [trial.what for trial in trials if trial.is_ok is False]
        if failed:
            raise StudioError(f"Not all is well: {', '.join(failed)}. See the lines above.")


def _add_setting(app: typer.Typer, context: CliContext) -> None:
    @app.command("set")
    def set_(
        name: str,
        *,
        database: Database = None,
        user_id: UserId = None,
        storage: Storage = None,
        media_bucket: MediaBucket = None,
        output_bucket: OutputBucket = None,
        region: Region = None,
        s3_endpoint: Endpoint = None,
        transcoder: Transcoder = None,
        mediaconvert_endpoint: MediaConvertEndpoint = None,
        role: Role = None,
        queue: Queue = None,
        acceleration: Acceleration = None,
        priority: Priority = None,
        tags: Tags = None,
        aws_profile: AwsProfile = None,
        access_key_id: AccessKeyId = None,
        bandwidth: Bandwidth = None,
        cache_bytes: CacheBytes = None,
        ask_password: Annotated[
            bool,
            typer.Option("--database-password", help="Read it from a prompt or standard input."),
        ] = False,
        ask_secret_key: Annotated[
            bool, typer.Option("--secret-key", help="Read it from a prompt or standard input.")
        ] = False,
        as_json: Json = False,
    ) -> None:
        """Make an account, or change what is given of it ("" takes a value away). Secrets are
        read from a prompt or, a line each, from standard input; never from an argument."""
        account = replace(
            _known(context, name),
            **changes_of(
                database=database,
                user_id=user_id,
                storage=storage,
                media_bucket=media_bucket,
                output_bucket=output_bucket,
                region=region,
                s3_endpoint=s3_endpoint,
                transcoder=transcoder,
                mediaconvert_endpoint=mediaconvert_endpoint,
                role=role,
                queue=queue,
                acceleration=acceleration,
                priority=priority,
                tags=tags,
                aws_profile=aws_profile,
                access_key_id=access_key_id,
                bandwidth=bandwidth,
                cache_bytes=cache_bytes,
            ),
        )
        typed: dict[str, str] = {}
        if ask_password:
            typed[DATABASE_PASSWORD] = read_secret("Password of the database")
        if ask_secret_key:
            typed[SECRET_KEY] = read_secret("Secret access key")
        workflow.save_account(context.desk, account, typed)
        hints = workflow.drop_abandoned_parts(context.desk.parts(account))
        document = _document(context, account)
        saved = f"{account.name} is saved. Try it: timeline-studio account test {account.name}"
        Output(as_json=as_json).result(document | {"hints": hints}, "\n".join([saved, *hints]))


def _named(context: CliContext, name: str | None) -> Account:
    return context.account() if name is None else context.desk.accounts.get(name)


def _known(context: CliContext, name: str) -> Account:
    """The account of that name, or a new one."""
    try:
        return context.desk.accounts.get(name)
    except SettingsError:
        return Account(name=name)


def _document(context: CliContext, account: Account) -> dict[str, Any]:
    """Everything but the secrets: of them, only whether they are known."""
    secrets = context.desk.accounts.secrets
    known = {
        field: "known" if secrets.get(account.name, field) else "missing"
        for field in workflow.needed_secrets(account)
    }
    return {**asdict(account), "secrets": known}


def _line(trial: Trial) -> str:
    word = {True: "ok  ", False: "FAIL", None: "none"}[trial.is_ok]
    return f"{word} {trial.what}" + (f": {trial.detail}" if trial.detail else "")


def _ask(question: str, *, is_sure: bool) -> None:
    if not is_sure:
        typer.confirm(question, abort=True, err=True)
