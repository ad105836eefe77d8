"""Edits that could not be saved are found again, and never lie over what others saved."""

import pytest
from msgspec.structs import replace

from timeline_studio.timeline.model import Timeline, empty_timeline
from timeline_studio.workflows.projects import (
    create_project,
    list_projects,
    open_project,
    save_timeline,
)
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.unsaved import drop_unsaved, keep_unsaved, open_recovered


@pytest.fixture
def first() -> Timeline:
    return empty_timeline(name="First")


@pytest.fixture
def project_id(studio: Studio, first: Timeline) -> int:
    return create_project(studio, "Film", first).id


@pytest.fixture
def edited(first: Timeline) -> Timeline:
    return replace(first, width=1280)


def test_what_was_never_saved_is_found(
    studio: Studio, project_id: int, first: Timeline, edited: Timeline
) -> None:
    keep_unsaved(studio, project_id, edited, 0)
    found = open_recovered(studio, project_id)
    assert found.opened.timeline == first
    assert found.unsaved is not None
    assert (found.unsaved.timeline, found.unsaved.revision) == (edited, 0)
    assert found.copy is None
    assert open_recovered(studio, project_id).unsaved == found.unsaved, "it stays until it is saved"


def test_nothing_is_found_of_what_was_saved(
    studio: Studio, project_id: int, edited: Timeline
) -> None:
    keep_unsaved(studio, project_id, edited, 0)
    save_timeline(studio, project_id, edited, 0)
    found = open_recovered(studio, project_id)
    assert (found.unsaved, found.copy) == (None, None)
    assert list(studio.home.unsaved.iterdir()) == []


def test_where_another_saved_since_both_are_kept(
    studio: Studio, project_id: int, first: Timeline, edited: Timeline
) -> None:
    keep_unsaved(studio, project_id, edited, 0)
    theirs = replace(first, width=640)
    save_timeline(studio, project_id, theirs, 0)

    found = open_recovered(studio, project_id)

    assert found.opened.timeline == theirs
    assert found.unsaved is None
    assert found.copy is not None
    assert found.copy.name == "Film, unsaved edits"
    assert open_project(studio, found.copy.id).timeline == edited
    open_recovered(studio, project_id)
    assert len(list_projects(studio)) == 2, "a copy is made once"


def test_what_is_dropped_is_gone(studio: Studio, project_id: int, edited: Timeline) -> None:
    drop_unsaved(studio, project_id)
    keep_unsaved(studio, project_id, edited, 0)
    drop_unsaved(studio, project_id)
    assert open_recovered(studio, project_id).unsaved is None


@pytest.mark.parametrize("content", [b"", b"{", b'{"revision": 0, "document": "{}"}', b"\xff\xfe"])
def test_a_broken_file_is_put_aside(studio: Studio, project_id: int, content: bytes) -> None:
    studio.home.unsaved.mkdir(parents=True)
    (studio.home.unsaved / f"{project_id}.json").write_bytes(content)
    assert open_recovered(studio, project_id).unsaved is None
    [aside] = studio.home.unsaved.iterdir()
    assert (aside.name, aside.read_bytes()) == (f"{project_id}.broken", content)


def test_a_folder_that_cannot_be_made_stops_nothing(
    studio: Studio, project_id: int, edited: Timeline
) -> None:
    studio.home.unsaved.write_text("in the way")
    keep_unsaved(studio, project_id, edited, 0)
    assert open_recovered(studio, project_id).unsaved is None
