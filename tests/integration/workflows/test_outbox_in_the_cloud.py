"""A send through MariaDB, S3 and MediaConvert: offline, killed at any step, started again, and in
the end there is one of each."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from mediaconvert_server import MediaConvertServer
from s3_server import S3Server
from timeline_studio.app.composition import open_studio
from timeline_studio.library import Project
from timeline_studio.settings import Account, Home, SystemSecrets
from timeline_studio.storage import StorageUnreachable, pending_keys
from timeline_studio.timeline.edits import append_linked
from timeline_studio.timeline.model import empty_timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import EXPORT_JOB, list_exports
from timeline_studio.workflows.media import (
    import_media,
    items_for,
    list_sources,
    reference_to,
    resolver,
)
from timeline_studio.workflows.outbox import (
    list_outbox,
    pause_entry,
    resume_entry,
)
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.publications import add_space, list_publications
from timeline_studio.workflows.sends import list_productions, outputs_of, send_timeline

Serve = Callable[[Studio, Callable[[], bool]], None]
NOWHERE = "http://127.0.0.1:9"

WORK_AND_BE_KILLED = """
import json, os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from keyring_file import FileKeyring
from timeline_studio.app.composition import open_studio, work
from timeline_studio.settings import Account, Home, SystemSecrets
from timeline_studio.workflows import exports, transfers
from timeline_studio.workflows.sends import stepping

def die(*_rest, **_names):
    os.kill(os.getpid(), signal.SIGKILL)

def die_after(call):
    def run(*rest, **names):
        call(*rest, **names)
        die()
    return run

def kill(owner, name, *, after):
    setattr(owner, name, die_after(getattr(owner, name)) if after else die)

secrets = SystemSecrets(FileKeyring(Path(sys.argv[3])), environ={})
studio = open_studio(Home(Path(sys.argv[2])), Account(**json.loads(sys.argv[4])), secrets=secrets)
type(studio.transcoder).poll_seconds = (0.05, 0.05)
step = sys.argv[5]
if step == "rendered, not recorded":
    kill(exports, "_record", after=False)
elif step == "uploaded, not recorded":
    kill(transfers, "_record", after=False)
elif step == "submitted, not recorded":
    kill(type(studio.transcoder), "submit", after=True)
elif step == "transcoded, not verified":
    kill(stepping, "_finish", after=False)
elif step == "verified, not published":
    kill(stepping, "publish", after=False)
elif step == "published, not concluded":
    kill(stepping, "publish", after=True)
