"""What a finished production turned out to be: measured, and where it came from."""

from typing import Any

import msgspec

from timeline_studio.media import Loudness

VERSION = 1


class Sound(msgspec.Struct, frozen=True):
    """EBU R128: LUFS, dBTP, LU; None of what is silent."""

    integrated: float | None
    true_peak: float | None
    range: float | None

    @classmethod
    def of(cls, loudness: Loudness) -> "Sound":
        values = (loudness.integrated, loudness.true_peak, loudness.range)
        return cls(*(None if value is None else round(value, 1) for value in values))


class Master(msgspec.Struct, frozen=True):
    name: str
    upload_id: int
    size_bytes: int
    width: int
    height: int
    rate: float
    sound: Sound | None


class Rung(msgspec.Struct, frozen=True):
    """`average` and `peak` are measured, `bandwidth` is stated, in bits a second. `ssim` is the
    mean over `ssim_segments` of the `segments`; None where it could not be measured."""

    playlist: str
    width: int
    height: int
    rate: float
    codecs: str
    bandwidth: int
    average: int
    peak: int
    seconds: float
    segments: int
    ssim: float | None = None
    ssim_lowest: float | None = None
    ssim_segments: int = 0

    @property
    def is_sampled(self) -> bool:
        return 0 < self.ssim_segments < self.segments


class Source(msgspec.Struct, frozen=True):
    """A media of the timeline; `etag` is the store's, which changes when the bytes do."""

    name: str
    url: str
    size_bytes: int | None = None
    etag: str | None = None


class Provenance(msgspec.Struct, frozen=True):
    """`revision` is the timeline's that was exported; None, as all of it, where the upload is no
    export of this library."""

    project_id: int | None = None
    project_name: str | None = None
    revision: int | None = None
    export_job_id: int | None = None
    sources: tuple[Source, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """Times are ISO 8601, in UTC."""

    production_id: int
    ulid: str
    name: str
    made_at: str
    program_version: str
    profile: str | None
    encoder: str
    transcode_seconds: float | None
    duration_seconds: float
    total_bytes: int
    posters: int
    captions: int
    master: Master
    sound: Sound | None
    rungs: tuple[Rung, ...]
    provenance: Provenance
    version: int = VERSION

    @property
    def segments(self) -> int:
        return sum(rung.segments for rung in self.rungs)

    def document(self) -> dict[str, Any]:
        """For JSON."""
        built: dict[str, Any] = msgspec.to_builtins(self)
        return {**built, "segments": self.segments}


def read_report(document: Any) -> Report | None:
    """What `document` gave; None for what a newer program wrote, or nobody."""
    try:
        report = msgspec.convert(document, Report)
    except msgspec.ValidationError:
        return None
    return report if report.version == VERSION else None
