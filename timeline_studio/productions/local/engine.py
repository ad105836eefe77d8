"""The local transcoder's engine: MediaConvert's job settings in, the same layout of files out.

::

    decode ─ upright ─┬─ rung 1080 ─ rung 720 ─ rung 540 ─ rung 360     a thread each
                      └─ posters
    sound ─ AAC                                                         a thread a coding
    then: package each rung, sound and captions, write the masters, upload; masters go last

An HLS and a CMAF group that ask for the same picture share it: only packaging differs.

Everything is made in a folder below `work_dir` that is gone afterwards. Objects are written only
once all are made, and a master only once all that it names is stored.

A source without sound gets renditions without sound: players need none, and a silent track would
claim that there is one. Sound that ends early is filled with silence up to the last picture,
because players stop where either ends.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from timeline_studio.errors import StudioError
from timeline_studio.media import probe
from timeline_studio.productions.local.caption_sources import read_captions
from timeline_studio.productions.local.delivery import deliver
from timeline_studio.productions.local.ladder_packaging import Cues
from timeline_studio.productions.local.making import make_outputs
from timeline_studio.productions.local.plan import Plan
from timeline_studio.productions.local.planning import read_plan
from timeline_studio.productions.local.sizing import size_up
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.storage import ObjectStore

Progress = Callable[[float, str], None]
_PROBED, _MADE = 0.02, 0.92


def transcode(
    settings: dict[str, Any],
    stores: Mapping[str, ObjectStore],
    *,
    work_dir: Path,
    progress: Progress,
    source_name: str | None = None,
) -> None:
    """Make all outputs of `settings`. `stores` are the only places that are read or written,
    by bucket. `progress` gets 0 to 1 with MediaConvert's phase; what it raises ends the work.
    `source_name` is what the user calls the input: errors name it so.

    Raises ProductionError for settings that the engine does not know, before any work;
    MediaError and StorageError as the source and the stores tell.
    """
    plan = read_plan(settings)
    _check_buckets(plan, stores)
    progress(0.0, "PROBING")
    cues = read_captions(plan, stores)
    source = stores[plan.bucket].fetch(plan.key)
    with _named(source, source_name or plan.key):
        _make(plan, source, cues, stores, work_dir=work_dir, progress=progress)


def _make(
    plan: Plan,
    source: Path,
    cues: Cues,
    stores: Mapping[str, ObjectStore],
    *,
    work_dir: Path,
    progress: Progress,
) -> None:
    sized = size_up(plan, probe(source))
    try:
        work_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="ladder-", dir=work_dir) as folder:
            files = make_outputs(
                sized,
                cues,
                Path(folder),
                progress=lambda done: progress(_within(_PROBED, _MADE, done), "TRANSCODING"),
            )
            deliver(
                files,
                stores,
                progress=lambda done: progress(_within(_MADE, 1.0, done), "UPLOADING"),
            )
    except OSError as error:
        raise ProductionError(
            f"Cannot transcode {source} in {work_dir}: {error.strerror or error}. "
            "Free space there, or make it writable, and retry."
        ) from error


@contextmanager
def _named(source: Path, name: str) -> Iterator[None]:
    """Who sent the film knows its name, not where a store keeps it."""
    try:
        yield
    except StudioError as error:
        told = str(error).replace(str(source), f"“{name}”")
        if told == str(error):
            raise
        raise type(error)(told) from error


def _check_buckets(plan: Plan, stores: Mapping[str, ObjectStore]) -> None:
    places = [ladder.place for ladder in plan.ladders]
    places += [capture.place for capture in plan.captures]
    sources = [caption.source.bucket for ladder in plan.ladders for caption in ladder.captions]
    for bucket in (plan.bucket, *sources, *(place.bucket for place in places)):
        if bucket not in stores:
            raise ProductionError(
                f"The local transcoder has no bucket “{bucket}”; it has {', '.join(stores)}."
            )


def _within(start: float, end: float, fraction: float) -> float:
    return start + (end - start) * min(1.0, fraction)
