"""`projects …`: timelines in the library."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.errors import StudioError
from timeline_studio.library import Project
from timeline_studio.settings import Preferences
from timeline_studio.workflows import Studio, interchange
from timeline_studio.workflows import projects as workflow
from timeline_studio.workflows.export_status import export_status
from timeline_studio.workflows.links import project_link

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
OrCurrent = Annotated[
    int | None, typer.Argument(metavar="[PROJECT_ID]", help="Without it the current project.")
]


def build_projects(context: CliContext) -> typer.Typer:
    app = typer.Typer(
        help="Timelines: list, new, show, rename, archive, restore, current, export-status, "
        "save-otio."
    )

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
                project = interchange.import_otio(studio, source, name, progress=report)
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
    def restore(project_id: int, *, as_json: Json = False) -> None:
        """Put an archived project back on the list."""
        _say(Output(as_json=as_json), workflow.restore_project(context.open_studio(), project_id))

    _add_looking(app, context)

    @app.command("save-otio")
    def save_otio(
        project_id: int,
        path: Annotated[Path, typer.Argument(metavar="FILE.otio")],
        *,
        as_json: Json = False,
    ) -> None:
        """Write a project as an OpenTimelineIO file."""
        saved = interchange.save_otio(context.open_studio(), project_id, path.absolute())
        Output(as_json=as_json).result({"path": str(saved)}, str(saved))

    return app


def _add_looking(app: typer.Typer, context: CliContext) -> None:
    """Commands that change nothing; without a number they are about the current project."""

    @app.command()
    def current(*, as_json: Json = False) -> None:
        """Show the project that the window opens, else the one that changed last."""
        _say(Output(as_json=as_json), _current(context.open_studio()))

    @app.command()
    def show(project_id: OrCurrent = None, *, as_json: Json = False) -> None:
        """Show a project, with its link and its timeline."""
        studio = context.open_studio()
        opened = workflow.open_project(studio, _chosen(studio, project_id))
        project = opened.project
        document = {
            **project_document(project),
            "link": project_link(project.id),
            "revision": opened.revision,
            "timeline": json.loads(project.timeline_json),
        }
        Output(as_json=as_json).result(
            document, f"{project.id} {project.name or 'Untitled'}: {project_link(project.id)}"
        )

    @app.command("export-status")
    def export_status_(project_id: OrCurrent = None, *, as_json: Json = False) -> None:
        """Say how far the project's newest export is."""
        studio = context.open_studio()
        chosen = _chosen(studio, project_id)
        status = export_status(studio, chosen)
        job = status.job
        document = {
            "project_id": chosen,
            "status": status.word,
            "job_id": job.id if job else None,
            "percent": job.percent if job else None,
            "stage": job.stage if job else None,
            "error": job.error if job else None,
            "last_export_upload_id": status.last_export_upload_id,
        }
        percent = f" {job.percent} %" if job and status.word == "processing" else ""
        reason = f": {job.error}" if job and job.error else ""
        Output(as_json=as_json).result(document, f"Export {status.word}{percent}{reason}")


def _chosen(studio: Studio, project_id: int | None) -> int:
    return _current(studio).id if project_id is None else project_id


def _current(studio: Studio) -> Project:
    remembered = workflow.current_project(studio, Preferences(studio.home.preferences))
    project = remembered or workflow.latest_project(studio)
    if project is None:
        raise StudioError("There is no current project yet. Open the window, or make one.")
    return project


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
