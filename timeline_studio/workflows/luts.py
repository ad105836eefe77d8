"""LUTs: a copy of each that is chosen, by its content, so that no timeline names a file."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from timeline_studio.media import MediaError
from timeline_studio.media.cube_file import read_cube
from timeline_studio.settings import Home
from timeline_studio.timeline.effects.checking import is_digest
from timeline_studio.timeline.effects.effect import Lut
from timeline_studio.timeline.lut_reference import LUT
from timeline_studio.timeline.model import MediaReference

_DIGEST_BYTES = 20


def keep_lut(home: Home, path: Path) -> Lut:
    """The effect of a .cube file, of which the program keeps a copy.

    Raises MediaError that names the file, and the line that is wrong, where it is no such file.
    """
    content = read_cube(path).text().encode()
    digest = hashlib.blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()
    kept = _path_of(home, digest)
    if not kept.exists():
        _write(kept, content)
    return Lut(digest=digest, name=path.name)


def lut_path(home: Home, media: MediaReference) -> Path:
    """The copy that `lut:<digest>` stands for. Raises MediaError where it is not here."""
    digest = media.url.removeprefix(LUT)
    if is_digest(digest):
        path = _path_of(home, digest)
        if path.is_file():
            return path
    raise MediaError(
        f"The LUT “{media.name or digest}” is not on this computer: choose its .cube file again, "
        "or remove the effect."
    )


def _path_of(home: Home, digest: str) -> Path:
    return home.luts / f"{digest}.cube"


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a worker may read it at once."""
    part = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        reason = error.strerror or str(error)
        raise MediaError(f"The LUT cannot be kept in {path.parent}: {reason}.") from error
