"""A library on a server: opened, restarted, locked against itself, asked for much."""

import logging
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from mariadb_server import MariaDbServer, why_not
from timeline_studio.library import Interrupted, Library, LibraryError, UnitOfWork, connections
from timeline_studio.library.errors import OutcomeUnknown, Unreachable


@pytest.fixture
def shared(mariadb_address: str) -> Iterator[Library]:
    with Library.open(mariadb_address) as opened:
        yield opened


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[MariaDbServer]:
    """One that a test may stop."""
    missing = why_not()
    if missing is not None:
        pytest.skip(f"no private MariaDB ({missing})")
    server = MariaDbServer(tmp_path)
    server.start()
    yield server
    server.stop()


def add(work: UnitOfWork, name: str = "Film") -> int:
    return work.projects.add(name, timeline_json="{}").id


def names(library: Library) -> list[str | None]:
    with library.unit_of_work(1, read_only=True) as work:
        return [project.name for project in work.projects.list()]


def test_a_session_is_strict_and_in_utc(shared: Library) -> None:
    with shared._engine.connect() as connection:
        row = connection.execute(
            text(
                "SELECT @@sql_mode LIKE '%STRICT_ALL_TABLES%', @@time_zone,"
                " @@character_set_connection, @@tx_isolation"
            )
        ).one()

    assert tuple(row) == (1, "+00:00", "utf8mb4", "READ-COMMITTED")


def test_all_of_unicode_comes_back(shared: Library) -> None:
    with shared.unit_of_work(1) as work:
        project_id = add(work, "Zoë 🎬 𝕏 'quote' \\ %")

    with shared.unit_of_work(1) as work:
        assert work.projects.get(project_id).name == "Zoë 🎬 𝕏 'quote' \\ %"


