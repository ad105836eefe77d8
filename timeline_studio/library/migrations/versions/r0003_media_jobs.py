"""The durable queue."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_index, create_table
from timeline_studio.library.tables.columns import (
    json_object,
    moment,
    one_of,
    row_id,
    tiny,
    words,
)

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    create_table(
        "media_jobs",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("type", words(64), nullable=False),
        sa.Column(
            "status",
            one_of("status", "pending", "processing", "completed", "failed", "dead"),
            nullable=False,
        ),
        sa.Column("progress_pct", tiny()),
        sa.Column("progress_stage", words(64)),
        sa.Column("progress_message", words(255)),
        sa.Column("progress_updated_at", moment()),
        sa.Column("priority", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("max_attempts", sa.Integer(), nullable=False, server_default="3"),
        sa.Column("run_after", moment()),
        sa.Column("locked_at", moment()),
        sa.Column("locked_by", words(128)),
        sa.Column("input_json", json_object(), nullable=False),
        sa.Column("result_json", json_object()),
        sa.Column("error_code", words(64)),
        sa.Column("error_message", sa.Text()),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("updated_at", moment(), nullable=False),
        sa.Column("completed_at", moment()),
        sqlite_autoincrement=True,
    )
    create_index("ix_media_jobs_queue", "media_jobs", ["status", "type", "run_after"])
    create_index("ix_media_jobs_type", "media_jobs", ["type", "id"])
