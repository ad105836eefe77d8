"""What is deleted leaves the lists at once, and then nothing behind; whatever stops it."""

from collections.abc import Callable

import pytest

from timeline_studio.jobs import JobContext, Later
from timeline_studio.library import NotFound, Project, Upload
from timeline_studio.productions import TranscoderUnreachable
from timeline_studio.storage import (
    ObjectNotFound,
    StorageError,
    StorageUnreachable,
    captions_key,
    date_of,
)
from timeline_studio.workflows import Studio
from timeline_studio.workflows.deletions import (
    DELETE_JOB,
    HasProductionsError,
    delete_production,
    delete_upload,
    run_deletion,
)
from timeline_studio.workflows.exports import list_exports, start_export
from timeline_studio.workflows.media import list_sources
from timeline_studio.workflows.projects import archive_project
from timeline_studio.workflows.publications import add_space, publish
from timeline_studio.workflows.sends import (
    get_production,
    list_productions,
    run_production,
    start_send,
)
from timeline_studio.workflows.thumbnails import upload_thumbnail
from timeline_studio.workflows.uploads import MediaInUseError

Stored = Callable[[], list[str]]
ContextOf = Callable[[int], JobContext]
RunQueue = Callable[[], None]


@pytest.fixture
def studio(either_studio: Studio) -> Studio:
    return either_studio


def outputs(studio: Studio) -> list[str]:
    """Every key of the outputs, but for what all watch pages share."""
    keys = [found.key for found in studio.output_store.list()]
    return [key for key in keys if not key.startswith("watch/")]


@pytest.fixture
def made(studio: Studio, upload: Upload) -> Callable[[], int]:
    """A production as its transcode left it, with two objects; no encoder has to run for it."""

    def make() -> int:
        production_id = start_send(studio, upload.id)
        with studio.unit_of_work() as work:
            production = work.productions.get(production_id)
            prefix = f"2026-11/21/{upload.asset_uuid}/{production.ulid}/"
            work.productions.update(production_id, status="completed", output_prefix=prefix)
            job = work.jobs.find("production_v1", {"productionId": production_id})
            if job is not None:
                work.jobs.cancel(job.id)
        studio.output_store.put_bytes(f"{prefix}portrait/video.m3u8", b"#EXTM3U")
        studio.output_store.put_bytes(f"{prefix}portrait/video_1.ts", b"G")
        return production_id

    return make


