"""The library: a database of uploads, timelines, productions and jobs."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from timeline_studio.library.addresses import is_server, library_url, shown
from timeline_studio.library.clock import Clock, utc_now
from timeline_studio.library.connections import reading_engine, writing_engine
from timeline_studio.library.refusals import refusal
from timeline_studio.library.repositories import ANYWHERE, JobScope
from timeline_studio.library.repositories.rows import WRITES
from timeline_studio.library.retries import PATIENCE_SECONDS, persistently
from timeline_studio.library.server_upgrade import check_server, upgrade_server
from timeline_studio.library.ulids import UlidSequence
from timeline_studio.library.unit_of_work import UnitOfWork
from timeline_studio.library.upgrade import upgrade_file

Result = TypeVar("Result")


class Library:
    """Safe to share between threads. Open one with `Library.open`, close it at the end.

    `name` is the file, or the server's database without user and password.
    """

    def __init__(self, url: URL, now: Clock, place: str) -> None:
        self.name = shown(url)
        self._place = place if is_server(url) else None
        self._now = now
        self._ulids = UlidSequence()
        self._engine = writing_engine(url)
        self._writing = sessionmaker(self._engine, expire_on_commit=False, info={WRITES: True})
        self._reading = sessionmaker(reading_engine(self._engine), expire_on_commit=False)

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        migrate: bool = False,
        now: Clock = utc_now,
        place: str = ANYWHERE,
    ) -> Self:
        """`where` is a file, or an address: `sqlite:////home/me/library.sqlite3`,
        `mysql+pymysql://me:secret@db.example/films?ssl=true` (see `tls`).

        Makes an empty file a library and upgrades an older one. A server's database is shared:
        it is made or upgraded with `migrate` only, and otherwise refused when it is not as this
        program needs it. `place` marks a server's jobs, where only the computer that adds them
        has the files that they need. Raises LibraryError.
        """
        url = library_url(where)
        try:
            if not is_server(url):
                upgrade_file(url, Path(url.database or ""))
            elif migrate:
                upgrade_server(url)
            else:
                check_server(url)
        except (SQLAlchemyError, sqlite3.Error) as error:
            words = refusal(error, shown(url))
            if words is None:
                raise
            raise words from error
        return cls(url, now, place)

    def run(
        self,
        user_id: int,
        step: Callable[[UnitOfWork], Result],
        *,
        patience: float = PATIENCE_SECONDS,
    ) -> Result:
        """What `step` returns, in a unit of work of its own that writes.

        The whole step is done again, for `patience` seconds, when a server took it back because
        of a deadlock or went away before its end; so it must do nothing but work on its unit.
        """

        def once() -> Result:
            with self.unit_of_work(user_id) as work:
                return step(work)

        return persistently(once, patience)

    def unit_of_work(self, user_id: int, *, read_only: bool = False) -> UnitOfWork:
        """A transaction for `user_id`. With `read_only` others may write meanwhile, and a write
        of its own may be refused as busy."""
        session: Session = (self._reading if read_only else self._writing)()
        return UnitOfWork(
            session,
            JobScope(user_id, self._place),
            library=self.name,
            now=self._now,
            next_ulid=self._ulids.next,
        )

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()
