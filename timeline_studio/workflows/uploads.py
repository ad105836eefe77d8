"""What a creator does with one upload: name it, describe it, see which timelines show it."""

from timeline_studio.errors import StudioError
from timeline_studio.library import Upload
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.queries import media_urls
from timeline_studio.workflows.media import UPLOAD_SCHEME
from timeline_studio.workflows.studio import Studio


class MediaInUseError(StudioError):
    """Footage that timelines still show."""


def rename_upload(studio: Studio, upload_id: int, name: str, description: str | None) -> Upload:
    """An empty name goes back to the file's own."""
    with studio.unit_of_work() as uow:
        uow.uploads.update(
            upload_id,
            modified_filename=name.strip()[:512] or None,
            description=(description or "").strip() or None,
        )
        return uow.uploads.get(upload_id)


def edit_upload(
    studio: Studio, upload_id: int, *, name: str | None = None, description: str | None = None
) -> Upload:
    """As `rename_upload`; what is None stays as it is."""
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    return rename_upload(
        studio,
        upload_id,
        (upload.modified_filename or "") if name is None else name,
        upload.description if description is None else description,
    )


def used_in(studio: Studio, upload_id: int) -> list[str]:
    """The names of the active projects whose timeline shows this upload."""
    url = f"{UPLOAD_SCHEME}{upload_id}"
    # The text is searched first: parsing every timeline would be slow.
    with studio.reading() as uow:
        projects = uow.projects.containing(url)
    return [
        project.name or "Untitled"
        for project in projects
        if url in media_urls(from_json(project.timeline_json))
    ]
