"""One writer at a time in the folder of a site."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from timeline_studio.productions.watch_folder import SiteError

if os.name == "posix":
    import fcntl

_LOCK = ".timeline-studio-lock"


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Make `folder` where there is none, and hold it. A writer that dies lets go of it.

    Raises SiteError where another one, of any process, writes there now.
    """
    path = folder / _LOCK
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _take(path)
    except OSError as error:
        raise SiteError(f"{folder} cannot hold a site: {error}.") from error
    if lock is None:
        raise SiteError(
            f"The site in {folder} is being written just now, by another window or command. Wait "
            "until that has ended, then write it again."
        )
    try:
        yield
    finally:
        if os.name == "posix":  # while it is held, so that it is not another's
            path.unlink(missing_ok=True)
        lock.close()  # what is left of it on Windows, the next writer removes
        with suppress(OSError):  # it holds a site now
            for place in made:
                place.rmdir()


def _take(path: Path) -> BinaryIO | None:
    """The open, locked file; None where another has it. Raises OSError."""
    if os.name != "posix":  # an open file cannot be removed there, which tells a living writer
        with suppress(FileNotFoundError):
            try:
                path.unlink()
            except PermissionError:
                return None
        return path.open("xb")
    while True:
        lock = path.open("ab")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return None
        if path.exists() and path.stat().st_ino == os.fstat(lock.fileno()).st_ino:
            return lock
        lock.close()  # its writer took it away meanwhile
