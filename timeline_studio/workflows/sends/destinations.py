"""The spaces of a send, chosen while it is on its way already."""

from collections.abc import Sequence

from timeline_studio.library import MediaJob, UnitOfWork
from timeline_studio.workflows.export_jobs import EXPORT_JOB, SENDS, wished_sends
from timeline_studio.workflows.publications import publish
from timeline_studio.workflows.sends.rows import PRODUCTION_JOB
from timeline_studio.workflows.studio import Studio


def change_destinations(studio: Studio, job_id: int, space_ids: Sequence[int]) -> None:
    """Have the send that `job_id` carries, an export or a production, published in these spaces
    and no others; what is published already stays. Raises NotFound for a space that there is not.
    """
    production_id = studio.run(lambda work: _change(work, job_id, list(space_ids)))
    if production_id is None:
        return
    with studio.reading() as work:
        status = work.productions.get(production_id).status
    if status == "completed":  # its own last step may have read what was chosen before
        for space_id in space_ids:
            publish(studio, production_id, space_id)


def _change(work: UnitOfWork, job_id: int, space_ids: list[int]) -> int | None:
    """The production's id, once there is one."""
    for space_id in space_ids:
        work.spaces.get(space_id)
    job = work.jobs.get(job_id)
    if job.type == EXPORT_JOB:
        sent = work.jobs.find(PRODUCTION_JOB, {"exportJobId": job_id})
        if sent is None:
            wishes = [{**wish, "publishTo": space_ids} for wish in wished_sends(job)]
            job.input_json = {**job.input_json, SENDS: wishes}
            return None
        job = sent
    return _change_production(job, space_ids)


def _change_production(job: MediaJob, space_ids: list[int]) -> int:
    job.input_json = {**job.input_json, "publishTo": space_ids}
    production_id: int = job.input_json["productionId"]
    return production_id
