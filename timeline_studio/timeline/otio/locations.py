"""Where a file's media is: the many ways to write a path, as one `file:` URL."""

import os
import re
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote

MISSING = "missing:"
"""The scheme of media that the file itself says is missing; a name follows."""

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")


def has_scheme(url: str) -> bool:
    return _SCHEME.match(url) is not None


def located(target: str, folder: Path) -> str:
    """The URL for a target that a file in `folder` names.

    Relative paths count from there; Windows paths, hosts, percent signs and backslashes are
    understood. Other schemes than `file:` are left as they are.
    """
    if _DRIVE.match(target) or target.startswith("\\\\"):
        return PureWindowsPath(target).as_uri()
    scheme = _SCHEME.match(target)
    if scheme is None:
        slashed = target.replace("\\", "/")
        return _file_url([target, unquote(target), slashed], unquote(slashed), folder)
    if scheme[1].lower() != "file":
        return target
    return _located_file(target[len("file:") :], folder)


def _located_file(rest: str, folder: Path) -> str:
    """As `located`, for what follows `file:`."""
    path = rest
    if rest.startswith("//"):
        host, _, path = rest[2:].partition("/")
        path = f"/{path}"
        if re.fullmatch(r"[A-Za-z]:", host):
            path = f"/{host}{path}"
        elif host in {".", ".."}:
            path = f"{host}{path}"
        elif host not in {"", "localhost"}:
            return f"file:{rest}"
    decoded = unquote(path)
    if _DRIVE.match(decoded[1:]):
        return PureWindowsPath(decoded[1:]).as_uri()
    return _file_url([decoded, path], decoded, folder)


def _file_url(candidates: Sequence[str], otherwise: str, folder: Path) -> str:
    """The URL of the first of the paths that is there, else of the one given for that."""
    found = next((each for each in candidates if _exists(folder / each)), otherwise)
    return Path(os.path.abspath(folder / found)).as_uri()  # noqa: PTH100 - keeps symbolic links


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that the file system refuses to look up
        return False
