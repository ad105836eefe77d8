"""Uploads of one kind are listed without looking at all others."""

from timeline_studio.library.migrations.steps import create_index

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    create_index("ix_uploads_user_kind", "uploads", ["user_id", "kind", "id"])
