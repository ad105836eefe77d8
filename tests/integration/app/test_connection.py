"""Test connection says exactly what works, what is missing and what to do."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mariadb_server import MariaDbServer
from mediaconvert_server import Fault, MediaConvertServer
from s3_server import BUCKET, OUTPUT_BUCKET, S3Server
from timeline_studio.errors import StudioError
from timeline_studio.settings import (
    LOCAL,
    Account,
    AccountError,
    SystemSecrets,
    database_password,
)
from timeline_studio.settings.secrets import DATABASE_PASSWORD, SECRET_KEY
from timeline_studio.storage import OutgoingStore, S3Store
from timeline_studio.workflows.accounts import (
    AccountDesk,
    drop_abandoned_parts,
    save_account,
    upgrade_database,
)
from timeline_studio.workflows.connection import Trial, connection_steps, try_connection

Denied = Callable[[str, str], AbstractContextManager[None]]

NOWHERE = "http://127.0.0.1:9"


def failures(desk: AccountDesk, account: Account, **typed: str) -> dict[str, str]:
    return {
        trial.what: trial.detail
        for trial in try_connection(desk.parts(account, typed))
        if trial.is_ok is False
    }


def test_all_that_an_account_needs_is_tried_and_nothing_is_left(
    desk: AccountDesk,
    cloud_account: Account,
    empty_s3: S3Server,
    mediaconvert: MediaConvertServer,
    mariadb: MariaDbServer,
) -> None:
    trials = try_connection(desk.parts(cloud_account))
    assert [(trial.what, trial.is_ok) for trial in trials] == [
        ("Database: tables", True),
        ("Database: user 1", True),
        *((f"Bucket for media media: {verb}", True) for verb in ("put", "get", "list", "delete")),
        *(
            (f"Bucket for outputs outputs: {verb}", True)
            for verb in ("put", "get", "list", "delete")
        ),
        ("MediaConvert: jobs and their role", True),
    ]
    assert cloud_account.role in trials[-1].detail  # type: ignore[operator]
    for bucket in (BUCKET, OUTPUT_BUCKET):
        assert "Contents" not in empty_s3.client.list_objects_v2(Bucket=bucket)
    (job,) = mediaconvert.jobs.values()  # of an input that does not exist
    assert job["Status"] in {"CANCELED", "ERROR"}
    assert mariadb.execute("SELECT COUNT(*) FROM create_video_projects", database="shared") == (
        (0,),
    )


def test_local_has_little_to_try(desk: AccountDesk) -> None:
    trials = try_connection(desk.parts(LOCAL))
    assert [trial.what for trial in trials] == [
        "Database: tables",
        "Database: user 1",
        "Folder for media timeline-studio-media",
        "Folder for outputs timeline-studio-hls",
    ]
    assert all(trial.is_ok for trial in trials)


def test_it_says_how_far_it_came_and_can_be_cancelled(
    desk: AccountDesk, cloud_account: Account
) -> None:
    said: list[tuple[float, str]] = []

    def stop_in_the_middle(fraction: float, what: str) -> None:
        said.append((fraction, what))
        if fraction > 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        try_connection(desk.parts(cloud_account), progress=stop_in_the_middle)
    names = [step.what for step in connection_steps(desk.parts(cloud_account))]
    assert [what for _, what in said] == names[: len(said)]
    assert said[0][0] == 0


@pytest.mark.parametrize(
    ("action", "verb"),
    [
        ("s3:PutObject", "put"),
        ("s3:GetObject", "get"),
        ("s3:ListBucket", "list"),
        ("s3:DeleteObject", "delete"),
    ],
)
def test_what_a_bucket_does_not_allow_is_named(
    desk: AccountDesk, cloud_account: Account, denied: Denied, action: str, verb: str
) -> None:
    with denied(OUTPUT_BUCKET, action):
        ((what, why),) = failures(desk, cloud_account).items()
    assert what == f"Bucket for outputs outputs: {verb}"
    assert why.endswith(
        f"in the bucket “outputs”: access is denied. Ask for {action} on this bucket, or use "
        "other credentials."
    )


def test_a_missing_bucket_is_named_once(desk: AccountDesk, cloud_account: Account) -> None:
    account = replace(cloud_account, media_bucket="nowhere")
    trials = try_connection(desk.parts(account))
    media = [trial for trial in trials if "nowhere" in trial.what]
    assert [trial.is_ok for trial in media] == [False, None, None, None]
    assert media[0].detail == (
        "There is no bucket “nowhere”. Create it, or correct its name in the account's settings."
    )
    assert media[1].detail == "Not tried: it stands on what failed before."


def test_a_wrong_secret_key_is_named_and_not_shown(
    desk: AccountDesk, cloud_account: Account
) -> None:
    found = failures(desk, cloud_account, **{SECRET_KEY: "wrong-and-hush"})
    words = found["Bucket for media media: put"]
    assert "the secret key is wrong. Renew the credentials" in words
    assert "wrong-and-hush" not in str(found)


def test_an_unknown_access_key_is_named(desk: AccountDesk, cloud_account: Account) -> None:
    found = failures(desk, replace(cloud_account, access_key_id="AKIANOBODY"))
    assert "the access key is not known" in found["Bucket for media media: put"]
    assert "AWS does not accept the credentials" in found["MediaConvert: jobs and their role"]


def test_a_secret_key_that_is_in_no_keyring_is_asked_for(
    desk: AccountDesk, cloud_account: Account, secrets: SystemSecrets
) -> None:
    secrets.delete(cloud_account.name, SECRET_KEY)
    found = failures(desk, cloud_account)
    assert set(found) == {
        "Bucket for media media: put",
        "Bucket for outputs outputs: put",
        "MediaConvert: jobs and their role",
    }
    assert all("keyring has no secret key for it: enter it again" in why for why in found.values())


def test_without_keys_of_its_own_aws_s_chain_signs(
    desk: AccountDesk, cloud_account: Account, secrets: SystemSecrets
) -> None:
    secrets.delete(cloud_account.name, SECRET_KEY)
    assert failures(desk, replace(cloud_account, access_key_id=None)) == {}


def test_servers_that_are_not_there_are_named(desk: AccountDesk, cloud_account: Account) -> None:
    account = replace(
        cloud_account,
        s3_endpoint=NOWHERE,
        mediaconvert_endpoint=NOWHERE,
        database="mysql+pymysql://films@127.0.0.1:9/films",
    )
    found = failures(desk, account)
    assert "films on 127.0.0.1:9 cannot be reached" in found["Database: tables"]
    assert "the server does not answer" in found["Bucket for media media: put"]
    assert "MediaConvert does not answer" in found["MediaConvert: jobs and their role"]


def test_a_refused_role_is_named(
    desk: AccountDesk, cloud_account: Account, mediaconvert: MediaConvertServer
) -> None:
    said = "User: me is not authorized to perform: iam:PassRole on resource: the role"
    mediaconvert.fail_next("CreateJob", Fault(403, "AccessDeniedException", said))
    assert failures(desk, cloud_account) == {
        "MediaConvert: jobs and their role": (
            f"The AWS credentials may not hand the role {cloud_account.role} to MediaConvert: "
            f"allow iam:PassRole on it. AWS says: {said}"
        )
    }


def test_a_wrong_password_is_named_and_not_shown(desk: AccountDesk, cloud_account: Account) -> None:
    found = failures(desk, cloud_account, **{DATABASE_PASSWORD: "wrong-and-hush"})
    assert "refuses this user or password. Check both" in found["Database: tables"]
    assert "wrong-and-hush" not in str(found)


def test_a_user_who_may_not_write_is_told(
    desk: AccountDesk, cloud_account: Account, mariadb: MariaDbServer
) -> None:
    mariadb.execute(
        "CREATE USER IF NOT EXISTS 'reader'@'%' IDENTIFIED BY 'secret'",
        "GRANT SELECT ON shared.* TO 'reader'@'%'",
    )
    address = f"mysql+pymysql://reader@127.0.0.1:{mariadb.port}/shared"
    found = failures(desk, replace(cloud_account, database=address))
    assert set(found) == {"Database: user 1"}
    assert "Ask its owner for the right to read and write these tables" in found["Database: user 1"]


def test_tables_are_made_only_when_that_is_asked_for(
    desk: AccountDesk,
    cloud_account: Account,
    new_database: Callable[[], str],
    mariadb: MariaDbServer,
) -> None:
    address, password = database_password(new_database())
    name = address.rpartition("/")[2]
    account = replace(cloud_account, database=address)
    parts = desk.parts(account, {DATABASE_PASSWORD: password or ""})
    first: Trial = try_connection(parts)[0]
    assert (first.is_ok, first.needs_upgrade) == (False, True)
    assert "has no tables, and was left as it is" in first.detail
    assert "“timeline-studio account upgrade Films” does it" in first.detail
    assert mariadb.execute("SHOW TABLES", database=name) == ()
    assert upgrade_database(parts) == f"{name} on 127.0.0.1:{mariadb.port}"
    assert try_connection(parts)[0].is_ok


def test_setting_up_keeps_secrets_in_the_keyring_only(
    desk: AccountDesk, cloud_account: Account, secrets: SystemSecrets
) -> None:
    save_account(desk, cloud_account, {SECRET_KEY: "typed-hush", DATABASE_PASSWORD: ""})
    assert desk.accounts.get("Films") == cloud_account
    assert secrets.get("Films", SECRET_KEY) == "typed-hush"
    save_account(desk, replace(cloud_account, access_key_id=None, database=None))
    assert secrets.get("Films", SECRET_KEY) is None
    assert secrets.get("Films", DATABASE_PASSWORD) is None


@pytest.mark.parametrize(
    "change",
    [{"media_bucket": "other-media"}, {"s3_endpoint": "http://127.0.0.1:9"}, {"user_id": 2}],
    ids=lambda change: next(iter(change)),
)
def test_an_account_leads_elsewhere_only_once_nothing_waits(
    desk: AccountDesk, cloud_account: Account, footage: Path, change: dict[str, Any]
) -> None:
    save_account(desk, cloud_account)
    parts = desk.parts(cloud_account)
    assert isinstance(parts.media_store, S3Store)
    waiting = OutgoingStore(parts.media_store, parts.outgoing)
    waiting.put_file("videos/beach.mp4", footage)
    elsewhere = replace(cloud_account, **change)
    with pytest.raises(AccountError, match="1 file waits to be uploaded") as refused:
        save_account(desk, elsewhere)
    assert refused.value.field == next(iter(change))
    assert desk.accounts.get("Films") == cloud_account
    save_account(desk, replace(cloud_account, bandwidth=1_000_000))
    waiting.delete("videos/beach.mp4")
    save_account(desk, elsewhere)
    assert desk.accounts.get("Films") == elsewhere


def test_what_mediaconvert_would_refuse_is_not_kept(
    desk: AccountDesk, cloud_account: Account
) -> None:
    with pytest.raises(StudioError, match="not a role that MediaConvert can take on"):
        save_account(desk, replace(cloud_account, role="MediaConvert"), {SECRET_KEY: "hush"})
    assert desk.accounts.list() == [LOCAL]


def test_buckets_drop_abandoned_parts(
    desk: AccountDesk, cloud_account: Account, empty_s3: S3Server
) -> None:
    assert drop_abandoned_parts(desk.parts(cloud_account)) == []
    for bucket in (BUCKET, OUTPUT_BUCKET):
        rules = empty_s3.client.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]
        assert any("AbortIncompleteMultipartUpload" in rule for rule in rules)
        empty_s3.client.delete_bucket_lifecycle(Bucket=bucket)
    (first, second) = drop_abandoned_parts(desk.parts(replace(cloud_account, s3_endpoint=NOWHERE)))
    assert first.startswith("Parts of abandoned uploads stay in “media”")
    assert "“outputs”" in second
