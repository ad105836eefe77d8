"""A program with an account in the cloud, over real servers."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import pytest

from media_factory import stamped_video
from s3_server import S3Server
from timeline_studio.app.program import Program
from timeline_studio.settings import Account, Home, SystemSecrets
from timeline_studio.workflows.accounts import AccountDesk

Deny = Callable[[str, str], object]


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    return stamped_video(
        tmp_path / "beach.mp4", frames=25, rate=Fraction(25), size=(160, 90), clicks_at=[0.5]
    )


@pytest.fixture
def program(home: Home, secrets: SystemSecrets) -> Program:
    return Program(home, secrets)


@pytest.fixture
def desk(program: Program) -> AccountDesk:
    return program.desk


@pytest.fixture
def films(program: Program, cloud_account: Account) -> Account:
    """The account in the cloud, set up and in use."""
    program.accounts.set(cloud_account)
    program.accounts.choose(cloud_account.name)
    return cloud_account


@pytest.fixture
def denied(empty_s3: S3Server) -> Callable[[str, str], object]:
    """Takes an S3 action from everyone in a bucket, within a `with` block."""

    @contextmanager
    def deny(bucket: str, action: str) -> Iterator[None]:
        arn = f"arn:aws:s3:::{bucket}"
        statement = {
            "Effect": "Deny",
            "Principal": "*",
            "Action": [action],
            "Resource": [arn, f"{arn}/*"],
        }
        policy = {"Version": "2012-10-17", "Statement": [statement]}
        empty_s3.client.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
        try:
            yield
        finally:
            empty_s3.client.delete_bucket_policy(Bucket=bucket)

    return deny
