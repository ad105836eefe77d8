"""`create_video_projects`: the timelines."""

from datetime import datetime

from sqlalchemy import Column, Computed, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from timeline_studio.library.clock import utc_now
from timeline_studio.library.tables.columns import (
    IDS_ARE_NEVER_REUSED,
    Table,
    flag,
    json_text,
    moment,
    one_of,
    row_id,
    words,
)

PROJECT_STATUSES = ("active", "archived")

ACTIVE_KEY = "CASE WHEN archived_at IS NULL THEN 1 ELSE NULL END"


class Project(Table):
    """A timeline document with its name. `revision` grows by one with every saved timeline."""

    __tablename__ = "create_video_projects"
    __table_args__ = (
        Index("ix_create_video_projects_user_updated", "user_id", "updated_at", "id"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    user_id: Mapped[int] = mapped_column(row_id())
    name: Mapped[str | None] = mapped_column(words(255))
    description: Mapped[str | None] = mapped_column(Text())
    status: Mapped[str] = mapped_column(one_of("status", *PROJECT_STATUSES), default="active")
    timeline_json: Mapped[str] = mapped_column(json_text())
    revision: Mapped[int] = mapped_column(Integer(), default=0, server_default="0")
    last_export_upload_id: Mapped[int | None] = mapped_column(row_id())
    last_export_job_id: Mapped[int | None] = mapped_column(row_id())
    created_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    updated_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    archived_at: Mapped[datetime | None] = mapped_column(moment())


# The web application's own: generated, so it is in the table and not in the mapped class.
Project.metadata.tables[Project.__tablename__].append_column(
    Column("active_key", flag(), Computed(ACTIVE_KEY, persisted=True), nullable=True)
)
