"""Old rows are completed: only when asked, only the user's own, and as often as one likes."""

from typing import Any

import pytest

from timeline_studio.workflows import Studio, backfills
from timeline_studio.workflows.backfills import backfill_exports, backfill_ulids
from timeline_studio.workflows.exports import EXPORT_JOB


@pytest.fixture
def studio(either_studio: Studio) -> Studio:
    return either_studio


def old_export(studio: Studio, number: int, *, project_id: Any = 7, **columns: Any) -> int:
    """An upload as an early export left it, and its job."""
    with studio.unit_of_work() as work:
        upload = work.uploads.add(
            s3_bucket="media",
            s3_key=f"videos/{number}.mp4",
            original_filename=f"{number}.mp4",
            **columns,
        )
        finished(work, {"projectId": project_id}, {"resultUploadId": upload.id})
        return upload.id


def finished(work: Any, job_input: dict[str, Any], result: dict[str, Any]) -> None:
    job = work.jobs.add(EXPORT_JOB, job_input)
    job.status = "completed"
    job.result_json = result


def role_of(studio: Studio, upload_id: int) -> tuple[str | None, int | None]:
    with studio.reading() as work:
        upload = work.uploads.get(upload_id)
        return upload.video_role, upload.create_video_project_id


def test_a_dry_run_counts_and_changes_nothing(studio: Studio) -> None:
    upload_id = old_export(studio, 1)

    report = backfill_exports(studio)

    assert (report.looked_at, report.changed) == (1, 1)
    assert role_of(studio, upload_id) == (None, None)


def test_exports_get_their_role_and_their_timeline_and_a_second_run_finds_them_right(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backfills, "BATCH", 2)
    ids = [old_export(studio, number) for number in range(5)]
    told: list[float] = []

    report = backfill_exports(studio, apply=True, progress=lambda part, _stage: told.append(part))

    assert (report.looked_at, report.changed, report.skipped) == (5, 5, ())
    assert {role_of(studio, upload_id) for upload_id in ids} == {("export", 7)}
    assert told == sorted(told)
    assert told[-1] == 1
    again = backfill_exports(studio, apply=True)
    assert (again.changed, again.right_before) == (0, 5)


def test_what_cannot_be_known_is_skipped_and_told(studio: Studio) -> None:
    kept = old_export(studio, 1, create_video_project_id=9, video_role="export")
    source = old_export(studio, 2, video_role="source")
    old_export(studio, 3, project_id="seven")
    with studio.library.unit_of_work(studio.user_id + 1) as work:
        theirs = work.uploads.add(s3_bucket="media", s3_key="t", original_filename="t.mp4")
        finished(work, {"projectId": 1}, {"resultUploadId": theirs.id})
    with studio.unit_of_work() as work:
        finished(work, {"projectId": 1}, {"resultUploadId": theirs.id})

    report = backfill_exports(studio, apply=True)

    assert (report.looked_at, report.changed, len(report.skipped)) == (4, 0, 4)
    assert "another user's" in report.skipped[0]
    assert role_of(studio, kept) == ("export", 9)
    assert role_of(studio, source) == ("source", None)
    with studio.library.unit_of_work(studio.user_id + 1) as work:
        assert work.uploads.get(theirs.id).video_role is None


def test_productions_without_a_ulid_get_one(studio: Studio) -> None:
    upload_id = old_export(studio, 1)
    with studio.unit_of_work() as work:
        right = work.productions.add(upload_id)
        old = work.productions.add(upload_id)
        work.productions.update(old.id, ulid="")

    assert backfill_ulids(studio).changed == 1
    assert backfill_ulids(studio, apply=True).changed == 1
    assert backfill_ulids(studio, apply=True).changed == 0

    with studio.reading() as work:
        assert len(work.productions.get(old.id).ulid) == 26
        assert work.productions.get(old.id).updated_at == old.updated_at
        assert work.productions.get(right.id).ulid == right.ulid
