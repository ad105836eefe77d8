"""The library's rows from the command line: by page, edited, deleted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from media_factory import tone
from timeline_studio.settings import Preferences
from timeline_studio.workflows import Studio
from timeline_studio.workflows.links import project_link
from timeline_studio.workflows.projects import create_project, restore_current
from timeline_studio.workflows.sends import start_send


@pytest.fixture
def project_id(project_of: Callable[[Path], int], footage: Path) -> int:
    """A timeline that shows the footage."""
    return project_of(footage)


@pytest.fixture
def sounds(commands: Any, tmp_path: Path) -> list[int]:
    """Three uploads, newest first."""
    files = [tone(tmp_path / f"{name}.wav", duration=1) for name in ("one", "two", "three")]
    return [row["upload_id"] for row in reversed(commands.json("import", *files))]


def test_lists_come_by_page_and_name(commands: Any, sounds: list[int]) -> None:
    def ids(*words: object) -> list[int]:
        return [row["upload_id"] for row in commands.json("uploads", "list", *words)]

    assert ids() == sounds
    assert ids("--limit", 2) == sounds[:2]
    assert ids("--limit", 2, "--before", sounds[1]) == sounds[2:]
    assert ids("--search", "two") == [sounds[1]]


def test_a_name_and_a_description_are_given_one_by_one(commands: Any, sounds: list[int]) -> None:
    commands.json("uploads", "edit", sounds[0], "--name", "Wind")
    edited = commands.json("uploads", "edit", sounds[0], "--description", "from the north")
    assert (edited["name"], edited["description"]) == ("Wind", "from the north")
    back = commands.json("uploads", "edit", sounds[0], "--name", "")
    assert (back["name"], back["description"]) == ("three.wav", "from the north")


def test_a_deleted_upload_is_gone_with_its_file(
    commands: Any, sounds: list[int], studio: Studio
) -> None:
    said = commands.json("uploads", "delete", sounds[0])
    assert said == {"deleted": f"upload {sounds[0]}"}
    assert len(list(studio.media_store.list())) == 2
    assert "There is no upload 999" in commands.refusal("uploads", "delete", 999)


def test_what_a_timeline_shows_is_deleted_by_force_only(
    commands: Any, project_id: int, studio: Studio
) -> None:
    (source,) = commands.json("uploads", "list")
    assert "is used in" in commands.refusal("uploads", "delete", source["upload_id"])
    commands.text("uploads", "delete", source["upload_id"], "--force")
    assert commands.json("uploads", "list") == []


def test_productions_are_cancelled_retried_and_deleted(
    commands: Any, project_id: int, studio: Studio
) -> None:
    (source,) = commands.json("uploads", "list")
    first = start_send(studio, source["upload_id"])
    assert commands.json("productions", "cancel", first)["error_message"] == "Cancelled."
    second = commands.json("productions", "retry", first)["production_id"]
    listed = commands.json("productions", "list", "--limit", 1)
    assert [row["production_id"] for row in listed] == [second]
    for made in (first, second):
        commands.text("productions", "delete", made)
    assert commands.json("productions", "list") == []


def test_an_export_goes_with_its_productions_when_that_is_said(
    commands: Any, project_id: int, studio: Studio
) -> None:
    export = commands.json("export", project_id, "--name", "Cut")["upload_id"]
    status = commands.json("projects", "export-status", project_id)
    assert (status["status"], status["last_export_upload_id"]) == ("completed", export)
    start_send(studio, export)
    assert "was sent to HLS" in commands.refusal("exports", "delete", export)
    commands.text("exports", "delete", export, "--with-productions")
    assert commands.json("exports", "list") == []
    status = commands.json("projects", "export-status", project_id)
    assert status["last_export_upload_id"] is None


def test_without_a_number_it_is_about_the_current_project(commands: Any, studio: Studio) -> None:
    create_project(studio, "Older")
    latest = create_project(studio, "Newer")
    assert commands.json("projects", "current")["id"] == latest.id
    assert commands.json("projects", "export-status")["status"] == "none"
    opened = restore_current(studio, Preferences(studio.home.preferences))
    shown = commands.json("projects", "show")
    assert (shown["id"], shown["link"]) == (opened.id, project_link(opened.id))
    assert shown["timeline"]["schema"] == "timeline_studio.timeline"
    commands.json("projects", "archive", latest.id)
    assert commands.json("projects", "restore", latest.id)["status"] == "active"
