"""Footage lies in folders, is marked, and remembers when it was used."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_index, create_table
from timeline_studio.library.tables.columns import fixed, moment, row_id, words

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    create_table(
        "media_folders",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("user_id", row_id(), nullable=False),
        sa.Column("name", words(191), nullable=False),
        sa.UniqueConstraint("user_id", "name", name="uniq_media_folders_user_id_name"),
        sqlite_autoincrement=True,
    )
    create_table(
        "media_places",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("upload_id", row_id(), nullable=False),
        sa.Column("user_id", row_id(), nullable=False),
        sa.Column("folder_id", row_id(), nullable=True),
        sa.Column("is_favourite", sa.Boolean(), nullable=False),
        sa.Column("used_at", moment(), nullable=True),
        sa.Column("content", fixed(32), nullable=True),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["folder_id"], ["media_folders.id"], ondelete="SET NULL"),
        sa.UniqueConstraint("upload_id", name="uniq_media_places_upload_id"),
        sqlite_autoincrement=True,
    )
    create_index("ix_media_places_folder_id", "media_places", ["folder_id"])
    create_index("ix_media_places_user_id_used_at", "media_places", ["user_id", "used_at"])
