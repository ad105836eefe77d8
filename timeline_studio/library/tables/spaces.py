"""`spaces` and `space_publications`: where productions are shown."""

from datetime import datetime
from typing import Literal, TypeAlias, get_args

from sqlalchemy import Boolean, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from timeline_studio.library.clock import utc_now
from timeline_studio.library.tables.columns import (
    IDS_ARE_NEVER_REUSED,
    Table,
    moment,
    one_of,
    row_id,
    words,
)

PUBLICATION_STATUSES = (
    "draft",
    "pending",
    "approved",
    "published",
    "unpublished",
    "rejected",
)
Visibility: TypeAlias = Literal["inherit", "members", "public"]


class Space(Table):
    """A channel or group that shows productions."""

    __tablename__ = "spaces"
    __table_args__ = (
        UniqueConstraint("slug", name="uniq_spaces_slug"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    type: Mapped[str] = mapped_column(words(32))
    slug: Mapped[str] = mapped_column(words(191))
    name: Mapped[str] = mapped_column(words(255))


class SpacePublication(Table):
    """A production in a space; rows older than productions have only their upload."""

    __tablename__ = "space_publications"
    __table_args__ = (
        UniqueConstraint(
            "production_id", "space_id", name="uniq_space_publications_production_space"
        ),
        Index("ix_space_publications_space", "space_id", "status", "id"),
        Index("ix_space_publications_upload", "upload_id"),
        Index(
            "ix_space_publications_space_feed",
            "space_id",
            "status",
            "visible_in_space",
            "published_at",
            "id",
        ),
        Index(
            "ix_space_publications_global_feed",
            "status",
            "visible_in_global",
            "published_at",
            "id",
        ),
        Index("ix_space_publications_owner", "owner_user_id", "id"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    upload_id: Mapped[int] = mapped_column(row_id(), ForeignKey("uploads.id"))
    production_id: Mapped[int | None] = mapped_column(row_id(), ForeignKey("productions.id"))
    space_id: Mapped[int] = mapped_column(row_id(), ForeignKey("spaces.id"))
    status: Mapped[str] = mapped_column(one_of("status", *PUBLICATION_STATUSES), default="draft")
    requested_by: Mapped[int | None] = mapped_column(row_id())
    approved_by: Mapped[int | None] = mapped_column(row_id())
    is_primary: Mapped[bool] = mapped_column(Boolean(), default=False)
    visibility: Mapped[Visibility] = mapped_column(
        one_of("visibility", *get_args(Visibility)), default="inherit"
    )
    owner_user_id: Mapped[int | None] = mapped_column(row_id())
    visible_in_space: Mapped[bool] = mapped_column(Boolean(), default=True)
    visible_in_global: Mapped[bool] = mapped_column(Boolean(), default=False)
    published_at: Mapped[datetime | None] = mapped_column(moment())
    unpublished_at: Mapped[datetime | None] = mapped_column(moment())
    created_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    updated_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
