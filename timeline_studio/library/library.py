"""The library: a database of uploads, timelines, productions and jobs."""

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from timeline_studio.library.clock import Clock, utc_now
from timeline_studio.library.connections import reading_engine, writing_engine
from timeline_studio.library.errors import LibraryError
from timeline_studio.library.refusals import refusal
from timeline_studio.library.ulids import UlidSequence
from timeline_studio.library.unit_of_work import UnitOfWork
from timeline_studio.library.upgrade import upgrade_file


class Library:
    """Safe to share between threads. Open one with `Library.open`, close it at the end."""

    def __init__(self, url: URL, name: str, now: Clock) -> None:
        self.name = name
        self._now = now
        self._ulids = UlidSequence()
        self._engine = writing_engine(url)
        self._writing = sessionmaker(self._engine, expire_on_commit=False)
        self._reading = sessionmaker(reading_engine(self._engine), expire_on_commit=False)

    @classmethod
    def open(cls, where: str | Path, *, now: Clock = utc_now) -> Self:
        """`where` is a file, or an address like `sqlite:////home/me/library.sqlite3`.

        Makes an empty library, upgrades an older one. Raises LibraryError.
        """
        url = URL.create("sqlite", database=str(where)) if isinstance(where, Path) else _url(where)
        path = Path(url.database or "")
        try:
            upgrade_file(url, path)
        except (SQLAlchemyError, sqlite3.Error) as error:
            words = refusal(error, str(path))
            if words is None:
                raise
            raise words from error
        return cls(url, str(path), now)

    def unit_of_work(self, user_id: int, *, read_only: bool = False) -> UnitOfWork:
        """A transaction for `user_id`. With `read_only` others may write meanwhile, and a write
        of its own may be refused as busy."""
        session: Session = (self._reading if read_only else self._writing)()
        return UnitOfWork(
            session, user_id, library=self.name, now=self._now, next_ulid=self._ulids.next
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


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except SQLAlchemyError as error:
        raise LibraryError(
            f"“{address}” is not the address of a library. Use sqlite:///<file>."
        ) from error
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
        raise LibraryError(
            f"“{url.render_as_string()}” cannot hold a library. Use sqlite:///<file>."
        )
    return url
