"""What was imported and exported."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_index, create_table
from timeline_studio.library.tables.columns import fixed, moment, one_of, row_id, words

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_table(
        "uploads",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("user_id", row_id()),
        sa.Column("kind", words(16), nullable=False),
        sa.Column("image_role", words(32)),
        sa.Column("s3_bucket", words(255), nullable=False),
        sa.Column("s3_key", words(1024), nullable=False),
        sa.Column("original_filename", words(512), nullable=False),
        sa.Column("modified_filename", words(512)),
        sa.Column("description", sa.Text()),
        sa.Column("content_type", words(255)),
        sa.Column("size_bytes", row_id()),
        sa.Column("width", sa.Integer()),
        sa.Column("height", sa.Integer()),
        sa.Column("duration_seconds", sa.Integer()),
        sa.Column(
            "status",
            one_of(
                "status",
                "signed",
                "uploading",
                "uploaded",
                "failed",
                "queued",
                "processing",
                "completed",
            ),
            nullable=False,
        ),
        sa.Column("etag", words(128)),
        sa.Column("mediaconvert_job_id", words(128)),
        sa.Column("output_prefix", words(1024)),
        sa.Column("asset_uuid", fixed(36)),
        sa.Column("date_ymd", fixed(10)),
        sa.Column("profile", words(128)),
        sa.Column("orientation", one_of("orientation", "portrait", "landscape")),
        sa.Column("source_deleted_at", moment()),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("uploaded_at", moment()),
        sa.Column("video_role", one_of("video_role", "source", "export")),
        sa.Column("create_video_project_id", row_id()),
        sqlite_autoincrement=True,
    )
    create_index(
        "uniq_uploads_bucket_key",
        "uploads",
        ["s3_bucket", "s3_key"],
        unique=True,
        mysql_length={"s3_key": 512},
        mariadb_length={"s3_key": 512},
    )
    create_index(
        "ix_uploads_role_project", "uploads", ["video_role", "create_video_project_id", "id"]
    )
    create_index("ix_uploads_user", "uploads", ["user_id", "id"])
