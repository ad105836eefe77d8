"""The job that measures a finished production. It can be run again at any time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from timeline_studio import __version__
from timeline_studio.jobs import JobContext
from timeline_studio.library import NotFound, Production, UnitOfWork, Upload
from timeline_studio.media import probe, sound_loudness
from timeline_studio.productions import (
    Quality,
    VerifiedOutput,
    measure_quality,
    measure_sound,
)
from timeline_studio.productions.playlist_reading import PlaylistReader
from timeline_studio.productions.rendition_check import Files, Rendition
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.report_jobs import queue_report
from timeline_studio.workflows.reports.provenance import provenance_of
from timeline_studio.workflows.reports.report import Master, Report, Rung, Sound, read_report
from timeline_studio.workflows.sends.outputs import outputs_of
from timeline_studio.workflows.sends.rows import now, profile_of, read_production
from timeline_studio.workflows.studio import Studio

_MEMBER = "report"
_MASTER, _SOUND = 0.1, 0.2
"""How far the report is when the master's sound is measured, and when the ladder's is."""


def make_report(studio: Studio, production_id: int) -> int:
    """Measure again. Returns the job's id; raises NotFound."""

    def step(work: UnitOfWork) -> int:
        return queue_report(work, studio.user_id, work.productions.get(production_id).id).id

    return studio.run(step)


def report_of(studio: Studio, production_id: int) -> Report | None:
    """None until it is made. Raises NotFound."""
    production, _ = read_production(studio, production_id)
    return stored_report(production)


def stored_report(production: Production) -> Report | None:
    """It lies in the production's own row: it goes with it, needs no request to show, and is not
    public as the outputs may be (it names the footage)."""
    return read_report((production.config or {}).get(_MEMBER))


@waiting_offline
def run_report(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part. Nothing is written before all is measured."""
    production_id = job.input["productionId"]
    try:
        production, upload = read_production(studio, production_id)
    except NotFound:  # deleted meanwhile
        return {}
    if production.status != "completed":
        return {}
    report = _measured(studio, job, production, upload)

    def keep(work: UnitOfWork) -> None:
        row = work.productions.get(production_id)
        config = {**(row.config or {}), _MEMBER: msgspec.to_builtins(report)}
        work.productions.update(production_id, config=config)

    studio.run(keep)
    return {"productionId": production_id}


def _measured(studio: Studio, job: JobContext, production: Production, upload: Upload) -> Report:
    job.progress(0.0, "Measuring")
    path = studio.media_store.fetch(upload.s3_key)
    master = _master(upload, path, lambda done: job.progress(done * _MASTER, "Measuring"))
    output = outputs_of(studio, production)
    reader = PlaylistReader(studio.output_store, production.output_prefix or "")
    sound = _sound(output, reader, lambda: job.progress(_MASTER, "Measuring"))
    rungs = []
    for number, rendition in enumerate(output.renditions):

        def told(done: float, before: int = number) -> None:
            share = (before + done) / len(output.renditions)
            job.progress(_SOUND + (1 - _SOUND) * share, "Measuring")

        files = _files(reader, rendition.playlist)
        settings = (production.config or {}).get("settings") or {}
        quality = measure_quality(path, rendition, files, settings, told)
        rungs.append(_rung(rendition, quality))
    started, ended = production.started_at, production.completed_at
    return Report(
        production_id=production.id,
        ulid=production.ulid,
        name=production.name or upload.name,
        made_at=now().isoformat(timespec="seconds"),
        program_version=__version__,
        profile=profile_of(production),
        encoder=_encoder(studio),
        transcode_seconds=(ended - started).total_seconds() if started and ended else None,
        duration_seconds=max((rung.seconds for rung in rungs), default=0.0),
        total_bytes=sum(reader.keys.values()),
        posters=len(output.posters),
        captions=len(output.subtitles),
        master=master,
        sound=sound,
        rungs=tuple(rungs),
        provenance=provenance_of(studio, upload),
    )


def _master(upload: Upload, path: Path, progress: Callable[[float], None]) -> Master:
    info = probe(path)
    loudness = sound_loudness(path, progress=progress)
    video = info.video
    return Master(
        name=upload.name,
        upload_id=upload.id,
        size_bytes=info.size_bytes,
        width=video.display_width if video else 0,
        height=video.display_height if video else 0,
        rate=float(video.rate) if video else 0.0,
        sound=Sound.of(loudness) if loudness else None,
    )


def _sound(
    output: VerifiedOutput, reader: PlaylistReader, progress: Callable[[], None]
) -> Sound | None:
    """Of the first sound that a player would take: all rungs carry the same."""
    alone = [sound.playlist for sound in output.sounds]
    for playlist in [*alone, *(rendition.playlist for rendition in output.renditions)][:1]:
        loudness = measure_sound(_files(reader, playlist), progress)
        return Sound.of(loudness) if loudness else None
    return None


def _files(reader: PlaylistReader, playlist: str) -> Files:
    return reader.files(playlist, reader.parse(playlist))


def _rung(rendition: Rendition, quality: Quality | None) -> Rung:
    similarity = quality.similarity if quality else None
    return Rung(
        playlist=rendition.playlist,
        width=rendition.width,
        height=rendition.height,
        rate=round(rendition.rate, 3),
        codecs=rendition.codecs,
        bandwidth=rendition.bandwidth,
        average=rendition.average,
        peak=rendition.peak,
        seconds=round(rendition.seconds, 3),
        segments=len(rendition.cuts),
        ssim=round(similarity.mean, 5) if similarity else None,
        ssim_lowest=round(similarity.lowest, 5) if similarity else None,
        ssim_segments=quality.segments if quality else 0,
    )


def _encoder(studio: Studio) -> str:
    is_local = studio.account.transcoder == "local"
    return "This computer (x264)" if is_local else "AWS Elemental MediaConvert"
