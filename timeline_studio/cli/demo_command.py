"""`demo`: the main job on the sample clip."""

import os
import shlex
import sys
from typing import Annotated

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.cli.waiting import run_export, run_production
from timeline_studio.workflows import Studio, exports, sends, watching
from timeline_studio.workflows.sample import create_sample_project


def add_demo(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def demo(
        *, as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False
    ) -> None:
        """Import the sample clip, cut it, export it, send it to HLS, verify it."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        project = create_sample_project(studio)
        job_id = exports.start_export(studio, project.id)
        upload = run_export(context, studio, output, job_id)
        production_id = sends.start_send(studio, upload.id)
        production = run_production(context, studio, output, production_id)
        found = sends.outputs_of(studio, production)
        master = studio.media_store.fetch(upload.s3_key)
        playlists = [str(studio.output_store.fetch(key)) for key in found.playlists]
        page = str(studio.output_store.fetch(watching.watch_page_key(production)))
        output.result(
            {
                "project_id": project.id,
                "upload_id": upload.id,
                "production_id": production.id,
                "path": str(master),
                "playlists": playlists,
                "watch_page": page,
            },
            "\n".join(
                [
                    f"Project {project.id}: {project.name}",
                    f"Master:     {master}",
                    *(f"Playlist:   {playlist} (verified)" for playlist in playlists),
                    f"Watch page: {page}",
                    f"Watch it:   {_command(studio)} watch {production.id}",
                ]
            ),
        )


def _command(studio: Studio) -> str:
    """This program as it was called, so that the line can be copied."""
    program = shlex.quote(os.path.relpath(sys.argv[0]))
    if "TIMELINE_STUDIO_HOME" not in os.environ:
        return program
    return f"TIMELINE_STUDIO_HOME={shlex.quote(str(studio.home.root))} {program}"
