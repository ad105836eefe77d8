"""`backfill …`: old rows completed with what newer ones say of themselves."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.workflows import backfills

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Apply = Annotated[bool, typer.Option("--apply", help="Write; without it nothing is changed.")]


def build_backfills(context: CliContext) -> typer.Typer:
    app = typer.Typer(help="Complete old rows: exports, ulids. A dry run without --apply.")

    @app.command()
    def exports(*, apply: Apply = False, as_json: Json = False) -> None:
        """Give the uploads of old export jobs their role and their timeline."""
        _run(context, backfills.backfill_exports, apply=apply, as_json=as_json)

    @app.command()
    def ulids(*, apply: Apply = False, as_json: Json = False) -> None:
        """Give productions that are older than ULIDs theirs."""
        _run(context, backfills.backfill_ulids, apply=apply, as_json=as_json)

    return app


def _run(
    context: CliContext,
    backfill: Callable[..., backfills.Backfilled],
    *,
    apply: bool,
    as_json: bool,
) -> None:
    output = Output(as_json=as_json)
    with output.progress() as report:
        done = backfill(context.open_studio(), apply=apply, progress=report)
    verb = "changed" if apply else "would be changed (repeat with --apply)"
    summary = (
        f"{done.looked_at} looked at, {done.changed} {verb}, {done.right_before} right before, "
        f"{len(done.skipped)} skipped"
    )
    output.result({"applied": apply, **asdict(done)}, "\n".join([summary, *done.skipped]))
