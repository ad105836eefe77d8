"""The first step of a send: the production's row and its job."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timeline_studio.library import MediaJob, Production, UnitOfWork, Upload
from timeline_studio.productions import ProductionError, load_profile
from timeline_studio.storage import ObjectNotFound, StorageUnreachable
from timeline_studio.workflows.sends.rows import PRODUCTION_JOB, profile_of
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class Wish:
    """What is to become of a master: `profile` None is the one for its orientation, `name` None
    its own, `publish_to` the ids of spaces."""

    profile: str | None = None
    name: str | None = None
    publish_to: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {"profile": self.profile, "name": self.name, "publishTo": list(self.publish_to)}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "Wish":
        return cls(told.get("profile"), told.get("name"), tuple(told.get("publishTo") or ()))


def start_send(
    studio: Studio,
    upload_id: int,
    *,
    profile: str | None = None,
    name: str | None = None,
    publish_to: Sequence[int] = (),
) -> int:
    """Make a production of an upload and queue it. Returns the production's id.

    `profile` defaults to the one for the picture's orientation; `publish_to` are the ids of the
    spaces that it is published in once it is verified. Raises ProductionError when the upload is
    no video, its file is gone or the profile does not exist, NotFound for a space that there is
    not; nothing is written then.
    """
    with studio.reading() as work:
        upload = work.uploads.get(upload_id)
    check_source(studio, upload)
    load_profile(profile or default_profile(upload), *studio.profile_folders)
    wish = Wish(profile, name, tuple(publish_to))

    def step(work: UnitOfWork) -> int:
        check_spaces(work, wish)
        return add_production(studio, work, work.uploads.get(upload_id), wish)[0].id

    return studio.run(step)


def add_production(
    studio: Studio,
    work: UnitOfWork,
    upload: Upload,
    wish: Wish,
    *,
    export_job_id: int | None = None,
) -> tuple[Production, MediaJob]:
    """The row and its job, in the caller's transaction."""
    production = work.productions.add(
        upload_id=upload.id,
        name=(wish.name or "").strip() or upload.modified_filename or None,
        config={"profile": wish.profile or default_profile(upload)},
    )
    job = work.jobs.add(
        PRODUCTION_JOB,
        {
            "productionId": production.id,
            "userId": studio.user_id,
            "publishTo": list(wish.publish_to),
            "exportJobId": export_job_id,
        },
    )
    return production, job


def check_source(studio: Studio, upload: Upload) -> None:
    """Raises ProductionError. A store that does not answer is asked when its turn comes."""
    if upload.kind != "video":
        raise ProductionError(
            f"“{upload.original_filename}” is no video: only video can be sent to HLS."
        )
    try:
        studio.media_store.head(upload.s3_key)
    except StorageUnreachable:
        return
    except ObjectNotFound as error:
        raise ProductionError(
            f"The file of “{upload.name}” is missing from the library: {error} "
            "Import or export it again, and send that."
        ) from error


def check_spaces(work: UnitOfWork, wish: Wish) -> None:
    """Raises NotFound for a space that there is not."""
    for space_id in wish.publish_to:
        work.spaces.get(space_id)


def default_profile(upload: Upload) -> str:
    return "hls-portrait" if upload.orientation == "portrait" else "hls-landscape"


def retry_production(studio: Studio, production_id: int) -> int:
    """A new production, with a new ULID, of the same upload and profile, published where the first
    was to be. Returns its id."""
    with studio.reading() as work:
        production = work.productions.get(production_id)
        job = work.jobs.find(PRODUCTION_JOB, {"productionId": production_id})
    return start_send(
        studio,
        production.upload_id,
        profile=profile_of(production),
        name=production.name,
        publish_to=(job.input_json.get("publishTo") or ()) if job else (),
    )
