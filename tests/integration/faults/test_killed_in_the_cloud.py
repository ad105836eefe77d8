"""SIGKILL at every lasting moment with MariaDB, S3 and MediaConvert: one of each in the end.

One library and one home stay in use all along, as a computer's that is switched off again and
again: so all rows are compared with all objects at last.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec

from fault_tasks import PART_BYTES, make_footage, make_timeline, with_captions
from faults import Computer, Forks, Happened, Moment, Task
from media_factory import noise_video
from mediaconvert_server import MediaConvertServer
from rows_and_objects import Differences, differences
from s3_server import BUCKET, OUTPUT_BUCKET, S3Server
from timeline_studio.workflows import Studio
from timeline_studio.workflows.deletions import delete_production, delete_upload
from timeline_studio.workflows.export_presets import ExportPreset
from timeline_studio.workflows.exports import Making, list_exports, start_export
from timeline_studio.workflows.media import import_media, list_sources
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.publications import add_space, list_publications
from timeline_studio.workflows.sends import list_productions, send_timeline

WHOLE = Differences()
SENDING = "request PUT /media/renders/#/#/#/#?partNumber&uploadId"
RECORDING = "INSERT media_jobs, INSERT uploads"
SENT_EARLY = [Moment(f"after {SENDING}", 1), Moment(f"before {SENDING}", 3)]


def open_uploads(s3: S3Server) -> list[str]:
    return [
        upload["Key"]
        for bucket in (BUCKET, OUTPUT_BUCKET)
        for upload in s3.client.list_multipart_uploads(Bucket=bucket).get("Uploads", [])
    ]


def kill_at_each_of(
    forks: Forks, task: Task, begin: Callable[[str], None], check: Callable[[Moment], None]
) -> int:
    """Begin something, kill the worker at one moment, let the next one finish; the number of
    moments."""
    begin("undisturbed")
    moments = forks.moments(task)
    for moment in moments:
        begin(" ".join(map(str, moment)))
        forks.kill_at(task, moment)
        forks.finish(task)
        check(moment)
    return len(moments)


def test_sends_and_their_deletion(
    forks: Forks,
    footage: Path,
    computer: Computer,
    cloud_studio: Studio,
    empty_s3: S3Server,
    mediaconvert: MediaConvertServer,
) -> None:
    """Rendered, uploaded, submitted, transcoded, verified and published once each, then deleted
    without a rest."""
    studio, drain = cloud_studio, computer.task("drain")
    (source,) = import_media(studio, [footage])
    space = add_space(studio, "Films")
    timeline = with_captions(make_timeline(studio, source.id))

    def begin(name: str) -> None:
        project = create_project(studio, name, timeline)
        send_timeline(studio, project.id, publish_to=[space.id])

    def is_sent(moment: Moment) -> None:
        production = list_productions(studio)[0].production
        assert production.status == "completed", (moment, production.error_message)
        assert len(mediaconvert.jobs_of(production_ulid=production.ulid)) == 1, moment
        made = len(list_productions(studio))
        assert (len(list_exports(studio)), len(list_publications(studio))) == (made, made), moment

    begin("the first, which puts the pages' scripts")
    forks.finish(drain)
    assert kill_at_each_of(forks, drain, begin, is_sent) >= 20
    assert len(mediaconvert.jobs) == len(list_productions(studio))
    assert differences(studio) == WHOLE

    def ask(_name: str) -> None:
        delete_production(studio, list_productions(studio)[0].production.id)

    left = len(list_productions(studio))

    def is_gone(moment: Moment) -> None:
        nonlocal left
        left -= 1
        assert len(list_productions(studio)) == left - 1, moment

    assert kill_at_each_of(forks, drain, ask, is_gone) >= 6
    assert differences(studio) == WHOLE
    assert open_uploads(empty_s3) == []


def parts_in(happened: list[Happened]) -> list[str]:
    """Numbers of the parts that arrived, in order; the last moment killed its process, which did
    not get to know what came of it."""
    return [
        parse_qs(urlsplit(each.about).query)["partNumber"][0]
        for each in happened
        if each.name.startswith("after request PUT") and "partNumber=" in each.about
    ]


def test_footage_in_parts(
    forks: Forks,
    tmp_path: Path,
    computer: Computer,
    cloud_studio: Studio,
    empty_s3: S3Server,
) -> None:
    """Taken up where it was stopped: no part that is known to have arrived is sent again."""
    studio, drain = cloud_studio, computer.task("drain")
    long = make_footage(tmp_path / "long.mp4", padding=2 * PART_BYTES)

    import_media(studio, [long])
    moments = forks.moments(drain)
    for moment in moments:
        import_media(studio, [long])
        before = forks.kill_at(drain, moment)
        after = forks.finish(drain)

        known = parts_in(before[:-1])
        assert sorted(known + parts_in(after)) == ["1", "2", "3"], moment
        assert open_uploads(empty_s3) == [], moment
        assert differences(studio) == WHOLE, moment
    assert len(moments) >= 15
    assert len(list_sources(studio)) == 1 + len(moments)


def test_a_master_that_is_sent_while_it_is_rendered(
    forks: Forks,
    tmp_path: Path,
    computer: Computer,
    cloud_studio: Studio,
    empty_s3: S3Server,
) -> None:
    """Parts leave before the file waits; whatever is killed, the object is the file in the end,
    and no part that is known to have arrived is sent again."""
    studio, drain = cloud_studio, computer.task("drain")
    (noise,) = import_media(studio, [noise_video(tmp_path / "noise.mkv")])
    large = msgspec.structs.replace(make_timeline(studio, noise.id, times=4), width=480, height=270)
    preset = ExportPreset(name="Large", preset="ultrafast", crf=1, match_source=False)

    def begin() -> None:
        project = create_project(studio, "Noise", large)
        start_export(studio, project.id, making=Making(preset))

    begin()
    happened = [each.name for each in forks.finish(drain)]
    sent = next(n for n, name in enumerate(happened) if SENDING in name)
    assert sent < next(n for n, name in enumerate(happened) if RECORDING in name)
    for moment in SENT_EARLY:
        begin()
        before = forks.kill_at(drain, moment)
        after = forks.finish(drain)
        parts = sorted(parts_in(before[:-1]) + parts_in(after))
        assert parts == sorted(set(parts)), moment
        assert open_uploads(empty_s3) == [], moment
        assert differences(studio) == WHOLE, moment
    assert len(list_exports(studio)) == 1 + len(SENT_EARLY)


def test_footage_that_is_deleted_when_half_of_it_was_sent(
    forks: Forks,
    tmp_path: Path,
    computer: Computer,
    cloud_studio: Studio,
    empty_s3: S3Server,
) -> None:
    studio, drain = cloud_studio, computer.task("drain")
    (upload,) = import_media(studio, [make_footage(tmp_path / "long.mp4", padding=2 * PART_BYTES)])
    sending = "before request PUT /media/videos/#/#/#/#?partNumber&uploadId"
    forks.kill_at(drain, Moment(sending, 2))
    assert open_uploads(empty_s3) == [upload.s3_key]

    delete_upload(studio, upload.id)
    forks.finish(drain)

    assert open_uploads(empty_s3) == []
    assert differences(studio) == WHOLE


def test_bringing_in(
    forks: Forks, footage: Path, computer: Computer, cloud_studio: Studio, empty_s3: S3Server
) -> None:
    """Without S3 at first: the file waits on this computer, or nothing is known of it."""
    studio, bring_in = cloud_studio, computer.task("bring_in", path=str(footage))
    for moment in forks.moments(bring_in):
        known = len(list_sources(studio))
        forks.kill_at(bring_in, moment)
        assert len(list_sources(studio)) == known + moment.name.startswith("after commit"), moment
        forks.finish(computer.task("drain"))
        assert differences(studio) == WHOLE, moment
    assert open_uploads(empty_s3) == []
