"""All rows against all objects: every object has a row that wants it, every row its objects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from timeline_studio.library import Production, Upload
from timeline_studio.productions import ProductionError
from timeline_studio.storage import OutgoingStore, pending_keys, thumb_key
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.media import list_sources, sweep_promises
from timeline_studio.workflows.sends import list_productions, outputs_of
from timeline_studio.workflows.watching import watch_page_key
from timeline_studio.workflows.work_folder import sweep_work

WATCH_PAGES = "watch/"  # what all pages share, of no production in particular
_UNFINISHED = {".partial", ".upload", ".storing"}


@dataclass
class Differences:
    """Nothing in any of these, and the library is whole."""

    strays: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)


def differences(studio: Studio) -> Differences:
    """Of one user's whole library, as the next start of the program has it and when no job is
    left to do."""
    sweep_work(studio)
    sweep_promises(studio)
    found = Differences()
    productions = [row.production for row in list_productions(studio)]
    _compare_media(studio, productions, found)
    _compare_outputs(studio, productions, found)
    found.unfinished += [f"row: {job}" for job in _live_jobs(studio)]
    found.unfinished += [f"file: {path}" for path in _half_files(studio.home.root)]
    found.unfinished += [f"waits: {key}" for key in pending_keys(studio.media_store)]
    found.unfinished += [f"waits: {key}" for key in pending_keys(studio.output_store)]
    return found


def uploads_of(studio: Studio) -> list[Upload]:
    return list_sources(studio) + [export.upload for export in list_exports(studio)]


def _compare_media(studio: Studio, productions: list[Production], found: Differences) -> None:
    there = set(_keys(studio.media_store))
    wanted = set()
    allowed = set()
    for upload in uploads_of(studio):
        allowed.add(thumb_key(upload.id))
        if upload.source_deleted_at is None:
            wanted.add(upload.s3_key)
            if upload.status != "uploaded":
                found.unfinished.append(f"row: upload {upload.id} is {upload.status}")
    captions = tuple(
        f"captions/vtt/production_{production.id}{end}"
        for production in productions
        for end in (".", "_")
        if production.status == "completed"
    )
    strays = {
        key for key in there - wanted - allowed if not (captions and key.startswith(captions))
    }
    found.strays += sorted(strays)
    found.missing += sorted(wanted - there)


def _captioned(key: str) -> str | None:
    """The production whose captions `key` holds."""
    found = re.fullmatch(r"captions/vtt/production_(\d+)(_\d+)?\.vtt", key)
    return found and found[1]


def _compare_outputs(studio: Studio, productions: list[Production], found: Differences) -> None:
    completed = [each for each in productions if each.status == "completed"]
    prefixes = (WATCH_PAGES, *(each.output_prefix or "?" for each in completed))
    there = set(_keys(studio.output_store))
    found.strays += sorted(key for key in there if not key.startswith(prefixes))
    for production in completed:
        try:
            outputs_of(studio, production)
        except ProductionError as error:
            found.missing.append(f"production {production.id}: {error}")
        found.missing += sorted({watch_page_key(production)} - there)
    for production in productions:
        if production.status not in {"completed", "failed"}:
            found.unfinished.append(f"row: production {production.id} is {production.status}")


def _keys(store: object) -> Iterator[str]:
    """What lies there itself, whatever waits on this computer."""
    lying = store.remote if isinstance(store, OutgoingStore) else store
    assert hasattr(lying, "list")
    for stored in lying.list():
        yield stored.key


def _live_jobs(studio: Studio) -> list[str]:
    jobs = studio.queue.list(statuses=["pending", "processing"])
    return [f"job {job.id} ({job.type}) is {job.status}" for job in jobs]


def _half_files(root: Path) -> list[str]:
    """What a crash left, and the next start does not sweep away."""
    return [
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file()
        and (
            path.suffix in {".partial", ".upload", ".storing"}
            or "work" in path.relative_to(root).parts[:1]
        )
    ]