def test_a_name_that_is_too_long_is_refused_and_not_cut(shared: Library) -> None:
    with pytest.raises(LibraryError, match="Shorten it"), shared.unit_of_work(1) as work:
        add(work, "x" * 256)

    assert names(shared) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ((":secret", ":wrong-pass"), r"refuses this user or password"),
        (("/shared$", "/nowhere"), r"nowhere on 127.0.0.1:\d+ refuses this user"),
        ((":[0-9]+/", ":1/"), r"shared on 127.0.0.1:1 cannot be reached"),
        (("@", "#"), r"“mysql\+pymysql://…” is not the address of a library"),
        (("mysql.pymysql", "postgresql"), r"“postgresql://…” cannot hold a library"),
        (("/shared$", ""), r"names no host or no database"),
        (("$", "?read_default_file=/etc/passwd"), r"not allowed: read_default_file"),
        (("$", "?ssl_ca=/nowhere.pem"), r"certificates .* cannot be read"),
        (("$", "?ssl=perhaps"), r"ssl=perhaps"),
        (("$", "?ssl=true"), r"cannot be reached: .*SSL"),
    ],
)
def test_an_address_that_does_not_work_is_told_without_its_password(
    mariadb_address: str, change: tuple[str, str], told: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    address = re.sub(change[0], change[1], mariadb_address, count=1)

    with pytest.raises(LibraryError, match=told) as refused:
        Library.open(address)

    everything = caplog.text
    error: BaseException | None = refused.value
    while error is not None:
        everything += f"{error!r} {error}"
        error = error.__cause__ or error.__context__
    assert "secret" not in everything
    assert "wrong-pass" not in everything
    assert "\n" not in str(refused.value)


def test_a_library_shows_neither_user_nor_password(shared: Library) -> None:
    assert shared.name.startswith("shared on 127.0.0.1:")
    assert "secret" not in repr(shared._engine)


def test_units_work_on_after_the_server_was_restarted(own_server: MariaDbServer) -> None:
    with Library.open(own_server.new_database("films"), migrate=True) as library:
        library.run(1, add)
        own_server.stop()
        with pytest.raises(Unreachable, match=r"films on 127\.0\.0\.1:"):
            library.run(1, add)
        own_server.start()

        library.run(1, add)

        assert names(library) == ["Film", "Film"]


def test_a_unit_that_a_restart_interrupts_is_done_again_and_once(
    own_server: MariaDbServer,
) -> None:
    tries: list[int] = []
    with Library.open(own_server.new_database("films"), migrate=True) as library:

        def step(work: UnitOfWork) -> int:
            tries.append(add(work))
            if len(tries) == 1:
                own_server.kill()
                own_server.start()
            return add(work, "Second")

        library.run(1, step)

        assert len(tries) == 2
        assert sorted(map(str, names(library))) == ["Film", "Second"]


def test_a_connection_that_is_lost_in_a_unit_is_told(
    shared: Library, mariadb: MariaDbServer
) -> None:
    def lose_it() -> None:
        with shared.unit_of_work(1) as work:
            add(work)
            kill_connection(mariadb, work)
            add(work)

    with pytest.raises(Interrupted, match="was lost; nothing was written"):
        lose_it()

    assert names(shared) == []


def test_a_connection_that_is_lost_while_saving_is_told_and_not_repeated(
    shared: Library, mariadb: MariaDbServer
) -> None:
    tries: list[int] = []

    def step(work: UnitOfWork) -> None:
        tries.append(add(work))
        kill_connection(mariadb, work)

    with pytest.raises(OutcomeUnknown, match="Look whether the change is there"):
        shared.run(1, step)

    assert len(tries) == 1


def test_two_that_meet_in_a_deadlock_both_finish(shared: Library) -> None:
    with shared.unit_of_work(1) as work:
        first, second = add(work, "first"), add(work, "second")
    both_hold_one = threading.Barrier(2, timeout=20)
    tries: list[str] = []

    def rename(mine: int, others: int, name: str) -> None:
        def step(work: UnitOfWork) -> None:
            tries.append(name)
            work.projects.rename(mine, name)
            if len(tries) <= 2:
                both_hold_one.wait()
            work.projects.rename(others, name)

        shared.run(1, step)

    threads = [
        threading.Thread(target=rename, args=(first, second, "a")),
        threading.Thread(target=rename, args=(second, first, "b")),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(tries) == 3
    assert names(shared) in (["a", "a"], ["b", "b"])


def test_a_row_that_another_keeps_locked_is_busy(
    mariadb_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_SERVER_SESSION", "SET SESSION innodb_lock_wait_timeout = 1")
    with Library.open(mariadb_address) as library:
        with library.unit_of_work(1) as work:
            project_id = add(work)
        with library.unit_of_work(1) as holding:
            holding.projects.get(project_id)

            with (
                pytest.raises(Interrupted, match="another wrote the same"),
                library.unit_of_work(1) as work,
            ):
                work.projects.rename(project_id, "late")


def test_a_job_that_another_claims_is_skipped_and_the_next_taken(shared: Library) -> None:
    lease = timedelta(seconds=30)
    with shared.unit_of_work(1) as work:
        ids = [work.jobs.add("t", {}).id for _ in range(2)]

    with shared.unit_of_work(1) as one, shared.unit_of_work(1) as other:
        first = one.jobs.claim(["t"], "one", lease)
        second = other.jobs.claim(["t"], "other", lease)
        with shared.unit_of_work(1) as third:
            assert third.jobs.claim(["t"], "third", lease) is None

    assert first is not None
    assert second is not None
    assert [first.id, second.id] == ids


def test_a_job_that_needs_one_computers_files_is_left_to_that_computer(
    mariadb_address: str,
) -> None:
    lease = timedelta(seconds=30)
    with (
        Library.open(mariadb_address, place="desk") as desk,
        Library.open(mariadb_address, place="laptop") as laptop,
    ):
        with desk.unit_of_work(1) as work:
            job_id = work.jobs.add("t", {}).id

        with laptop.unit_of_work(1) as work:
            assert not work.jobs.has_claimable(["t"], lease)
            assert work.jobs.claim(["t"], "laptop", lease) is None
            assert [job.id for job in work.jobs.list()] == [job_id]
        with desk.unit_of_work(1) as work:
            found = work.jobs.claim(["t"], "desk", lease)
            assert found is not None


def test_the_web_applications_own_jobs_are_left_to_it(shared: Library) -> None:
    with shared.unit_of_work(1) as work:
        job = work.jobs.add("create_video_export_v1", {})
        job.input_json = {"projectId": 7, "userId": 1, "timeline": {"lanes": []}}

    with shared.unit_of_work(1) as work:
        assert work.jobs.claim(["create_video_export_v1"], "w", timedelta(seconds=30)) is None


def test_a_cancel_that_meets_the_end_of_a_job_waits_for_it(shared: Library) -> None:
    with shared.unit_of_work(1) as work:
        job_id = work.jobs.add("t", {}).id
        work.jobs.claim(["t"], "w", timedelta(seconds=30))
    answers: list[bool] = []

    def cancel() -> None:
        answers.append(shared.run(1, lambda work: work.jobs.cancel(job_id)))

    canceller = threading.Thread(target=cancel)
    with shared.unit_of_work(1) as work:
        work.jobs.complete(job_id, "w", {"done": True})
        canceller.start()
    canceller.join()

    with shared.unit_of_work(1) as work:
        assert work.jobs.get(job_id).status == "completed"
    assert answers == [False]


@pytest.fixture
def tls_server(tmp_path: Path) -> Iterator[MariaDbServer]:
    """One that takes only encrypted connections, with a certificate for 127.0.0.1."""
    missing = why_not() or (None if shutil.which("openssl") else "openssl: not installed")
    if missing is not None:
        pytest.skip(f"no private MariaDB with TLS ({missing})")
    certificate, key = tmp_path / "server.pem", tmp_path / "server.key"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    server = MariaDbServer(tmp_path, f"--ssl-cert={certificate}", f"--ssl-key={key}")
    server.start()
    yield server
    server.stop()


def test_with_tls_the_server_proves_who_it_is(tls_server: MariaDbServer, tmp_path: Path) -> None:
    address = tls_server.new_database("films")
    trusted = f"{address}?ssl_ca={tmp_path / 'server.pem'}"

    with Library.open(trusted, migrate=True) as library:
        with library._engine.connect() as connection:
            cipher = connection.execute(text("SHOW STATUS LIKE 'Ssl_cipher'")).one()[1]
        library.run(1, add)

    assert cipher.startswith("TLS_")
    with pytest.raises(LibraryError, match="certificate verify failed"):
        Library.open(f"{address}?ssl=true")
    by_another_name = trusted.replace("127.0.0.1", "localhost")
    with pytest.raises(LibraryError, match=r"cannot be reached: .*localhost"):
        Library.open(by_another_name)
    Library.open(f"{by_another_name}&ssl_check_hostname=false").close()


def kill_connection(server: MariaDbServer, work: UnitOfWork) -> None:
    number = work._session.scalar(text("SELECT CONNECTION_ID()"))
    server.execute(f"KILL {number}")