class TestProductions:
    def test_one_goes_with_its_objects_and_no_other_s(
        self, studio: Studio, made: Callable[[], int], run_queue: RunQueue
    ) -> None:
        first, second = made(), made()
        kept = get_production(studio, second).production.output_prefix
        delete_production(studio, first)
        assert [row.production.id for row in list_productions(studio)] == [second]
        run_queue()
        assert kept is not None
        assert len(outputs(studio)) == 2
        assert all(key.startswith(kept) for key in outputs(studio))
        with pytest.raises(NotFound):
            get_production(studio, first)

    def test_its_captions_go_in_every_language_and_no_other_s(
        self, studio: Studio, made: Callable[[], int], run_queue: RunQueue
    ) -> None:
        first = made()
        for key in (captions_key(first), captions_key(first, 2), captions_key(first * 10)):
            studio.media_store.put_bytes(key, b"WEBVTT")
        delete_production(studio, first)
        run_queue()
        assert [found.key for found in studio.media_store.list("captions/")] == [
            captions_key(first * 10)
        ]

    def test_its_publications_end_at_once_and_their_rows_go_with_it(
        self, studio: Studio, made: Callable[[], int], run_queue: RunQueue
    ) -> None:
        production_id = made()
        publication = publish(studio, production_id, add_space(studio, "Home").id)
        delete_production(studio, production_id)
        with studio.reading() as work:
            assert work.publications.get(publication.id).status == "unpublished"
        run_queue()
        with pytest.raises(NotFound), studio.reading() as work:
            work.publications.get(publication.id)

    def test_a_waiting_one_is_cancelled_and_goes(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        delete_production(studio, start_send(studio, upload.id))
        run_queue()
        assert list_productions(studio) == []
        assert outputs(studio) == []

    def test_one_that_is_being_transcoded_is_stopped_and_waited_for(
        self, studio: Studio, upload: Upload, context_of: ContextOf, run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        sending = studio.queue.find("production_v1", {"productionId": production_id})
        assert sending is not None
        with pytest.raises(Later):
            run_production(studio, context_of(sending.id))
        with studio.unit_of_work() as work:  # as if its cancelling had not come that far
            work.productions.request_deletion(production_id)
            work.jobs.cancel(sending.id)
            job = work.jobs.add(
                DELETE_JOB, {"productionId": production_id, "userId": studio.user_id}
            )
        with pytest.raises(Later):
            run_deletion(studio, context_of(job.id))
        run_queue()
        assert outputs(studio) == []
        with pytest.raises(NotFound):
            get_production(studio, production_id)

    def test_a_crash_between_objects_and_rows_is_finished_by_the_next_run(
        self,
        studio: Studio,
        made: Callable[[], int],
        context_of: ContextOf,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        production_id = made()
        job = context_of(delete_production(studio, production_id))
        with monkeypatch.context() as broken:
            broken.setattr(studio.library, "run", _stop)
            with pytest.raises(KeyboardInterrupt):
                run_deletion(studio, job)
        assert outputs(studio) == []
        assert get_production(studio, production_id).production.deletion_requested_at is not None
        run_deletion(studio, job)
        run_deletion(studio, job)
        with pytest.raises(NotFound):
            get_production(studio, production_id)

    def test_a_store_that_refuses_keeps_the_row_that_knows_the_objects(
        self,
        studio: Studio,
        made: Callable[[], int],
        context_of: ContextOf,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        production_id = made()
        job = context_of(delete_production(studio, production_id))
        monkeypatch.setattr(studio.output_store, "delete_prefix", _refuse)
        with pytest.raises(StorageError):
            run_deletion(studio, job)
        assert get_production(studio, production_id).production.output_prefix

    @pytest.mark.parametrize("error", [StorageUnreachable, TranscoderUnreachable])
    def test_offline_it_waits(
        self,
        studio: Studio,
        made: Callable[[], int],
        context_of: ContextOf,
        monkeypatch: pytest.MonkeyPatch,
        error: type[Exception],
    ) -> None:
        job = context_of(delete_production(studio, made()))

        def offline(_prefix: str) -> int:
            raise error("Nothing answers.")

        monkeypatch.setattr(studio.output_store, "delete_prefix", offline)
        with pytest.raises(Later):
            run_deletion(studio, job)

    def test_a_stranger_deletes_nothing(
        self, studio: Studio, stranger: Studio, made: Callable[[], int]
    ) -> None:
        production_id = made()
        with pytest.raises(NotFound):
            delete_production(stranger, production_id)
        assert [row.production.id for row in list_productions(studio)] == [production_id]


class TestSources:
    def test_the_file_and_its_thumbnail_go_and_the_row_says_when(
        self, studio: Studio, upload: Upload, stored: Stored, run_queue: RunQueue
    ) -> None:
        upload_thumbnail(studio, upload.id)
        delete_upload(studio, upload.id)
        assert list_sources(studio) == []
        run_queue()
        assert stored() == []
        with studio.reading() as work:
            assert work.uploads.get(upload.id).source_deleted_at is not None

    def test_refused_while_a_timeline_shows_it_unless_forced(
        self, studio: Studio, project: Project, upload: Upload, run_queue: RunQueue
    ) -> None:
        with pytest.raises(MediaInUseError, match=r"“beach\.mp4” is used in Holiday"):
            delete_upload(studio, upload.id)
        assert [source.id for source in list_sources(studio)] == [upload.id]
        delete_upload(studio, upload.id, force=True)
        run_queue()
        with pytest.raises(ObjectNotFound):
            studio.media_store.head(upload.s3_key)

    def test_an_archived_timeline_does_not_count(
        self, studio: Studio, project: Project, upload: Upload
    ) -> None:
        archive_project(studio, project.id)
        delete_upload(studio, upload.id)
        assert list_sources(studio) == []

    def test_its_productions_stay_unless_they_are_to_go_with_it(
        self, studio: Studio, upload: Upload, made: Callable[[], int], run_queue: RunQueue
    ) -> None:
        production_id = made()
        delete_upload(studio, upload.id)
        run_queue()
        assert [row.production.id for row in list_productions(studio)] == [production_id]
        assert len(outputs(studio)) == 2

    def test_a_whole_upload_goes_with_everything_below_its_folder(
        self, studio: Studio, upload: Upload, made: Callable[[], int], run_queue: RunQueue
    ) -> None:
        made(), made()
        older_than_ulids = f"{date_of(upload.s3_key)}/{upload.asset_uuid}/portrait/old.ts"
        studio.output_store.put_bytes(older_than_ulids, b"G")
        delete_upload(studio, upload.id, with_productions=True)
        assert list_productions(studio) == []
        run_queue()
        assert outputs(studio) == []

    def test_a_stranger_deletes_nothing(
        self, stranger: Studio, studio: Studio, upload: Upload
    ) -> None:
        with pytest.raises(NotFound):
            delete_upload(stranger, upload.id)
        assert studio.media_store.head(upload.s3_key).size == upload.size_bytes


class TestExports:
    @pytest.fixture
    def exported(self, studio: Studio, project: Project, run_queue: RunQueue) -> list[Upload]:
        """Two exports of the project, oldest first."""
        start_export(studio, project.id, "First")
        start_export(studio, project.id, "Second")
        run_queue()
        return [row.upload for row in reversed(list_exports(studio))]

    def test_the_row_goes_and_the_one_before_is_the_project_s_last_again(
        self,
        studio: Studio,
        project: Project,
        exported: list[Upload],
        run_queue: RunQueue,
        stored: Stored,
    ) -> None:
        first, second = exported
        delete_upload(studio, second.id)
        with studio.reading() as work:
            found = work.projects.get(project.id)
            assert found.last_export_upload_id == first.id
            assert found.updated_at == project.updated_at
            job = work.jobs.get(found.last_export_job_id or 0)
            assert job.input_json["assetUuid"] == first.asset_uuid
        assert [row.upload.id for row in list_exports(studio)] == [first.id]
        run_queue()
        assert second.s3_key not in stored()
        with pytest.raises(NotFound), studio.reading() as work:
            work.uploads.get(second.id)
        delete_upload(studio, first.id)
        with studio.reading() as work:
            assert work.projects.get(project.id).last_export_upload_id is None

    def test_refused_with_what_was_made_of_it_unless_that_goes_too(
        self, studio: Studio, exported: list[Upload], run_queue: RunQueue
    ) -> None:
        export = exported[1]
        production_id = start_send(studio, export.id, name="Evening")
        ulid = get_production(studio, production_id).production.ulid
        with pytest.raises(HasProductionsError, match=rf"Evening \({ulid}\)"):
            delete_upload(studio, export.id)
        assert len(list_exports(studio)) == 2
        delete_upload(studio, export.id, with_productions=True)
        run_queue()
        assert list_productions(studio) == []
        assert len(list_exports(studio)) == 1
        with pytest.raises(NotFound), studio.reading() as work:
            work.uploads.get(export.id)


def _stop(*_arguments: object) -> None:
    raise KeyboardInterrupt


def _refuse(_prefix: str) -> int:
    raise StorageError("Access denied.")
