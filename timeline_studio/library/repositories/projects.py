"""A user's timelines."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Select, case, select, update
from sqlalchemy.orm import Session, defer, load_only
from sqlalchemy.orm.attributes import flag_modified

from timeline_studio.library.clock import Clock
from timeline_studio.library.errors import StaleRevision
from timeline_studio.library.repositories.rows import only, rows_changed
from timeline_studio.library.tables import Project


class Projects:
    def __init__(self, session: Session, user_id: int, now: Clock) -> None:
        self._session = session
        self._user_id = user_id
        self._now = now

    def add(
        self, name: str | None = None, *, timeline_json: str, description: str | None = None
    ) -> Project:
        now = self._now()
        project = Project(
            user_id=self._user_id,
            name=name,
            description=description,
            timeline_json=timeline_json,
            created_at=now,
            updated_at=now,
        )
        self._session.add(project)
        self._session.flush()
        return project

    def get(self, project_id: int) -> Project:
        query = self._mine().where(Project.id == project_id)
        return only(
            self._session, query.execution_options(populate_existing=True), f"timeline {project_id}"
        )

    def list(self, include_archived: bool = False) -> list[Project]:
        """Active ones first, then the most recently updated. `timeline_json` is not loaded."""
        archived_last = case((Project.archived_at.is_(None), 0), else_=1)
        query = (
            self._mine()
            .options(defer(Project.timeline_json))
            .order_by(archived_last, Project.updated_at.desc(), Project.id.desc())
        )
        if not include_archived:
            query = query.where(Project.archived_at.is_(None))
        return [*self._session.scalars(query)]

    def saved_at(self, project_id: int) -> datetime:
        """When it was saved or renamed last, naive UTC. Raises NotFound."""
        query = self._mine().options(load_only(Project.updated_at)).where(Project.id == project_id)
        return only(self._session, query, f"timeline {project_id}").updated_at

    def documents(self, project_ids: Collection[int]) -> dict[int, str]:
        """The `timeline_json` of each of these, by id; those that are not there are left out."""
        wanted = select(Project.id, Project.timeline_json).where(
            Project.user_id == self._user_id, Project.id.in_(project_ids)
        )
        return {row.id: row.timeline_json for row in self._session.execute(wanted)}

    def containing(self, text: str) -> Sequence[Project]:
        """Active ones whose timeline's document has `text` in it, letter by letter."""
        query = self._mine().where(Project.archived_at.is_(None))
        holds = Project.timeline_json.contains(text, autoescape=True)
        # The database may not mind capitals; the caller does.
        found = self._session.scalars(query.where(holds).order_by(Project.id))
        return [project for project in found if text in project.timeline_json]

    def rename(self, project_id: int, name: str | None) -> Project:
        project = self.get(project_id)
        project.name = name
        project.updated_at = self._now()
        self._session.flush()
        return project

    def save_timeline(self, project_id: int, json: str, expected_revision: int) -> int:
        """The new revision. Raises StaleRevision, and changes nothing, when it is not the next."""
        saving = (
            update(Project)
            .where(Project.id == project_id, Project.user_id == self._user_id)
            .where(Project.revision == expected_revision)
            .values(timeline_json=json, revision=expected_revision + 1, updated_at=self._now())
        )
        if rows_changed(self._session, saving) == 0:
            project = self.get(project_id)
            raise StaleRevision(
                f"“{project.name or 'Untitled'}” was changed in another window, or on another "
                f"computer (revision {project.revision}, not {expected_revision}); nothing was "
                "overwritten. Open the timeline again, or save this one as a new timeline."
            )
        return expected_revision + 1

    def archive(self, project_id: int) -> Project:
        """Archiving twice changes nothing."""
        project = self.get(project_id)
        if project.archived_at is None:
            project.status = "archived"
            project.archived_at = project.updated_at = self._now()
            self._session.flush()
        return project

    def restore(self, project_id: int) -> Project:
        """Back on the list; restoring an active one changes nothing."""
        project = self.get(project_id)
        if project.archived_at is not None:
            project.status = "active"
            project.archived_at = None
            project.updated_at = self._now()
            self._session.flush()
        return project

    def current(self) -> Project | None:
        """The most recently updated active one."""
        newest = (
            self._mine()
            .where(Project.archived_at.is_(None))
            .order_by(Project.updated_at.desc(), Project.id.desc())
            .limit(1)
        )
        return self._session.scalars(newest).one_or_none()

    def set_last_export(self, project_id: int, upload_id: int | None, job_id: int | None) -> None:
        """Not an edit: `updated_at` stays, so that the current project does."""
        project = self.get(project_id)
        project.last_export_upload_id = upload_id
        project.last_export_job_id = job_id
        flag_modified(project, "updated_at")  # written as it is, or ON UPDATE would move it
        self._session.flush()

    def with_last_export(self, upload_id: int) -> Sequence[Project]:
        """Those whose last export this is."""
        return [
            *self._session.scalars(self._mine().where(Project.last_export_upload_id == upload_id))
        ]

    def _mine(self) -> Select[Project]:
        return select(Project).where(Project.user_id == self._user_id)
