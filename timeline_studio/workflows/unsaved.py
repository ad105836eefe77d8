"""Edits that are not in the library yet: a file holds them until they are.

The library may be out of reach, its disk full, its server asleep; the program may be killed. What
was on the timeline is then found when it is opened again.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from timeline_studio.library import Project
from timeline_studio.timeline.document import from_json, to_json
from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.model import Timeline
from timeline_studio.workflows.projects import OpenProject, create_project, open_project
from timeline_studio.workflows.studio import Studio


class _File(msgspec.Struct, frozen=True):
    revision: int
    document: str


@dataclass(frozen=True)
class Unsaved:
    """What a file held, of `revision` of its project; `edited_at` is UTC."""

    timeline: Timeline
    revision: int
    edited_at: datetime


@dataclass(frozen=True)
class Recovered:
    """A project, and what was found of edits that had never been saved.

    Where nobody saved it since, `unsaved` goes on from it. Else its edits became `copy`.
    """

    opened: OpenProject
    unsaved: Unsaved | None = None
    copy: Project | None = None


def keep_unsaved(studio: Studio, project_id: int, timeline: Timeline, revision: int) -> None:
    """Before a save of what was changed since `revision`. Never raises: the save may work even
    where no file can be written."""
    path = _path(studio, project_id)
    partial = path.with_name(f"{path.name}.partial")
    with suppress(OSError, DocumentError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(msgspec.json.encode(_File(revision, to_json(timeline))))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)


def drop_unsaved(studio: Studio, project_id: int) -> None:
    """It is saved, or not wanted."""
    with suppress(OSError):
        _path(studio, project_id).unlink(missing_ok=True)


def find_unsaved(studio: Studio, project_id: int) -> Unsaved | None:
    """What cannot be read is put aside as `.broken`, and nothing is found."""
    path = _path(studio, project_id)
    try:
        edited_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        file = msgspec.json.decode(path.read_bytes(), type=_File)
        return Unsaved(from_json(file.document), file.revision, edited_at)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, DocumentError):
        with suppress(OSError):
            path.replace(path.with_suffix(".broken"))
        return None


def open_recovered(studio: Studio, project_id: int) -> Recovered:
    """Open a project that no other window has, with what was never saved of it.

    Raises as `open_project` does.
    """
    opened = open_project(studio, project_id)
    unsaved = find_unsaved(studio, project_id)
    if unsaved is None or unsaved.timeline == opened.timeline:
        drop_unsaved(studio, project_id)
        return Recovered(opened)
    if unsaved.revision == opened.revision:
        return Recovered(opened, unsaved)
    name = f"{opened.project.name or 'Untitled'}, unsaved edits"
    copy = create_project(studio, name, unsaved.timeline)
    drop_unsaved(studio, project_id)
    return Recovered(opened, copy=copy)


def _path(studio: Studio, project_id: int) -> Path:
    return studio.home.unsaved / f"{project_id}.json"
