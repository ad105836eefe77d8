"""`uploads …`, `exports …`, `productions …`: the library's rows, listed a page at a time, edited
and deleted."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.errors import StudioError
from timeline_studio.library import Upload
from timeline_studio.workflows import Studio, deletions, exports, media, sends, uploads

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Search = Annotated[str | None, typer.Option("--search", help="Only rows by this name.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many rows.")]
Before = Annotated[
    int | None, typer.Option("--before", help="The page after the row with this number.")
]
Whole = Annotated[bool, typer.Option("--with-productions", help="Delete what was made of it, too.")]

List = Callable[[Studio, dict[str, Any]], list[dict[str, Any]]]


def add_row_commands(app: typer.Typer, context: CliContext) -> None:
    sources = typer.Typer(help="Raw footage: list, edit, delete.")
    _add_list(sources, context, "List raw footage.", _uploads, ["upload_id", "kind", "name"])
    _add_edit(sources, context)
    _add_delete_upload(sources, context)
    app.add_typer(sources, name="uploads")
    masters = typer.Typer(help="Exported masters: list, edit, delete.")
    _add_list(
        masters, context, "List exported masters.", _exports, ["upload_id", "name", "project_name"]
    )
    _add_edit(masters, context)
    _add_delete_export(masters, context)
    app.add_typer(masters, name="exports")
    made = typer.Typer(help="HLS productions: list, retry, cancel, delete.")
    _add_list(
        made, context, "List HLS productions.", _productions, ["production_id", "name", "status"]
    )
    _add_production_commands(made, context)
    app.add_typer(made, name="productions")


def _add_list(
    app: typer.Typer, context: CliContext, text: str, rows: List, columns: list[str]
) -> None:
    @app.command("list", help=f"{text} Newest first.")
    def list_(
        *,
        search: Search = None,
        limit: Limit = None,
        before: Before = None,
        as_json: Json = False,
    ) -> None:
        page = {"search": search, "limit": limit, "before_id": before}
        Output(as_json=as_json).rows(rows(context.open_studio(), page), columns)


def _add_edit(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def edit(
        upload_id: int,
        *,
        name: Annotated[str | None, typer.Option("--name", help="Empty: the file's own.")] = None,
        description: Annotated[str | None, typer.Option("--description")] = None,
        as_json: Json = False,
    ) -> None:
        """Give it a name, or a description; what is not given stays."""
        studio = context.open_studio()
        upload = uploads.edit_upload(studio, upload_id, name=name, description=description)
        Output(as_json=as_json).result(_upload_document(upload), f"{upload.id} {upload.name}")


def _add_delete_upload(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def delete(
        upload_id: int,
        *,
        force: Annotated[bool, typer.Option("--force", help="Although timelines show it.")] = False,
        with_productions: Whole = False,
        as_json: Json = False,
    ) -> None:
        """Delete the file of a source; refused while timelines show it."""
        studio = context.open_studio()
        job_id = deletions.delete_upload(
            studio, upload_id, force=force, with_productions=with_productions
        )
        _finish(context, studio, job_id, Output(as_json=as_json), f"upload {upload_id}")


def _add_delete_export(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def delete(upload_id: int, *, with_productions: Whole = False, as_json: Json = False) -> None:
        """Delete an export; refused while productions were made of it."""
        studio = context.open_studio()
        job_id = deletions.delete_upload(studio, upload_id, with_productions=with_productions)
        _finish(context, studio, job_id, Output(as_json=as_json), f"export {upload_id}")


def _add_production_commands(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def delete(production_id: int, *, as_json: Json = False) -> None:
        """Delete a production with all of its outputs."""
        studio = context.open_studio()
        job_id = deletions.delete_production(studio, production_id)
        _finish(context, studio, job_id, Output(as_json=as_json), f"production {production_id}")

    @app.command()
    def cancel(production_id: int, *, as_json: Json = False) -> None:
        """Stop a production and its transcode; one that has ended stays as it is."""
        studio = context.open_studio()
        sends.cancel_production(studio, production_id)
        sends.finish_cancellation(studio, production_id)
        row = sends.get_production(studio, production_id)
        Output(as_json=as_json).result(
            _production_document(row), f"{production_id} {row.production.status}"
        )

    @app.command()
    def retry(production_id: int, *, as_json: Json = False) -> None:
        """Queue a new production of the same upload and profile."""
        studio = context.open_studio()
        new_id = sends.retry_production(studio, production_id)
        Output(as_json=as_json).result(
            _production_document(sends.get_production(studio, new_id)), f"Production {new_id}"
        )


def _finish(context: CliContext, studio: Studio, job_id: int, output: Output, what: str) -> None:
    """Work until the objects are gone, or say why they are not."""
    context.work(studio, lambda: studio.queue.get(job_id).is_finished)
    job = studio.queue.get(job_id)
    if job.status != "completed":
        raise StudioError(f"The objects of {what} are not gone yet: {job.error}")
    output.result({"deleted": what}, f"Deleted {what}.")


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


def _production_document(row: sends.ProductionRow) -> dict[str, Any]:
    return {
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


def _uploads(studio: Studio, page: dict[str, Any]) -> list[dict[str, Any]]:
    return [_upload_document(upload) for upload in media.list_sources(studio, **page)]


def _exports(studio: Studio, page: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            **_upload_document(row.upload),
            "project_id": row.upload.create_video_project_id,
            "project_name": row.project.name if row.project else None,
        }
        for row in exports.list_exports(studio, **page)
    ]


def _productions(studio: Studio, page: dict[str, Any]) -> list[dict[str, Any]]:
    return [_production_document(row) for row in sends.list_productions(studio, **page)]
