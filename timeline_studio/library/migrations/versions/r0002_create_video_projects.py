"""The timelines."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_index, create_table
from timeline_studio.library.tables.columns import (
    flag,
    json_text,
    moment,
    one_of,
    row_id,
    words,
)

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    create_table(
        "create_video_projects",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("user_id", row_id(), nullable=False),
        sa.Column("name", words(255)),
        sa.Column("description", sa.Text()),
        sa.Column("status", one_of("status", "active", "archived"), nullable=False),
        sa.Column("timeline_json", json_text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("last_export_upload_id", row_id()),
        sa.Column("last_export_job_id", row_id()),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("updated_at", moment(), nullable=False),
        sa.Column("archived_at", moment()),
        sa.Column(
            "active_key",
            flag(),
            sa.Computed("CASE WHEN archived_at IS NULL THEN 1 ELSE NULL END", persisted=True),
        ),
        sqlite_autoincrement=True,
    )
    create_index(
        "ix_create_video_projects_user_updated",
        "create_video_projects",
        ["user_id", "updated_at", "id"],
    )
