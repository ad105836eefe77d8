"""The program as a process, with its window where nobody sees it."""

import json
import signal
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from timeline_studio.app.composition import open_studio
from timeline_studio.settings import Home
from timeline_studio.settings.preferences import CURRENT_PROJECT
from timeline_studio.workflows.projects import create_project, list_projects


@pytest.fixture
def home(program: Any) -> Home:
    return Home(program.home)


def remembered(home: Home) -> int | None:
    """The project that a window said it has open."""
    try:
        return json.loads(home.preferences.read_text())[CURRENT_PROJECT]
    except (OSError, ValueError, KeyError):
        return None


def end(process: subprocess.Popen[str], with_signal: signal.Signals) -> None:
    """It closes as it does by its window's own button."""
    process.send_signal(with_signal)
    _, error = process.communicate(timeout=30)
    assert process.returncode == 0, error
    assert "Traceback" not in error


def test_it_opens_the_project_that_is_asked_for(
    program: Any, home: Home, eventually: Callable[[Callable[[], object]], None]
) -> None:
    studio = open_studio(home)
    wanted = create_project(studio, "Wanted")
    create_project(studio, "Newer")
    studio.library.close()
    process = program.start("--project", wanted.id, stdin=subprocess.DEVNULL)
    eventually(lambda: remembered(home) == wanted.id)
    assert (home.locks / f"project-{wanted.id}.lock").exists()
    end(process, signal.SIGINT)
    assert not (home.locks / f"project-{wanted.id}.lock").exists()


def test_an_empty_home_gets_a_project_and_keeps_it(
    program: Any, home: Home, eventually: Callable[[Callable[[], object]], None]
) -> None:
    for _start in ("the first", "the next"):
        process = program.start(stdin=subprocess.DEVNULL)
        eventually((home.locks / "project-1.lock").exists)
        eventually(lambda: remembered(home) == 1)
        end(process, signal.SIGTERM)
    studio = open_studio(home)
    assert [project.id for project in list_projects(studio)] == [1]
    studio.library.close()


def test_a_project_that_is_not_there_is_one_line(program: Any) -> None:
    assert "7" in program.refusal("--project", 7)
