"""A file that is sent while it is made: what its maker tells."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol, runtime_checkable


class GrowingFile(Protocol):
    """What somebody who makes a file tells of it, always from the same thread."""

    def begins(self) -> None:
        """It is empty: what was told of an earlier attempt holds no more."""

    def reached(self, path: Path, start: int, end: int) -> None:
        """Bytes [start, end) of it stay as they are."""

    def closes(self) -> None:
        """From here on it is not read any more: it may be changed anywhere, and moved."""


@runtime_checkable
class GrowableStore(Protocol):
    """A store that takes parts of a file before the file is whole."""

    def growing(self, key: str) -> AbstractContextManager[GrowingFile | None]:
        """Send what is told, behind the maker's back. Nothing appears under `key` before the whole
        file is put there; parts that arrived are used then, where their bytes are the file's.

        An exception out of the block gives up what was sent; the end of the process does not.
        None where it is being sent already.
        """


@contextmanager
def sent_while_made(store: object, key: str) -> Iterator[GrowingFile | None]:
    """None where `store` takes whole files only."""
    if not isinstance(store, GrowableStore):
        yield None
        return
    with store.growing(key) as file:
        yield file
