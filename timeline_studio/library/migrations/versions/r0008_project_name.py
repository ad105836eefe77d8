"""Timelines of the web application get names."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import add_column
from timeline_studio.library.tables.columns import words

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    add_column("create_video_projects", sa.Column("name", words(255)))
