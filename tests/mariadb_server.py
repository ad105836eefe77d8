"""A private MariaDB on a free loopback port, for the tests that need a real server."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pymysql

_PROGRAMS = ("mariadb-install-db", "mariadbd")
_DEADLINE_SECONDS = 30


def why_not() -> str | None:
    """What is missing to start one; None when nothing is."""
    missing = [name for name in _PROGRAMS if _program(name) is None]
    return f"{', '.join(missing)}: not installed" if missing else None


class MariaDbServer:
    """Empty at first. `stop` ends it by its process id; `start` may follow, with its data."""

    def __init__(self, folder: Path, *options: str) -> None:
        self._folder = folder
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self._install()

    def start(self) -> None:
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    str(_program("mariadbd")),
                    "--no-defaults",
                    *_as_root(),
                    f"--datadir={self._folder / 'data'}",
                    f"--socket={self._folder / 's.sock'}",
                    f"--pid-file={self._folder / 'pid'}",
                    "--bind-address=127.0.0.1",
                    f"--port={self.port}",
                    "--skip-name-resolve",
                    "--skip-log-bin",
                    "--innodb-buffer-pool-size=32M",
                    "--innodb-log-file-size=16M",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-fast-shutdown=2",
                    "--performance-schema=OFF",
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_unicode_ci",
                    *self._options,
                ],
                stdout=log,
                stderr=log,
            )
        self._wait_until_it_answers()

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def kill(self) -> None:
        """As in a power cut."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._process = None

    def execute(
        self, *statements: str, database: str | None = None
    ) -> Sequence[tuple[object, ...]]:
        """As root, committed; the rows of the last one."""
        with (
            pymysql.connect(
                host="127.0.0.1", port=self.port, user="root", database=database, autocommit=True
            ) as connection,
            connection.cursor() as cursor,
        ):
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall()

    def new_database(self, name: str) -> str:
        """An empty one with a user of its own; its address."""
        self.execute(
            f"CREATE DATABASE {name}",
            f"CREATE USER IF NOT EXISTS '{name}'@'%' IDENTIFIED BY 'secret'",
            f"GRANT ALL ON {name}.* TO '{name}'@'%'",
        )
        return f"mysql+pymysql://{name}:secret@127.0.0.1:{self.port}/{name}"

    def _install(self) -> None:
        subprocess.run(
            [
                str(_program("mariadb-install-db")),
                "--no-defaults",
                *_as_root(),
                f"--datadir={self._folder / 'data'}",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve",
            ],
            check=True,
            capture_output=True,
        )

    def _wait_until_it_answers(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while True:
            try:
                self.execute("SELECT 1")
            except pymysql.OperationalError:
                log = (self._folder / "log").read_text(errors="replace")
                assert self._process.poll() is None, log
                assert time.monotonic() < deadline, log
                time.sleep(0.02)
            else:
                return


def _program(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def _as_root() -> list[str]:
    return ["--user=root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
