"""A user's publications are found."""

from timeline_studio.library.migrations.steps import create_index

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    create_index("ix_space_publications_owner", "space_publications", ["owner_user_id", "id"])
