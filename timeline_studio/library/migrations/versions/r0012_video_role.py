"""Uploads say whether they are sources or exports."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import add_column
from timeline_studio.library.tables.columns import one_of

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    add_column("uploads", sa.Column("video_role", one_of("video_role", "source", "export")))
