"""Timelines of the web application get descriptions."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import add_column

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    add_column("create_video_projects", sa.Column("description", sa.Text()))
