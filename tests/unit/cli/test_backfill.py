"""`backfill`: a dry run first, then for good."""

from typing import Any

import pytest

from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import EXPORT_JOB


@pytest.fixture
def old_export(studio: Studio) -> int:
    with studio.unit_of_work() as work:
        upload = work.uploads.add(s3_bucket="media", s3_key="v", original_filename="v.mp4")
        job = work.jobs.add(EXPORT_JOB, {"projectId": 7})
        job.status, job.result_json = "completed", {"resultUploadId": upload.id}
        work.jobs.add(EXPORT_JOB, {}).status = "completed"
        return upload.id


def test_exports_are_completed_when_it_is_asked_for(
    commands: Any, studio: Studio, old_export: int
) -> None:
    assert "1 would be changed (repeat with --apply)" in commands.text("backfill", "exports")
    assert commands.json("backfill", "exports", "--apply") == {
        "applied": True,
        "looked_at": 2,
        "changed": 1,
        "right_before": 0,
        "skipped": ["job 2: does not say what it made of which timeline"],
    }
    with studio.reading() as work:
        assert work.uploads.get(old_export).is_export
    assert "1 right before" in commands.text("backfill", "exports", "--apply")


def test_there_are_no_productions_without_a_ulid(commands: Any) -> None:
    assert commands.json("backfill", "ulids", "--apply")["changed"] == 0
