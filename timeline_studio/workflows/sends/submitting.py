"""The step that hands a production to the transcoder, once."""

from typing import Any

from timeline_studio.jobs import JobCancelled
from timeline_studio.library import Production, UnitOfWork, Upload
from timeline_studio.productions import (
    add_captions,
    build_job_settings,
    load_profile,
    output_prefix,
    validate_settings,
)
from timeline_studio.workflows.captions import exported_timeline, write_caption_objects
from timeline_studio.workflows.sends.cancelling import queue_cancellation
from timeline_studio.workflows.sends.outputs import asset_of
from timeline_studio.workflows.sends.rows import change_unfinished, now, profile_of
from timeline_studio.workflows.sends.transcodes import metadata_of, transcode_of
from timeline_studio.workflows.studio import Studio


def submit(studio: Studio, production: Production, upload: Upload) -> str:
    """Hand the job over, or adopt the one whose answer was lost; then commit its id.

    Raises JobCancelled when the production was cancelled meanwhile: a job of the queue then
    cancels what was submitted.
    """
    asset_id, day = asset_of(upload)
    settings = _settings(studio, production, upload)
    input_uri = settings["Inputs"][0]["FileInput"]
    job_id = transcode_of(studio, production, input_uri=input_uri) or studio.transcoder.submit(
        settings, token=f"{production.ulid}-1", metadata=metadata_of(production)
    )
    prefix = output_prefix(day, asset_id, production.ulid)

    def record(work: UnitOfWork) -> bool:
        is_wanted = change_unfinished(
            work,
            production.id,
            status="processing",
            config={**(production.config or {}), "settings": settings},
            mediaconvert_job_id=job_id,
            output_prefix=prefix,
            started_at=now(),
        )
        if not is_wanted:
            work.productions.update(production.id, mediaconvert_job_id=job_id, output_prefix=prefix)
            queue_cancellation(studio, work, production.id)
        return is_wanted

    if not studio.run(record):
        raise JobCancelled(f"The production {production.ulid} was cancelled.")
    return job_id


def _settings(studio: Studio, production: Production, upload: Upload) -> dict[str, Any]:
    """Raises ProductionError for what no transcoder would take."""
    asset_id, day = asset_of(upload)
    settings = build_job_settings(
        load_profile(profile_of(production) or "", *studio.profile_folders),
        input_uri=studio.media_store.uri(upload.s3_key),
        output_bucket=studio.output_store.bucket,
        date=day,
        asset_id=asset_id,
        production_ulid=production.ulid,
    )
    timeline = exported_timeline(studio, upload)
    if timeline is not None:
        settings = add_captions(settings, write_caption_objects(studio, production, timeline))
    validate_settings(settings)
    return settings
