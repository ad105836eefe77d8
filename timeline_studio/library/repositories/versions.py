"""What a user's timelines were before."""

import zlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from timeline_studio.library.repositories.rows import only
from timeline_studio.library.tables import Project, TimelineVersion


@dataclass(frozen=True)
class VersionRow:
    """A version without its document; `saved_at` is naive UTC."""

    id: int
    project_id: int
    revision: int
    name: str | None
    saved_at: datetime


_ROW = (
    TimelineVersion.id,
    TimelineVersion.project_id,
    TimelineVersion.revision,
    TimelineVersion.name,
    TimelineVersion.saved_at,
)


class Versions:
    def __init__(self, session: Session, user_id: int) -> None:
        self._session = session
        self._user_id = user_id

    def list(self, project_id: int) -> list[VersionRow]:
        """The newest first."""
        query = (
            select(*_ROW)
            .where(TimelineVersion.user_id == self._user_id)
            .where(TimelineVersion.project_id == project_id)
            .order_by(TimelineVersion.revision.desc())
        )
        return [VersionRow(*row) for row in self._session.execute(query)]

    def newest(self, project_id: int) -> VersionRow | None:
        query = (
            select(*_ROW)
            .where(TimelineVersion.user_id == self._user_id)
            .where(TimelineVersion.project_id == project_id)
            .order_by(TimelineVersion.revision.desc())
            .limit(1)
        )
        row = self._session.execute(query).one_or_none()
        return VersionRow(*row) if row else None

    def keep(self, project_id: int, *, name: str | None = None) -> VersionRow:
        """The timeline as it is stored now; one that is kept already gets the name, if any.

        Raises NotFound.
        """
        project = self._project(project_id)
        version = self._session.scalars(
            self._mine().where(
                TimelineVersion.project_id == project_id,
                TimelineVersion.revision == project.revision,
            )
        ).one_or_none()
        if version is None:
            version = TimelineVersion(
                user_id=self._user_id,
                project_id=project_id,
                revision=project.revision,
                document=zlib.compress(project.timeline_json.encode()),
                saved_at=project.updated_at,
            )
            self._session.add(version)
        if name is not None:
            version.name = name
        self._session.flush()
        return _row_of(version)

    def document(self, version_id: int) -> str:
        """Its JSON. Raises NotFound."""
        return zlib.decompress(self._get(version_id).document).decode()

    def rename(self, version_id: int, name: str | None) -> VersionRow:
        """Raises NotFound."""
        version = self._get(version_id)
        version.name = name
        self._session.flush()
        return _row_of(version)

    def forget(self, version_ids: Collection[int]) -> None:
        """Those that are not there are left out."""
        self._session.execute(
            delete(TimelineVersion).where(
                TimelineVersion.user_id == self._user_id, TimelineVersion.id.in_(version_ids)
            )
        )

    def _project(self, project_id: int) -> Project:
        mine = select(Project).where(Project.user_id == self._user_id, Project.id == project_id)
        return only(self._session, mine, f"timeline {project_id}")

    def _get(self, version_id: int) -> TimelineVersion:
        query = self._mine().where(TimelineVersion.id == version_id)
        return only(self._session, query, f"version {version_id} of a timeline")

    def _mine(self) -> Select[TimelineVersion]:
        return select(TimelineVersion).where(TimelineVersion.user_id == self._user_id)


def _row_of(version: TimelineVersion) -> VersionRow:
    return VersionRow(
        version.id, version.project_id, version.revision, version.name, version.saved_at
    )
