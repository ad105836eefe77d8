"""The command tree: `timeline-studio <command>`."""

from typing import Annotated

import typer

from timeline_studio.cli.account_commands import build_accounts
from timeline_studio.cli.backfill_commands import build_backfills
from timeline_studio.cli.caption_commands import build_captions
from timeline_studio.cli.context import CliContext
from timeline_studio.cli.demo_command import add_demo
from timeline_studio.cli.export_commands import add_export_commands
from timeline_studio.cli.library_commands import add_library_commands
from timeline_studio.cli.link_commands import add_link_commands
from timeline_studio.cli.output import Output
from timeline_studio.cli.profile_commands import add_profile_commands
from timeline_studio.cli.project_commands import build_projects
from timeline_studio.cli.publication_commands import add_publication_commands
from timeline_studio.cli.quality_commands import add_quality_commands
from timeline_studio.cli.render_command import render
from timeline_studio.cli.row_commands import add_row_commands
from timeline_studio.cli.site_commands import build_sites
from timeline_studio.errors import StudioError

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def build_cli(context: CliContext) -> typer.Typer:
    """Every command, over the given collaborators."""
    app = typer.Typer(
        help="Cut a timeline, export a master, send it to HLS. Without a command: the window.",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @app.callback(invoke_without_command=True)
    def main(
        caller: typer.Context,
        project: Annotated[
            int | None, typer.Option("--project", help="Open the window on this project.")
        ] = None,
        account: Annotated[
            str | None,
            typer.Option("--account", help="Work in this account, not in the chosen one."),
        ] = None,
    ) -> None:
        if account is not None:
            context.use_account(account)
        if caller.invoked_subcommand is None:
            raise typer.Exit(context.open_window(project))

    app.command()(render)
    app.add_typer(build_accounts(context), name="account")
    app.add_typer(build_projects(context), name="projects")
    app.add_typer(build_captions(context), name="captions")
    app.add_typer(build_backfills(context), name="backfill")
    app.add_typer(build_sites(context), name="site")
    add_library_commands(app, context)
    add_export_commands(app, context)
    add_quality_commands(app, context)
    add_profile_commands(app, context)
    add_row_commands(app, context)
    add_publication_commands(app, context)
    add_link_commands(app, context)
    add_demo(app, context)
    _add_doctor(app, context)

    @app.command(hidden=True)
    def worker() -> None:
        """Work through the queue until standard input closes."""
        context.serve_worker()

    @app.command(hidden=True)
    def ahead() -> None:
        """Render ahead what standard input asks for."""
        context.serve_ahead()

    @app.command("try-encoders", hidden=True)
    def try_encoders(names: list[str]) -> None:
        """Say of each encoder whether it works here."""
        context.serve_encoder_trials(names)

    return app


def _add_doctor(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def doctor(*, as_json: Json = False) -> None:
        """Check what this computer offers: versions, encoder, database, storage, sound."""
        checks = context.diagnose()
        document = {"checks": [{"name": c.name, "ok": c.ok, "detail": c.detail} for c in checks]}
        lines = [
            f"{'ok  ' if c.ok else 'FAIL' if c.needed else 'none'} {c.name}: {c.detail}"
            for c in checks
        ]
        Output(as_json=as_json).result(document, "\n".join(lines))
        failed = [check.name for check in checks if check.needed and not check.ok]
        if failed:
            raise StudioError(f"Not all is well: {', '.join(failed)}. See the lines above.")
