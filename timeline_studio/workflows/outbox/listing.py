"""What the outbox shows, from the rows of the queue: nothing else is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline_studio.jobs import JobView
from timeline_studio.jobs.view import view_of
from timeline_studio.library import NotFound, Production, UnitOfWork
from timeline_studio.workflows.export_jobs import EXPORT_JOB, SENDS
from timeline_studio.workflows.outbox.entry import EntryState, OutboxEntry, Stage
from timeline_studio.workflows.outbox.rates import Rates
from timeline_studio.workflows.patience import OFFLINE
from timeline_studio.workflows.proxies import PROXY_JOB
from timeline_studio.workflows.sends import PRODUCTION_JOB
from timeline_studio.workflows.sends.stepping import AWAITS_FILE, PUBLISHING, VERIFYING
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.transfers import ELSEWHERE, UPLOAD_JOB

MOST_ENTRIES = 200
_TYPES = (EXPORT_JOB, UPLOAD_JOB, PRODUCTION_JOB, PROXY_JOB)
_WAITS = {OFFLINE, AWAITS_FILE, ELSEWHERE}
_SEEN = {"cancelled", "dismissed"}

_ADVICE: dict[Stage, str] = {
    "rendered": "Retry renders it again.",
    "uploaded": "Retry goes on where it stopped.",
    "submitted": "Retry sends the same export again: nothing is rendered twice.",
    "transcoding": "Retry sends the same export again: nothing is rendered twice.",
    "verified": "Retry sends the same export again: nothing is rendered twice.",
    "published": "It is ready to watch. Retry only publishes it.",
}


def list_outbox(
    studio: Studio, *, rates: Rates | None = None, limit: int = MOST_ENTRIES
) -> list[OutboxEntry]:
    """What waits, runs or failed, in the order in which it is taken up; at most `limit` of each.

    With `rates`, kept from one call to the next, each entry says how long it will take still.
    """
    with studio.reading() as work:
        jobs = _jobs(work, limit)
        transfers = {job.input["key"]: job for job in jobs if job.type == UPLOAD_JOB}
        entries = []
        for job in jobs:
            if job.type == PRODUCTION_JOB:
                entries += _send(work, job, transfers)
            elif job.type == EXPORT_JOB:
                entries.append(_export(job))
            elif job.type == PROXY_JOB:
                entries.append(_proxy(job))
    entries += [_transfer(job) for job in transfers.values()]
    queue = [job.id for job in waiting_renders(jobs)]
    places = {job_id: place for place, job_id in enumerate(queue, 1)}
    entries = [replace(entry, place=places.get(entry.id)) for entry in entries]
    entries.sort(key=lambda entry: entry.id)
    return [_timed(entry, rates) for entry in _by_turns(entries)]


def _by_turns(entries: Sequence[OutboxEntry]) -> list[OutboxEntry]:
    """Renders that wait stand in the order of their turns, all others where they were."""
    turns = iter(sorted((each for each in entries if each.place), key=lambda each: each.place or 0))
    return [next(turns) if each.place else each for each in entries]


def waiting_renders(jobs: Iterable[JobView]) -> list[JobView]:
    """Exports that no worker has begun, as a worker takes them up: by priority, then by age."""
    waiting = [
        job
        for job in jobs
        if job.type == EXPORT_JOB and job.status == "pending" and not job.is_paused
    ]
    return sorted(waiting, key=lambda job: (-job.priority, job.id))


def _jobs(work: UnitOfWork, limit: int) -> list[JobView]:
    live = work.jobs.list(_TYPES, ["pending", "processing"], limit, oldest_first=True)
    ended = work.jobs.list(_TYPES, ["failed", "dead"], limit)
    return [view_of(job) for job in (*live, *ended) if job.error_code not in _SEEN]


def _send(work: UnitOfWork, job: JobView, transfers: dict[str, JobView]) -> list[OutboxEntry]:
    """Takes the transfer that it waits for out of `transfers`: both are one send."""
    try:
        production = work.productions.get(job.input["productionId"])
        upload = work.uploads.get(production.upload_id)
    except NotFound:  # deleted, or another user's
        return []
    transfer = transfers.pop(upload.s3_key, None) if not production.mediaconvert_job_id else None
    stage = "uploaded" if transfer else _stage_of(production, job)
    shown = transfer or job
    entry = _entry(shown, "send", production.name or upload.name, stage)
    if job.is_paused:
        entry = replace(entry, state="paused")
    return [
        replace(
            entry,
            id=job.id,
            job_ids=tuple({job.id, shown.id}),
            production_id=production.id,
            upload_id=upload.id,
            percent=None if stage == "submitted" else entry.percent,
            error=entry.error or (production.error_message if entry.state == "failed" else None),
        )
    ]


def _stage_of(production: Production, job: JobView) -> Stage:
    if production.status == "completed" or job.stage == PUBLISHING:
        return "published"
    if job.stage == VERIFYING:
        return "verified"
    return "transcoding" if production.mediaconvert_job_id else "submitted"


def _export(job: JobView) -> OutboxEntry:
    kind = "send" if job.input.get(SENDS) else "export"
    return _entry(job, kind, job.input.get("name") or "Untitled", "rendered")


def _transfer(job: JobView) -> OutboxEntry:
    return _entry(job, "upload", job.input.get("name") or job.input["key"], "uploaded")


def _proxy(job: JobView) -> OutboxEntry:
    return _entry(job, "proxy", job.input.get("name") or "Footage", "rendered")


def _entry(job: JobView, kind: str, name: str, stage: Stage) -> OutboxEntry:
    state = _state_of(job)
    return OutboxEntry(
        id=job.id,
        kind=kind,  # type: ignore[arg-type]  # one of four words
        name=name,
        stage=stage,
        state=state,
        note="" if state in {"failed", "queued"} else job.stage,
        percent=job.percent if job.stage and state != "failed" else None,
        attempts=job.attempts,
        error=job.error if state == "failed" or job.status == "pending" else None,
        advice=_ADVICE[stage] if state == "failed" else None,
        job_ids=(job.id,),
    )


def _state_of(job: JobView) -> EntryState:
    if job.is_finished:
        return "failed"
    if job.is_paused:
        return "paused"
    if job.stage in _WAITS:
        return "waiting"
    return "running" if job.status == "processing" or job.stage else "queued"


def _timed(entry: OutboxEntry, rates: Rates | None) -> OutboxEntry:
    if rates is None or entry.percent is None:
        return entry
    if entry.state != "running":
        rates.forget(entry.id)
        return entry
    return replace(entry, seconds_left=rates.seconds_left(entry.id, entry.percent))
