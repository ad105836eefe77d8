"""From a timeline to an MP4 under `renders/`, or to a file elsewhere."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from timeline_studio.jobs import JobCancelled, JobContext, JobView
from timeline_studio.library import OutcomeUnknown, Project, UnitOfWork, Unreachable, Upload
from timeline_studio.media import VideoStream, probe
from timeline_studio.render import ExportResult, RenderError, SegmentCache, export_timeline
from timeline_studio.render.deliverables import deliver_timeline
from timeline_studio.storage import ObjectNotFound, StorageUnreachable, sent_while_made
from timeline_studio.timeline import EditError
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.excerpt import excerpt
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import to_seconds
from timeline_studio.workflows.encoder_trials import proven_encoders
from timeline_studio.workflows.export_jobs import (
    EXPORT_JOB,
    Making,
    export_key,
    making_of,
    queue_export,
    wished_sends,
)
from timeline_studio.workflows.export_presets import ExportPreset
from timeline_studio.workflows.media import resolver
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.sends.rows import PRODUCTION_JOB
from timeline_studio.workflows.sends.starting import Wish, add_production
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.transfers import queue_transfer
from timeline_studio.workflows.work_folder import job_folder

__all__ = [
    "EXPORT_JOB",
    "ExportRow",
    "Making",
    "list_exports",
    "run_export",
    "running_exports",
    "segment_cache",
    "start_export",
]

SEGMENTS_BYTES = 20_000_000_000  # of encoded pictures that are kept for the next export


@dataclass(frozen=True)
class ExportRow:
    """An export and the project whose timeline it shows, if that still exists."""

    upload: Upload
    project: Project | None


class _Master(msgspec.Struct, frozen=True):
    """A rendered file, in the words of the job's result."""

    frames: int
    durationSeconds: float  # noqa: N815 - the row's own words
    sizeBytes: int  # noqa: N815
    encoder: str | None = None
    encoderNote: str = ""  # noqa: N815 - which others failed, and why
    framesReused: int = 0  # noqa: N815 - of an earlier export's
    framesCopied: int = 0  # noqa: N815 - of the sources', as they are
    loudness: float | None = None  # LUFS, where the timeline asks for it or for a highest peak
    truePeak: float | None = None  # noqa: N815 - dBTP, of the decoded sound
    width: int | None = None
    height: int | None = None


def start_export(
    studio: Studio, project_id: int, name: str | None = None, making: Making | None = None
) -> int:
    """Queue an export of the project as it is stored now; later edits don't change it.

    Returns the job's id. An unnamed project takes `name`. Raises RenderError when there is no
    name, or nothing on the timeline, or nowhere to save what the library does not keep.
    """
    if making is not None and not making.preset.is_kept and making.out is None:
        raise RenderError(
            f"“{making.preset.name}” is saved as a file: say where, with a name that ends in "
            f"{making.preset.suffix}."
        )

    def step(work: UnitOfWork) -> int:
        project = work.projects.get(project_id)
        return queue_export(work, studio.user_id, project, name, making).id

    return studio.run(step)


