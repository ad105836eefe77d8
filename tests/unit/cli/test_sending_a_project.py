"""`send --project`: a timeline to its space, in one command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.publications import add_space, list_publications


def test_a_project_is_exported_sent_and_published(
    commands: Any, footage: Path, project_of: Callable[[Path], int], studio: Studio
) -> None:
    space = add_space(studio, "Family")
    project = project_of(footage)

    first = commands.json("send", "--project", project, "--publish", space.id)
    again = commands.json("send", "--project", project)

    assert (first["status"], again["status"]) == ("completed", "completed")
    assert first["ulid"] < again["ulid"]
    assert len(list_exports(studio)) == 1, "it did not change: the export is taken again"
    (publication,) = list_publications(studio)
    assert publication.production is not None
    assert publication.production.id == first["production_id"]


def test_what_to_send_is_asked_for_once(commands: Any) -> None:
    assert "either an upload_id or --project" in commands.refusal("send", "1", "--project", "1")


def test_a_space_that_is_not_there_is_refused_before_anything_is_queued(
    commands: Any, footage: Path, project_of: Callable[[Path], int], studio: Studio
) -> None:
    project = project_of(footage)
    assert "space 99" in commands.refusal("send", "--project", project, "--publish", "99")
    assert studio.queue.list() == []
