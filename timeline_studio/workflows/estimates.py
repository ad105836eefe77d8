"""How long a send will take, by what earlier ones took on this account."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from timeline_studio.jobs import JobView
from timeline_studio.jobs.view import view_of
from timeline_studio.library import Production, UnitOfWork, Upload
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import to_seconds
from timeline_studio.workflows.export_jobs import EXPORT_JOB
from timeline_studio.workflows.preflight.room import need_of
from timeline_studio.workflows.sends import current_export
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.transfers import UPLOAD_JOB

_EARLIER = 8  # the newest ones count: computers and networks change
_DEFAULT_PIXELS = 1920 * 1080


@dataclass(frozen=True)
class SendEstimate:
    """`seconds` is None until each step was done once. `is_billed`: AWS transcodes, and bills its
    minutes. No price is told: it depends on region, contract, codecs and sizes, and a table that
    has grown old would mislead."""

    seconds: float | None
    is_billed: bool = False


def estimate_send(studio: Studio, project_id: int) -> SendEstimate:
    """For the project as it is stored, from the medians of the newest sends; what waits before it
    in the queue is not counted. Raises NotFound."""
    is_rendered = current_export(studio, project_id) is not None
    with studio.reading() as work:
        timeline = from_json(work.projects.get(project_id).timeline_json)
        transcode = _median(_transcodes(work))
        render = 0.0 if is_rendered else _median(_renders(work))
        is_sent = studio.account.storage == "s3" and not is_rendered
        transfer = _median(_transfers(studio, work)) if is_sent else 0.0
    is_billed = studio.account.transcoder == "mediaconvert"
    if transcode is None or render is None or transfer is None:
        return SendEstimate(None, is_billed)
    effort = _effort(to_seconds(timeline.duration), timeline.width * timeline.height)
    seconds = effort * (render + transcode) + transfer * _master_bytes(timeline)
    return SendEstimate(seconds, is_billed)


def _effort(seconds: float, pixels: int) -> float:
    """What work grows with: length times size."""
    return seconds * (pixels or _DEFAULT_PIXELS)


def _renders(work: UnitOfWork) -> Iterator[float]:
    """Seconds for each unit of effort, of what was not taken from an earlier export."""
    for job in _completed(work, EXPORT_JOB):
        told, timeline = job.result or {}, job.input.get("timeline") or {}
        frames = told.get("frames") or 0
        share = 1 - (told.get("framesReused") or 0) / frames if frames else 0
        pixels = (timeline.get("width") or 0) * (timeline.get("height") or 0)
        effort = _effort((told.get("durationSeconds") or 0) * share, pixels)
        yield from _per(_seconds_of(work, job), effort)


def _transcodes(work: UnitOfWork) -> Iterator[float]:
    """From the transcoder's start until all was verified."""
    rows: Sequence[tuple[Production, Upload]] = work.productions.list(
        _EARLIER, None, None, ["completed"]
    )
    for production, upload in rows:
        if production.started_at is None or production.completed_at is None:
            continue
        seconds = (production.completed_at - production.started_at).total_seconds()
        pixels = (upload.width or 0) * (upload.height or 0)
        yield from _per(seconds, _effort(upload.duration_seconds or 0, pixels))


def _transfers(studio: Studio, work: UnitOfWork) -> Iterator[float]:
    """Seconds a byte."""
    for job in _completed(work, UPLOAD_JOB):
        upload = work.uploads.find_by_key(studio.media_store.bucket, job.input["key"])
        if upload is not None:
            yield from _per(_seconds_of(work, job), upload.size_bytes or 0)


def _completed(work: UnitOfWork, job_type: str) -> list[JobView]:
    return [view_of(job) for job in work.jobs.list([job_type], ["completed"], _EARLIER)]


def _seconds_of(work: UnitOfWork, job: JobView) -> float:
    """All runs: one that was interrupted took its time too."""
    return sum((run.duration_ms or 0) for run in work.jobs.attempts(job.id)) / 1000


def _per(seconds: float, amount: float) -> Iterator[float]:
    if seconds > 0 and amount > 0:
        yield seconds / amount


def _median(rates: Iterator[float]) -> float | None:
    found = list(rates)
    return median(found) if found else None


def _master_bytes(timeline: Timeline) -> int:
    return need_of(
        to_seconds(timeline.duration),
        (timeline.width, timeline.height),
        float(timeline.rate),
        has_master=False,
        profile=None,
    ).master
