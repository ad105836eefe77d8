"""`uploads`: what was imported, and the masters that were exported."""

from datetime import datetime

from sqlalchemy import ColumnElement, Index, Integer, Text, and_, or_
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from timeline_studio.library.clock import utc_now
from timeline_studio.library.tables.columns import (
    IDS_ARE_NEVER_REUSED,
    Table,
    fixed,
    moment,
    one_of,
    row_id,
    words,
)

UPLOAD_STATUSES = (
    "signed",
    "uploading",
    "uploaded",
    "failed",
    "queued",
    "processing",
    "completed",
)

# An index of MariaDB and MySQL holds 3072 bytes, four a character.
_PREFIX = {"s3_key": 512}

_EXPORT_FOLDER = "renders/"


class Upload(Table):
    """A media file in object storage: a source, or an export of a project.

    `duration_seconds` is rounded to whole seconds. `mediaconvert_job_id` and `output_prefix`
    are only ever read from old rows.
    """

    __tablename__ = "uploads"
    __table_args__ = (
        Index(
            "uniq_uploads_bucket_key",
            "s3_bucket",
            "s3_key",
            unique=True,
            mysql_length=_PREFIX,
            mariadb_length=_PREFIX,
        ),
        Index("ix_uploads_role_project", "video_role", "create_video_project_id", "id"),
        Index("ix_uploads_user", "user_id", "id"),
        Index("ix_uploads_user_kind", "user_id", "kind", "id"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(row_id())
    kind: Mapped[str] = mapped_column(words(16), default="video")
    image_role: Mapped[str | None] = mapped_column(words(32))
    s3_bucket: Mapped[str] = mapped_column(words(255))
    s3_key: Mapped[str] = mapped_column(words(1024))
    original_filename: Mapped[str] = mapped_column(words(512))
    modified_filename: Mapped[str | None] = mapped_column(words(512))
    description: Mapped[str | None] = mapped_column(Text())
    content_type: Mapped[str | None] = mapped_column(words(255))
    size_bytes: Mapped[int | None] = mapped_column(row_id())
    width: Mapped[int | None] = mapped_column(Integer())
    height: Mapped[int | None] = mapped_column(Integer())
    duration_seconds: Mapped[int | None] = mapped_column(Integer())
    status: Mapped[str] = mapped_column(one_of("status", *UPLOAD_STATUSES), default="uploaded")
    etag: Mapped[str | None] = mapped_column(words(128))
    mediaconvert_job_id: Mapped[str | None] = mapped_column(words(128))
    output_prefix: Mapped[str | None] = mapped_column(words(1024))
    asset_uuid: Mapped[str | None] = mapped_column(fixed(36))
    date_ymd: Mapped[str | None] = mapped_column(fixed(10))
    profile: Mapped[str | None] = mapped_column(words(128))
    orientation: Mapped[str | None] = mapped_column(one_of("orientation", "portrait", "landscape"))
    source_deleted_at: Mapped[datetime | None] = mapped_column(moment())
    created_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    uploaded_at: Mapped[datetime | None] = mapped_column(moment())
    video_role: Mapped[str | None] = mapped_column(one_of("video_role", "source", "export"))
    create_video_project_id: Mapped[int | None] = mapped_column(row_id())

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.modified_filename or self.original_filename

    @hybrid_property
    def is_export(self) -> bool:
        """By its role; rows older than the role by the folder in their key."""
        if self.kind != "video":
            return False
        if self.video_role is not None:
            return self.video_role == "export"
        return _EXPORT_FOLDER in self.s3_key.lower()  # as LIKE sees it, on every database

    @is_export.inplace.expression
    @classmethod
    def _is_export_in_sql(cls) -> ColumnElement[bool]:
        """Never NULL, so that its negation finds the sources."""
        return and_(
            cls.kind == "video",
            or_(
                and_(cls.video_role.is_not(None), cls.video_role == "export"),
                and_(cls.video_role.is_(None), cls.s3_key.contains(_EXPORT_FOLDER)),
            ),
        )
