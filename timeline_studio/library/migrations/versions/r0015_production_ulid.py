"""Productions get ULIDs, which name their outputs."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import add_column
from timeline_studio.library.tables.columns import fixed

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    add_column("productions", sa.Column("ulid", fixed(26)))
