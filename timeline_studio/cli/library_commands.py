"""`import`, `export`, `send`, `watch`, and the lists of what they made."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.cli.waiting import run_export, run_production
from timeline_studio.library import Upload
from timeline_studio.timeline.time import to_seconds
from timeline_studio.workflows import Studio, exports, media, sends, watching

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Name = Annotated[str | None, typer.Option("--name")]


def add_library_commands(app: typer.Typer, context: CliContext) -> None:
    _add_import(app, context)
    _add_export(app, context)
    _add_send(app, context)
    _add_watch(app, context)
    _add_lists(app, context)


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


def _add_export(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def export(project_id: int, *, name: Name = None, as_json: Json = False) -> None:
        """Render a project to an MP4 master under renders/."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        upload = run_export(context, studio, output, exports.start_export(studio, project_id, name))
        path = studio.media_store.fetch(upload.s3_key)
        output.result(
            {
                "upload_id": upload.id,
                "s3_key": upload.s3_key,
                "path": str(path),
                "size_bytes": upload.size_bytes,
                "duration_seconds": _duration(studio, upload),
                "project_id": upload.create_video_project_id,
            },
            f"Export {upload.id}: {path}",
        )


def _add_send(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def send(
        upload_id: int,
        *,
        profile: Annotated[str | None, typer.Option(help="A profile's name.")] = None,
        name: Name = None,
        as_json: Json = False,
    ) -> None:
        """Make HLS of an upload or an export, and verify it."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        production_id = sends.start_send(studio, upload_id, profile=profile, name=name)
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
            _until_interrupted()


def _until_interrupted() -> None:
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        return


def _add_lists(app: typer.Typer, context: CliContext) -> None:
    def group(
        name: str, text: str, rows: Callable[[Studio], list[dict[str, Any]]], columns: list[str]
    ) -> None:
        lists = typer.Typer(help=text)

        @lists.callback()
        def only_list() -> None:
            """Keep `list` a command of its own."""

        @lists.command("list", help=text)
        def list_(*, as_json: Json = False) -> None:
            Output(as_json=as_json).rows(rows(context.open_studio()), columns)

        app.add_typer(lists, name=name)

    group("uploads", "List raw footage.", _uploads, ["upload_id", "kind", "name"])
    group("exports", "List exported masters.", _exports, ["upload_id", "name", "project_name"])
    group("productions", "List HLS productions.", _productions, ["production_id", "name", "status"])


def _upload_document(upload: Upload) -> dict[str, Any]:
    return {
        "upload_id": upload.id,
        "kind": upload.kind,
        "name": upload.name,
        "description": upload.description,
        "s3_key": upload.s3_key,
        "size_bytes": upload.size_bytes,
        "duration_seconds": upload.duration_seconds,
        "width": upload.width,
        "height": upload.height,
        "status": upload.status,
        "created_at": upload.created_at.isoformat(),
    }


def _uploads(studio: Studio) -> list[dict[str, Any]]:
    return [_upload_document(upload) for upload in media.list_sources(studio)]


def _exports(studio: Studio) -> list[dict[str, Any]]:
    return [
        {
            **_upload_document(row.upload),
            "project_id": row.upload.create_video_project_id,
            "project_name": row.project.name if row.project else None,
        }
        for row in exports.list_exports(studio)
    ]


def _productions(studio: Studio) -> list[dict[str, Any]]:
    return [
        {
            "production_id": row.production.id,
            "ulid": row.production.ulid,
            "name": row.production.name,
            "upload_id": row.production.upload_id,
            "status": row.production.status,
            "percent": row.percent,
            "output_prefix": row.production.output_prefix,
            "error_message": row.production.error_message,
            "created_at": row.production.created_at.isoformat(),
        }
        for row in sends.list_productions(studio)
    ]
