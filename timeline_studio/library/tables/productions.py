"""`productions`: the HLS outputs made of an upload."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from timeline_studio.library.clock import utc_now
from timeline_studio.library.tables.columns import (
    IDS_ARE_NEVER_REUSED,
    Table,
    fixed,
    json_object,
    moment,
    one_of,
    row_id,
    words,
)

PRODUCTION_STATUSES = (
    "pending_media",
    "pending",
    "queued",
    "processing",
    "completed",
    "failed",
)
UNFINISHED_STATUSES = PRODUCTION_STATUSES[:4]


class Production(Table):
    """One HLS output: `output_prefix` is `YYYY-MM/DD/<upload uuid>/<ulid>/`.

    With `deletion_requested_at` it is in no list any more, and its row goes once its objects did.
    """

    __tablename__ = "productions"
    __table_args__ = (
        Index("ix_productions_user", "user_id", "id"),
        Index("ix_productions_upload", "upload_id"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    upload_id: Mapped[int] = mapped_column(row_id(), ForeignKey("uploads.id"))
    user_id: Mapped[int] = mapped_column(row_id())
    ulid: Mapped[str] = mapped_column(fixed(26), unique=True)
    name: Mapped[str | None] = mapped_column(words(255))
    status: Mapped[str] = mapped_column(one_of("status", *PRODUCTION_STATUSES), default="queued")
    config: Mapped[dict[str, Any] | None] = mapped_column(json_object())
    output_prefix: Mapped[str | None] = mapped_column(words(1024))
    mediaconvert_job_id: Mapped[str | None] = mapped_column(words(128))
    error_message: Mapped[str | None] = mapped_column(Text())
    created_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    started_at: Mapped[datetime | None] = mapped_column(moment())
    completed_at: Mapped[datetime | None] = mapped_column(moment())
    updated_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    deletion_requested_at: Mapped[datetime | None] = mapped_column(moment())