work(studio, lambda: False)
"""

STEPS = (
    "rendered, not recorded",
    "uploaded, not recorded",
    "submitted, not recorded",
    "transcoded, not verified",
    "verified, not published",
    "published, not concluded",
)


@pytest.fixture
def reopen(home: Home, secrets: SystemSecrets) -> Iterator[Callable[[Account], Studio]]:
    """The studio of an account as the next start of the program has it."""
    opened: list[Studio] = []

    def open_again(account: Account) -> Studio:
        studio = open_studio(home, account, secrets=secrets)
        studio.transcoder.poll_seconds = (0.05, 0.05)
        opened.append(studio)
        return studio

    yield open_again
    for studio in opened:
        studio.library.close()


def cut(studio: Studio, footage: Path) -> Project:
    """A second of footage on a small timeline."""
    (upload,) = import_media(studio, [footage])
    timeline = empty_timeline(rate=Fraction(25))
    timeline = msgspec.structs.replace(timeline, width=160, height=90)
    video, audio = timeline.tracks
    picture, sound = items_for(studio, upload)
    assert picture is not None
    assert sound is not None
    timeline = append_linked(timeline, {video.id: picture, audio.id: sound})
    return create_project(studio, "Holiday", timeline)


def is_idle(studio: Studio) -> bool:
    return not studio.queue.list(statuses=["pending", "processing"])


def assert_one_of_each(
    studio: Studio, s3: S3Server, mediaconvert: MediaConvertServer, *, spaces: int = 1
) -> None:
    (source,) = list_sources(studio)
    (export,) = list_exports(studio)
    (row,) = list_productions(studio)
    assert (row.production.status, row.production.error_message) == ("completed", None)
    assert {source.status, export.upload.status} == {"uploaded"}
    there = [found["Key"] for found in s3.client.list_objects_v2(Bucket="media")["Contents"]]
    assert sorted(there) == sorted([source.s3_key, export.upload.s3_key])
    assert pending_keys(studio.media_store) == []
    assert pending_keys(studio.output_store) == []
    assert [job["Status"] for job in mediaconvert.jobs.values()] == ["COMPLETE"]
    assert row.production.mediaconvert_job_id in mediaconvert.jobs
    assert outputs_of(studio, row.production).playlists
    assert len(list_publications(studio)) == spaces
    assert list_outbox(studio) == []
    assert len(studio.queue.list(types=[EXPORT_JOB])) == 1


def test_what_was_asked_for_offline_is_done_online(
    cloud_account: Account,
    reopen: Callable[[Account], Studio],
    footage: Path,
    serve: Serve,
    empty_s3: S3Server,
    mediaconvert: MediaConvertServer,
) -> None:
    gone = replace(cloud_account, s3_endpoint=NOWHERE, mediaconvert_endpoint=NOWHERE)
    studio = reopen(gone)
    project = cut(studio, footage)
    space = add_space(studio, "Family")
    send_timeline(studio, project.id, publish_to=[space.id])

    def everything_waits() -> bool:
        entries = list_outbox(studio)
        return len(entries) == 2 and {entry.state for entry in entries} == {"waiting"}

    serve(studio, everything_waits)
    footage_entry, send = list_outbox(studio)
    assert (footage_entry.kind, footage_entry.note) == ("upload", "Offline, waits")
    assert (send.kind, send.stage) == ("send", "uploaded")
    assert [found.status for found in list_sources(studio)] == ["uploading"]
    assert len(list_exports(studio)) == 1, "it was rendered without a network"

    online = reopen(cloud_account)
    serve(online, lambda: is_idle(online))

    assert_one_of_each(online, empty_s3, mediaconvert)


@pytest.mark.parametrize("step", STEPS)
def test_a_worker_killed_at_any_step_leaves_nothing_twice(
    cloud_account: Account,
    home: Home,
    reopen: Callable[[Account], Studio],
    footage: Path,
    serve: Serve,
    empty_s3: S3Server,
    mediaconvert: MediaConvertServer,
    tmp_path: Path,
    step: str,
) -> None:
    studio = reopen(cloud_account)
    project = cut(studio, footage)
    space = add_space(studio, "Family")
    send_timeline(studio, project.id, publish_to=[space.id])
    killed = subprocess.run(
        [
            *(sys.executable, "-c", WORK_AND_BE_KILLED),
            str(Path(__file__).parents[2]),
            str(home.root),
            str(tmp_path / "keyring.json"),
            json.dumps(asdict(cloud_account)),
            step,
        ],
        check=False,
        timeout=60,
        capture_output=True,
    )
    assert killed.returncode == -9, killed.stderr.decode()
    assert not is_idle(studio)

    serve(studio, lambda: is_idle(studio))

    assert_one_of_each(studio, empty_s3, mediaconvert)


def test_a_paused_upload_rests_over_a_restart(
    cloud_account: Account,
    reopen: Callable[[Account], Studio],
    footage: Path,
    serve: Serve,
) -> None:
    studio = reopen(cloud_account)
    import_media(studio, [footage])
    (entry,) = list_outbox(studio)
    assert (entry.kind, entry.can_cancel) == ("upload", False)
    pause_entry(studio, entry)
    import_media(studio, [footage])

    again = reopen(cloud_account)
    serve(again, lambda: len(list_outbox(again)) == 1)
    (resting,) = list_outbox(again)
    assert (resting.id, resting.state) == (entry.id, "paused")
    assert sorted(found.status for found in list_sources(again)) == ["uploaded", "uploading"]
    resume_entry(again, resting)
    serve(again, lambda: is_idle(again))

    assert {found.status for found in list_sources(again)} == {"uploaded"}


def test_footage_deleted_before_it_was_sent_is_not_sent(
    cloud_account: Account,
    reopen: Callable[[Account], Studio],
    footage: Path,
    serve: Serve,
    empty_s3: S3Server,
) -> None:
    studio = reopen(cloud_account)
    (upload,) = import_media(studio, [footage])
    studio.media_store.delete(upload.s3_key)
    studio.run(lambda work: work.uploads.delete(upload.id))

    serve(studio, lambda: is_idle(studio))

    assert list_outbox(studio) == []
    assert "Contents" not in empty_s3.client.list_objects_v2(Bucket="media")


def test_footage_that_another_computer_has_yet_to_send_is_waited_for(
    cloud_account: Account,
    home: Home,
    secrets: SystemSecrets,
    reopen: Callable[[Account], Studio],
    footage: Path,
) -> None:
    studio = reopen(cloud_account)
    (upload,) = import_media(studio, [footage])
    elsewhere = open_studio(Home(home.root / "elsewhere"), cloud_account, secrets=secrets)
    with elsewhere.library, pytest.raises(StorageUnreachable, match="still on its way"):
        resolver(elsewhere)(reference_to(upload))
