"""Playing a production's ladder here: its rungs, and one of them as a timeline to be shown."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from timeline_studio.media import probe
from timeline_studio.productions import ProductionError
from timeline_studio.productions.ladder import Rung, extension_of, join_playlist, read_ladder
from timeline_studio.storage import StorageError
from timeline_studio.timeline.model import Timeline
from timeline_studio.workflows.previews import film_timeline
from timeline_studio.workflows.studio import Studio

KEPT = 8
"""Rungs that stay in the cache; the one played longest ago goes first."""


def production_rungs(studio: Studio, production_id: int) -> list[Rung]:
    """What the production offers, by folder, the best first. Raises ProductionError."""
    with studio.reading() as work:
        production = work.productions.get(production_id)
    if production.status != "completed" or not production.output_prefix:
        raise ProductionError(
            f"The production {production.ulid} cannot be played: it is {production.status}. "
            "Wait until it is completed."
        )
    return read_ladder(studio.output_store, production.output_prefix)


def rung_timeline(
    studio: Studio, rung: Rung, *, progress: Callable[[float], None] | None = None
) -> Timeline:
    """A timeline that shows the rung, with its sound, from files in the cache.

    `progress` gets 0 to 1 while they are fetched; an exception it raises ends that. Raises
    StorageError or MediaError.
    """
    folder = studio.home.cache / "rungs"
    picture = _fetched(studio, folder, rung.playlist, progress)
    sound = picture if rung.sound is None else _fetched(studio, folder, rung.sound, None)
    _prune(folder)
    return film_timeline(probe(picture), probe(sound))


def _fetched(
    studio: Studio, folder: Path, playlist: str, progress: Callable[[float], None] | None
) -> Path:
    """By the playlist's key and version."""
    version = f"{playlist}\n{studio.output_store.head(playlist).etag}"
    name = hashlib.sha256(version.encode()).hexdigest()[:32]
    path = folder / f"{name}{extension_of(studio.output_store, playlist)}"
    try:
        if path.is_file():
            os.utime(path)
            return path
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.partial")
        try:
            join_playlist(studio.output_store, playlist, part, progress=progress)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            f"The rung cannot be kept in {folder}: {error.strerror or error}. Free some space, "
            "then play it again."
        ) from error
    return path


def _prune(folder: Path) -> None:
    kept = sorted(folder.glob("*.[tm][sp]*"), key=lambda path: path.stat().st_mtime_ns)
    for path in kept[:-KEPT]:
        path.unlink(missing_ok=True)
