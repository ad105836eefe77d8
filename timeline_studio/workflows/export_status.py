"""How far a project's newest export is."""

from dataclasses import dataclass

from timeline_studio.jobs import JobView
from timeline_studio.workflows.exports import EXPORT_JOB
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class ExportStatus:
    """`job` is the newest export that was asked for, None where there was none;
    `last_export_upload_id` the newest that is done and not deleted."""

    job: JobView | None
    last_export_upload_id: int | None

    @property
    def word(self) -> str:
        """none, pending, processing, completed, failed or cancelled."""
        if self.job is None:
            return "none"
        if self.job.is_cancelled:
            return "cancelled"
        return "failed" if self.job.status == "dead" else self.job.status


def export_status(studio: Studio, project_id: int) -> ExportStatus:
    """Raises NotFound for a project that is not this user's."""
    with studio.reading() as work:
        project = work.projects.get(project_id)
    job = studio.queue.find(EXPORT_JOB, {"projectId": project_id})
    return ExportStatus(job, project.last_export_upload_id)
