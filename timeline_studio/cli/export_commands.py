"""`export`, and `presets …`: what exports are made as."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.cli.render_command import MatchSource
from timeline_studio.cli.waiting import follow_export, run_export
from timeline_studio.timeline.time import from_seconds, to_seconds
from timeline_studio.workflows import media
from timeline_studio.workflows.export_presets import STANDARD, ExportPreset, preset_shelf
from timeline_studio.workflows.exports import Making, start_export

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def add_export_commands(app: typer.Typer, context: CliContext) -> None:
    _add_export(app, context)
    app.add_typer(_presets(context), name="presets")


def _add_export(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def export(
        project_id: int,
        *,
        name: Annotated[str | None, typer.Option("--name")] = None,
        preset: Annotated[str, typer.Option(help="One that `presets list` shows.")] = STANDARD,
        out: Annotated[
            Path | None, typer.Option(help="Save the file there, and not in the library.")
        ] = None,
        at: Annotated[float, typer.Option(help="Seconds: which frame is a still.")] = 0.0,
        match_source: MatchSource = None,
        as_json: Json = False,
    ) -> None:
        """Render a project: to an MP4 master under renders/, or to a file of any preset."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        chosen = preset_shelf(studio).get(preset)
        if match_source is not None:
            chosen = msgspec.structs.replace(chosen, match_source=match_source)
        making = Making(chosen, out.absolute() if out else None, from_seconds(at))
        job_id = start_export(studio, project_id, name, making)
        if out is not None:
            result = follow_export(context, studio, output, job_id)
            output.result(
                {"path": result["resultPath"], **_told(result)},
                f"{result['resultPath']} ({result['encoder']})",
            )
            return
        upload = run_export(context, studio, output, job_id)
        path = studio.media_store.fetch(upload.s3_key)
        output.result(
            {
                "upload_id": upload.id,
                "s3_key": upload.s3_key,
                "path": str(path),
                "size_bytes": upload.size_bytes,
                "duration_seconds": to_seconds(media.describe(studio, upload).duration),
                "project_id": upload.create_video_project_id,
                **_told(studio.queue.get(job_id).result or {}),
            },
            f"Export {upload.id}: {path}",
        )


def _told(result: dict[str, object]) -> dict[str, object]:
    names = {
        "encoder": "encoder",
        "encoderNote": "encoder_note",
        "frames": "frames",
        "framesReused": "frames_reused",
        "framesCopied": "frames_copied",
        "loudness": "loudness_lufs",
        "truePeak": "true_peak_dbtp",
    }
    return {ours: result.get(theirs) for theirs, ours in names.items()}


def _presets(context: CliContext) -> typer.Typer:
    app = typer.Typer(help="Export presets: list, duplicate, remove.")

    @app.command("list")
    def list_(*, as_json: Json = False) -> None:
        """List the presets: the program's and your own."""
        shelf = preset_shelf(context.open_studio())
        documents = [
            {"preset": slug, "own": shelf.is_own(slug), **preset_document(preset)}
            for slug, preset in shelf.list().items()
        ]
        Output(as_json=as_json).rows(documents, ["preset", "name", "about"])

    @app.command()
    def duplicate(preset: str, name: str, *, as_json: Json = False) -> None:
        """Make a preset of your own: a copy, as a small file to change."""
        shelf = preset_shelf(context.open_studio())
        made = shelf.duplicate(preset, name)
        path = shelf.own / f"{made}.json"
        Output(as_json=as_json).result({"preset": made, "path": str(path)}, f"{made}: {path}")

    @app.command()
    def remove(preset: str, *, as_json: Json = False) -> None:
        """Delete a preset of your own."""
        preset_shelf(context.open_studio()).remove(preset)
        Output(as_json=as_json).result({"removed": preset}, f"Removed {preset}")

    return app


def preset_document(preset: ExportPreset) -> dict[str, object]:
    return {
        "name": preset.name,
        "about": preset.about,
        "format": preset.format,
        "width": preset.width,
        "height": preset.height,
        "rate": preset.rate,
        "crf": preset.crf,
        "match_source": preset.match_source,
        "coding": preset.coding,
        "encoder": preset.encoder,
    }
