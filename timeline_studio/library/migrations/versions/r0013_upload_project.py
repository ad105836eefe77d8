"""Exports know the timeline that they were made of."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import add_column
from timeline_studio.library.tables.columns import row_id

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    add_column("uploads", sa.Column("create_video_project_id", row_id()))
