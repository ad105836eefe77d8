"""`media_jobs` and `media_job_attempts`: the durable queue and its record."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from timeline_studio.library.clock import utc_now
from timeline_studio.library.tables.columns import (
    IDS_ARE_NEVER_REUSED,
    Table,
    json_object,
    moment,
    one_of,
    row_id,
    tiny,
    words,
)

JOB_STATUSES = ("pending", "processing", "completed", "failed", "dead")

STAGE_LENGTH = 64
MESSAGE_LENGTH = 255


class MediaJob(Table):
    """A piece of work. `locked_at` is the last heartbeat of the worker `locked_by`."""

    __tablename__ = "media_jobs"
    __table_args__ = (
        Index("ix_media_jobs_queue", "status", "type", "run_after"),
        Index("ix_media_jobs_type", "type", "id"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    type: Mapped[str] = mapped_column(words(64))
    status: Mapped[str] = mapped_column(one_of("status", *JOB_STATUSES), default="pending")
    progress_pct: Mapped[int | None] = mapped_column(tiny())
    progress_stage: Mapped[str | None] = mapped_column(words(STAGE_LENGTH))
    progress_message: Mapped[str | None] = mapped_column(words(MESSAGE_LENGTH))
    progress_updated_at: Mapped[datetime | None] = mapped_column(moment())
    priority: Mapped[int] = mapped_column(Integer(), default=0, server_default="0")
    attempts: Mapped[int] = mapped_column(Integer(), default=0, server_default="0")
    max_attempts: Mapped[int] = mapped_column(Integer(), default=3, server_default="3")
    run_after: Mapped[datetime | None] = mapped_column(moment())
    locked_at: Mapped[datetime | None] = mapped_column(moment())
    locked_by: Mapped[str | None] = mapped_column(words(128))
    input_json: Mapped[dict[str, Any]] = mapped_column(json_object())
    result_json: Mapped[dict[str, Any] | None] = mapped_column(json_object())
    error_code: Mapped[str | None] = mapped_column(words(64))
    error_message: Mapped[str | None] = mapped_column(Text())
    created_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    updated_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    completed_at: Mapped[datetime | None] = mapped_column(moment())


class MediaJobAttempt(Table):
    """One run of a job. `error_class` and `finished_at` are None while it runs."""

    __tablename__ = "media_job_attempts"
    __table_args__ = (
        UniqueConstraint("job_id", "attempt_no", name="uniq_media_job_attempts_job_attempt"),
        IDS_ARE_NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(row_id(), primary_key=True)
    job_id: Mapped[int] = mapped_column(row_id(), ForeignKey("media_jobs.id", ondelete="CASCADE"))
    attempt_no: Mapped[int] = mapped_column(Integer())
    worker_id: Mapped[str | None] = mapped_column(words(128))
    started_at: Mapped[datetime] = mapped_column(moment(), default=utc_now)
    finished_at: Mapped[datetime | None] = mapped_column(moment())
    exit_code: Mapped[int | None] = mapped_column(Integer())
    duration_ms: Mapped[int | None] = mapped_column(row_id())
    input_bytes: Mapped[int | None] = mapped_column(row_id())
    output_bytes: Mapped[int | None] = mapped_column(row_id())
    error_class: Mapped[str | None] = mapped_column(words(128))
