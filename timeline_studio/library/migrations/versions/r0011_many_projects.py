"""A user may have many active timelines."""

from timeline_studio.library.migrations.steps import drop_unique

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    drop_unique("create_video_projects", ["user_id", "active_key"])
