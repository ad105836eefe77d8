"""The outbox: what it says of each stage, and what pause, cancel and retry do to it."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta

import pytest

from timeline_studio.jobs import Worker
from timeline_studio.library import NotFound, Project, Upload
from timeline_studio.productions import LOCAL_TRANSCODE
from timeline_studio.workflows import Studio
from timeline_studio.workflows.export_presets import ExportPreset
from timeline_studio.workflows.exports import EXPORT_JOB, Making, list_exports, start_export
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.outbox import (
    OutboxEntry,
    Rates,
    cancel_entry,
    list_outbox,
    move_entry,
    pause_entry,
    resume_entry,
    retry_entry,
)
from timeline_studio.workflows.publications import add_space, list_publications
from timeline_studio.workflows.sends import (
    PRODUCTION_JOB,
    get_production,
    list_productions,
    send_timeline,
    start_send,
)

RunQueue = Callable[[], None]


@pytest.fixture
def heavy(studio: Studio) -> Callable[[], bool]:
    """One encode."""
    return Worker(studio.library, studio.user_id, lanes(studio)[0]).run_once


@pytest.fixture
def quick(studio: Studio) -> Callable[[], bool]:
    """One step that only looks."""
    return Worker(studio.library, studio.user_id, lanes(studio)[1]).run_once


def only_entry(studio: Studio) -> OutboxEntry:
    (entry,) = list_outbox(studio)
    return entry


def spoil(studio: Studio, job_type: str, code: str = "ProductionError") -> None:
    """Let the next job of this type fail for good."""
    with studio.unit_of_work() as work:
        job = work.jobs.claim([job_type], "worker", timedelta(seconds=30))
        assert job is not None
        work.jobs.fail(job.id, "worker", code, "It is broken.", retry=False)


class TestStages:
    def test_a_send_goes_through_its_stages(
        self,
        studio: Studio,
        project: Project,
        heavy: Callable[[], bool],
        quick: Callable[[], bool],
        run_queue: RunQueue,
    ) -> None:
        seen = []

        def look() -> None:
            entry = only_entry(studio)
            seen.append((entry.kind, entry.name, entry.stage, entry.state))

        send_timeline(studio, project.id)
        look()
        assert heavy()
        look()
        assert quick()
        look()
        run_queue()
        assert list_outbox(studio) == []
        assert seen == [
            ("send", "Holiday", "rendered", "queued"),
            ("send", "Holiday", "submitted", "queued"),
            ("send", "Holiday", "transcoding", "running"),
        ]

    def test_they_are_listed_in_order(
        self, studio: Studio, project: Project, upload: Upload
    ) -> None:
        start_export(studio, project.id, "First")
        start_send(studio, upload.id, name="Second")

        assert [(entry.kind, entry.name) for entry in list_outbox(studio)] == [
            ("export", "First"),
            ("send", "Second"),
        ]

    def test_of_many_the_ones_that_are_worked_on_are_listed(
        self, studio: Studio, upload: Upload
    ) -> None:
        ids = [start_send(studio, upload.id) for _ in range(3)]
        shown = list_outbox(studio, limit=2)
        assert [entry.production_id for entry in shown] == ids[:2]

    def test_strangers_see_nothing_of_a_send(
        self, studio: Studio, stranger: Studio, upload: Upload
    ) -> None:
        start_send(studio, upload.id)
        assert list_outbox(stranger) == []


class TestTimeline:
    def test_it_is_rendered_transcoded_and_published_by_itself(
        self, studio: Studio, project: Project, run_queue: RunQueue
    ) -> None:
        space = add_space(studio, "Family")
        started = send_timeline(studio, project.id, publish_to=[space.id])
        assert started.production_id is None
        run_queue()
        (export,) = list_exports(studio)
        (row,) = list_productions(studio)
        assert row.production.status == "completed"
        assert row.upload.id == export.upload.id
        (publication,) = list_publications(studio)
        assert publication.production is not None
        assert publication.production.id == row.production.id
        result = studio.queue.get(started.job_id).result or {}
        assert result["productionId"] == row.production.id

    def test_an_unchanged_export_is_taken_again(
        self, studio: Studio, project: Project, run_queue: RunQueue
    ) -> None:
        start_export(studio, project.id)
        run_queue()
        started = send_timeline(studio, project.id)
        assert started.is_reused
        run_queue()
        assert len(list_exports(studio)) == 1
        assert get_production(studio, started.production_id or 0).production.status == "completed"

    def test_an_export_that_runs_is_waited_for(
        self, studio: Studio, project: Project, run_queue: RunQueue
    ) -> None:
        job_id = start_export(studio, project.id)
        assert send_timeline(studio, project.id).job_id == job_id
        assert send_timeline(studio, project.id).job_id == job_id  # pressed twice
        run_queue()
        assert len(list_exports(studio)) == 1
        assert len(list_productions(studio)) == 1

    def test_an_export_whose_file_is_gone_is_made_again(
        self, studio: Studio, project: Project, run_queue: RunQueue
    ) -> None:
        start_export(studio, project.id)
        run_queue()
        (first,) = list_exports(studio)
        studio.media_store.delete(first.upload.s3_key)
        assert not send_timeline(studio, project.id).is_reused

    def test_what_was_rendered_before_a_crash_is_not_rendered_again(
        self, studio: Studio, project: Project, monkeypatch: pytest.MonkeyPatch, run_queue: RunQueue
    ) -> None:
        class Crash(BaseException):
            pass

        put_file = studio.media_store.put_file

        def die_after(*args: object, **options: object) -> None:
            put_file(*args, **options)  # type: ignore[arg-type]
            raise Crash

        job_id = send_timeline(studio, project.id).job_id
        with monkeypatch.context() as patched:
            patched.setattr(studio.media_store, "put_file", die_after)
            with pytest.raises(Crash):
                Worker(studio.library, studio.user_id, lanes(studio)[0]).run_once()

        def refuse(*_args: object, **_options: object) -> None:
            raise AssertionError("rendered twice")

        monkeypatch.setattr("timeline_studio.workflows.exports.export_timeline", refuse)
        run_queue()
        assert studio.queue.get(job_id).status == "completed"
        assert [row.production.status for row in list_productions(studio)] == ["completed"]
        assert len(list_exports(studio)) == 1


class TestPause:
    def test_it_rests_over_a_restart_while_others_go_on(
        self, studio: Studio, upload: Upload, run_queue: RunQueue, quick: Callable[[], bool]
    ) -> None:
        resting = start_send(studio, upload.id, name="Resting")
        other = start_send(studio, upload.id, name="Other")
        assert quick()
        entry = list_outbox(studio)[0]
        assert entry.stage == "transcoding"
        pause_entry(studio, entry)
        assert list_outbox(studio)[0].state == "paused"

        def serve_until_other() -> None:
            lane_workers = [Worker(studio.library, studio.user_id, lane) for lane in lanes(studio)]
            while get_production(studio, other).production.status != "completed":
                for worker in lane_workers:
                    worker.run_once()

        serve_until_other()
        assert get_production(studio, resting).production.status == "processing"
        assert studio.queue.list(types=[LOCAL_TRANSCODE], statuses=["pending"])
        resume_entry(studio, list_outbox(studio)[0])
        run_queue()
        assert get_production(studio, resting).production.status == "completed"
        assert len(studio.queue.list(types=[LOCAL_TRANSCODE])) == 2

    def test_a_running_render_stops_and_begins_again(
        self, studio: Studio, project: Project, run_queue: RunQueue
    ) -> None:
        job_id = start_export(studio, project.id)
        with studio.unit_of_work() as work:
            assert work.jobs.claim([EXPORT_JOB], "worker", timedelta(seconds=30))
        pause_entry(studio, only_entry(studio))
        view = studio.queue.get(job_id)
        assert (view.status, view.is_paused, view.attempts) == ("pending", True, 0)
        with studio.reading() as work:
            assert not work.jobs.is_held(job_id, "worker")
        resume_entry(studio, only_entry(studio))
        run_queue()
        assert len(list_exports(studio)) == 1


class TestCancelAndRetry:
    def test_a_cancelled_send_is_off_the_list(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        production_id = start_send(studio, upload.id)
        cancel_entry(studio, only_entry(studio))
        run_queue()
        assert list_outbox(studio) == []
        assert get_production(studio, production_id).production.status == "failed"

    def test_a_failed_render_is_retried_with_what_was_to_follow(
        self, studio: Studio, project: Project, run_queue: RunQueue
    ) -> None:
        started = send_timeline(studio, project.id)
        spoil(studio, EXPORT_JOB, "RenderError")
        entry = only_entry(studio)
        assert (entry.stage, entry.state, entry.error) == ("rendered", "failed", "It is broken.")
        assert entry.advice == "Retry renders it again."
        assert retry_entry(studio, entry) == started.job_id
        run_queue()
        assert [row.production.status for row in list_productions(studio)] == ["completed"]
        assert list_outbox(studio) == []

    def test_a_failed_production_is_retried_as_a_new_one(
        self, studio: Studio, upload: Upload, run_queue: RunQueue
    ) -> None:
        space = add_space(studio, "Family")
        first = start_send(studio, upload.id, publish_to=[space.id])
        spoil(studio, PRODUCTION_JOB)
        list_productions(studio)  # which notices that its job was given up
        entry = only_entry(studio)
        retry_entry(studio, entry)
        retry_entry(studio, entry)  # pressed twice
        run_queue()
        second, failed = list_productions(studio)
        assert (failed.production.id, failed.production.status) == (first, "failed")
        assert second.production.status == "completed"
        assert len(list_publications(studio)) == 1
        assert list_outbox(studio) == []

    def test_where_only_the_publishing_failed_only_that_is_retried(
        self, studio: Studio, upload: Upload, run_queue: RunQueue, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        space = add_space(studio, "Family")
        production_id = start_send(studio, upload.id, publish_to=[space.id])

        def refuse(*_args: object) -> None:
            raise NotFound("There is no space.")

        with monkeypatch.context() as patched:
            patched.setattr("timeline_studio.workflows.sends.stepping.publish", refuse)
            run_queue()
        entry = only_entry(studio)
        assert (entry.stage, entry.state) == ("published", "failed")
        assert get_production(studio, production_id).production.status == "completed"
        retry_entry(studio, entry)
        run_queue()
        assert len(list_productions(studio)) == 1
        assert len(list_publications(studio)) == 1

    def test_a_failure_that_was_seen_is_off_the_list(
        self, studio: Studio, project: Project
    ) -> None:
        start_export(studio, project.id)
        spoil(studio, EXPORT_JOB, "RenderError")
        cancel_entry(studio, only_entry(studio))
        assert list_outbox(studio) == []


class TestTimeLeft:
    def test_it_is_told_by_how_fast_it_went_since_it_was_seen(self) -> None:
        now = [100.0]
        rates = Rates(lambda: now[0])
        assert rates.seconds_left(1, 50) is None
        now[0] += 10
        assert rates.seconds_left(1, 60) == pytest.approx(40)
        assert rates.seconds_left(1, 10) is None, "it began anew"
        rates.forget(1)
        assert rates.seconds_left(1, 90) is None

    def test_an_entry_tells_it(self, studio: Studio, project: Project) -> None:
        job_id = start_export(studio, project.id)
        now = [0.0]
        rates = Rates(lambda: now[0])

        def beat(percent: int) -> OutboxEntry:
            with studio.unit_of_work() as work:
                work.jobs.heartbeat(job_id, "worker", percent, "rendering", "")
            (entry,) = list_outbox(studio, rates=rates)
            return entry

        with studio.unit_of_work() as work:
            assert work.jobs.claim([EXPORT_JOB], "worker", timedelta(seconds=30))
        assert beat(0).seconds_left is None
        now[0] = 5.0
        entry = beat(25)
        assert (entry.state, entry.percent) == ("running", 25)
        assert entry.seconds_left == pytest.approx(15)
        assert dataclasses.replace(entry, kind="upload").can_cancel is False


class TestTurns:
    def test_renders_are_taken_up_in_the_order_that_was_chosen(
        self, studio: Studio, project: Project, heavy: Callable[[], bool]
    ) -> None:
        making = [Making(ExportPreset(name=name, crf=51)) for name in ("A", "B", "C")]
        jobs = [start_export(studio, project.id, making=each) for each in making]
        assert [entry.place for entry in list_outbox(studio)] == [1, 2, 3]
        move_entry(studio, list_outbox(studio)[2], -1)
        move_entry(studio, list_outbox(studio)[0], 5)
        assert [entry.id for entry in list_outbox(studio)] == [jobs[2], jobs[1], jobs[0]]
        pause_entry(studio, list_outbox(studio)[0])
        entries = {entry.id: entry for entry in list_outbox(studio)}
        assert (entries[jobs[2]].place, entries[jobs[1]].place) == (None, 1)
        heavy()
        assert studio.queue.get(jobs[1]).status == "completed"
        assert studio.queue.get(jobs[0]).status == "pending"

    def test_one_that_runs_by_now_keeps_its_turn(self, studio: Studio, project: Project) -> None:
        job_id = start_export(studio, project.id)
        entry = only_entry(studio)
        studio.queue.cancel(job_id)
        move_entry(studio, entry, -1)
        assert studio.queue.get(job_id).priority == 0
