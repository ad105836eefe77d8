"""Real servers: a private MariaDB, an S3 server, MediaConvert; and a studio on all three."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from keyring_file import FileKeyring
from mariadb_server import MariaDbServer, why_not
from mediaconvert_server import (
    ACCESS_KEY,
    REGION,
    ROLE,
    SECRET_KEY,
    MediaConvertServer,
    hasten_botocore,
    local_engine,
    mediaconvert_server,
)
from s3_server import BUCKET, OUTPUT_BUCKET, S3Server, aws_keys, s3_server
from timeline_studio.app.composition import open_studio
from timeline_studio.library import Library
from timeline_studio.library.tables import REVISION_TABLE
from timeline_studio.settings import Account, Home, SystemSecrets, database_password
from timeline_studio.settings.secrets import DATABASE_PASSWORD
from timeline_studio.settings.secrets import SECRET_KEY as SECRET_KEY_FIELD
from timeline_studio.storage import ObjectStore, S3Options, S3Store
from timeline_studio.workflows import Studio

_numbers = count(1)


@pytest.fixture(scope="session")
def mariadb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MariaDbServer]:
    missing = why_not()
    if missing is not None:
        pytest.skip(f"no private MariaDB ({missing})")
    server = MariaDbServer(tmp_path_factory.mktemp("mariadb"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def new_database(mariadb: MariaDbServer) -> Iterator[Callable[[], str]]:
    """Makes empty databases; gives their addresses."""
    made: list[str] = []

    def make() -> str:
        made.append(f"own{next(_numbers)}")
        return mariadb.new_database(made[-1])

    yield make
    for name in made:
        mariadb.execute(f"DROP DATABASE {name}")


@pytest.fixture(scope="session")
def _shared_database(mariadb: MariaDbServer) -> str:
    address = mariadb.new_database("shared")
    Library.open(address, migrate=True).close()
    return address


@pytest.fixture
def mariadb_address(mariadb: MariaDbServer, _shared_database: str) -> str:
    """A migrated database without rows; all tests share its tables."""
    used = mariadb.execute(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'shared'"
        f" AND auto_increment > 1 AND table_name <> '{REVISION_TABLE}'"
    )
    mariadb.execute(
        "SET foreign_key_checks = 0",
        *(f"TRUNCATE TABLE {name}" for (name,) in used),
        database="shared",
    )
    return _shared_database


@pytest.fixture(params=["sqlite", "mariadb"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address where a library can be opened: once for each kind of database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'library.sqlite3'}"
    found: str = request.getfixturevalue("mariadb_address")
    return found


@pytest.fixture(scope="session")
def s3_keys() -> Iterator[None]:
    with aws_keys():
        yield


@pytest.fixture(scope="session", name="s3_server")
def _s3_server(s3_keys: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """Started once, with the buckets BUCKET and OUTPUT_BUCKET."""
    with s3_server(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def empty_s3(s3_server: S3Server) -> S3Server:
    """The server with both of its buckets empty."""
    for bucket in (BUCKET, OUTPUT_BUCKET):
        s3_server.empty(bucket)
    return s3_server


@pytest.fixture
def mediaconvert(
    empty_s3: S3Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MediaConvertServer]:
    """MediaConvert over the S3 server's buckets, with the program's own engine behind it."""
    hasten_botocore(monkeypatch)

    def store(bucket: str) -> ObjectStore:
        return S3Store(
            bucket,
            cache=tmp_path / "mediaconvert" / "cache",
            journals=tmp_path / "mediaconvert" / "journals",
            options=S3Options(endpoint=empty_s3.endpoint, attempts=2),
            client_factory=lambda _options: empty_s3.client,
        )

    stores = {bucket: store(bucket) for bucket in (BUCKET, OUTPUT_BUCKET)}
    with mediaconvert_server(local_engine(stores)) as server:
        yield server


@pytest.fixture
def secrets(tmp_path: Path) -> SystemSecrets:
    """A keyring of the test's own."""
    return SystemSecrets(FileKeyring(tmp_path / "keyring.json"), environ={})


@pytest.fixture
def cloud_account(
    mariadb_address: str,
    empty_s3: S3Server,
    mediaconvert: MediaConvertServer,
    secrets: SystemSecrets,
) -> Account:
    """On MariaDB, S3 and MediaConvert; its secrets are in the keyring."""
    address, password = database_password(mariadb_address)
    account = Account(
        name="Films",
        user_id=1,
        database=address,
        storage="s3",
        media_bucket=BUCKET,
        output_bucket=OUTPUT_BUCKET,
        region=REGION,
        s3_endpoint=empty_s3.endpoint,
        transcoder="mediaconvert",
        mediaconvert_endpoint=mediaconvert.endpoint_url,
        role=ROLE,
        access_key_id=ACCESS_KEY,
    )
    secrets.set(account.name, DATABASE_PASSWORD, password or "")
    secrets.set(account.name, SECRET_KEY_FIELD, SECRET_KEY)
    return account


@pytest.fixture
def cloud_studio(home: Home, cloud_account: Account, secrets: SystemSecrets) -> Iterator[Studio]:
    """An empty studio of an account with everything in the cloud: MariaDB, S3 and MediaConvert,
    whose jobs the program's own engine runs. `mediaconvert`, `empty_s3` are its servers."""
    opened = open_studio(home, cloud_account, secrets=secrets)
    yield opened
    opened.library.close()
