"""Productions: from a row to verified playlists, through crashes, cancels and failures."""

import dataclasses
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from media_factory import stamped_video, tone
from timeline_studio.errors import StudioError
from timeline_studio.jobs import JobCancelled, JobContext, JobView, Later, TransientError, Worker
from timeline_studio.library import LibraryError, NotFound, Upload
from timeline_studio.productions import (
    LOCAL_TRANSCODE,
    ProductionError,
    TranscoderUnreachable,
    TranscodeStatus,
    verify_outputs,
)
from timeline_studio.settings import resource
from timeline_studio.workflows import Studio
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.profiles import known_profiles
from timeline_studio.workflows.sends import (
    PRODUCTION_JOB,
    asset_of,
    cancel_production,
    default_profile,
    get_production,
    list_productions,
    outputs_of,
    retry_production,
    run_production,
    start_send,
)

Serve = Callable[[Studio, Callable[[], bool]], None]
RunQueue = Callable[[], None]
ContextOf = Callable[[int], JobContext]

_LEASE = timedelta(seconds=30)
UUID = "3f0c1c9e-1d7e-4a52-9b1a-0d1f8a6f0001"


class TranscoderDouble:
    """Passes on to the studio's own transcoder; a test overrides what it is about."""

    def __init__(self, studio: Studio) -> None:
        self._real = studio.transcoder
        self.poll_seconds = self._real.poll_seconds

    def submit(self, settings: dict[str, Any], *, token: str, metadata: dict[str, str]) -> str:
        return self._real.submit(settings, token=token, metadata=metadata)

    def status(self, job_id: str) -> TranscodeStatus:
        return self._real.status(job_id)

    def cancel(self, job_id: str) -> None:
        self._real.cancel(job_id)

    def find(self, *, metadata: dict[str, str], **shorter: Any) -> str | None:
        return self._real.find(metadata=metadata, **shorter)


@pytest.fixture
def step(studio: Studio, context_of: ContextOf) -> Callable[..., None]:
    """One run of the production's job, as a worker would make it."""

    def run(production_id: int, with_studio: Studio = studio) -> None:
        job = studio.queue.find(PRODUCTION_JOB, {"productionId": production_id})
        assert job is not None
        run_production(with_studio, context_of(job.id))

    return run


def transcodes(studio: Studio) -> list[JobView]:
    return studio.queue.list(types=[LOCAL_TRANSCODE])


def outputs(studio: Studio) -> list[str]:
    """What was stored for any production; the watch page's own parts are everyone's."""
    return [f.key for f in studio.output_store.list() if not f.key.startswith("watch/")]


class TestStart:
    @pytest.fixture
    def studio(self, either_studio: Studio) -> Studio:
        return either_studio

    def test_makes_a_queued_row_with_a_ulid(self, studio: Studio, upload: Upload) -> None:
        row = get_production(studio, start_send(studio, upload.id, name="  Beach "))
        assert (row.production.status, row.production.name) == ("queued", "Beach")
        assert len(row.production.ulid) == 26
        assert row.production.output_prefix is None
        assert (row.upload.id, row.percent) == (upload.id, None)

    def test_the_profile_follows_the_picture(
        self, studio: Studio, upload: Upload, tmp_path: Path
    ) -> None:
        phone = stamped_video(tmp_path / "phone.mp4", frames=3, size=(90, 160))
        upright = import_media(studio, [phone])[0]
        chosen = [
            (get_production(studio, start_send(studio, each.id)).production.config or {})["profile"]
            for each in (upload, upright)
        ]
        assert chosen == ["hls-landscape", "hls-portrait"]
        assert set(chosen) <= {row.name for row in known_profiles(studio)}
        assert default_profile(Upload(orientation=None)) == "hls-landscape"

    def test_a_profile_that_is_not_there_is_named(self, studio: Studio, upload: Upload) -> None:
        with pytest.raises(ProductionError, match=r"“hls-cinema”.*hls-landscape"):
            start_send(studio, upload.id, profile="hls-cinema")
        assert list_productions(studio) == []
        assert studio.queue.list() == []

    def test_only_video_can_be_sent(self, studio: Studio, tmp_path: Path) -> None:
        music = import_media(studio, [tone(tmp_path / "music.wav")])[0]
        with pytest.raises(ProductionError, match=r"“music\.wav” is no video"):
            start_send(studio, music.id)
        assert list_productions(studio) == []

    def test_a_file_that_is_gone_is_refused_at_once(self, studio: Studio, upload: Upload) -> None:
        studio.media_store.delete(upload.s3_key)
        with pytest.raises(ProductionError, match=r"“beach\.mp4” is missing"):
            start_send(studio, upload.id)
        assert list_productions(studio) == []

    def test_strangers_send_nothing(self, stranger: Studio, upload: Upload) -> None:
        with pytest.raises(NotFound):
            start_send(stranger, upload.id)


