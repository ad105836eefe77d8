"""Timelines remember what they were before."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_table
from timeline_studio.library.tables.columns import many_bytes, moment, row_id, words

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    create_table(
        "timeline_versions",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("user_id", row_id(), nullable=False),
        sa.Column("project_id", row_id(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", words(255), nullable=True),
        sa.Column("document", many_bytes(), nullable=False),
        sa.Column("saved_at", moment(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["create_video_projects.id"], ondelete="CASCADE"),
        sa.UniqueConstraint(
            "project_id", "revision", name="uniq_timeline_versions_project_id_revision"
        ),
        sqlite_autoincrement=True,
    )
