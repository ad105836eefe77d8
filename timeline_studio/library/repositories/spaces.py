"""Spaces, which everyone shares, and a user's publications in them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from timeline_studio.library.clock import Clock
from timeline_studio.library.repositories.productions import Productions
from timeline_studio.library.repositories.rows import change, only
from timeline_studio.library.tables import Space, SpacePublication


class Spaces:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, *, space_type: str, slug: str, name: str) -> Space:
        space = Space(type=space_type, slug=slug, name=name)
        self._session.add(space)
        self._session.flush()
        return space

    def get(self, space_id: int) -> Space:
        return only(self._session, select(Space).where(Space.id == space_id), f"space {space_id}")

    def list(self) -> list[Space]:
        """By name."""
        return [*self._session.scalars(select(Space).order_by(Space.name, Space.id))]


class Publications:
    def __init__(
        self, session: Session, user_id: int, now: Clock, next_ulid: Callable[[], str]
    ) -> None:
        self._session = session
        self._user_id = user_id
        self._now = now
        self._productions = Productions(session, user_id, now, next_ulid)

    def add(self, production_id: int, space_id: int, **columns: Any) -> SpacePublication:
        """Raises NotFound unless the production is this user's and the space is there."""
        production = self._productions.get(production_id)
        space = Spaces(self._session).get(space_id)
        now = self._now()
        publication = SpacePublication(
            upload_id=production.upload_id,
            production_id=production.id,
            space_id=space.id,
            owner_user_id=self._user_id,
            requested_by=self._user_id,
            created_at=now,
            updated_at=now,
        )
        change(publication, columns)
        self._session.add(publication)
        self._session.flush()
        return publication

    def get(self, publication_id: int) -> SpacePublication:
        query = self._mine().where(SpacePublication.id == publication_id)
        return only(self._session, query, f"publication {publication_id}")

    def list(self, production_id: int | None = None) -> list[SpacePublication]:
        """Newest first."""
        query = self._mine()
        if production_id is not None:
            query = query.where(SpacePublication.production_id == production_id)
        return [*self._session.scalars(query.order_by(SpacePublication.id.desc()))]

    def update(self, publication_id: int, **columns: Any) -> SpacePublication:
        publication = self.get(publication_id)
        change(publication, {"updated_at": self._now(), **columns})
        self._session.flush()
        return publication

    def _mine(self) -> Select[SpacePublication]:
        return select(SpacePublication).where(SpacePublication.owner_user_id == self._user_id)
