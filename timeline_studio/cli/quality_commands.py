"""`check` before a send, `report` after it."""

from pathlib import Path
from typing import Annotated

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.errors import StudioError
from timeline_studio.timeline.time import to_seconds
from timeline_studio.workflows import Studio
from timeline_studio.workflows.preflight import Finding, check_timeline
from timeline_studio.workflows.reports import (
    Report,
    edits_since,
    make_report,
    report_of,
    report_text,
    save_report,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def add_quality_commands(app: typer.Typer, context: CliContext) -> None:
    _add_check(app, context)
    _add_report(app, context)


def _add_check(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def check(project_id: int, *, as_json: Json = False) -> None:
        """Say what stands in the way of sending a project; fails where something stops it."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        with output.progress() as report:
            found = check_timeline(studio, project_id, progress=report)
        text = "\n".join(map(_line, found)) or "All is well: nothing stands in the way."
        output.result({"findings": [finding.document() for finding in found]}, text)
        blockers = [finding for finding in found if finding.is_blocker]
        if blockers:
            raise StudioError(f"This cannot be sent yet: {blockers[0].message}")


def _line(finding: Finding) -> str:
    place = "" if finding.time is None else f"{to_seconds(finding.time):9.2f} s  "
    return f"{finding.severity:<8} {finding.code:<16} {place}{finding.message}"


def _add_report(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def report(
        production_id: int,
        *,
        measure: Annotated[bool, typer.Option("--measure", help="Measure it (again) now.")] = False,
        out: Annotated[
            Path | None, typer.Option(metavar="FILE", help="Save it: .html or .json.")
        ] = None,
        as_json: Json = False,
    ) -> None:
        """Show a production's measured bit rates, SSIM and loudness, and what it was made of."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        if measure:
            _measure(context, studio, output, production_id)
        found = report_of(studio, production_id)
        if found is None:
            raise StudioError(
                f"The production {production_id} is not measured yet: “timeline-studio report "
                f"{production_id} --measure” does it now."
            )
        edits = _edits_since(studio, found)
        if out is not None:
            save_report(found, out.absolute(), edits)
        output.result({**found.document(), "edits_since": edits}, report_text(found, edits))


def _edits_since(studio: Studio, report: Report) -> int | None:
    with studio.reading() as work:
        upload = work.uploads.get(report.master.upload_id)
    return edits_since(studio, upload)


def _measure(context: CliContext, studio: Studio, output: Output, production_id: int) -> None:
    job_id = make_report(studio, production_id)
    with output.progress() as told:

        def has_ended() -> bool:
            job = studio.queue.get(job_id)
            told(job.percent / 100, job.stage or "waiting")
            return job.is_finished

        try:
            context.work(studio, has_ended)
        except KeyboardInterrupt:
            studio.queue.cancel(job_id)
            raise
    job = studio.queue.get(job_id)
    if job.status != "completed":
        raise StudioError(f"It was not measured: {job.error}")
