"""Which timelines show which uploads is known for whole pages, and stays true after every save."""

from collections.abc import Collection
from datetime import timedelta

import pytest

from timeline_studio.library import Project, Upload
from timeline_studio.library.repositories.projects import Projects
from timeline_studio.timeline.model import Timeline, empty_timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import MediaUses
from timeline_studio.workflows.projects import (
    archive_project,
    create_project,
    open_project,
    rename_project,
    restore_project,
    save_timeline,
)


@pytest.fixture
def studio(either_studio: Studio) -> Studio:
    return either_studio


@pytest.fixture
def uses(studio: Studio) -> MediaUses:
    return MediaUses(studio)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of all timelines whose documents were read."""
    ids: list[int] = []
    documents = Projects.documents

    def tell(projects: Projects, project_ids: Collection[int]) -> dict[int, str]:
        ids.extend(project_ids)
        return documents(projects, project_ids)

    monkeypatch.setattr(Projects, "documents", tell)
    return ids


def make_old(studio: Studio, project: Project) -> None:
    with studio.unit_of_work() as work:
        work.projects.get(project.id).updated_at -= timedelta(hours=1)


def test_names_the_active_timelines_oldest_first(
    studio: Studio, uses: MediaUses, project: Project, upload: Upload, timeline: Timeline
) -> None:
    unnamed = create_project(studio, None, timeline)
    assert uses.timelines_of([upload.id, upload.id + 1]) == {upload.id: ["Holiday", "Untitled"]}
    archive_project(studio, project.id)
    assert uses.timelines_of([upload.id]) == {upload.id: ["Untitled"]}
    restore_project(studio, project.id)
    rename_project(studio, unnamed.id, "Beach")
    assert uses.timelines_of([upload.id]) == {upload.id: ["Holiday", "Beach"]}


def test_only_what_was_saved_is_read_again(
    studio: Studio, uses: MediaUses, project: Project, upload: Upload, read: list[int]
) -> None:
    other = create_project(studio, "Empty")
    make_old(studio, project)
    make_old(studio, other)
    for _ in range(3):
        assert uses.timelines_of([upload.id]) == {upload.id: ["Holiday"]}
    assert read == [project.id, other.id]
    opened = open_project(studio, project.id)
    save_timeline(studio, project.id, empty_timeline(), opened.revision)
    save_timeline(studio, other.id, opened.timeline, 0)
    assert uses.timelines_of([upload.id]) == {upload.id: ["Empty"]}
    assert read == [project.id, other.id] * 2


def test_what_was_saved_a_moment_ago_is_not_remembered(
    studio: Studio, uses: MediaUses, project: Project, upload: Upload
) -> None:
    """Another program may save again within the second, and counts no revisions."""
    assert uses.timelines_of([upload.id]) == {upload.id: ["Holiday"]}
    with studio.unit_of_work() as work:
        row = work.projects.get(project.id)
        before, row.timeline_json = row.updated_at, "{}"
    with studio.unit_of_work() as work:
        work.projects.get(project.id).updated_at = before
    assert uses.timelines_of([upload.id]) == {}


def test_a_timeline_that_cannot_be_read_shows_what_it_names(
    studio: Studio, uses: MediaUses, project: Project, upload: Upload
) -> None:
    document = f'{{"schema": "of tomorrow", "url": "upload:{upload.id}", "next": "upload:70"}}'
    with studio.unit_of_work() as work:
        work.projects.save_timeline(project.id, document, project.revision)
    assert uses.timelines_of([upload.id, 70, 7]) == {upload.id: ["Holiday"], 70: ["Holiday"]}


def test_a_stranger_s_timelines_are_not_told(
    stranger: Studio, uses: MediaUses, timeline: Timeline, upload: Upload
) -> None:
    create_project(stranger, "Theirs", timeline)
    assert uses.timelines_of([upload.id]) == {}
