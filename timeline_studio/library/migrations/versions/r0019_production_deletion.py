"""A production says that it is to be deleted, until nothing of it is left."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import add_column
from timeline_studio.library.tables.columns import moment

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    add_column("productions", sa.Column("deletion_requested_at", moment()))
