"""Where a master came from: which timeline, which revision of it, which media."""

from collections.abc import Sequence

import msgspec

from timeline_studio.jobs import JobView
from timeline_studio.library import NotFound, UnitOfWork, Upload
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.model import Clip, MediaReference, Still, Timeline
from timeline_studio.timeline.queries import items
from timeline_studio.workflows.export_jobs import EXPORT_JOB
from timeline_studio.workflows.exports import ExportRow
from timeline_studio.workflows.media import upload_id_of
from timeline_studio.workflows.reports.report import Provenance, Source
from timeline_studio.workflows.studio import Studio


def provenance_of(studio: Studio, upload: Upload) -> Provenance:
    job = export_job_of(studio, upload)
    if job is None:
        return Provenance()
    timeline = from_json(msgspec.json.encode(job.input["timeline"]))
    with studio.reading() as work:
        sources = tuple(_source(work, media) for media in _media(timeline))
    return Provenance(
        project_id=job.input.get("projectId"),
        project_name=job.input.get("name"),
        revision=job.input.get("revision"),
        export_job_id=job.id,
        sources=sources,
    )


def export_job_of(studio: Studio, upload: Upload) -> JobView | None:
    """The job that made an export; None for other uploads, and for those of elsewhere."""
    if not upload.is_export or not upload.asset_uuid:
        return None
    return studio.queue.find(EXPORT_JOB, {"assetUuid": upload.asset_uuid})


def edits_since(studio: Studio, upload: Upload) -> int | None:
    """How many times the timeline was saved since this export of it was asked for; None where
    that cannot be said."""
    job = export_job_of(studio, upload)
    if job is None or upload.create_video_project_id is None:
        return None
    try:
        with studio.reading() as work:
            project = work.projects.get(upload.create_video_project_id)
    except NotFound:
        return None
    return _between(job.input.get("revision"), project.revision)


def edits_since_last(studio: Studio, rows: Sequence[ExportRow]) -> dict[int, int]:
    """By upload id, of those rows that are their timeline's last export: quick, for lists."""
    jobs = {
        row.upload.id: row.project.last_export_job_id
        for row in rows
        if row.project is not None and row.project.last_export_upload_id == row.upload.id
    }
    found: dict[int, int] = {}
    with studio.reading() as work:
        for row in rows:
            job_id = jobs.get(row.upload.id)
            if job_id is None or row.project is None:
                continue
            try:
                job = work.jobs.get(job_id)
            except NotFound:
                continue
            count = _between(job.input_json.get("revision"), row.project.revision)
            if count is not None:
                found[row.upload.id] = count
    return found


def edits_words(count: int | None) -> str:
    """`3 edits since`; nothing where there are none, or that is not known."""
    if not count:
        return ""
    return f"{count} edit{'' if count == 1 else 's'} since"


def _between(exported: object, now: int) -> int | None:
    return max(0, now - exported) if isinstance(exported, int) else None


def _media(timeline: Timeline) -> list[MediaReference]:
    found = {
        item.media.url: item.media for _, item in items(timeline) if isinstance(item, Clip | Still)
    }
    return list(found.values())


def _source(work: UnitOfWork, media: MediaReference) -> Source:
    upload_id = upload_id_of(media)
    name = media.name or media.url
    if upload_id is None:
        return Source(name, media.url)
    try:
        upload = work.uploads.get(upload_id)
    except NotFound:
        return Source(name, media.url)
    return Source(upload.name, media.url, upload.size_bytes, upload.etag)
