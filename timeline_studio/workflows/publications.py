"""Showing productions: spaces, publishing into them, and the feeds that people watch."""

import unicodedata
from dataclasses import dataclass
from typing import get_args

from timeline_studio.errors import StudioError
from timeline_studio.library import (
    FeedEntry,
    Production,
    Space,
    SpacePublication,
    UnitOfWork,
    Upload,
    Visibility,
)
from timeline_studio.workflows.studio import Studio

__all__ = [
    "FEED_PAGE",
    "VISIBILITIES",
    "FeedEntry",
    "PublicationError",
    "PublicationRow",
    "SpaceRow",
    "Visibility",
    "add_space",
    "change_publication",
    "find_space",
    "global_feed",
    "list_publications",
    "list_spaces",
    "publish",
    "remove_space",
    "rename_space",
    "space_feed",
    "unpublish",
    "unpublish_all",
    "visibility_of",
]

VISIBILITIES: tuple[Visibility, ...] = get_args(Visibility)
LONGEST_NAME, LONGEST_TYPE = 255, 32
FEED_PAGE = 50


class PublicationError(StudioError):
    """A name that no space can have, or a production that cannot be shown yet."""


@dataclass(frozen=True)
class SpaceRow:
    """A space, and how many productions are published in it, whoever's."""

    space: Space
    published: int


@dataclass(frozen=True)
class PublicationRow:
    """A publication as a panel shows it; an old one has no production."""

    publication: SpacePublication
    space: Space
    production: Production | None
    upload: Upload

    @property
    def name(self) -> str:
        return (self.production.name if self.production else None) or self.upload.name


def list_spaces(studio: Studio) -> list[SpaceRow]:
    """By name."""
    with studio.reading() as uow:
        published = uow.spaces.published()
        return [SpaceRow(space, published.get(space.id, 0)) for space in uow.spaces.list()]


def find_space(studio: Studio, slug: str) -> Space:
    with studio.reading() as uow:
        return uow.spaces.get_by_slug(slug)


def add_space(studio: Studio, name: str, slug: str | None = None, type: str = "space") -> Space:  # noqa: A002 - the column's name
    """`slug` is the space's address; made of the name where none is given.

    Raises PublicationError for a name that no space can have, LibraryError for a slug that is
    none or is taken.
    """
    clean, kind = _on_a_line(name, "name", LONGEST_NAME), _on_a_line(type, "type", LONGEST_TYPE)
    return studio.run(lambda uow: uow.spaces.add(clean, slug=slug, space_type=kind))


def rename_space(studio: Studio, space_id: int, name: str) -> Space:
    """Its address stays."""
    clean = _on_a_line(name, "name", LONGEST_NAME)
    return studio.run(lambda uow: uow.spaces.rename(space_id, clean))


def remove_space(studio: Studio, space_id: int) -> None:
    """Raises LibraryError while anything is published in it, or waits to be."""
    studio.run(lambda uow: uow.spaces.remove(space_id))


def publish(
    studio: Studio,
    production_id: int,
    space_id: int,
    *,
    visibility: Visibility = "inherit",
    visible_in_space: bool = True,
    visible_in_global: bool = True,
) -> SpacePublication:
    """Show a production in a space: a second time changes only who sees it.

    Raises PublicationError before the production is completed.
    """

    def step(uow: UnitOfWork) -> SpacePublication:
        _check_completed(uow.productions.get(production_id))
        return uow.publications.publish(
            production_id,
            space_id,
            visibility=visibility,
            visible_in_space=visible_in_space,
            visible_in_global=visible_in_global,
        )

    return studio.run(step)


def unpublish(studio: Studio, publication_id: int) -> SpacePublication:
    """Show it no longer; the row stays and says since when."""
    return studio.run(lambda uow: uow.publications.unpublish(publication_id))


def change_publication(
    studio: Studio,
    publication_id: int,
    *,
    visibility: Visibility | None = None,
    visible_in_space: bool | None = None,
    visible_in_global: bool | None = None,
) -> SpacePublication:
    """Who sees it; None leaves as it is."""
    asked = {
        "visibility": visibility,
        "visible_in_space": visible_in_space,
        "visible_in_global": visible_in_global,
    }
    columns = {name: value for name, value in asked.items() if value is not None}
    return studio.run(lambda uow: uow.publications.update(publication_id, **columns))


def visibility_of(word: str) -> Visibility:
    """Raises PublicationError for a word that is none."""
    for visibility in VISIBILITIES:
        if visibility == word:
            return visibility
    raise PublicationError(f"“{word[:80]}” is no visibility. Choose {', '.join(VISIBILITIES)}.")


def list_publications(
    studio: Studio,
    *,
    production_id: int | None = None,
    search: str | None = None,
    limit: int | None = None,
    before_id: int | None = None,
    include_unpublished: bool = False,
) -> list[PublicationRow]:
    """This user's, newest first."""
    with studio.reading() as uow:
        rows = uow.publications.list(
            production_id=production_id,
            search=search,
            limit=limit,
            before_id=before_id,
            include_unpublished=include_unpublished,
        )
    return [PublicationRow(*row) for row in rows]


def space_feed(
    studio: Studio, slug: str, *, limit: int | None = FEED_PAGE, before_id: int | None = None
) -> list[FeedEntry]:
    """What is published in a space, newest first, for its members too (see `visibility`).

    `before_id` is the last publication of the page before; a `limit` of None is all.
    """
    with studio.reading() as uow:
        space = uow.spaces.get_by_slug(slug)
        return uow.feeds.of_space(space.id, limit=limit, before_id=before_id)


def global_feed(
    studio: Studio, *, limit: int | None = FEED_PAGE, before_id: int | None = None
) -> list[FeedEntry]:
    """What is published for everyone, newest first; each production once."""
    with studio.reading() as uow:
        return uow.feeds.of_all(limit=limit, before_id=before_id)


def unpublish_all(uow: UnitOfWork, production_id: int) -> int:
    """Take a production that is to be deleted out of every space. How many it was in."""
    return uow.publications.unpublish_of_production(production_id)


def _check_completed(production: Production) -> None:
    name = production.name or production.ulid
    if production.deletion_requested_at is not None:
        raise PublicationError(f"The production “{name}” is being deleted: it cannot be published.")
    if production.status == "completed":
        return
    advice = "Retry it" if production.status == "failed" else "Wait until it is completed"
    raise PublicationError(
        f"The production “{name}” cannot be published: it is "
        f"{production.status}. {advice}, then publish it."
    )


def _on_a_line(text: str, what: str, longest: int) -> str:
    """A space's name or type as it is kept. Raises PublicationError where nothing is left."""
    visible = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text)
    clean = " ".join(visible.split())
    if not clean:
        raise PublicationError(f"A space needs a {what}. Give it one.")
    if len(clean) > longest:
        raise PublicationError(
            f"The {what} of a space has at most {longest} characters; this one has "
            f"{len(clean)}. Shorten it."
        )
    return clean
