"""Every production has a ULID."""

from timeline_studio.library.migrations.missing_ulids import fill_missing_ulids
from timeline_studio.library.migrations.steps import forbid_null
from timeline_studio.library.tables.columns import fixed

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    fill_missing_ulids()  # of rows that the web application added meanwhile
    forbid_null("productions", "ulid", fixed(26))
