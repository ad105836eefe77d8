"""Studios of accounts: on real servers, in any combination, and each with its library apart."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mediaconvert_server import MediaConvertServer
from timeline_studio.app.composition import open_studio
from timeline_studio.settings import Account, Home, SystemSecrets
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media, list_sources
from timeline_studio.workflows.report_jobs import REPORT_JOB
from timeline_studio.workflows.sends import FINAL, get_production, start_send

Serve = Callable[[Studio, Callable[[], bool]], None]


def send(studio: Studio, footage: Path, serve: Serve) -> str:
    """The production's status after the queue has run dry."""
    (upload,) = import_media(studio, [footage])
    production_id = start_send(studio, upload.id)
    serve(studio, lambda: not studio.queue.list(statuses=["pending", "processing"]))
    production = get_production(studio, production_id).production
    return production.error_message or production.status


def test_footage_goes_all_the_way_through_the_cloud(
    cloud_studio: Studio, mediaconvert: MediaConvertServer, footage: Path, serve: Serve
) -> None:
    assert send(cloud_studio, footage, serve) == "completed"
    assert [job["Status"] for job in mediaconvert.jobs.values()] == ["COMPLETE"]
    assert not list(cloud_studio.home.store.rglob("*.mp4"))


def test_s3_and_a_server_s_database_go_with_the_local_transcoder(
    home: Home, cloud_account: Account, secrets: SystemSecrets, footage: Path, serve: Serve
) -> None:
    account = replace(cloud_account, transcoder="local", role=None)
    studio = open_studio(home, account, secrets=secrets)
    with studio.library:
        assert send(studio, footage, serve) == "completed"
        keys = [found.key for found in studio.output_store.list()]
        assert any(key.endswith("video.m3u8") for key in keys)


def test_what_lies_in_a_folder_is_made_by_its_own_computer(
    tmp_path: Path, cloud_account: Account, secrets: SystemSecrets, footage: Path, serve: Serve
) -> None:
    """Two computers that share a server's database, and no files."""
    account = replace(cloud_account, storage="folder", transcoder="local", role=None)
    desk = open_studio(Home(tmp_path / "desk"), account, secrets=secrets)
    laptop = open_studio(Home(tmp_path / "laptop"), account, secrets=secrets)
    with desk.library, laptop.library:
        (upload,) = import_media(desk, [footage])
        production_id = start_send(desk, upload.id)
        later = laptop.queue.add(REPORT_JOB, {"productionId": production_id})
        serve(laptop, lambda: laptop.queue.get(later).is_finished)
        assert get_production(laptop, production_id).production.status == "queued"
        serve(desk, lambda: get_production(desk, production_id).production.status in FINAL)
        assert get_production(desk, production_id).production.status == "completed"


def test_two_accounts_keep_their_libraries_apart(
    home: Home, studio: Studio, cloud_studio: Studio, footage: Path
) -> None:
    (upload,) = import_media(cloud_studio, [footage])
    assert list_sources(studio) == []
    assert [each.id for each in list_sources(cloud_studio)] == [upload.id]
    assert cloud_studio.home.root.is_relative_to(home.root / "accounts")
