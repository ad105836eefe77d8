"""From a master to HLS: a production, from its row to its verified playlists.

::

    start_send          row (queued, new ULID) and job, in one transaction
    run_production      settings -> submit -> job id and prefix -> wait -> verify -> completed

Every step is committed before the next, and `run_production` finds out by itself how far an
earlier run came: a crash loses nothing, and never submits twice.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from timeline_studio.errors import StudioError
from timeline_studio.jobs import JobCancelled, JobContext, Later, may_pass
from timeline_studio.library import Production, Upload
from timeline_studio.productions import (
    ProductionError,
    TranscoderUnreachable,
    TranscodeStatus,
    VerifiedOutput,
    build_job_settings,
    destinations,
    list_profiles,
    load_profile,
    output_prefix,
    transcode,
    validate_settings,
    verify_outputs,
)
from timeline_studio.storage import ObjectNotFound, asset_uuid_of, date_of
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.watching import write_watch_pages
from timeline_studio.workflows.work_folder import job_folder

PRODUCTION_JOB = "production_v1"
FINAL = ("completed", "failed")
CANCELLED = "Cancelled."
POLL_SECONDS = 0.5
OFFLINE_SECONDS = 5.0


@dataclass(frozen=True)
class ProductionRow:
    """A production as a panel shows it; `percent` is None where nothing can be said."""

    production: Production
    upload: Upload
    percent: int | None = None
    stage: str | None = None


def start_send(
    studio: Studio, upload_id: int, *, profile: str | None = None, name: str | None = None
) -> int:
    """Make a production of an upload and queue it. Returns the production's id.

    `profile` defaults to the one for the picture's orientation. Raises ProductionError when the
    upload is no video, its file is gone or the profile does not exist; nothing is written then.
    """
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    _check_source(studio, upload)
    profile = profile or default_profile(upload)
    load_profile(profile, studio.profiles)
    with studio.unit_of_work() as uow:
        production = uow.productions.add(
            upload_id=upload_id,
            name=(name or "").strip() or upload.modified_filename or None,
            config={"profile": profile},
        )
        uow.jobs.add(PRODUCTION_JOB, {"productionId": production.id, "userId": studio.user_id})
        return production.id


def _check_source(studio: Studio, upload: Upload) -> None:
    if upload.kind != "video":
        raise ProductionError(
            f"“{upload.original_filename}” is no video: only video can be sent to HLS."
        )
    try:
        studio.media_store.head(upload.s3_key)
    except ObjectNotFound as error:
        raise ProductionError(
            f"The file of “{upload.name}” is missing from the library: {error} "
            "Import or export it again, and send that."
        ) from error


def default_profile(upload: Upload) -> str:
    return "hls-portrait" if upload.orientation == "portrait" else "hls-landscape"


def profile_names(studio: Studio) -> list[str]:
    return list_profiles(studio.profiles)


def run_production(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part: one step forward, then `Later` until the production is final."""
    production_id = job.input["productionId"]
    with studio.reading() as uow:
        production = uow.productions.get(production_id)
        upload = uow.uploads.get(production.upload_id)
    if production.status in FINAL:
        return {"productionId": production_id, "status": production.status}
    try:
        job_id = production.mediaconvert_job_id or _submit(studio, production, upload)
        status = studio.transcoder.status(job_id)
        if status.state in ("SUBMITTED", "PROGRESSING"):
            job.progress((status.percent or 0) / 100, status.phase or "Queued")
            raise Later(POLL_SECONDS)
        _finish(studio, production_id, status)
    except JobCancelled:
        raise  # the worker stops: the production has not failed
    except TranscoderUnreachable as error:
        job.progress(0, "Offline, waits", str(error)[:255])
        raise Later(OFFLINE_SECONDS) from error
    except StudioError as error:
        if not may_pass(error):
            _fail(studio, production_id, str(error))
        raise
    return {"productionId": production_id, "status": "completed"}


def _submit(studio: Studio, production: Production, upload: Upload) -> str:
    """Hand the job over, or adopt the one whose answer was lost; then commit its id."""
    metadata = {"production_ulid": production.ulid}
    asset_id, day = asset_of(upload)
    settings = build_job_settings(
        load_profile((production.config or {})["profile"], studio.profiles),
        input_uri=studio.media_store.uri(upload.s3_key),
        output_bucket=studio.output_store.bucket,
        date=day,
        asset_id=asset_id,
        production_ulid=production.ulid,
    )
    validate_settings(settings)
    job_id = studio.transcoder.find(metadata=metadata) or studio.transcoder.submit(
        settings, token=f"{production.ulid}-1", metadata=metadata
    )
    is_wanted = _change_unfinished(
        studio,
        production.id,
        status="processing",
        config={**(production.config or {}), "settings": settings},
        mediaconvert_job_id=job_id,
        output_prefix=output_prefix(day, asset_id, production.ulid),
        started_at=_now(),
    )
    if not is_wanted:
        studio.transcoder.cancel(job_id)
        raise JobCancelled(f"The production {production.ulid} was cancelled.")
    return job_id


def asset_of(upload: Upload) -> tuple[str, str]:
    """(asset uuid, `YYYY-MM/DD`) that an upload's outputs lie under. The key says both; a
    legacy key may say neither, then the row does."""
    asset_id = asset_uuid_of(upload.s3_key) or upload.asset_uuid
    created = upload.date_ymd or upload.created_at.date().isoformat()
    day = date_of(upload.s3_key) or f"{created[:7]}/{created[8:10]}"
    if not asset_id:
        raise ProductionError(
            f"The upload {upload.id} ({upload.s3_key}) has no asset id. Import the file again."
        )
    return asset_id, day


