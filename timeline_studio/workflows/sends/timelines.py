"""A send that begins with a timeline: its export, and what is to follow it, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from timeline_studio.library import NotFound, Project, UnitOfWork, Upload
from timeline_studio.productions import load_profile
from timeline_studio.storage import ObjectNotFound, StorageUnreachable
from timeline_studio.workflows.export_jobs import (
    key_of_export,
    live_export_of,
    queue_export,
    then_send,
)
from timeline_studio.workflows.sends.starting import Wish, add_production, check_spaces
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class StartedSend:
    """`job_id` is the export's, which comes first; where nothing changed since the last one, the
    production's own: then `production_id` says which that is."""

    job_id: int
    production_id: int | None = None

    @property
    def is_reused(self) -> bool:
        return self.production_id is not None


def send_timeline(
    studio: Studio,
    project_id: int,
    name: str | None = None,
    *,
    profile: str | None = None,
    publish_to: Sequence[int] = (),
) -> StartedSend:
    """Export the project as it is stored now, make HLS of it and publish that.

    An export of the very same timeline is taken instead, also one that is still being made.
    Whatever ends meanwhile, all of it goes on by itself. Raises RenderError when there is no name
    or nothing on the timeline, ProductionError for a profile that does not exist, NotFound for a
    space that there is not; nothing is queued then.
    """
    if profile is not None:
        load_profile(profile, *studio.profile_folders)
    reused = current_export(studio, project_id)
    wish = Wish(profile, name, tuple(publish_to))

    def step(work: UnitOfWork) -> StartedSend:
        check_spaces(work, wish)
        project = work.projects.get(project_id)
        upload = _last_export(work, project)
        if upload is not None and upload.id == reused:
            return _send_now(studio, work, upload, wish, project.last_export_job_id)
        live = live_export_of(work, project)
        if live is None:
            live = queue_export(work, studio.user_id, project, name)
        else:
            made = work.uploads.find_by_key(studio.media_store.bucket, key_of_export(live))
            if made is not None:  # it only has to say so
                return _send_now(studio, work, made, wish, live.id)
        then_send(live, wish.as_json())
        return StartedSend(live.id)

    return studio.run(step)


def _send_now(
    studio: Studio, work: UnitOfWork, upload: Upload, wish: Wish, export_job_id: int | None
) -> StartedSend:
    production, job = add_production(studio, work, upload, wish, export_job_id=export_job_id)
    return StartedSend(job.id, production.id)


def current_export(studio: Studio, project_id: int) -> int | None:
    """The upload id of the project's last export, if the timeline has not changed since and its
    file is still there."""
    with studio.reading() as work:
        upload = _last_export(work, work.projects.get(project_id))
    if upload is None:
        return None
    try:
        studio.media_store.head(upload.s3_key)
    except ObjectNotFound:
        return None
    except StorageUnreachable:  # it was there: the send waits until that can be seen
        pass
    return upload.id


def _last_export(work: UnitOfWork, project: Project) -> Upload | None:
    job_id, upload_id = project.last_export_job_id, project.last_export_upload_id
    if job_id is None or upload_id is None:
        return None
    try:
        snapshot = work.jobs.get(job_id).input_json.get("timeline")
        upload = work.uploads.get(upload_id)
    except NotFound:
        return None
    is_same = snapshot == msgspec.json.decode(project.timeline_json)
    return upload if is_same and upload.source_deleted_at is None else None
