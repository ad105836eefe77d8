"""Productions as a panel shows them, by what the worker last wrote: no transcoder is asked."""

from collections.abc import Collection
from dataclasses import dataclass

from timeline_studio.jobs import JobView
from timeline_studio.library import Production, Upload
from timeline_studio.workflows.sends.rows import FINAL, PRODUCTION_JOB, fail, read_production
from timeline_studio.workflows.studio import Studio

_LIVE = ("pending", "processing")


@dataclass(frozen=True)
class ProductionRow:
    """`percent` is None where nothing can be said; `stage` is the transcoder's phase, or why it
    waits; `is_paused`: somebody holds it back. The web application's productions have no job here:
    their rows say all of them."""

    production: Production
    upload: Upload
    percent: int | None = None
    stage: str | None = None
    is_paused: bool = False


def list_productions(
    studio: Studio,
    *,
    search: str | None = None,
    limit: int | None = None,
    before_id: int | None = None,
    statuses: Collection[str] | None = None,
) -> list[ProductionRow]:
    with studio.reading() as work:
        rows = work.productions.list(limit, before_id, search, statuses)
    is_any_live = any(production.status not in FINAL for production, _ in rows)
    jobs = _live_jobs(studio) if is_any_live else {}
    return [
        _row(studio, production, upload, jobs.get(production.id)) for production, upload in rows
    ]


def get_production(studio: Studio, production_id: int) -> ProductionRow:
    production, upload = read_production(studio, production_id)
    return _row(studio, production, upload, None)


def _live_jobs(studio: Studio) -> dict[int, JobView]:
    jobs = studio.queue.list(types=[PRODUCTION_JOB], statuses=_LIVE)
    return {job.input["productionId"]: job for job in jobs}


def _row(
    studio: Studio, production: Production, upload: Upload, job: JobView | None
) -> ProductionRow:
    if production.status not in FINAL:
        job = job or studio.queue.find(PRODUCTION_JOB, {"productionId": production.id})
        if job is not None and job.is_finished:
            production = _given_up(studio, production, job)
    if production.status == "completed":
        return ProductionRow(production, upload, 100)
    if production.status in FINAL or job is None:
        return ProductionRow(production, upload)
    percent = job.percent if production.status == "processing" else None
    return ProductionRow(production, upload, percent, job.stage or None, job.is_paused)


def _given_up(studio: Studio, production: Production, job: JobView) -> Production:
    """An unfinished production whose own job was given up would wait for ever: it has failed.
    Unless that job ended since the row was read."""
    fail(studio, production.id, job.error or "Its job was lost. Retry the production.")
    return read_production(studio, production.id)[0]
