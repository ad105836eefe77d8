"""A command that waits for its job: Ctrl+C cancels the job with it."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_studio.cli import CliContext, build_cli, run_cli
from timeline_studio.workflows import Studio
from timeline_studio.workflows.sends import CANCEL_JOB, list_productions


@pytest.fixture
def interrupted(context: CliContext) -> CliContext:
    """Ctrl+C is pressed once the waiting has begun."""

    def work(_studio: Studio, until: Callable[[], bool]) -> None:
        assert not until()
        raise KeyboardInterrupt

    return dataclasses.replace(context, work=work)


def test_an_export_is_cancelled(
    interrupted: CliContext,
    studio: Studio,
    footage: Path,
    project_of: Callable[[Path], int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_cli(build_cli(interrupted), ["export", str(project_of(footage))]) == 1
    assert capsys.readouterr().err == "Cancelled.\n"
    (job,) = studio.queue.list()
    assert (job.status, job.error_code) == ("dead", "cancelled")


def test_a_production_is_cancelled(
    interrupted: CliContext,
    commands: Any,
    studio: Studio,
    footage: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (upload,) = commands.json("import", footage)
    assert run_cli(build_cli(interrupted), ["send", str(upload["upload_id"])]) == 1
    assert capsys.readouterr().err == "Cancelled: production 1. Nothing of it is left.\n"
    (row,) = list_productions(studio)
    assert (row.production.status, row.production.error_message) == ("failed", "Cancelled.")
    production, cancellation = sorted(studio.queue.list(), key=lambda job: job.id)
    assert production.error_code == "cancelled"
    assert (cancellation.type, cancellation.status) == (CANCEL_JOB, "completed")


def test_a_job_that_another_worker_took_is_waited_for(
    context: CliContext,
    studio: Studio,
    footage: Path,
    project_of: Callable[[Path], int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It ends there, and is told here."""

    def work_elsewhere(at: Studio, until: Callable[[], bool]) -> None:
        while not until():
            context.work(at, lambda: not at.queue.list(statuses=["pending", "processing"]))

    elsewhere = dataclasses.replace(context, work=work_elsewhere)
    assert run_cli(build_cli(elsewhere), ["export", str(project_of(footage))]) == 0
    assert capsys.readouterr().out.startswith("Export ")
