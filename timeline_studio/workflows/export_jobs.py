"""The job that exports a timeline: all that it will know, and what is to follow it."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from timeline_studio.library import MediaJob, Project, UnitOfWork
from timeline_studio.render import RenderError
from timeline_studio.storage import build_export_key
from timeline_studio.timeline.document import from_json
from timeline_studio.workflows.export_presets import ExportPreset

EXPORT_JOB: Final = "create_video_export_v1"
SENDS: Final = "sends"


@dataclass(frozen=True)
class Making:
    """What an export is made as. `out` is the file that is saved where the preset's format is not
    kept in the library; `time`, in flicks, is that of a still; `stretch`, in flicks too, what is
    exported of the timeline, None for all of it."""

    preset: ExportPreset
    out: Path | None = None
    time: int = 0
    stretch: tuple[int, int] | None = None

    @property
    def is_master(self) -> bool:
        """Whether a send may take what it makes."""
        return self.preset.is_master and self.stretch is None and self.out is None

    def as_json(self) -> dict[str, Any]:
        told: dict[str, Any] = {"preset": self.preset.as_json()}
        if self.out is not None:
            told |= {"out": str(self.out), "time": self.time}
        if self.stretch is not None:
            told["stretch"] = list(self.stretch)
        return told


def making_of(job_input: dict[str, Any]) -> Making:
    """A job without one, of a send or of an earlier version, makes a master."""
    told = job_input.get("preset")
    out = job_input.get("out")
    return Making(
        preset=MASTER if told is None else ExportPreset.of_json(told),
        out=None if out is None else Path(out),
        time=job_input.get("time", 0),
        stretch=tuple(job_input["stretch"]) if job_input.get("stretch") else None,
    )


MASTER: Final = ExportPreset(name="Standard")


def queue_export(
    work: UnitOfWork,
    user_id: int,
    project: Project,
    name: str | None,
    making: Making | None = None,
) -> MediaJob:
    """An export of what is stored now; later edits don't change it. An unnamed project takes
    `name`. Raises RenderError when there is no name, or nothing on the timeline."""
    name = (name or "").strip() or project.name
    if not name:
        raise RenderError("The timeline has no name yet. Give it one, then export.")
    if from_json(project.timeline_json).duration == 0:
        raise RenderError(f"The timeline “{name}” is empty. Add a clip, then export.")
    if not project.name:
        work.projects.rename(project.id, name)
    return work.jobs.add(
        EXPORT_JOB,
        {
            "projectId": project.id,
            "userId": user_id,
            "timeline": msgspec.json.decode(project.timeline_json),
            "name": name,
            "revision": project.revision,
            # Chosen now: an export that is taken up again writes to the same key.
            "assetUuid": str(uuid.uuid4()),
            "date": datetime.now(UTC).date().isoformat(),
            **(making.as_json() if making else {}),
        },
    )


def live_export_of(work: UnitOfWork, project: Project) -> MediaJob | None:
    """One of this very timeline that waits or runs, and makes a master; locked, where there are
    rows to lock."""
    timeline = msgspec.json.decode(project.timeline_json)
    for job in work.jobs.list(types=[EXPORT_JOB], statuses=["pending", "processing"]):
        told = job.input_json
        is_same = told.get("projectId") == project.id and told.get("timeline") == timeline
        if is_same and making_of(told).is_master:
            found = work.jobs.get(job.id)
            return found if found.status in {"pending", "processing"} else None
    return None


def key_of_export(job: MediaJob) -> str:
    return export_key(job.input_json)


def export_key(job_input: dict[str, Any]) -> str:
    day = datetime.fromisoformat(job_input["date"]).date()
    return build_export_key(job_input["assetUuid"], day)


def then_send(job: MediaJob, wish: dict[str, Any]) -> None:
    """Have the export make a production in the transaction that records it."""
    told = dict(job.input_json)
    if wish not in told.get(SENDS, []):  # pressed twice
        job.input_json = {**told, SENDS: [*told.get(SENDS, []), wish]}


def wished_sends(job: MediaJob) -> list[dict[str, Any]]:
    return list(job.input_json.get(SENDS) or ())
