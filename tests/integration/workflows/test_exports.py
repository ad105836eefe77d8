"""Exports: a snapshot becomes one master, however often it is tried."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import msgspec
import pytest
from msgspec.structs import replace

from media_factory import click_times, read_stamp
from timeline_studio.jobs import JobCancelled, JobContext
from timeline_studio.library import LibraryError, NotFound, Project, Upload
from timeline_studio.media import AudioReader, MediaError, probe
from timeline_studio.render import RenderError
from timeline_studio.timeline.edits import trim
from timeline_studio.timeline.model import Timeline, empty_timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows import Studio
from timeline_studio.workflows.deletions import delete_upload
from timeline_studio.workflows.export_presets import preset_shelf
from timeline_studio.workflows.exports import (
    EXPORT_JOB,
    Making,
    list_exports,
    run_export,
    running_exports,
    start_export,
)
from timeline_studio.workflows.media import list_sources
from timeline_studio.workflows.projects import (
    create_project,
    open_project,
    rename_project,
    save_timeline,
)

Stored = Callable[[], list[str]]
ContextOf = Callable[[int], JobContext]


@pytest.fixture
def studio(either_studio: Studio) -> Studio:
    return either_studio


def frames_of(path: Path) -> list[int | None]:
    with av.open(str(path)) as container:
        return [read_stamp(frame) for frame in container.decode(video=0)]


def master_of(studio: Studio) -> Path:
    (row,) = list_exports(studio)
    return studio.media_store.fetch(row.upload.s3_key)


def last_export(studio: Studio, project: Project) -> int | None:
    return open_project(studio, project.id).project.last_export_upload_id


class TestNames:
    def test_a_timeline_without_a_name_asks_for_one(
        self, studio: Studio, timeline: Timeline
    ) -> None:
        project = create_project(studio, timeline=timeline)
        with pytest.raises(RenderError, match="no name yet"):
            start_export(studio, project.id, "   ")
        assert running_exports(studio) == []

    def test_the_name_given_then_is_kept(self, studio: Studio, timeline: Timeline) -> None:
        project = create_project(studio, timeline=timeline)
        job = studio.queue.get(start_export(studio, project.id, "  Beach "))
        assert job.input["name"] == "Beach"
        assert open_project(studio, project.id).project.name == "Beach"

    def test_a_named_timeline_keeps_its_name(self, studio: Studio, project: Project) -> None:
        job = studio.queue.get(start_export(studio, project.id, "Cut for Ann"))
        assert job.input["name"] == "Cut for Ann"
        assert open_project(studio, project.id).project.name == "Holiday"

    def test_an_empty_timeline_is_refused_and_stays_unnamed(self, studio: Studio) -> None:
        project = create_project(studio, timeline=empty_timeline())
        with pytest.raises(RenderError, match="“Void” is empty"):
            start_export(studio, project.id, "Void")
        assert open_project(studio, project.id).project.name is None


class TestMaster:
    def test_is_recorded_as_an_export_of_its_project(
        self, studio: Studio, project: Project, run_queue: Callable[[], None]
    ) -> None:
        job_id = start_export(studio, project.id)
        assert [job.id for job in running_exports(studio)] == [job_id]
        run_queue()
        assert running_exports(studio) == []
        (row,) = list_exports(studio)
        upload = row.upload
        assert studio.queue.get(job_id).result == {
            "resultUploadId": upload.id,
            "encoder": "libx264",
            "frames": 25,
            "framesReused": 0,
            "encoderNote": "",
            "framesCopied": 0,
            "loudness": None,
            "truePeak": None,
            "width": 160,
            "height": 90,
            "durationSeconds": 1.0,
            "sizeBytes": upload.size_bytes,
        }
        assert row.project is not None
        assert row.project.id == project.id
        assert (upload.video_role, upload.is_export) == ("export", True)
        assert (upload.name, upload.original_filename) == ("Holiday", "Holiday.mp4")
        assert upload.s3_key.startswith("renders/")
        assert (upload.width, upload.height, upload.orientation) == (160, 90, "landscape")
        assert last_export(studio, project) == upload.id
        assert open_project(studio, project.id).project.last_export_job_id == job_id

    def test_shows_every_frame_and_sounds_every_click(
        self, studio: Studio, project: Project, run_queue: Callable[[], None]
    ) -> None:
        start_export(studio, project.id)
        run_queue()
        master = master_of(studio)
        assert frames_of(master) == list(range(25))
        with AudioReader(master) as reader:
            heard = click_times(reader.samples(0, 48_000), 48_000)
        assert heard == [pytest.approx(0.5, abs=0.001)]

    def test_is_no_source(
        self, studio: Studio, project: Project, upload: Upload, run_queue: Callable[[], None]
    ) -> None:
        start_export(studio, project.id)
        run_queue()
        assert [found.id for found in list_sources(studio)] == [upload.id]

    def test_edits_after_the_start_do_not_change_it(
        self, studio: Studio, project: Project, run_queue: Callable[[], None]
    ) -> None:
        start_export(studio, project.id)
        opened = open_project(studio, project.id)
        clip = opened.timeline.video_tracks[0].items[0]
        shorter = trim(opened.timeline, clip.id, end=FLICKS_PER_SECOND // 5)
        save_timeline(studio, project.id, shorter, opened.revision)
        rename_project(studio, project.id, "Renamed")
        run_queue()
        assert frames_of(master_of(studio)) == list(range(25))
        assert list_exports(studio)[0].upload.name == "Holiday"

    def test_a_portrait_is_recorded_as_one(
        self, studio: Studio, timeline: Timeline, run_queue: Callable[[], None]
    ) -> None:
        upright = msgspec.structs.replace(timeline, width=90, height=160)
        start_export(studio, create_project(studio, "Tall", upright).id)
        run_queue()
        assert list_exports(studio)[0].upload.orientation == "portrait"
        video = probe(master_of(studio)).video
        assert video is not None
        assert (video.width, video.height) == (90, 160)


class TestRunningAgain:
    def test_after_the_end_gives_the_same_upload(
        self,
        studio: Studio,
        project: Project,
        stored: Stored,
        context_of: ContextOf,
        run_queue: Callable[[], None],
    ) -> None:
        job_id = start_export(studio, project.id)
        run_queue()
        (row,) = list_exports(studio)
        before = studio.media_store.head(row.upload.s3_key)
        assert run_export(studio, context_of(job_id)) == {"resultUploadId": row.upload.id}
        assert [found.upload.id for found in list_exports(studio)] == [row.upload.id]
        assert studio.media_store.head(row.upload.s3_key) == before

    def test_after_a_crash_before_the_row_makes_one_row_at_the_same_key(
        self, studio: Studio, project: Project, stored: Stored, context_of: ContextOf
    ) -> None:
        job_id = start_export(studio, project.id)
        first = run_export(studio, context_of(job_id))["resultUploadId"]
        key = list_exports(studio)[0].upload.s3_key
        with studio.unit_of_work() as uow:  # as if the row had never been committed
            uow.uploads.delete(first)
        second = run_export(studio, context_of(job_id))["resultUploadId"]
        assert [(row.upload.id, row.upload.s3_key) for row in list_exports(studio)] == [
            (second, key)
        ]
        assert [found for found in stored() if found.startswith("renders/")] == [key]

    def test_what_did_not_change_is_not_encoded_again(
        self, studio: Studio, project: Project, context_of: ContextOf
    ) -> None:
        first = run_export(studio, context_of(start_export(studio, project.id)))
        second = run_export(studio, context_of(start_export(studio, project.id)))
        assert (first["framesReused"], second["framesReused"]) == (0, 25)
        assert second["resultUploadId"] != first["resultUploadId"]

    def test_beside_a_worker_that_was_quicker_makes_no_second_row(
        self,
        studio: Studio,
        project: Project,
        context_of: ContextOf,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        context = context_of(start_export(studio, project.id))
        first: list[object] = []
        put_file = studio.media_store.put_file

        def let_another_finish(*args: Any, **options: Any) -> object:
            monkeypatch.undo()
            stored = put_file(*args, **options)
            first.append(run_export(studio, context)["resultUploadId"])
            return stored

        monkeypatch.setattr(studio.media_store, "put_file", let_another_finish)
        assert [run_export(studio, context)["resultUploadId"]] == first
        assert frames_of(master_of(studio)) == list(range(25))

    def test_a_row_that_cannot_be_written_takes_its_master_along(
        self,
        studio: Studio,
        project: Project,
        stored: Stored,
        context_of: ContextOf,
        refused_uploads: None,
    ) -> None:
        job_id = start_export(studio, project.id)
        with pytest.raises(LibraryError, match="disk is full"):
            run_export(studio, context_of(job_id))
        assert [found for found in stored() if found.startswith("renders/")] == []
        assert last_export(studio, project) is None

    def test_a_second_export_is_another_master(
        self, studio: Studio, project: Project, run_queue: Callable[[], None]
    ) -> None:
        start_export(studio, project.id)
        start_export(studio, project.id)
        run_queue()
        newest, oldest = list_exports(studio)
        assert newest.upload.s3_key != oldest.upload.s3_key
        assert last_export(studio, project) == newest.upload.id


class TestTrouble:
    def test_vanished_footage_fails_the_export_by_name(
        self, studio: Studio, project: Project, upload: Upload, run_queue: Callable[[], None]
    ) -> None:
        job_id = start_export(studio, project.id)
        studio.media_store.delete(upload.s3_key)
        run_queue()
        job = studio.queue.get(job_id)
        assert (job.status, job.attempts) == ("failed", 1)
        assert "“beach.mp4” is missing" in (job.error or "")
        assert list_exports(studio) == []
        assert last_export(studio, project) is None

    def test_cancelled_while_it_renders_it_leaves_nothing(
        self, studio: Studio, project: Project, stored: Stored, context_of: ContextOf
    ) -> None:
        context = context_of(start_export(studio, project.id))
        report = context.progress

        def stop_in_the_middle(fraction: float, stage: str, message: str = "") -> None:
            if fraction > 0.4:
                context.stop()
            report(fraction, stage, message)

        context.progress = stop_in_the_middle  # type: ignore[method-assign]
        with pytest.raises(JobCancelled):
            run_export(studio, context)
        assert list_exports(studio) == []
        assert [key for key in stored() if key.startswith("renders/")] == []

    def test_cancelled_after_its_last_frame_it_leaves_nothing(
        self,
        studio: Studio,
        project: Project,
        stored: Stored,
        run_queue: Callable[[], None],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        job_id = start_export(studio, project.id)
        put_file = studio.media_store.put_file

        def cancel_meanwhile(*args: Any, **options: Any) -> object:
            studio.queue.cancel(job_id)
            return put_file(*args, **options)

        monkeypatch.setattr(studio.media_store, "put_file", cancel_meanwhile)
        run_queue()
        job = studio.queue.get(job_id)
        assert (job.status, job.error_code) == ("dead", "cancelled")
        assert list_exports(studio) == []
        assert [key for key in stored() if key.startswith("renders/")] == []
        assert last_export(studio, project) is None

    def test_strangers_export_nothing(self, stranger: Studio, project: Project) -> None:
        with pytest.raises(NotFound):
            start_export(stranger, project.id, "Mine")

    def test_strangers_media_is_not_rendered(
        self, stranger: Studio, timeline: Timeline, context_of: ContextOf
    ) -> None:
        theirs = create_project(stranger, "Stolen", timeline)
        job_id = start_export(stranger, theirs.id)
        with pytest.raises((MediaError, NotFound)):
            run_export(stranger, context_of(job_id))
        assert list_exports(stranger) == []


class TestListing:
    def test_only_the_project_that_was_exported_has_a_last_export(
        self, studio: Studio, project: Project, timeline: Timeline, run_queue: Callable[[], None]
    ) -> None:
        other = create_project(studio, "Other", timeline)
        start_export(studio, project.id)
        run_queue()
        assert last_export(studio, project) is not None
        assert last_export(studio, other) is None

    def test_by_page_and_name_and_owner(
        self,
        studio: Studio,
        stranger: Studio,
        project: Project,
        run_queue: Callable[[], None],
    ) -> None:
        start_export(studio, project.id, "First")
        start_export(studio, project.id, "Second")
        run_queue()
        second, first = list_exports(studio)
        assert [row.upload.name for row in (second, first)] == ["Second", "First"]
        assert [r.upload.id for r in list_exports(studio, limit=1)] == [second.upload.id]
        older = list_exports(studio, before_id=second.upload.id)
        assert [r.upload.id for r in older] == [first.upload.id]
        assert [r.upload.name for r in list_exports(studio, search="fir")] == ["First"]
        assert list_exports(stranger) == []

    def test_a_deleted_export_s_file_is_gone(
        self, studio: Studio, project: Project, stored: Stored, run_queue: Callable[[], None]
    ) -> None:
        start_export(studio, project.id)
        run_queue()
        (row,) = list_exports(studio)
        delete_upload(studio, row.upload.id)
        run_queue()
        assert row.upload.s3_key not in stored()

    def test_the_job_is_what_other_programs_read(self, studio: Studio, project: Project) -> None:
        job = studio.queue.get(start_export(studio, project.id))
        assert job.type == EXPORT_JOB == "create_video_export_v1"
        assert job.input["projectId"] == project.id
        assert job.input["userId"] == studio.user_id
        assert job.input["timeline"]["schema"] == "timeline_studio.timeline"


class TestPresets:
    def test_a_small_one_is_an_export_that_no_send_takes(
        self, studio: Studio, project: Project, run_queue: Callable[[], None]
    ) -> None:
        small = preset_shelf(studio).get("small")
        start_export(studio, project.id, making=Making(replace(small, width=80)))
        run_queue()
        (row,) = list_exports(studio)
        assert (row.upload.width, row.upload.height) == (80, 46)
        assert last_export(studio, project) is None

    def test_what_the_library_does_not_keep_is_saved_as_a_file(
        self, studio: Studio, project: Project, run_queue: Callable[[], None], tmp_path: Path
    ) -> None:
        making = Making(preset_shelf(studio).get("gif"), tmp_path / "out.gif")
        job_id = start_export(studio, project.id, making=making)
        run_queue()
        result = studio.queue.get(job_id).result
        assert result is not None
        assert (result["resultPath"], result["encoder"]) == (str(tmp_path / "out.gif"), "gif")
        assert (tmp_path / "out.gif").stat().st_size == result["sizeBytes"]
        assert list_exports(studio) == []

    def test_an_mp4_may_be_saved_as_a_file_too(
        self, studio: Studio, project: Project, run_queue: Callable[[], None], tmp_path: Path
    ) -> None:
        making = Making(preset_shelf(studio).get("master"), tmp_path / "out.mp4")
        start_export(studio, project.id, making=making)
        run_queue()
        assert frames_of(tmp_path / "out.mp4") == list(range(25))
        assert list_exports(studio) == []

    def test_from_in_to_out_it_is_no_master(
        self, studio: Studio, project: Project, run_queue: Callable[[], None]
    ) -> None:
        frame = FLICKS_PER_SECOND // 25
        making = Making(preset_shelf(studio).get("standard"), stretch=(5 * frame, 12 * frame))
        start_export(studio, project.id, making=making)
        run_queue()
        assert frames_of(master_of(studio)) == list(range(5, 12))
        assert last_export(studio, project) is None

    def test_a_stretch_with_nothing_in_it_says_so(
        self, studio: Studio, project: Project, run_queue: Callable[[], None]
    ) -> None:
        far = 100 * FLICKS_PER_SECOND
        making = Making(preset_shelf(studio).get("standard"), stretch=(far, 2 * far))
        job_id = start_export(studio, project.id, making=making)
        run_queue()
        assert "between the in and the out point" in (studio.queue.get(job_id).error or "")

    def test_a_file_without_a_place_is_refused(self, studio: Studio, project: Project) -> None:
        with pytest.raises(RenderError, match=r"say where.*\.mov"):
            start_export(studio, project.id, making=Making(preset_shelf(studio).get("prores-422")))
        assert running_exports(studio) == []

    def test_a_failure_names_the_file(
        self, studio: Studio, project: Project, run_queue: Callable[[], None], tmp_path: Path
    ) -> None:
        making = Making(preset_shelf(studio).get("sound-wav"), tmp_path / "gone" / "out.wav")
        job_id = start_export(studio, project.id, making=making)
        run_queue()
        assert "There is no folder" in (studio.queue.get(job_id).error or "")
