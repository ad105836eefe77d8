"""Projects as clips of others: found for who plays them, put on a timeline, never in a circle."""

import hashlib
import os
from pathlib import Path
from typing import TypeAlias

from timeline_studio.library import NotFound
from timeline_studio.media import MediaError
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, new_id
from timeline_studio.timeline.nested import NestingError, nested_clips, nested_id, nested_media
from timeline_studio.workflows.studio import Studio

_FOLDER = "nested"

Nested: TypeAlias = tuple[Clip | None, Clip | None]
"""A picture and its sound."""


def nested_document(studio: Studio, media: MediaReference) -> Path:
    """The document of a nested timeline as it is now, as a file of that content.

    Raises MediaError when its project is gone.
    """
    document = _document(studio, media)
    folder = studio.home.cache / _FOLDER
    path = folder / f"{hashlib.sha256(document).hexdigest()}.json"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.{new_id()}.partial")
        part.write_bytes(document)
        part.replace(path)
    return path


def nested_pair(studio: Studio, project_id: int, into: int) -> Nested:
    """A project as a picture and a sound to be put on another project's timeline; one of them
    is missing where it has none.

    Raises NestingError where they would contain each other, or it is empty.
    """
    with studio.reading() as uow:
        project = uow.projects.get(project_id)
    timeline, name = from_json(project.timeline_json), project.name or "Untitled"
    if project_id == into or into in _within(studio, timeline):
        raise NestingError(f"“{name}” cannot be a clip here: it would contain itself.")
    if timeline.duration == 0:
        raise NestingError(f"“{name}” is empty: put clips on it first.")
    media = nested_media(project_id, name, timeline.duration)
    link = new_id()

    def clip() -> Clip:
        return Clip(id=new_id(), start=0, duration=timeline.duration, media=media, link=link)

    has_picture = any(track.items for track in timeline.video_tracks)
    has_sound = any(track.items for track in timeline.audio_tracks)
    return clip() if has_picture else None, clip() if has_sound else None


def _within(studio: Studio, timeline: Timeline) -> set[int]:
    """The projects that are nested in a timeline, directly or through others."""
    found: set[int] = set()
    waiting = [timeline]
    while waiting:
        for _, clip in nested_clips(waiting.pop()):
            number = nested_id(clip.media)
            if number is not None and number not in found:
                found.add(number)
                waiting += _timelines(studio, number)
    return found


def _timelines(studio: Studio, project_id: int) -> list[Timeline]:
    """The project's, where it is still there."""
    try:
        with studio.reading() as uow:
            return [from_json(uow.projects.get(project_id).timeline_json)]
    except NotFound:
        return []


def _document(studio: Studio, media: MediaReference) -> bytes:
    try:
        with studio.reading() as uow:
            return uow.projects.get(nested_id(media) or 0).timeline_json.encode()
    except NotFound as error:
        raise MediaError(
            f"The timeline “{media.name or media.url}”, which is a clip here, was deleted. Take "
            "the clip out, or replace it."
        ) from error
