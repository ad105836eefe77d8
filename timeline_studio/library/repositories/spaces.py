"""Spaces, which everyone shares."""

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from timeline_studio.library.errors import LibraryError
from timeline_studio.library.repositories.rows import one_at_a_time, only
from timeline_studio.library.slugs import free_slug, is_slug, slug_of
from timeline_studio.library.tables import Space, SpacePublication


class Spaces:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, name: str, *, slug: str | None = None, space_type: str = "space") -> Space:
        """`slug` is made of the name where none is given. Raises LibraryError for one that is no
        slug, or another space's."""
        one_at_a_time(self._session)
        space = Space(type=space_type, slug=self._free_slug(name, slug), name=name)
        self._session.add(space)
        self._session.flush()
        return space

    def get(self, space_id: int) -> Space:
        return only(self._session, select(Space).where(Space.id == space_id), f"space {space_id}")

    def get_by_slug(self, slug: str) -> Space:
        return only(self._session, select(Space).where(Space.slug == slug), f"space “{slug}”")

    def list(self) -> list[Space]:
        """By name."""
        return [*self._session.scalars(select(Space).order_by(Space.name, Space.id))]

    def published(self) -> dict[int, int]:
        """How many publications, whoever's, each space has; those with none are left out."""
        query = (
            select(SpacePublication.space_id, func.count())
            .where(SpacePublication.status == "published")
            .group_by(SpacePublication.space_id)
        )
        return {row[0]: row[1] for row in self._session.execute(query)}

    def rename(self, space_id: int, name: str) -> Space:
        """The slug stays: links lead to it."""
        space = self.get(space_id)
        space.name = name
        self._session.flush()
        return space

    def remove(self, space_id: int) -> None:
        """What was unpublished goes with it. Raises LibraryError while anything else is in it."""
        space = self.get(space_id)
        held = self._session.scalar(
            select(func.count()).where(
                SpacePublication.space_id == space_id, SpacePublication.status != "unpublished"
            )
        )
        if held:
            things = "1 publication" if held == 1 else f"{held} publications"
            raise LibraryError(
                f"The space “{space.name}” cannot be removed: {things} would be lost. "
                "Unpublish all in it first."
            )
        self._session.execute(delete(SpacePublication).where(SpacePublication.space_id == space_id))
        self._session.delete(space)
        self._session.flush()

    def _free_slug(self, name: str, wanted: str | None) -> str:
        if wanted is None:
            like = select(Space.slug).where(Space.slug.startswith(slug_of(name), autoescape=True))
            return free_slug(name, set(self._session.scalars(like)))
        if not is_slug(wanted):
            raise LibraryError(
                f"“{wanted[:80]}” cannot be the address of a space. Use lower-case letters a to z, "
                f"digits and single hyphens, such as “{slug_of(wanted)}”."
            )
        if self._session.scalar(select(func.count()).where(Space.slug == wanted)):
            raise LibraryError(
                f"There is a space with the address “{wanted}” already. Choose another one."
            )
        return wanted
