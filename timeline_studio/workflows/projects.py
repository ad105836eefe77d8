"""Timelines as projects: list, open, save, rename, archive, restore; and the current one."""

from dataclasses import dataclass

from timeline_studio.library import NotFound, Project, UnitOfWork
from timeline_studio.settings import Preferences
from timeline_studio.timeline.document import from_json, to_json
from timeline_studio.timeline.model import Timeline, empty_timeline
from timeline_studio.workflows.names import stored_name
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.versions import keep_before_saving


@dataclass(frozen=True)
class OpenProject:
    """A project as it was read; `revision` goes back with the next save."""

    project: Project
    timeline: Timeline
    revision: int


def list_projects(studio: Studio, *, include_archived: bool = False) -> list[Project]:
    """Active ones first, newest first."""
    with studio.reading() as uow:
        return uow.projects.list(include_archived=include_archived)


def create_project(
    studio: Studio, name: str | None = None, timeline: Timeline | None = None
) -> Project:
    document = to_json(timeline or empty_timeline())
    return studio.run(lambda uow: uow.projects.add(name=stored_name(name), timeline_json=document))


def open_project(studio: Studio, project_id: int) -> OpenProject:
    """Raises NotFound, or DocumentError when the stored timeline cannot be read."""
    with studio.reading() as uow:
        project = uow.projects.get(project_id)
    return OpenProject(project, from_json(project.timeline_json), project.revision)


def save_timeline(studio: Studio, project_id: int, timeline: Timeline, revision: int) -> int:
    """The new revision. Raises StaleRevision when someone saved since `revision` was read."""
    document = to_json(timeline)

    def save(uow: UnitOfWork) -> int:
        keep_before_saving(uow, project_id)
        return uow.projects.save_timeline(project_id, document, revision)

    return studio.run(save)


def rename_project(studio: Studio, project_id: int, name: str) -> Project:
    return studio.run(lambda uow: uow.projects.rename(project_id, stored_name(name)))


def archive_project(studio: Studio, project_id: int) -> Project:
    """Take it off the list; nothing is deleted."""
    return studio.run(lambda uow: uow.projects.archive(project_id))


def restore_project(studio: Studio, project_id: int) -> Project:
    """Back on the list of active ones."""
    return studio.run(lambda uow: uow.projects.restore(project_id))


def current_project(studio: Studio, preferences: Preferences) -> Project | None:
    """The project that this computer remembers, if it still is an active one."""
    project_id = preferences.current_project_id
    if project_id is None:
        return None
    try:
        with studio.reading() as uow:
            project = uow.projects.get(project_id)
    except NotFound:
        return None
    return None if project.archived_at else project


def latest_project(studio: Studio) -> Project | None:
    """The most recently updated active one: the current project of callers that remember none."""
    with studio.reading() as uow:
        return uow.projects.current()


def restore_current(studio: Studio, preferences: Preferences) -> Project:
    """The current project; a missing, unknown or archived one makes a new one."""
    project = current_project(studio, preferences) or create_project(studio)
    preferences.current_project_id = project.id
    return project
