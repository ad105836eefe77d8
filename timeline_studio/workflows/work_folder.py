"""Where a job keeps what is not finished: a folder of its own, gone with the job."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_studio.storage import StorageError
from timeline_studio.workflows.studio import Studio


@contextmanager
def job_folder(studio: Studio, job_id: int) -> Iterator[Path]:
    """An empty folder, removed at the end whatever happens. Raises StorageError."""
    folder = studio.home.work / str(job_id)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise StorageError(
            f"Cannot make {folder}: {error.strerror or error}. Free some space, or make the "
            "folder writable, then try again."
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_work(studio: Studio) -> None:
    """Remove what killed workers left of jobs that nobody will take up again."""
    # The folders first: one that another process makes after that is not looked at.
    folders = list(studio.home.work.glob("*"))
    with studio.reading() as work:
        live = {str(job_id) for job_id in work.jobs.live_ids()}
    for folder in folders:
        if folder.name not in live:
            shutil.rmtree(folder, ignore_errors=True)
