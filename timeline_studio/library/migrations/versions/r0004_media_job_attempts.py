"""The record of every run of a job."""

import sqlalchemy as sa

from timeline_studio.library.migrations.steps import create_table
from timeline_studio.library.tables.columns import moment, row_id, words

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    create_table(
        "media_job_attempts",
        sa.Column("id", row_id(), primary_key=True),
        sa.Column(
            "job_id",
            row_id(),
            sa.ForeignKey("media_jobs.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("attempt_no", sa.Integer(), nullable=False),
        sa.Column("worker_id", words(128)),
        sa.Column("started_at", moment(), nullable=False),
        sa.Column("finished_at", moment()),
        sa.Column("exit_code", sa.Integer()),
        sa.Column("duration_ms", row_id()),
        sa.Column("input_bytes", row_id()),
        sa.Column("output_bytes", row_id()),
        sa.Column("error_class", words(128)),
        sa.UniqueConstraint("job_id", "attempt_no", name="uniq_media_job_attempts_job_attempt"),
        sqlite_autoincrement=True,
    )
