"""Channels and groups that show productions."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_table
from timeline_studio.library.tables.columns import row_id, words

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    create_table(
        "spaces",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("type", words(32), nullable=False),
        sa.Column("slug", words(191), nullable=False),
        sa.Column("name", words(255), nullable=False),
        sa.UniqueConstraint("slug", name="uniq_spaces_slug"),
        sqlite_autoincrement=True,
    )