def _finish(studio: Studio, production_id: int, status: TranscodeStatus) -> None:
    if status.state != "COMPLETE":
        what = "was cancelled" if status.state == "CANCELED" else "failed"
        raise ProductionError(status.error or f"The transcoding {what}. Retry the production.")
    with studio.reading() as uow:
        production = uow.productions.get(production_id)
    output = outputs_of(studio, production)
    write_watch_pages(studio.output_store, production, output)
    is_wanted = _change_unfinished(
        studio, production_id, status="completed", completed_at=_now(), error_message=None
    )
    if not is_wanted:
        _discard_outputs(studio, production)


def _fail(studio: Studio, production_id: int, reason: str) -> None:
    _change_unfinished(
        studio, production_id, status="failed", error_message=reason, completed_at=_now()
    )


def _change_unfinished(studio: Studio, production_id: int, **columns: Any) -> bool:
    """False, and nothing changes, when the production is final: cancelled meanwhile."""
    with studio.unit_of_work() as uow:
        if uow.productions.get(production_id).status in FINAL:
            return False
        uow.productions.update(production_id, **columns)
        return True


def run_local_transcode(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part of the local transcoder. One that does not end well leaves no outputs."""
    settings = job.input["settings"]
    stores = {store.bucket: store for store in (studio.media_store, studio.output_store)}
    try:
        with job_folder(studio, job.job_id) as folder:
            transcode(settings, stores, work_dir=folder, progress=job.progress)
        _refuse_cancelled(studio, job)
    except BaseException:
        for destination in destinations(settings):
            bucket, _, prefix = destination.removeprefix("s3://").partition("/")
            stores[bucket].delete_prefix(prefix)
        raise
    return {}


def _refuse_cancelled(studio: Studio, job: JobContext) -> None:
    """After its last progress a job does not hear by itself that it was cancelled."""
    if studio.queue.get(job.job_id).is_cancelled:
        raise JobCancelled(f"The transcoding {job.job_id} was cancelled.")


def outputs_of(studio: Studio, production: Production) -> VerifiedOutput:
    """The playlists and posters of a production. Raises ProductionError naming what is wrong."""
    if not production.output_prefix:
        raise ProductionError(f"The production {production.ulid} has no outputs yet.")
    return verify_outputs(studio.output_store, production.output_prefix)


def list_productions(
    studio: Studio,
    *,
    search: str | None = None,
    limit: int | None = None,
    before_id: int | None = None,
) -> list[ProductionRow]:
    with studio.reading() as uow:
        rows = uow.productions.list(search=search, limit=limit, before_id=before_id)
    return [_row(studio, production, upload) for production, upload in rows]


def get_production(studio: Studio, production_id: int) -> ProductionRow:
    with studio.reading() as uow:
        production = uow.productions.get(production_id)
        upload = uow.uploads.get(production.upload_id)
    return _row(studio, production, upload)


def _row(studio: Studio, production: Production, upload: Upload) -> ProductionRow:
    if production.status not in FINAL:
        production = _settled(studio, production)
    if production.status == "completed":
        return ProductionRow(production, upload, 100)
    if production.status != "processing" or not production.mediaconvert_job_id:
        return ProductionRow(production, upload)
    try:
        status = studio.transcoder.status(production.mediaconvert_job_id)
    except StudioError:  # the next step of its job fails by it, and says so
        return ProductionRow(production, upload)
    return ProductionRow(production, upload, status.percent, status.phase)


def _settled(studio: Studio, production: Production) -> Production:
    """An unfinished production whose own job was given up would wait for ever: it has failed."""
    job = studio.queue.find(PRODUCTION_JOB, {"productionId": production.id})
    if job is None or not job.is_finished:
        return production
    _fail(studio, production.id, job.error or "Its job was lost. Retry the production.")
    with studio.reading() as uow:
        return uow.productions.get(production.id)


def cancel_production(studio: Studio, production_id: int) -> None:
    """Stop it, wherever it is; a production that is final stays as it is."""
    with studio.unit_of_work() as uow:
        production = uow.productions.get(production_id)
        if production.status in FINAL:
            return
        job = uow.jobs.find(PRODUCTION_JOB, {"productionId": production_id})
        if job is not None:
            uow.jobs.cancel(job.id)
        uow.productions.update(
            production_id, status="failed", error_message=CANCELLED, completed_at=_now()
        )
    # Last: a step that submits meanwhile finds the row final, and cancels what it submitted.
    if production.mediaconvert_job_id:
        studio.transcoder.cancel(production.mediaconvert_job_id)
        _discard_outputs(studio, production)


def _discard_outputs(studio: Studio, production: Production) -> None:
    """Of a cancelled production; a local transcode that still runs does so with its own."""
    if production.output_prefix:
        studio.output_store.delete_prefix(production.output_prefix)


def retry_production(studio: Studio, production_id: int) -> int:
    """A new production, with a new ULID, of the same upload and profile. Returns its id."""
    with studio.reading() as uow:
        production = uow.productions.get(production_id)
    profile = (production.config or {}).get("profile")
    return start_send(studio, production.upload_id, profile=profile, name=production.name)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
