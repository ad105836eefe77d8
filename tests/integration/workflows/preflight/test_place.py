"""Room on the disk, credentials, and what is sent as it is."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from media_factory import stamped_video, tone
from timeline_studio.library import NotFound
from timeline_studio.settings import Account, Home, SettingsError
from timeline_studio.storage import OutgoingStore, S3Options, S3Store
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.preflight import check_timeline, check_upload
from timeline_studio.workflows.preflight.room import check_room, need_of
from timeline_studio.workflows.projects import create_project

GIGABYTE = 1_000_000_000


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Every disk has so many bytes free."""

    def set_free(count: int) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**13, 10**12, count))

    return set_free


def hour(*, is_local: bool = True) -> object:
    profile = {"Outputs": [{"MaxBitrate": 6_000_000}, {"A": {"MaxBitrate": 2_000_000}}]}
    return need_of(3600, (1920, 1080), 30, has_master=False, profile=profile if is_local else None)


def test_what_a_send_takes_is_told_from_the_picture_and_the_ladder() -> None:
    need = hour()
    assert need.ladder == 8_000_000 / 8 * 3600
    assert need.master == pytest.approx(2.9 * GIGABYTE, rel=0.05)
    assert hour(is_local=False).ladder == 0
    assert need_of(3600, (1920, 1080), 30, has_master=True, profile=None).master == 0


@pytest.mark.parametrize(
    ("gigabytes", "severity"), [(20, None), (8, "warning"), (3, "blocker"), (0, "blocker")]
)
def test_too_little_room_stops_a_send(
    home: Home,
    studio: Studio,
    free: Callable[[int], None],
    gigabytes: int,
    severity: str | None,
) -> None:
    free(gigabytes * GIGABYTE)
    found = {str(finding.severity) for finding in check_room(home, hour())}
    assert found == ({severity} if severity else set())


def test_a_full_disk_is_found_with_where_it_is(
    studio: Studio, home: Home, free: Callable[[int], None], tmp_path: Path
) -> None:
    video = stamped_video(tmp_path / "beach.mp4", frames=25, rate=25, clicks_at=[0.5])
    (upload,) = import_media(studio, [video])
    free(100)
    findings = check_upload(studio, upload.id)
    assert findings[0].is_blocker
    assert findings[0].code == "no_room"
    assert str(home.root) in findings[0].message


def signed_by(studio: Studio, tmp_path: Path, secret: str | None) -> Studio:
    """An account on S3; its secret key may be lost."""

    def client(options: S3Options) -> object:
        if secret is None:
            raise SettingsError("This computer's keyring has no secret key: enter it again.")
        from timeline_studio.storage import AccessKeys, connect  # noqa: PLC0415

        return connect(options, AccessKeys("AKIAEXAMPLE", secret))

    remote = S3Store(
        "media",
        cache=tmp_path / "cache",
        journals=tmp_path / "journals",
        options=S3Options(endpoint="http://127.0.0.1:9"),
        client_factory=client,
    )
    store = OutgoingStore(remote, tmp_path / "outgoing")
    account = Account(name="Cloud", storage="s3", region="eu-central-1")
    return replace(studio, account=account, media_store=store)


@pytest.mark.parametrize(("secret", "is_told"), [("a-secret", False), (None, True)])
def test_lost_credentials_are_found_without_a_network(
    studio: Studio, tmp_path: Path, secret: str | None, is_told: bool
) -> None:
    project = create_project(studio, "Holiday")
    findings = check_timeline(signed_by(studio, tmp_path, secret), project.id)
    told = [finding for finding in findings if finding.code == "credentials"]
    assert bool(told) == is_told
    for finding in told:
        assert finding.is_blocker
        assert "“Cloud”" in finding.message
        assert "enter it again" in finding.message
        assert finding.fix is not None
        assert finding.fix.action == "accounts"


def test_a_good_upload_has_no_finding(studio: Studio, tmp_path: Path) -> None:
    video = stamped_video(
        tmp_path / "beach.mp4", frames=50, rate=25, size=(160, 90), clicks_at=[0.1, 0.9, 1.7]
    )
    (upload,) = import_media(studio, [video])
    assert check_upload(studio, upload.id) == []


def test_an_odd_upload_is_told_without_an_edit(studio: Studio, tmp_path: Path) -> None:
    video = stamped_video(tmp_path / "odd.mp4", frames=4, vfr_times=[0, 0.1, 0.15, 0.5])
    (upload,) = import_media(studio, [video])
    findings = check_upload(studio, upload.id)
    assert [finding.code for finding in findings] == ["no_sound", "variable_rate"]
    assert all(each.fix is None and not each.has_place for each in findings)


def test_a_missing_upload_cannot_be_sent(studio: Studio, tmp_path: Path) -> None:
    (upload,) = import_media(studio, [stamped_video(tmp_path / "beach.mp4")])
    studio.media_store.delete(upload.s3_key)
    findings = check_upload(studio, upload.id)
    assert [finding.code for finding in findings if finding.is_blocker] == ["missing_media"]


def test_sound_alone_is_told(studio: Studio, tmp_path: Path) -> None:
    (upload,) = import_media(studio, [tone(tmp_path / "music.wav", amplitude=0.2)])
    assert [each.code for each in check_upload(studio, upload.id)] == ["no_picture"]


def test_another_users_timeline_is_not_found(studio: Studio, stranger: Studio) -> None:
    project = create_project(studio, "Holiday")
    with pytest.raises(NotFound):
        check_timeline(stranger, project.id)
    with pytest.raises(NotFound):
        check_upload(stranger, 1)
