"""The HLS outputs."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_index, create_table
from timeline_studio.library.tables.columns import (
    fixed,
    json_object,
    moment,
    one_of,
    row_id,
    words,
)

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    create_table(
        "productions",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("upload_id", row_id(), sa.ForeignKey("uploads.id"), nullable=False),
        sa.Column("user_id", row_id(), nullable=False),
        sa.Column("ulid", fixed(26), nullable=False),
        sa.Column("name", words(255)),
        sa.Column(
            "status",
            one_of(
                "status",
                "pending_media",
                "pending",
                "queued",
                "processing",
                "completed",
                "failed",
            ),
            nullable=False,
        ),
        sa.Column("config", json_object()),
        sa.Column("output_prefix", words(1024)),
        sa.Column("mediaconvert_job_id", words(128)),
        sa.Column("error_message", sa.Text()),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("started_at", moment()),
        sa.Column("completed_at", moment()),
        sa.Column("updated_at", moment(), nullable=False),
        sa.UniqueConstraint("ulid", name="uniq_productions_ulid"),
        sqlite_autoincrement=True,
    )
    create_index("ix_productions_user", "productions", ["user_id", "id"])
    create_index("ix_productions_upload", "productions", ["upload_id"])
