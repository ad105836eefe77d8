"""`timeline_versions`: what timelines were before."""

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from timeline_studio.library.tables.columns import (
    IDS_ARE_NEVER_REUSED,
    Table,
    many_bytes,
    moment,
    row_id,
    words,
)


class TimelineVersion(Table):
    """A timeline as it was saved as `revision`; `document` is its JSON, compressed by zlib.

    One with a name is never thinned out.
    """

    __tablename__ = "timeline_versions"
    __table_args__ = (
        UniqueConstraint(
            "project_id", "revision", name="uniq_timeline_versions_project_id_revision"
        ),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    user_id: Mapped[int] = mapped_column(row_id())
    project_id: Mapped[int] = mapped_column(
        row_id(), ForeignKey("create_video_projects.id", ondelete="CASCADE")
    )
    revision: Mapped[int] = mapped_column(Integer())
    name: Mapped[str | None] = mapped_column(words(255))
    document: Mapped[bytes] = mapped_column(many_bytes())
    saved_at: Mapped[datetime] = mapped_column(moment())
