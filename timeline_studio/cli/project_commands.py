"""`projects …`: timelines in the library."""

from pathlib import Path
from typing import Annotated, Any

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.errors import StudioError
from timeline_studio.library import Project
from timeline_studio.settings import Preferences
from timeline_studio.workflows import projects as workflow

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def build_projects(context: CliContext) -> typer.Typer:
    app = typer.Typer(help="Timelines: list, new, rename, archive, current, save-otio.")

    @app.command("list")
    def list_(
        *,
        archived: Annotated[bool, typer.Option("--archived", help="With archived ones.")] = False,
        as_json: Json = False,
    ) -> None:
        """List the projects, newest first."""
        found = workflow.list_projects(context.open_studio(), include_archived=archived)
        Output(as_json=as_json).rows(
            [project_document(project) for project in found], ["id", "name", "updated_at"]
        )

    @app.command()
    def new(
        *,
        name: Annotated[str | None, typer.Option("--name")] = None,
        source: Annotated[
            Path | None, typer.Option("--from", metavar="FILE.otio", help="Import this timeline.")
        ] = None,
        as_json: Json = False,
    ) -> None:
        """Make a project: empty, or from an OpenTimelineIO file and its media."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        if source is None:
            project = workflow.create_project(studio, name)
        else:
            with output.progress() as report:
                project = workflow.import_otio(studio, source, name, progress=report)
        _say(output, project)

    @app.command()
    def rename(project_id: int, name: str, *, as_json: Json = False) -> None:
        """Give a project a name."""
        _say(
            Output(as_json=as_json),
            workflow.rename_project(context.open_studio(), project_id, name),
        )

    @app.command()
    def archive(project_id: int, *, as_json: Json = False) -> None:
        """Take a project off the list; nothing is deleted."""
        _say(Output(as_json=as_json), workflow.archive_project(context.open_studio(), project_id))

    @app.command()
    def current(*, as_json: Json = False) -> None:
        """Show the project that the window opens."""
        studio = context.open_studio()
        project = workflow.current_project(studio, Preferences(studio.home.preferences))
        if project is None:
            raise StudioError("There is no current project yet. Open the window, or make one.")
        _say(Output(as_json=as_json), project)

    @app.command("save-otio")
    def save_otio(
        project_id: int,
        path: Annotated[Path, typer.Argument(metavar="FILE.otio")],
        *,
        as_json: Json = False,
    ) -> None:
        """Write a project as an OpenTimelineIO file."""
        saved = workflow.save_otio(context.open_studio(), project_id, path.absolute())
        Output(as_json=as_json).result({"path": str(saved)}, str(saved))

    return app


def project_document(project: Project) -> dict[str, Any]:
    return {
        "id": project.id,
        "name": project.name,
        "updated_at": project.updated_at.isoformat(),
        "status": project.status,
        "last_export_upload_id": project.last_export_upload_id,
    }


def _say(output: Output, project: Project) -> None:
    output.result(
        project_document(project), f"{project.id} {project.name or 'Untitled'} ({project.status})"
    )
