"""Feeds: what is published, newest first, whoever published it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from timeline_studio.library.errors import NotFound
from timeline_studio.library.repositories.rows import joined_in_order
from timeline_studio.library.tables import Production, Space, SpacePublication, Upload, Visibility


@dataclass(frozen=True)
class FeedEntry:
    """A publication that can be watched: its HLS lies under `output_prefix`.

    A publication that is older than productions has `production` None, and its upload's own
    output. `published_at` is None where the row does not say.
    """

    publication_id: int
    name: str
    description: str | None
    output_prefix: str
    published_at: datetime | None
    visibility: Visibility
    space: Space
    production: Production | None
    upload: Upload
    is_export: bool


class Feeds:
    """`before_id` is the last publication of the page before."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_space(
        self, space_id: int, *, limit: int | None = None, before_id: int | None = None
    ) -> list[FeedEntry]:
        """What the space's members see."""
        return self._page(
            SpacePublication.space_id == space_id,
            SpacePublication.visible_in_space == true(),
            limit=limit,
            before_id=before_id,
        )

    def of_all(self, *, limit: int | None = None, before_id: int | None = None) -> list[FeedEntry]:
        """What everyone sees: nothing for members alone; a production in several spaces once, as
        it was published last."""
        return self._page(
            *_for_everyone(SpacePublication),
            ~_is_published_again(),
            limit=limit,
            before_id=before_id,
        )

    def _page(
        self, *conditions: ColumnElement[bool], limit: int | None, before_id: int | None
    ) -> list[FeedEntry]:
        prefix = func.coalesce(Production.output_prefix, Upload.output_prefix)
        query = (
            select(SpacePublication, Space, Production, Upload, prefix, Upload.is_export)
            .join(Space, Space.id == SpacePublication.space_id)
            .join(Upload, Upload.id == SpacePublication.upload_id)
            .outerjoin(Production, Production.id == SpacePublication.production_id)
            .where(SpacePublication.status == "published", *conditions)
            .where(prefix.is_not(None), _is_finished(), *self._after(before_id))
            .order_by(SpacePublication.published_at.desc(), SpacePublication.id.desc())
            .limit(limit)
        )
        return [
            _entry(publication, space, production, upload, output_prefix, is_export=is_export)
            for publication, space, production, upload, output_prefix, is_export in (
                self._session.execute(joined_in_order(query))
            )
        ]

    def _after(self, publication_id: int | None) -> list[ColumnElement[bool]]:
        """That rows come after this one. NULL is the oldest time, on every database."""
        if publication_id is None:
            return []
        moment, row_id = SpacePublication.published_at, SpacePublication.id
        last = self._session.execute(select(moment).where(row_id == publication_id)).one_or_none()
        if last is None:
            raise NotFound(
                f"There is no publication {publication_id} to go on from: it was removed "
                "meanwhile. Read the feed from its beginning."
            )
        if last[0] is None:
            return [moment.is_(None), row_id < publication_id]
        older = or_(moment < last[0], row_id < publication_id)
        return [or_(and_(moment <= last[0], older), moment.is_(None))]


def _for_everyone(publication: type[SpacePublication]) -> tuple[ColumnElement[bool], ...]:
    return (
        publication.status == "published",
        publication.visible_in_global == true(),
        publication.visibility != "members",
    )


def _is_finished() -> ColumnElement[bool]:
    """Without a production the upload says how far its own transcoding came."""
    return or_(
        and_(Production.status == "completed", Production.deletion_requested_at.is_(None)),
        and_(
            SpacePublication.production_id.is_(None),
            Upload.status.in_(("uploaded", "completed")),
        ),
    )


def _is_published_again() -> ColumnElement[bool]:
    """Whether everyone sees the same production elsewhere too, published later."""
    later = aliased(SpacePublication)
    same_moment = and_(
        later.published_at == SpacePublication.published_at, later.id > SpacePublication.id
    )
    return (
        select(later.id)
        .where(later.production_id == SpacePublication.production_id)
        .where(or_(later.published_at > SpacePublication.published_at, same_moment))
        .where(*_for_everyone(later))
        .exists()
    )


def _entry(
    publication: SpacePublication,
    space: Space,
    production: Production | None,
    upload: Upload,
    output_prefix: str,
    *,
    is_export: bool,
) -> FeedEntry:
    return FeedEntry(
        publication_id=publication.id,
        name=(production.name if production else None) or upload.name,
        description=upload.description,
        output_prefix=output_prefix,
        published_at=publication.published_at,
        visibility=publication.visibility,
        space=space,
        production=production,
        upload=upload,
        is_export=bool(is_export),
    )
