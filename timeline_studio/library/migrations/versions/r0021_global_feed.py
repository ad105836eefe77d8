"""Everyone's feed is read in the order in which it is shown."""

from timeline_studio.library.migrations.steps import create_index

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    create_index(
        "ix_space_publications_global_feed",
        "space_publications",
        ["status", "visible_in_global", "published_at", "id"],
    )
