"""Exports are found by role and timeline."""

from timeline_studio.library.migrations.steps import create_index

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    create_index(
        "ix_uploads_role_project", "uploads", ["video_role", "create_video_project_id", "id"]
    )
