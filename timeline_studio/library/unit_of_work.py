"""One transaction, with the repositories that work in it."""

from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from timeline_studio.library.clock import Clock
from timeline_studio.library.errors import ConnectionLost, OutcomeUnknown
from timeline_studio.library.refusals import refusal
from timeline_studio.library.repositories import (
    Feeds,
    Jobs,
    JobScope,
    MediaBin,
    Productions,
    Projects,
    Publications,
    Spaces,
    Uploads,
    Versions,
)


class UnitOfWork:
    """Commits on a clean exit, rolls back on any error; rows stay usable afterwards.

    One that writes holds SQLite's write lock from its start, and on a server the lock of every
    row that it gets: do slow work outside.
    """

    def __init__(
        self,
        session: Session,
        scope: JobScope,
        *,
        library: str,
        now: Clock,
        next_ulid: Callable[[], str],
    ) -> None:
        self._session = session
        self._library = library
        user_id = scope.user_id
        self.uploads = Uploads(session, user_id, now)
        self.media_bin = MediaBin(session, user_id, now)
        self.projects = Projects(session, user_id, now)
        self.versions = Versions(session, user_id)
        self.productions = Productions(session, user_id, now, next_ulid)
        self.spaces = Spaces(session)
        self.publications = Publications(session, user_id, now, next_ulid)
        self.feeds = Feeds(session)
        self.jobs = Jobs(session, now, scope)

    def __enter__(self) -> Self:
        try:
            self._session.connection()
        except SQLAlchemyError as error:
            self._session.close()
            self._refuse(error)
            raise
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._session.commit()
        except SQLAlchemyError as failure:
            self._refuse_to_commit(failure)
            raise
        finally:
            with suppress(SQLAlchemyError):
                self._session.close()
        if error is not None:
            self._refuse(error)

    def _refuse_to_commit(self, error: BaseException) -> None:
        words = refusal(error, self._library)
        if isinstance(words, ConnectionLost):
            raise OutcomeUnknown(
                f"The connection to the library {self._library} was lost while it was saving. "
                "Look whether the change is there before you make it again."
            ) from error
        if words is not None:
            raise words from error

    def _refuse(self, error: BaseException) -> None:
        words = refusal(error, self._library)
        if words is not None:
            raise words from error
