"""What a job has not finished lies in a folder of its own, which goes with the job."""

import pytest

from timeline_studio.storage import StorageError
from timeline_studio.workflows import Studio
from timeline_studio.workflows.work_folder import job_folder, sweep_work


def test_the_folder_is_empty_and_goes_at_the_end(studio: Studio) -> None:
    left_by_a_killed_run = studio.home.work / "7" / "video.mp4.partial"
    left_by_a_killed_run.parent.mkdir()
    left_by_a_killed_run.touch()
    with job_folder(studio, 7) as folder:
        assert list(folder.iterdir()) == []
        (folder / "video.mp4").touch()
    assert not folder.exists()


def test_the_folder_goes_with_its_job_s_failure(studio: Studio) -> None:
    with pytest.raises(ZeroDivisionError), job_folder(studio, 7) as folder:
        1 / 0  # noqa: B018
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_named(studio: Studio) -> None:
    studio.home.work.rmdir()
    studio.home.work.touch()
    with pytest.raises(StorageError, match=r"work/7: .* try again"), job_folder(studio, 7):
        pass
    studio.home.work.unlink()
    studio.home.work.mkdir()


def test_the_sweep_spares_jobs_that_will_run_again(studio: Studio) -> None:
    waiting = studio.queue.add("some_job", {})
    cancelled = studio.queue.add("some_job", {})
    studio.queue.cancel(cancelled)
    for name in (str(waiting), str(cancelled), "4711", "not-a-job"):
        (studio.home.work / name).mkdir()
    sweep_work(studio)
    assert [folder.name for folder in studio.home.work.iterdir()] == [str(waiting)]
    studio.queue.cancel(waiting)
    sweep_work(studio)
    assert list(studio.home.work.iterdir()) == []
