"""How an export was made: with which encoder, and what of it was not encoded anew."""

from dataclasses import dataclass

from timeline_studio.library import Upload
from timeline_studio.workflows.export_jobs import EXPORT_JOB, making_of
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class ExportFacts:
    """`reused` frames came from earlier exports or from rendering ahead, `copied` ones from the
    sources as they are; `note` says which encoders failed before, and why.
    How loud the sound is, in LUFS and dBTP, is known where its timeline asks for that."""

    preset: str
    encoder: str
    note: str
    frames: int
    reused: int
    copied: int
    loudness: float | None
    true_peak: float | None


def export_facts(studio: Studio, upload: Upload) -> ExportFacts | None:
    """None where its job is gone, or told nothing."""
    job = studio.queue.find(EXPORT_JOB, {"assetUuid": upload.asset_uuid})
    told = job.result if job is not None else None
    if job is None or not told or not told.get("encoder"):
        return None
    return ExportFacts(
        preset=making_of(job.input).preset.name,
        encoder=told["encoder"],
        note=told.get("encoderNote", ""),
        frames=told.get("frames", 0),
        reused=told.get("framesReused", 0),
        copied=told.get("framesCopied", 0),
        loudness=told.get("loudness"),
        true_peak=told.get("truePeak"),
    )
