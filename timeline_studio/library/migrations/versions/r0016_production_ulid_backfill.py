"""Productions older than ULIDs get theirs."""

from timeline_studio.library.migrations.missing_ulids import fill_missing_ulids

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    fill_missing_ulids()
