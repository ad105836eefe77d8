"""Saved timelines are counted, so that a stale save is refused."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import add_column

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    add_column(
        "create_video_projects",
        sa.Column("revision", sa.Integer(), nullable=False, server_default="0"),
    )
