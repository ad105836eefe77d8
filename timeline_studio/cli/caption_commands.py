"""`captions …`: SRT and WebVTT files into projects, and out of them."""

from pathlib import Path
from typing import Annotated

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.workflows import caption_files as workflow

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def build_captions(context: CliContext) -> typer.Typer:
    app = typer.Typer(help="Captions of timelines: import, export.")

    @app.command("import")
    def import_(
        project_id: int,
        path: Annotated[Path, typer.Argument(metavar="FILE")],
        *,
        language: Annotated[
            str | None, typer.Option("--language", help="A code of ISO 639, like en or eng.")
        ] = None,
        as_json: Json = False,
    ) -> None:
        """Put an SRT or WebVTT file on a new caption track."""
        made = workflow.import_captions(context.open_studio(), project_id, path, language)
        words = f"{_counted(made.count)} on {made.track}"
        Output(as_json=as_json).result(
            {"captions": made.count, "track": made.track, "notes": made.notes},
            "\n".join([words, *made.notes]),
        )

    @app.command()
    def export(
        project_id: int,
        path: Annotated[Path, typer.Argument(metavar="FILE.srt|FILE.vtt")],
        *,
        track: Annotated[
            str | None, typer.Option("--track", help="Its name or language; else the first.")
        ] = None,
        as_json: Json = False,
    ) -> None:
        """Write a caption track as the kind of file that the name says."""
        path = path.absolute()
        count = workflow.export_captions(context.open_studio(), project_id, path, track)
        Output(as_json=as_json).result(
            {"captions": count, "path": str(path)}, f"{_counted(count)} in {path}"
        )

    return app


def _counted(count: int) -> str:
    return "1 caption" if count == 1 else f"{count} captions"
