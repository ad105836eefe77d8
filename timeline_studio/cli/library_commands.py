"""`import`, `send`, `watch`."""

from pathlib import Path
from typing import Annotated

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.cli.waiting import run_production, run_send, until_interrupted
from timeline_studio.library import Upload
from timeline_studio.timeline.time import to_seconds
from timeline_studio.workflows import Studio, media, sends, watching

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Name = Annotated[str | None, typer.Option("--name")]


def add_library_commands(app: typer.Typer, context: CliContext) -> None:
    _add_import(app, context)
    _add_send(app, context)
    _add_watch(app, context)


def _add_import(app: typer.Typer, context: CliContext) -> None:
    @app.command("import")
    def import_(
        files: Annotated[list[Path], typer.Argument(metavar="FILE...")], *, as_json: Json = False
    ) -> None:
        """Copy footage into the library: all of these files, or none."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        with output.progress() as report:
            uploads = media.import_media(studio, files, progress=report)
        documents = [
            {
                "upload_id": upload.id,
                "kind": upload.kind,
                "s3_key": upload.s3_key,
                "duration_seconds": _duration(studio, upload),
                "width": upload.width,
                "height": upload.height,
            }
            for upload in uploads
        ]
        output.rows(documents, ["upload_id", "kind", "s3_key"])


def _duration(studio: Studio, upload: Upload) -> float | None:
    if upload.kind == "image":
        return None
    return to_seconds(media.describe(studio, upload).duration)


def _add_send(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def send(
        upload_id: Annotated[int | None, typer.Argument()] = None,
        *,
        project: Annotated[
            int | None, typer.Option(help="Send this timeline, exported first where it changed.")
        ] = None,
        profile: Annotated[str | None, typer.Option(help="One that `profiles` shows.")] = None,
        name: Name = None,
        publish: Annotated[
            list[int] | None, typer.Option(metavar="SPACE_ID", help="Publish it there, at the end.")
        ] = None,
        as_json: Json = False,
    ) -> None:
        """Make HLS of an upload, an export or a project, verify it, and publish it."""
        if (upload_id is None) == (project is None):
            raise typer.BadParameter("Give either an upload_id or --project.")
        studio = context.open_studio()
        output = Output(as_json=as_json)
        spaces = publish or ()
        if project is not None:
            started = sends.send_timeline(studio, project, name, profile=profile, publish_to=spaces)
            production = run_send(context, studio, output, started)
        else:
            production_id = sends.start_send(
                studio, upload_id or 0, profile=profile, name=name, publish_to=spaces
            )
            production = run_production(context, studio, output, production_id)
        found = sends.outputs_of(studio, production)
        output.result(
            {
                "production_id": production.id,
                "ulid": production.ulid,
                "status": production.status,
                "output_prefix": production.output_prefix,
                "playlists": [str(studio.output_store.fetch(key)) for key in found.playlists],
                "posters": [str(studio.output_store.fetch(key)) for key in found.posters],
            },
            f"Production {production.id} ({production.ulid}): "
            + ", ".join(str(studio.output_store.fetch(key)) for key in found.playlists),
        )


def _add_watch(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def watch(
        production_id: int,
        *,
        browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
        as_json: Json = False,
    ) -> None:
        """Serve a production's watch page on this computer, until Ctrl+C."""
        studio = context.open_studio()
        with watching.serve_production(studio, production_id) as url:
            Output(as_json=as_json).result({"url": url}, f"Watch at {url} (Ctrl+C ends it)")
            if browser:
                typer.launch(url)
            until_interrupted()