class TestCompletion:
    def test_ends_with_verified_outputs_in_its_own_folder(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        run_queue()
        row = get_production(studio, production_id)
        production = row.production
        assert (production.status, row.percent) == ("completed", 100)
        assert production.error_message is None
        assert production.started_at is not None
        assert production.completed_at is not None
        _, day = asset_of(upload)
        assert production.output_prefix == f"{day}/{upload.asset_uuid}/{production.ulid}/"
        found = outputs_of(studio, production)
        assert found.playlists == [f"{production.output_prefix}landscape/video.m3u8"]
        assert found.posters == [f"{production.output_prefix}landscape/video_poster.0000000.jpg"]
        assert (production.config or {})["settings"]["Inputs"][0]["FileInput"] == (
            studio.media_store.uri(upload.s3_key)
        )

    def test_two_of_one_upload_never_meet(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        ids = [start_send(studio, upload.id) for _ in range(2)]
        run_queue()
        first, second = (get_production(studio, each).production for each in ids)
        assert first.ulid < second.ulid
        assert first.output_prefix != second.output_prefix
        for production in (first, second):
            assert production.status == "completed"
            verify_outputs(studio.output_store, production.output_prefix or "")

    def test_while_it_runs_its_progress_is_told(
        self, studio: Studio, upload: Upload, step: Callable[..., None]
    ) -> None:
        production_id = start_send(studio, upload.id)
        with pytest.raises(Later):
            step(production_id)
        row = get_production(studio, production_id)
        assert (row.production.status, row.percent) == ("processing", 0)
        assert row.production.mediaconvert_job_id == str(transcodes(studio)[0].id)

    def test_run_once_more_it_stays_as_it_is(
        self, studio: Studio, upload: Upload, run_queue: RunQueue, step: Callable[..., None]
    ) -> None:
        production_id = start_send(studio, upload.id)
        run_queue()
        before = get_production(studio, production_id).production.completed_at
        step(production_id)
        assert get_production(studio, production_id).production.completed_at == before
        assert len(transcodes(studio)) == 1

    def test_retry_is_a_new_production_of_the_same(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        first_id = start_send(studio, upload.id, profile="hls-both-small", name="Beach")
        cancel_production(studio, first_id)
        second_id = retry_production(studio, first_id)
        run_queue()
        first = get_production(studio, first_id).production
        second = get_production(studio, second_id).production
        assert (first.status, second.status) == ("failed", "completed")
        assert first.ulid != second.ulid
        assert second.name == "Beach"
        assert (second.config or {})["profile"] == "hls-both-small"
        assert len(outputs_of(studio, second).playlists) == 2


class TestCrashes:
    def test_a_submit_whose_answer_was_lost_is_adopted(
        self, studio: Studio, upload: Upload, step: Callable[..., None], run_queue: RunQueue
    ) -> None:
        class Crash(BaseException):
            pass

        class CrashingAfterSubmit(TranscoderDouble):
            def submit(self, *args: Any, **options: Any) -> str:
                super().submit(*args, **options)
                raise Crash

        production_id = start_send(studio, upload.id)
        crashing = dataclasses.replace(studio, transcoder=CrashingAfterSubmit(studio))
        with pytest.raises(Crash):
            step(production_id, crashing)
        (submitted,) = transcodes(studio)
        assert get_production(studio, production_id).production.mediaconvert_job_id is None
        run_queue()
        production = get_production(studio, production_id).production
        assert production.status == "completed"
        assert production.mediaconvert_job_id == str(submitted.id)
        assert [job.id for job in transcodes(studio)] == [submitted.id]

    @pytest.mark.parametrize(
        "trouble",
        [TransientError("MediaConvert does not answer."), LibraryError("The library is busy.")],
    )
    def test_what_passes_by_itself_fails_nothing(
        self,
        studio: Studio,
        upload: Upload,
        step: Callable[..., None],
        run_queue: RunQueue,
        trouble: StudioError,
    ) -> None:
        class Unreachable(TranscoderDouble):
            def find(self, *, metadata: dict[str, str], **shorter: Any) -> str | None:
                raise trouble

        production_id = start_send(studio, upload.id)
        with pytest.raises(type(trouble)):
            step(production_id, dataclasses.replace(studio, transcoder=Unreachable(studio)))
        assert get_production(studio, production_id).production.status == "queued"
        run_queue()
        assert get_production(studio, production_id).production.status == "completed"

    def test_it_waits_while_the_transcoder_is_out_of_reach(
        self, studio: Studio, upload: Upload, step: Callable[..., None], run_queue: RunQueue
    ) -> None:
        class Offline(TranscoderDouble):
            def find(self, *, metadata: dict[str, str], **shorter: Any) -> str | None:
                raise TranscoderUnreachable("MediaConvert cannot be reached.")

        production_id = start_send(studio, upload.id)
        with pytest.raises(Later):
            step(production_id, dataclasses.replace(studio, transcoder=Offline(studio)))
        assert get_production(studio, production_id).production.status == "queued"
        run_queue()
        assert get_production(studio, production_id).production.status == "completed"


class TestCancel:
    @pytest.fixture
    def studio(self, either_studio: Studio) -> Studio:
        return either_studio

    def test_before_any_worker_took_it(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        cancel_production(studio, production_id)
        run_queue()
        production = get_production(studio, production_id).production
        assert (production.status, production.error_message) == ("failed", "Cancelled.")
        assert transcodes(studio) == []

    def test_while_the_transcode_waits(
        self, studio: Studio, upload: Upload, step: Callable[..., None], run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        with pytest.raises(Later):
            step(production_id)
        cancel_production(studio, production_id)
        run_queue()
        self._is_cancelled_without_outputs(studio, production_id)

    def test_while_it_transcodes(self, studio: Studio, serve: Serve) -> None:
        upload = import_media(studio, [resource("sample/bigbuckbunny.mp4")])[0]  # takes seconds
        production_id = start_send(studio, upload.id)

        def cancel_in_the_middle() -> bool:
            if any(job.stage == "TRANSCODING" for job in transcodes(studio)):
                cancel_production(studio, production_id)
            return not studio.queue.list(statuses=["pending", "processing"])

        serve(studio, cancel_in_the_middle)
        self._is_cancelled_without_outputs(studio, production_id)

    def test_while_it_is_submitted(
        self, studio: Studio, upload: Upload, step: Callable[..., None], run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)

        class CancelledMeanwhile(TranscoderDouble):
            def submit(self, *args: Any, **options: Any) -> str:
                cancel_production(studio, production_id)
                return super().submit(*args, **options)

        with pytest.raises(JobCancelled):
            step(production_id, dataclasses.replace(studio, transcoder=CancelledMeanwhile(studio)))
        run_queue()
        self._is_cancelled_without_outputs(studio, production_id)

    def test_after_its_last_segment(
        self, studio: Studio, upload: Upload, step: Callable[..., None], run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        with pytest.raises(Later):
            step(production_id)
        Worker(studio.library, studio.user_id, lanes(studio)[0]).run_once()
        assert outputs(studio) != []
        cancel_production(studio, production_id)
        run_queue()
        production = get_production(studio, production_id).production
        assert (production.status, production.error_message) == ("failed", "Cancelled.")
        assert outputs(studio) == []

    def test_while_its_last_segment_is_stored(
        self,
        studio: Studio,
        upload: Upload,
        step: Callable[..., None],
        run_queue: RunQueue,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        production_id = start_send(studio, upload.id)
        with pytest.raises(Later):
            step(production_id)
        put_file = studio.output_store.put_file

        def cancel_meanwhile(*args: Any, **options: Any) -> Any:
            cancel_production(studio, production_id)
            return put_file(*args, **options)

        monkeypatch.setattr(studio.output_store, "put_file", cancel_meanwhile)
        Worker(studio.library, studio.user_id, lanes(studio)[0]).run_once()
        monkeypatch.undo()
        run_queue()
        production = get_production(studio, production_id).production
        assert (production.status, production.error_message) == ("failed", "Cancelled.")
        assert outputs(studio) == []

    def test_while_its_outputs_are_verified(
        self,
        studio: Studio,
        upload: Upload,
        run_queue: RunQueue,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        production_id = start_send(studio, upload.id)
        store = studio.output_store
        listing = store.list

        def cancel_meanwhile(prefix: str = "") -> Any:
            cancel_production(studio, production_id)
            return listing(prefix)

        monkeypatch.setattr(store, "list", cancel_meanwhile)
        run_queue()
        monkeypatch.undo()
        assert outputs(studio) == []
        production = get_production(studio, production_id).production
        assert (production.status, production.error_message) == ("failed", "Cancelled.")

    def test_a_completed_one_stays_completed(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        run_queue()
        cancel_production(studio, production_id)
        assert get_production(studio, production_id).production.status == "completed"

    def test_a_stranger_cancels_nothing(
        self, stranger: Studio, studio: Studio, upload: Upload
    ) -> None:
        production_id = start_send(studio, upload.id)
        for refused in (cancel_production, retry_production, get_production):
            with pytest.raises(NotFound):
                refused(stranger, production_id)
        assert list_productions(stranger) == []
        assert get_production(studio, production_id).production.status == "queued"

    @staticmethod
    def _is_cancelled_without_outputs(studio: Studio, production_id: int) -> None:
        production = get_production(studio, production_id).production
        assert (production.status, production.error_message) == ("failed", "Cancelled.")
        assert outputs(studio) == []
        assert [job.error_code for job in transcodes(studio)] == ["cancelled"]


class TestFailure:
    def test_settings_that_nobody_takes_are_named(
        self, studio: Studio, upload: Upload, tmp_path: Path, run_queue: RunQueue
    ) -> None:
        profiles = tmp_path / "profiles"
        profiles.mkdir()
        odd = dataclasses.replace(studio, profiles=profiles)
        settings = {"Settings": {"OutputGroups": [{"Name": "x", "Sparkle": True}]}}
        (profiles / "odd.json").write_text(json.dumps(settings))
        production_id = start_send(odd, upload.id, profile="odd")
        job = studio.queue.find(PRODUCTION_JOB, {"productionId": production_id})
        assert job is not None
        with pytest.raises(ProductionError, match="Sparkle"):
            run_production(odd, JobContext(job.id, job.input, 1))
        production = get_production(studio, production_id).production
        assert production.status == "failed"
        assert "Sparkle" in (production.error_message or "")
        assert transcodes(studio) == []

    def test_footage_that_vanished_meanwhile_is_named(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        studio.media_store.delete(upload.s3_key)
        run_queue()
        production = get_production(studio, production_id).production
        assert production.status == "failed"
        assert upload.s3_key in (production.error_message or "")
        assert outputs(studio) == []

    def test_outputs_that_are_not_whole_are_named(
        self, studio: Studio, upload: Upload, step: Callable[..., None], run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)

        with pytest.raises(Later):
            step(production_id)
        Worker(studio.library, studio.user_id, lanes(studio)[0]).run_once()
        (segment,) = [key for key in outputs(studio) if key.endswith(".ts")]
        studio.output_store.delete(segment)
        run_queue()
        production = get_production(studio, production_id).production
        assert production.status == "failed"
        assert "_00001.ts is missing" in (production.error_message or "")

    def test_a_transcode_that_somebody_cancelled(
        self, studio: Studio, upload: Upload, step: Callable[..., None], run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        with pytest.raises(Later):
            step(production_id)
        studio.queue.cancel(transcodes(studio)[0].id)
        run_queue()
        production = get_production(studio, production_id).production
        assert (production.status, production.error_message) == (
            "failed",
            "The transcoding was cancelled. Retry the production.",
        )

    def test_a_transcoder_that_forgot_the_job_hides_no_row(
        self, studio: Studio, upload: Upload, step: Callable[..., None]
    ) -> None:
        production_id = start_send(studio, upload.id)
        with pytest.raises(Later):
            step(production_id)
        with studio.unit_of_work() as uow:
            uow.productions.update(production_id, mediaconvert_job_id="4711")
        (row,) = list_productions(studio)
        assert (row.production.status, row.percent) == ("processing", 0)
        with pytest.raises(ProductionError, match="no job 4711"):
            step(production_id)
        assert get_production(studio, production_id).production.status == "failed"

    def test_there_are_no_outputs_before_there_are(self, studio: Studio, upload: Upload) -> None:
        production = get_production(studio, start_send(studio, upload.id)).production
        with pytest.raises(ProductionError, match="no outputs yet"):
            outputs_of(studio, production)


class TestLegacyKeys:
    """Rows of the web application: their key, or else the row itself, says whose outputs."""

    @pytest.fixture
    def sent(self, studio: Studio, upload: Upload, run_queue: RunQueue) -> Callable[..., Any]:
        def send(key: str, **columns: object) -> Any:
            studio.media_store.put_file(key, studio.media_store.fetch(upload.s3_key))
            with studio.unit_of_work() as uow:
                legacy = uow.uploads.add(
                    kind="video",
                    s3_bucket=studio.media_store.bucket,
                    s3_key=key,
                    original_filename="old.mp4",
                    **columns,
                )
            production_id = start_send(studio, legacy.id)
            run_queue()
            return get_production(studio, production_id).production

        return send

    def test_a_key_without_its_folder(self, sent: Callable[..., Any]) -> None:
        production = sent(f"2024-02/29/{UUID}/video.mp4")
        assert production.status == "completed"
        assert production.output_prefix == f"2024-02/29/{UUID}/{production.ulid}/"

    @pytest.mark.parametrize("date", ["2024-02-29", "2024-02/29"])
    def test_a_key_that_says_nothing_leaves_it_to_the_row(
        self, sent: Callable[..., Any], date: str
    ) -> None:
        production = sent("legacy/old.mp4", asset_uuid=UUID, date_ymd=date)
        assert production.status == "completed"
        assert production.output_prefix == f"2024-02/29/{UUID}/{production.ulid}/"

    def test_without_a_date_the_row_s_own_age_counts(self, sent: Callable[..., Any]) -> None:
        production = sent("legacy/old.mp4", asset_uuid=UUID)
        created = production.created_at
        assert production.output_prefix.startswith(f"{created:%Y-%m/%d}/{UUID}/")

    def test_without_any_asset_id_it_fails_and_says_so(self, sent: Callable[..., Any]) -> None:
        production = sent("legacy/old.mp4")
        assert production.status == "failed"
        assert "legacy/old.mp4" in production.error_message
        assert "Import the file again" in production.error_message


class TestListing:
    @pytest.fixture
    def studio(self, either_studio: Studio) -> Studio:
        return either_studio

    @pytest.mark.parametrize("through", [get_production, None], ids=["one", "the list"])
    def test_one_whose_job_was_given_up_has_failed(
        self,
        studio: Studio,
        upload: Upload,
        through: Callable[[Studio, int], object] | None,
    ) -> None:
        production_id = start_send(studio, upload.id)
        job = studio.queue.find(PRODUCTION_JOB, {"productionId": production_id})
        assert job is not None
        with studio.unit_of_work() as uow:
            claimed = uow.jobs.claim([PRODUCTION_JOB], "worker", lease=_LEASE)
            assert claimed is not None
            uow.jobs.fail(job.id, "worker", "MemoryError", "Internal error", retry=False)
        row = get_production(studio, production_id) if through else list_productions(studio)[0]
        assert (row.production.status, row.production.error_message) == ("failed", "Internal error")

    def test_one_that_the_web_application_makes_is_shown_and_left_to_it(
        self, studio: Studio, upload: Upload
    ) -> None:
        with studio.unit_of_work() as uow:
            production = uow.productions.add(upload.id)
            uow.productions.update(production.id, status="processing", mediaconvert_job_id="w-1")
        (row,) = list_productions(studio)
        assert (row.production.status, row.percent, row.stage) == ("processing", None, None)
        assert get_production(studio, production.id).production.status == "processing"

    def test_newest_first_by_page_and_name(self, studio: Studio, upload: Upload) -> None:
        first = start_send(studio, upload.id, name="First")
        second = start_send(studio, upload.id, name="Second")

        def ids(**options: Any) -> list[int]:
            return [row.production.id for row in list_productions(studio, **options)]

        assert ids() == [second, first]
        assert ids(limit=1) == [second]
        assert ids(before_id=second) == [first]
        assert ids(search="fir") == [first]
