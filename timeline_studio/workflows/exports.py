"""From a timeline to an MP4 master under `renders/`."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from timeline_studio.jobs import JobCancelled, JobContext, JobView
from timeline_studio.library import Project, Upload
from timeline_studio.render import ExportOptions, ExportResult, RenderError, export_timeline
from timeline_studio.storage import build_export_key
from timeline_studio.timeline.document import from_json
from timeline_studio.workflows.media import resolver
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.work_folder import job_folder

EXPORT_JOB = "create_video_export_v1"


@dataclass(frozen=True)
class ExportRow:
    """An export and the project whose timeline it shows, if that still exists."""

    upload: Upload
    project: Project | None


def start_export(studio: Studio, project_id: int, name: str | None = None) -> int:
    """Queue an export of the project as it is stored now; later edits don't change it.

    Returns the job's id. An unnamed project takes `name`. Raises RenderError when there is no
    name, or nothing on the timeline.
    """
    with studio.unit_of_work() as uow:
        project = uow.projects.get(project_id)
        name = (name or "").strip() or project.name
        if not name:
            raise RenderError("The timeline has no name yet. Give it one, then export.")
        if from_json(project.timeline_json).duration == 0:
            raise RenderError(f"The timeline “{name}” is empty. Add a clip, then export.")
        if not project.name:
            uow.projects.rename(project_id, name)
        job = uow.jobs.add(
            EXPORT_JOB,
            {
                "projectId": project_id,
                "userId": studio.user_id,
                "timeline": msgspec.json.decode(project.timeline_json),
                "name": name,
                "revision": project.revision,
                # Chosen now: an export that is taken up again writes to the same key.
                "assetUuid": str(uuid.uuid4()),
                "date": _today().isoformat(),
            },
        )
        return job.id


def run_export(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part: render, store, record. Safe to run again after a crash at any point."""
    timeline = from_json(msgspec.json.encode(job.input["timeline"]).decode())
    day = datetime.fromisoformat(job.input["date"]).date()
    key = build_export_key(job.input["assetUuid"], day)
    with studio.reading() as uow:
        finished = uow.uploads.find_by_key(studio.media_store.bucket, key)
    if finished is not None:
        return {"resultUploadId": finished.id}
    with job_folder(studio, job.job_id) as folder:
        master = folder / "video.mp4"
        result = export_timeline(
            timeline, master, resolver(studio), ExportOptions(), progress=job.progress
        )
        studio.media_store.put_file(key, master, move=True)
    try:
        upload = _record(studio, job, key, result, (timeline.width, timeline.height))
    except BaseException:
        studio.media_store.delete(key)  # without its row nobody would find it
        raise
    return {
        "resultUploadId": upload.id,
        "encoder": result.encoder,
        "frames": result.frames,
        "durationSeconds": result.duration_seconds,
    }


def _record(
    studio: Studio, job: JobContext, key: str, result: ExportResult, size: tuple[int, int]
) -> Upload:
    """The master's row. Raises JobCancelled when the job was cancelled after its last progress."""
    now = datetime.now(UTC).replace(tzinfo=None)
    width, height = size
    project_id = job.input["projectId"]
    with studio.unit_of_work() as uow:
        if uow.jobs.get(job.job_id).status == "dead":
            raise JobCancelled(f"The export {job.job_id} was cancelled.")
        known = uow.uploads.find_by_key(studio.media_store.bucket, key)
        if known is not None:  # by a worker that took the job over and was quicker
            return known
        upload = uow.uploads.add(
            kind="video",
            video_role="export",
            create_video_project_id=project_id,
            s3_bucket=studio.media_store.bucket,
            s3_key=key,
            original_filename=f"{job.input['name']}.mp4",
            modified_filename=job.input["name"],
            content_type="video/mp4",
            size_bytes=result.size_bytes,
            width=width,
            height=height,
            duration_seconds=round(result.duration_seconds),
            status="uploaded",
            asset_uuid=job.input["assetUuid"],
            date_ymd=job.input["date"],
            orientation="portrait" if height > width else "landscape",
            uploaded_at=now,
        )
        uow.projects.set_last_export(project_id, upload.id, job.job_id)
        return upload


def list_exports(
    studio: Studio,
    *,
    search: str | None = None,
    limit: int | None = None,
    before_id: int | None = None,
) -> list[ExportRow]:
    with studio.reading() as uow:
        rows = uow.uploads.list_exports(search=search, limit=limit, before_id=before_id)
    return [ExportRow(upload, project) for upload, project in rows]


def running_exports(studio: Studio) -> list[JobView]:
    """Exports that wait or run, newest first."""
    return studio.queue.list(types=[EXPORT_JOB], statuses=["pending", "processing"])


def _today() -> date:
    return datetime.now(UTC).date()
