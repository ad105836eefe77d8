"""What the operating system refused, in words that a user can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_studio.storage.store import ObjectNotFound, StorageError

_ABSENT = (FileNotFoundError, NotADirectoryError, IsADirectoryError)

_ADVICE = {
    errno.ENOSPC: "the disk is full. Free some space, then try again",
    errno.EDQUOT: "your quota on this disk is used up. Free some space, then try again",
    errno.EFBIG: "the disk takes no file of this size. Use another disk",
    errno.EACCES: "permission is denied. Make the folder writable, then try again",
    errno.EPERM: "permission is denied. Make the folder writable, then try again",
    errno.EROFS: "the disk is read-only. Make it writable, or choose another folder",
    errno.ENAMETOOLONG: "a part of the name is too long. Choose a shorter one",
    errno.EIO: "the disk reports an error. Check the disk",
}


@contextmanager
def refusals_named(verb: str, key: str, folder: Path) -> Iterator[None]:
    """OSErrors within become StorageErrors that name `key`; absence becomes ObjectNotFound."""
    try:
        yield
    except StorageError:
        raise
    except OSError as error:
        if verb != "store" and isinstance(error, _ABSENT):
            raise ObjectNotFound(f"There is no object {key} in {folder}.") from error
        raise StorageError(f"Cannot {verb} {key} in {folder}: {_advice(error)}.") from error


def _advice(error: OSError) -> str:
    if isinstance(error, NotADirectoryError | IsADirectoryError | FileExistsError):
        return "a part of this name is taken by another object. Choose another name"
    return _ADVICE.get(error.errno or 0, f"{error.strerror or error}. Check the folder")
