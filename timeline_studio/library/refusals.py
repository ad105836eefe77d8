"""What the database refused, in words that a user can act on."""

import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from timeline_studio.library.errors import LibraryError
from timeline_studio.library.server_refusals import server_refusal

# SQLite's own messages: https://www.sqlite.org/rescode.html
_SQLITE_ADVICE = {
    "database is locked": (
        "is busy: another program keeps it locked. Close that program, then try again"
    ),
    "database or disk is full": "cannot be written: the disk is full. Free some space, try again",
    "readonly database": "cannot be written: the file or its folder is read-only. Make it writable",
    "unable to open database file": (
        "cannot be opened. Check that its folder is there and that you may read and write it"
    ),
    "disk I/O error": (
        "cannot be read or written: the disk reports an error. Check the disk and its free space"
    ),
    "file is not a database": (
        "is damaged, or is not a library. Put back a copy of it, or move it away to start anew"
    ),
    "malformed": "is damaged. Put back a copy of it, or move it away to start anew",
}


def refusal(error: BaseException, library: str) -> LibraryError | None:
    """The words for a database's refusal; None for what is a bug of ours, or no refusal.

    `library` is the file, or the server's database without user and password.
    """
    if isinstance(error, UnicodeEncodeError):
        return LibraryError(
            f"{error.object[:80]!r} cannot be kept in {library}: it is not valid Unicode. "
            "Rename it, then try again."
        )
    if isinstance(error, PoolTimeoutError):
        return LibraryError(f"The library {library} is busy: too much is going on. Try again.")
    refused = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(refused, sqlite3.DatabaseError):
        return _file_refusal(refused, library)
    return server_refusal(refused, library)


def _file_refusal(refused: sqlite3.DatabaseError, library: str) -> LibraryError | None:
    for phrase, advice in _SQLITE_ADVICE.items():
        if phrase in str(refused):
            return LibraryError(f"The library {library} {advice}.")
    return None
