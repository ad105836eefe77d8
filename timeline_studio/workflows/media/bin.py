"""The media bin: footage with its place, and what a user does to keep it in order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timeline_studio.library import MediaFolder, Shelf, UnitOfWork, Upload
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class BinRow:
    """One upload as the bin shows it; without a folder it lies in none."""

    upload: Upload
    is_favourite: bool = False
    folder_id: int | None = None


def list_bin(
    studio: Studio,
    *,
    search: str | None = None,
    limit: int | None = None,
    before_id: int | None = None,
    shelf: Shelf | None = None,
) -> list[BinRow]:
    """Raw footage, newest first; on the recent shelf what was used last."""
    with studio.reading() as work:
        uploads = work.uploads.list_sources(
            search=search, limit=limit, before_id=before_id, shelf=shelf
        )
        places = work.media_bin.places([upload.id for upload in uploads])
    return [
        BinRow(upload, place.is_favourite, place.folder_id)
        if (place := places.get(upload.id))
        else BinRow(upload)
        for upload in uploads
    ]


def list_folders(studio: Studio) -> Sequence[MediaFolder]:
    """By name."""
    with studio.reading() as work:
        return work.media_bin.folders()


def add_folder(studio: Studio, name: str) -> MediaFolder:
    """Raises LibraryError where there is one of that name."""
    return studio.run(lambda work: work.media_bin.add_folder(name))


def rename_folder(studio: Studio, folder_id: int, name: str) -> MediaFolder:
    """Raises LibraryError where there is another of that name, NotFound where it is gone."""
    return studio.run(lambda work: work.media_bin.rename_folder(folder_id, name))


def remove_folder(studio: Studio, folder_id: int) -> None:
    """Its footage stays. Raises NotFound where it is gone."""
    studio.run(lambda work: work.media_bin.remove_folder(folder_id))


def move_to_folder(studio: Studio, upload_ids: Collection[int], folder_id: int | None) -> None:
    """None takes them out of any folder. Raises NotFound."""
    studio.run(lambda work: work.media_bin.move(upload_ids, folder_id))


def mark_favourite(studio: Studio, upload_ids: Collection[int], *, is_favourite: bool) -> None:
    """Raises NotFound."""

    def step(work: UnitOfWork) -> None:
        work.media_bin.mark(upload_ids, is_favourite=is_favourite)

    studio.run(step)


def note_use(studio: Studio, upload_ids: Collection[int]) -> None:
    """They were put on a timeline now. Raises NotFound."""
    studio.run(lambda work: work.media_bin.note_use(upload_ids))
