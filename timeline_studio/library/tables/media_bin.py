"""`media_folders` and `media_places`: how a user keeps footage in order."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from timeline_studio.library.tables.columns import (
    IDS_ARE_NEVER_REUSED,
    Table,
    fixed,
    moment,
    row_id,
    words,
)


class MediaFolder(Table):
    """A folder of the media bin: it holds no files, and footage lies in one at most."""

    __tablename__ = "media_folders"
    __table_args__ = (
        UniqueConstraint("user_id", "name", name="uniq_media_folders_user_id_name"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    user_id: Mapped[int] = mapped_column(row_id())
    name: Mapped[str] = mapped_column(words(191))


class MediaPlace(Table):
    """Where an upload lies in the bin; one that has no row lies in no folder. `used_at` is when it
    was put on a timeline last; `content` a sample of its file's bytes, to know a copy of it by."""

    __tablename__ = "media_places"
    __table_args__ = (
        UniqueConstraint("upload_id", name="uniq_media_places_upload_id"),
        Index("ix_media_places_folder_id", "folder_id"),
        Index("ix_media_places_user_id_used_at", "user_id", "used_at"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    upload_id: Mapped[int] = mapped_column(row_id(), ForeignKey("uploads.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(row_id())
    folder_id: Mapped[int | None] = mapped_column(
        row_id(), ForeignKey("media_folders.id", ondelete="SET NULL")
    )
    is_favourite: Mapped[bool] = mapped_column(Boolean(), default=False)
    used_at: Mapped[datetime | None] = mapped_column(moment())
    content: Mapped[str | None] = mapped_column(fixed(32))