@waiting_offline
def run_export(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part: render, store, record, and begin the sends that were asked for. What an
    earlier run stored is not rendered again."""
    making = making_of(job.input)
    if making.out is not None:
        return _deliver(studio, job, making, making.out)
    key = export_key(job.input)
    with studio.reading() as work:
        finished = work.uploads.find_by_key(studio.media_store.bucket, key)
    if finished is not None:
        return _result(studio, job, finished)
    timeline = _exported(job, making)
    told = _rendered(studio, key) or _render(studio, job, timeline, key, making.preset)
    try:
        upload = studio.run(lambda work: _record(studio, work, job, told, making))
    except (Unreachable, OutcomeUnknown):  # it is recorded later, or was: the file is needed
        raise
    except BaseException:
        studio.media_store.delete(key)  # without its row nobody would find it
        raise
    return {**_result(studio, job, upload), **msgspec.to_builtins(told)}


def _deliver(studio: Studio, job: JobContext, making: Making, out: Path) -> dict[str, Any]:
    """What the library does not keep."""
    timeline = _exported(job, making)
    if making.preset.is_kept:
        made = export_timeline(
            timeline,
            out,
            resolver(studio),
            making.preset.options(proven_encoders(studio.home)),
            progress=job.progress,
            cache=segment_cache(studio),
        )
    else:
        options = making.preset.delivery(making.time)
        made = deliver_timeline(timeline, out, resolver(studio), options, progress=job.progress)
    return {"resultPath": str(out), **msgspec.to_builtins(_told(made))}


def _exported(job: JobContext, making: Making) -> Timeline:
    """All that the job has of its timeline, or from in to out; a still is one of the whole."""
    timeline = from_json(msgspec.json.encode(job.input["timeline"]).decode())
    if making.stretch is None or making.preset.format == "png":
        return timeline
    try:
        return excerpt(timeline, *making.stretch)
    except EditError as error:
        raise RenderError(
            "Nothing lies between the in and the out point: move them, or export all of it."
        ) from error


def segment_cache(studio: Studio) -> SegmentCache:
    """What was encoded of this account's timelines."""
    return SegmentCache(segments_folder(studio), limit_bytes=SEGMENTS_BYTES)


def segments_folder(studio: Studio) -> Path:
    return studio.home.cache / "segments"


def _render(
    studio: Studio, job: JobContext, timeline: Timeline, key: str, preset: ExportPreset
) -> _Master:
    with (
        job_folder(studio, job.job_id) as folder,
        sent_while_made(studio.media_store, key) as growing,
    ):
        master = folder / "video.mp4"
        made = export_timeline(
            timeline,
            master,
            resolver(studio),
            preset.options(proven_encoders(studio.home)),
            progress=job.progress,
            cache=segment_cache(studio),
            growing=growing,
        )
        told = _told(made, probe(master).video)
        studio.media_store.put_file(key, master, move=True)
    return told


def _told(made: ExportResult, video: VideoStream | None = None) -> _Master:
    return _Master(
        frames=made.frames,
        durationSeconds=made.duration_seconds,
        sizeBytes=made.size_bytes,
        encoder=made.encoder,
        encoderNote=made.passed_over,
        framesReused=made.frames_reused,
        framesCopied=made.frames_copied,
        loudness=made.heard.integrated if made.heard else None,
        truePeak=made.heard.true_peak if made.heard else None,
        width=video.width if video else None,
        height=video.height if video else None,
    )


def _rendered(studio: Studio, key: str) -> _Master | None:
    """What an earlier run stored and did not live to record."""
    try:
        studio.media_store.head(key)
    except (ObjectNotFound, StorageUnreachable):
        return None
    found = probe(studio.media_store.fetch(key))
    video = found.video
    return _Master(
        frames=video.frame_count if video else 0,
        durationSeconds=to_seconds(found.duration),
        sizeBytes=found.size_bytes,
        width=video.width if video else None,
        height=video.height if video else None,
    )


def _result(studio: Studio, job: JobContext, upload: Upload) -> dict[str, Any]:
    sent = studio.queue.find(PRODUCTION_JOB, {"exportJobId": job.job_id})
    if sent is None:
        return {"resultUploadId": upload.id}
    production_id = sent.input["productionId"]
    return {
        "resultUploadId": upload.id,
        "productionId": production_id,
        "productionJobId": sent.id,
    }


def _record(
    studio: Studio,
    work: UnitOfWork,
    job: JobContext,
    made: _Master,
    making: Making,
) -> Upload:
    """The master's row, and what follows it. Raises JobCancelled when the job was cancelled after
    its last progress."""
    row = work.jobs.get(job.job_id)
    if row.status == "dead":
        raise JobCancelled(f"The export {job.job_id} was cancelled.")
    key = export_key(job.input)
    known = work.uploads.find_by_key(studio.media_store.bucket, key)
    if known is not None:  # by a worker that took the job over and was quicker
        return known
    name, project_id = job.input["name"], job.input["projectId"]
    upload = work.uploads.add(
        kind="video",
        video_role="export",
        create_video_project_id=project_id,
        s3_bucket=studio.media_store.bucket,
        s3_key=key,
        original_filename=f"{name}.mp4",
        modified_filename=name,
        content_type="video/mp4",
        size_bytes=made.sizeBytes,
        width=made.width,
        height=made.height,
        duration_seconds=round(made.durationSeconds),
        status=queue_transfer(studio, work, key, name),
        asset_uuid=job.input["assetUuid"],
        date_ymd=job.input["date"],
        orientation="portrait" if (made.height or 0) > (made.width or 0) else "landscape",
        uploaded_at=datetime.now(UTC).replace(tzinfo=None),
    )
    if making.is_master:  # no send takes another
        work.projects.set_last_export(project_id, upload.id, job.job_id)
    for told in wished_sends(row):
        wish = Wish.from_json(told)
        add_production(studio, work, upload, wish, export_job_id=job.job_id)
    return upload


def list_exports(
    studio: Studio,
    *,
    search: str | None = None,
    limit: int | None = None,
    before_id: int | None = None,
    orientations: Collection[str] | None = None,
) -> list[ExportRow]:
    with studio.reading() as uow:
        rows = uow.uploads.list_exports(
            search=search, limit=limit, before_id=before_id, orientations=orientations
        )
    return [ExportRow(upload, project) for upload, project in rows]


def running_exports(studio: Studio) -> list[JobView]:
    """Exports that wait or run, newest first."""
    return studio.queue.list(types=[EXPORT_JOB], statuses=["pending", "processing"])
