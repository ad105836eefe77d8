"""No two productions share a ULID."""

from timeline_studio.library.migrations.steps import create_index

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    create_index("uniq_productions_ulid", "productions", ["ulid"], unique=True)
