"""Saving keeps what was there before; it can be named and brought back."""

import pytest
from msgspec.structs import replace

from timeline_studio.library import NotFound
from timeline_studio.timeline.model import Timeline, empty_timeline
from timeline_studio.workflows.projects import create_project, open_project, save_timeline
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.versions import (
    keep_version,
    list_versions,
    name_version,
    version_timeline,
)


@pytest.fixture
def first() -> Timeline:
    return empty_timeline(name="First")


def test_the_first_save_keeps_how_the_timeline_was(studio: Studio, first: Timeline) -> None:
    project = create_project(studio, "Film", first)
    save_timeline(studio, project.id, replace(first, width=1280), 0)
    [kept] = list_versions(studio, project.id)
    assert kept.revision == 0
    assert version_timeline(studio, kept.id) == first


def test_saves_in_quick_order_keep_one(studio: Studio, first: Timeline) -> None:
    project = create_project(studio, "Film", first)
    for revision in range(5):
        save_timeline(studio, project.id, replace(first, width=640 + revision), revision)
    assert [row.revision for row in list_versions(studio, project.id)] == [0]
    assert open_project(studio, project.id).timeline.width == 644


def test_a_named_one_is_kept_at_once(studio: Studio, first: Timeline) -> None:
    project = create_project(studio, "Film", first)
    revision = save_timeline(studio, project.id, replace(first, width=1280), 0)
    kept = keep_version(studio, project.id, "  For Anna ")
    assert (kept.revision, kept.name) == (revision, "For Anna")
    assert version_timeline(studio, kept.id).width == 1280
    assert name_version(studio, kept.id, "For Anna, again").name == "For Anna, again"
    assert name_version(studio, kept.id, " ").name is None


def test_what_is_not_there_is_said(studio: Studio) -> None:
    with pytest.raises(NotFound, match="version 7 of a timeline"):
        version_timeline(studio, 7)
    with pytest.raises(NotFound, match="timeline 7"):
        keep_version(studio, 7)
    with pytest.raises(NotFound, match="version 7 of a timeline"):
        name_version(studio, 7, "Mine")
