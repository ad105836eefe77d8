"""A user's productions in spaces: one publication for a production and a space."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from timeline_studio.library.clock import Clock
from timeline_studio.library.errors import LibraryError
from timeline_studio.library.repositories.productions import Productions
from timeline_studio.library.repositories.rows import (
    change,
    contains_text,
    joined_in_order,
    only,
    rows_changed,
)
from timeline_studio.library.repositories.spaces import Spaces
from timeline_studio.library.tables import Production, Space, SpacePublication, Upload, Visibility


class Publications:
    """Rows without an owner, which are old, belong to the owner of their upload."""

    def __init__(
        self, session: Session, user_id: int, now: Clock, next_ulid: Callable[[], str]
    ) -> None:
        self._session = session
        self._user_id = user_id
        self._now = now
        self._productions = Productions(session, user_id, now, next_ulid)

    def publish(
        self,
        production_id: int,
        space_id: int,
        *,
        visibility: Visibility = "inherit",
        visible_in_space: bool = True,
        visible_in_global: bool = True,
    ) -> SpacePublication:
        """Show the production in the space. One that is published there keeps its time.

        Raises NotFound unless the production is this user's and the space is there, and
        LibraryError where the space has rejected it.
        """
        production = self._productions.get(production_id)  # locked: two at once wait here
        space = Spaces(self._session).get(space_id)
        publication = self._of(production, space) or self._added(production, space)
        if publication.status == "rejected":
            raise LibraryError(
                f"The space “{space.name}” has rejected this production. Ask whoever looks after "
                "the space, or publish it elsewhere."
            )
        if publication.status != "published":
            publication.status = "published"
            publication.published_at = self._now()
            publication.unpublished_at = None
        publication.owner_user_id = self._user_id
        return self._changed(
            publication,
            visibility=visibility,
            visible_in_space=visible_in_space,
            visible_in_global=visible_in_global,
        )

    def unpublish(self, publication_id: int) -> SpacePublication:
        """Show it no longer. The row stays and says when; a second time changes nothing."""
        publication = self.get(publication_id)
        if publication.status == "unpublished":
            return publication
        return self._changed(publication, status="unpublished", unpublished_at=self._now())

    def update(self, publication_id: int, **columns: Any) -> SpacePublication:
        return self._changed(self.get(publication_id), **columns)

    def get(self, publication_id: int) -> SpacePublication:
        mine = select(SpacePublication).join(Upload, Upload.id == SpacePublication.upload_id)
        query = mine.where(self._is_mine(), SpacePublication.id == publication_id)
        return only(self._session, query, f"publication {publication_id}")

    def list(
        self,
        *,
        production_id: int | None = None,
        search: str | None = None,
        limit: int | None = None,
        before_id: int | None = None,
        include_unpublished: bool = False,
    ) -> list[tuple[SpacePublication, Space, Production | None, Upload]]:
        """Newest first, with all that each stands on; `before_id` asks for the next page.

        `search` looks in the names of the production, or of its upload, and of the space.
        """
        query = self._mine_with_all()
        if production_id is not None:
            query = query.where(SpacePublication.production_id == production_id)
        if before_id is not None:
            query = query.where(SpacePublication.id < before_id)
        if not include_unpublished:
            query = query.where(SpacePublication.status != "unpublished")
        if search:
            query = query.where(_is_called(search))
        newest = joined_in_order(query.order_by(SpacePublication.id.desc()).limit(limit))
        return [
            (publication, space, production, upload)
            for publication, space, production, upload in self._session.execute(newest)
        ]

    def count(self) -> int:
        """As many as `list` lists."""
        shown = self._mine_with_all().where(SpacePublication.status != "unpublished")
        counted = joined_in_order(shown.with_only_columns(func.count(), maintain_column_froms=True))
        return self._session.scalar(counted) or 0

    def unpublish_of_production(self, production_id: int) -> int:
        """In every space, whoever put it there. How many were not unpublished before."""
        production = self._productions.get(production_id)
        now = self._now()
        return rows_changed(
            self._session,
            update(SpacePublication)
            .where(SpacePublication.production_id == production.id)
            .where(SpacePublication.status != "unpublished")
            .values(status="unpublished", unpublished_at=now, updated_at=now),
        )

    def _of(self, production: Production, space: Space) -> SpacePublication | None:
        """As it is now, and locked on a server."""
        query = (
            select(SpacePublication)
            .where(SpacePublication.production_id == production.id)
            .where(SpacePublication.space_id == space.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return self._session.scalars(query).one_or_none()

    def _added(self, production: Production, space: Space) -> SpacePublication:
        """A new draft, or the one that another program added in this moment."""
        now = self._now()
        publication = SpacePublication(
            upload_id=production.upload_id,
            production_id=production.id,
            space_id=space.id,
            requested_by=self._user_id,
            created_at=now,
            updated_at=now,
        )
        try:
            with self._session.begin_nested():
                self._session.add(publication)
        except IntegrityError:
            there = self._of(production, space)
            if there is None:
                raise
            return there
        return publication

    def _changed(self, publication: SpacePublication, **columns: Any) -> SpacePublication:
        change(publication, {"updated_at": self._now(), **columns})
        self._session.flush()
        return publication

    def _is_mine(self) -> ColumnElement[bool]:
        owner = SpacePublication.owner_user_id
        return or_(owner == self._user_id, and_(owner.is_(None), Upload.user_id == self._user_id))

    def _mine_with_all(self) -> Select[SpacePublication, Space, Production, Upload]:
        return (
            select(SpacePublication, Space, Production, Upload)
            .join(Space, Space.id == SpacePublication.space_id)
            .join(Upload, Upload.id == SpacePublication.upload_id)
            .outerjoin(Production, Production.id == SpacePublication.production_id)
            .where(self._is_mine(), Production.deletion_requested_at.is_(None))
        )


def _is_called(text: str) -> ColumnElement[bool]:
    name = func.coalesce(Production.name, Upload.modified_filename, Upload.original_filename)
    return or_(contains_text(name, text), contains_text(Space.name, text))
