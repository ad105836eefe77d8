"""A space's feed is read in the order in which it is shown."""

from timeline_studio.library.migrations.steps import create_index

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    create_index(
        "ix_space_publications_space_feed",
        "space_publications",
        ["space_id", "status", "visible_in_space", "published_at", "id"],
    )
