"""Productions in spaces."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_index, create_table
from timeline_studio.library.tables.columns import moment, one_of, row_id

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    create_table(
        "space_publications",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column("upload_id", row_id(), sa.ForeignKey("uploads.id"), nullable=False),
        sa.Column("production_id", row_id(), sa.ForeignKey("productions.id")),
        sa.Column("space_id", row_id(), sa.ForeignKey("spaces.id"), nullable=False),
        sa.Column(
            "status",
            one_of(
                "status",
                "draft",
                "pending",
                "approved",
                "published",
                "unpublished",
                "rejected",
            ),
            nullable=False,
        ),
        sa.Column("requested_by", row_id()),
        sa.Column("approved_by", row_id()),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column(
            "visibility", one_of("visibility", "inherit", "members", "public"), nullable=False
        ),
        sa.Column("owner_user_id", row_id()),
        sa.Column("visible_in_space", sa.Boolean(), nullable=False),
        sa.Column("visible_in_global", sa.Boolean(), nullable=False),
        sa.Column("published_at", moment()),
        sa.Column("unpublished_at", moment()),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("updated_at", moment(), nullable=False),
        sa.UniqueConstraint(
            "production_id", "space_id", name="uniq_space_publications_production_space"
        ),
        sqlite_autoincrement=True,
    )
    create_index("ix_space_publications_space", "space_publications", ["space_id", "status", "id"])
    create_index("ix_space_publications_upload", "space_publications", ["upload_id"])
