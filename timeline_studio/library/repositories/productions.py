"""A user's HLS productions."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, or_, select, update
from sqlalchemy.orm import Session

from timeline_studio.library.clock import Clock
from timeline_studio.library.repositories.rows import change, contains_text, only, page_of
from timeline_studio.library.repositories.uploads import Uploads
from timeline_studio.library.tables import Production, SpacePublication, Upload
from timeline_studio.library.tables.productions import UNFINISHED_STATUSES


class Productions:
    def __init__(
        self, session: Session, user_id: int, now: Clock, next_ulid: Callable[[], str]
    ) -> None:
        self._session = session
        self._user_id = user_id
        self._now = now
        self._next_ulid = next_ulid

    def add(
        self,
        upload_id: int,
        name: str | None = None,
        config: Mapping[str, Any] | None = None,
    ) -> Production:
        """A queued one with a fresh ULID. Raises NotFound unless the upload is this user's."""
        upload = Uploads(self._session, self._user_id, self._now).get(upload_id)
        now = self._now()
        production = Production(
            upload_id=upload.id,
            user_id=self._user_id,
            ulid=self._next_ulid(),
            name=name,
            status="queued",
            config=None if config is None else dict(config),
            created_at=now,
            updated_at=now,
        )
        self._session.add(production)
        self._session.flush()
        return production

    def get(self, production_id: int) -> Production:
        query = self._mine().where(Production.id == production_id)
        return only(self._session, query, f"production {production_id}")

    def get_by_ulid(self, ulid: str) -> Production:
        query = self._mine().where(Production.ulid == ulid)
        return only(self._session, query, f"production {ulid}")

    def list(
        self,
        limit: int | None = None,
        before_id: int | None = None,
        search: str | None = None,
        statuses: Collection[str] | None = None,
    ) -> list[tuple[Production, Upload]]:
        """With the upload that each was made of, newest first; `before_id` for the next page.

        `search` looks in the production's name, and in the upload's where it has none. What is to
        be deleted is left out.
        """
        query = (
            select(Production, Upload)
            .join(Upload, Upload.id == Production.upload_id)
            .where(*page_of(self._session, Production, self._user_id, before_id), _is_wanted())
            .order_by(Production.id.desc())
            .limit(limit)
        )
        if statuses:
            query = query.where(Production.status.in_(statuses))
        if search:
            name = func.coalesce(
                Production.name, Upload.modified_filename, Upload.original_filename
            )
            query = query.where(contains_text(name, search))
        return [(production, upload) for production, upload in self._session.execute(query)]

    def count(self) -> int:
        """As many as `list` lists."""
        mine = select(func.count()).where(Production.user_id == self._user_id, _is_wanted())
        return self._session.scalar(mine) or 0

    def update(self, production_id: int, **columns: Any) -> Production:
        production = self.get(production_id)
        change(production, {"updated_at": self._now(), **columns})
        self._session.flush()
        return production

    def of_upload(self, upload_id: int) -> Sequence[Production]:
        """What was made of it and is not to be deleted, oldest first."""
        query = self._mine().where(Production.upload_id == upload_id, _is_wanted())
        return [*self._session.scalars(query.order_by(Production.id))]

    def doomed_of_upload(self, upload_id: int) -> Sequence[Production]:
        """What was made of it and is to be deleted, oldest first."""
        query = self._mine().where(Production.upload_id == upload_id, ~_is_wanted())
        return [*self._session.scalars(query.order_by(Production.id))]

    def request_deletion(self, production_id: int) -> Production:
        """Take it off every list; asking twice changes nothing."""
        production = self.get(production_id)
        if production.deletion_requested_at is None:
            production.deletion_requested_at = production.updated_at = self._now()
            self._session.flush()
        return production

    def delete(self, production_id: int) -> None:
        """Its row, and those of its publications, whoever asked for them."""
        production = self.get(production_id)
        self._session.execute(
            delete(SpacePublication).where(SpacePublication.production_id == production.id)
        )
        self._session.delete(production)
        self._session.flush()

    def unfinished(self) -> Sequence[Production]:
        """Oldest first."""
        query = self._mine().where(Production.status.in_(UNFINISHED_STATUSES))
        return [*self._session.scalars(query.order_by(Production.id))]

    def count_without_ulid(self) -> int:
        """Rows that are older than ULIDs."""
        query = select(func.count()).where(*self._without_ulid())
        return self._session.scalar(query) or 0

    def fill_missing_ulids(self, limit: int) -> int:
        """Give the oldest `limit` rows without a ULID theirs; how many there were. `updated_at`
        stays, for nothing was edited."""
        query = select(Production.id).where(*self._without_ulid()).order_by(Production.id)
        ids = self._session.scalars(query.limit(limit).with_for_update()).all()
        for production_id in ids:
            self._session.execute(
                update(Production)
                .where(Production.id == production_id)
                .values(ulid=self._next_ulid(), updated_at=Production.updated_at)
            )
        return len(ids)

    def _without_ulid(self) -> tuple[ColumnElement[bool], ...]:
        return (
            Production.user_id == self._user_id,
            or_(Production.ulid.is_(None), Production.ulid == ""),
        )

    def _mine(self) -> Select[Production]:
        return select(Production).where(Production.user_id == self._user_id)


def _is_wanted() -> ColumnElement[bool]:
    return Production.deletion_requested_at.is_(None)
