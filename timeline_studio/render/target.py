"""The file that an export becomes: written beside it, then moved into place at once."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_studio.render.render_error import RenderError


class WriteError(OSError):
    """The file being made refused a write; `errno` says why."""


_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def partial_file(out: Path) -> Iterator[Path]:
    """`out` with `.partial` behind it, to write to; it is gone afterwards, whatever happens.

    Raises RenderError where nothing can be written.
    """
    if out.is_dir():
        raise RenderError(f"{out} is a folder: give the export a file name.")
    partial = out.with_name(f"{out.name}.partial")
    try:
        partial.open("wb").close()
    except FileNotFoundError as error:
        message = f"There is no folder {out.parent}: make it, or choose another."
        raise RenderError(message) from error
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        yield partial
    finally:
        partial.unlink(missing_ok=True)


def put_in_place(partial: Path, out: Path) -> None:
    """All bytes on the disk, then the name: a crash leaves the old file or the new one."""
    try:
        _sync(partial)
        partial.replace(out)
        if os.name == "posix":  # elsewhere folders cannot be opened
            _sync(out.parent)
    except OSError as error:
        raise write_refusal(out, error, written=0, done=1.0) from error


def write_refusal(out: Path, error: OSError, *, written: int, done: float) -> RenderError:
    """What to tell when writing failed after `written` bytes, the share `done` of them all."""
    if error.errno not in _NO_ROOM:
        return _unwritable(out, error)
    message = f"No room for {out.name} in {out.parent}: "
    if written and done > 0:
        message += f"it needs about {_size(round(written / done))}, "
    message += f"{_size(shutil.disk_usage(out.parent).free)} are free."
    return RenderError(f"{message} Free some space, or choose another folder.")


def _unwritable(out: Path, error: OSError) -> RenderError:
    reason = error.strerror or str(error)
    return RenderError(f"Cannot write {out}: {reason}. Choose another folder.")


def _size(count: int) -> str:
    return f"{count:,} bytes" if count < 10_000_000 else f"{count / 1e6:,.0f} MB"


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
