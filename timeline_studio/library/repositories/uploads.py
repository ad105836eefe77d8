"""A user's uploads and exports."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, defer

from timeline_studio.library.clock import Clock
from timeline_studio.library.errors import LibraryError
from timeline_studio.library.repositories.media_bin import Shelf, on_shelf
from timeline_studio.library.repositories.rows import change, contains_text, only, page_of
from timeline_studio.library.tables import Production, Project, SpacePublication, Upload

_SOURCES = (~Upload.is_export, Upload.source_deleted_at.is_(None))
_EXPORTS: tuple[ColumnElement[bool], ...] = (
    Upload.is_export.expression,
    Upload.source_deleted_at.is_(None),
)


_NEWEST_FIRST = (Upload.user_id.desc(), Upload.id.desc())
"""One user's: so that an index has them in this order, however the user is asked for."""


class Uploads:
    def __init__(self, session: Session, user_id: int, now: Clock) -> None:
        self._session = session
        self._user_id = user_id
        self._now = now

    def add(self, **columns: Any) -> Upload:
        """Raises LibraryError when the library has an upload with this bucket and key."""
        upload = Upload(**{"created_at": self._now(), **columns, "user_id": self._user_id})
        try:
            with self._session.begin_nested():
                self._session.add(upload)
        except IntegrityError as error:
            if self.is_key_taken(upload.s3_bucket, upload.s3_key):
                raise LibraryError(
                    f"{upload.original_filename} cannot be added: {upload.s3_key} is in the "
                    "library already. Use the upload that is there."
                ) from error
            raise
        return upload

    def get(self, upload_id: int) -> Upload:
        return only(
            self._session, self._mine().where(Upload.id == upload_id), f"upload {upload_id}"
        )

    def find_by_key(self, s3_bucket: str, s3_key: str) -> Upload | None:
        """The upload that lies there, if it is this user's."""
        there = self._mine().where(Upload.s3_bucket == s3_bucket, Upload.s3_key == s3_key)
        return self._session.scalars(there).one_or_none()

    def is_key_taken(self, s3_bucket: str, s3_key: str) -> bool:
        """By anyone's upload: the store's keys are shared."""
        same = and_(Upload.s3_bucket == s3_bucket, Upload.s3_key == s3_key)
        return bool(self._session.scalar(select(func.count()).where(same)))

    def list_sources(
        self,
        kinds: Collection[str] | None = None,
        search: str | None = None,
        limit: int | None = None,
        before_id: int | None = None,
        shelf: Shelf | None = None,
    ) -> list[Upload]:
        """What can be put on a timeline, newest first; `before_id` asks for the next page. `shelf`
        has some of it only: footage used last comes first on the recent one, which is one page.

        Sources whose object was deleted are left out.
        """
        query = (
            select(Upload)
            .where(*page_of(self._session, Upload, self._user_id, before_id), *_SOURCES)
            .where(*_matches(search))
            .order_by(*_NEWEST_FIRST)
            .limit(limit)
        )
        if shelf is not None:
            query = on_shelf(query, shelf)
        if kinds is not None:
            one = len(kinds) == 1  # spelt so, its rows lie in the order of an index
            query = query.where(Upload.kind == next(iter(kinds)) if one else Upload.kind.in_(kinds))
        return list(self._session.scalars(query))

    def list_exports(
        self,
        project_id: int | None = None,
        search: str | None = None,
        limit: int | None = None,
        before_id: int | None = None,
        orientations: Collection[str] | None = None,
    ) -> list[tuple[Upload, Project | None]]:
        """Exports with the project that each was made of, newest first.

        Exports whose object was deleted are left out. The projects' `timeline_json` is not loaded.
        """
        made_of = and_(
            Project.id == Upload.create_video_project_id, Project.user_id == self._user_id
        )
        query = (
            select(Upload, Project)
            .outerjoin(Project, made_of)
            .options(defer(Project.timeline_json))
            .where(*page_of(self._session, Upload, self._user_id, before_id), *_EXPORTS)
            .where(*_matches(search))
            .order_by(*_NEWEST_FIRST)
            .limit(limit)
        )
        if project_id is not None:
            query = query.where(Upload.create_video_project_id == project_id)
        if orientations:
            query = query.where(Upload.orientation.in_(orientations))
        return [(upload, project) for upload, project in self._session.execute(query)]

    def count_sources(self) -> int:
        """As many as `list_sources` lists."""
        return self._count(*_SOURCES)

    def count_exports(self) -> int:
        """As many as `list_exports` lists."""
        return self._count(*_EXPORTS)

    def update(self, upload_id: int, **columns: Any) -> Upload:
        upload = self.get(upload_id)
        change(upload, columns)
        self._session.flush()
        return upload

    def delete(self, upload_id: int) -> None:
        """Raises LibraryError while a production or a publication stands on it."""
        upload = self.get(upload_id)
        if self.is_stood_on(upload_id):
            raise LibraryError(
                f"{upload.name} cannot be deleted: productions were made of it. Delete those first."
            )
        self._session.delete(upload)
        self._session.flush()

    def _mine(self) -> Select[Upload]:
        return select(Upload).where(Upload.user_id == self._user_id)

    def _count(self, *conditions: ColumnElement[bool]) -> int:
        mine = select(func.count()).where(Upload.user_id == self._user_id, *conditions)
        return self._session.scalar(mine) or 0

    def is_stood_on(self, upload_id: int) -> bool:
        """Whether a production or a publication, whoever's, needs its row."""
        self.get(upload_id)
        productions = select(func.count()).where(Production.upload_id == upload_id)
        publications = select(func.count()).where(SpacePublication.upload_id == upload_id)
        return bool(self._session.scalar(productions) or self._session.scalar(publications))


def _matches(text: str | None) -> list[ColumnElement[bool]]:
    """By the name that the user sees, or the description."""
    if not text:
        return []
    name = func.coalesce(Upload.modified_filename, Upload.original_filename)
    description = func.coalesce(Upload.description, "")
    return [or_(contains_text(name, text), contains_text(description, text))]
