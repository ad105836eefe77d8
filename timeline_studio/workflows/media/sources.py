"""The library's raw footage, a page at a time."""

from collections.abc import Sequence

from timeline_studio.library import Upload
from timeline_studio.workflows.studio import Studio


def list_sources(
    studio: Studio,
    *,
    kinds: Sequence[str] | None = None,
    search: str | None = None,
    limit: int | None = None,
    before_id: int | None = None,
) -> list[Upload]:
    """Raw footage only, newest first: never an export."""
    with studio.reading() as uow:
        return uow.uploads.list_sources(
            kinds=kinds, search=search, limit=limit, before_id=before_id
        )
