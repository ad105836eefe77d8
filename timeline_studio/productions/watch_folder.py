"""The folder of a static site: files replaced whole, and a record of which are the site's own."""

import json
import shutil
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from timeline_studio.errors import StudioError
from timeline_studio.storage.incoming import Incoming, sync_file, sync_folder
from timeline_studio.storage.refusals import refusals_named

_RECORD = ".timeline-studio-site.json"
_PARTIAL = ".timeline-studio-partial"
_SCHEMA, _VERSION = "timeline_studio.site", 1
_SAVE_SECONDS = 5.0
_CHUNK_BYTES = 1024 * 1024


class SiteError(StudioError):
    """A folder or a port that cannot take a site, or a name that no file can have."""


class SiteFolder:
    """`begin` with all names, `put` each one, then `finish`: what is left over goes last.

    A name is recorded before its file is made, so a crash leaves no file that the next run does
    not know for its own; and a file appears only when its bytes are on the disk. Nothing that
    the record does not name is ever changed. One writer at a time.
    """

    def __init__(self, folder: Path) -> None:
        """Raises SiteError where `folder` holds other things. It need not exist."""
        self.root = folder.absolute()
        self._files = self._read_record()
        self._planned: frozenset[str] = frozenset()
        self._incoming = Incoming(self.root / _PARTIAL)
        self._saved = 0.0

    def begin(self, names: Collection[str]) -> None:
        """Raises SiteError for a name whose file is somebody else's."""
        self._planned = frozenset(names)
        for name in sorted(self._planned - self._files.keys()):
            path = self._path(name)
            if path.exists() or path.is_symlink():
                raise SiteError(
                    f"{path} is not of this site: it was put there by somebody else. Move it "
                    "away, or choose another folder."
                )
            self._files[name] = None
        with refusals_named("store", "the site", self.root):
            self.root.mkdir(parents=True, exist_ok=True)
            self._incoming.sweep()
        self._save()

    def has(self, name: str, tag: str, size: int) -> bool:
        """Whether the file is there as it was put with this tag, by its size."""
        path = self._path(name)
        return self._files.get(name) == tag and path.is_file() and path.stat().st_size == size

    def put(self, name: str, tag: str, content: bytes | Path) -> None:
        """Raises StorageError when the disk refuses."""
        target = self._path(name)
        with (
            refusals_named("store", name, self.root),
            self._incoming.file() as (partial, writer),
        ):
            _fill(writer, content)
            sync_file(writer)
            writer.close()
            target.parent.mkdir(parents=True, exist_ok=True)
            self._path(name)  # a link may have come in its way meanwhile
            partial.replace(target)
            sync_folder(target.parent)
        self._files[name] = tag
        if time.monotonic() - self._saved > _SAVE_SECONDS:
            self.keep()

    def keep(self) -> None:
        """Remember what was put, where it ends before its time."""
        self._save()

    def finish(self) -> int:
        """Remove what was not planned this time. How many files went."""
        gone = sorted(self._files.keys() - self._planned)
        self._save()
        for name in gone:
            self._remove(name)
        self._save()
        with suppress(OSError):  # another writer's may be in it
            (self.root / _PARTIAL).rmdir()
        return len(gone)

    def _remove(self, name: str) -> None:
        path = self._path(name)
        with refusals_named("delete", name, self.root):
            path.unlink(missing_ok=True)
        del self._files[name]
        with suppress(OSError):  # not empty, or gone already
            for folder in path.parents:
                if folder == self.root:
                    break
                folder.rmdir()

    def _path(self, name: str) -> Path:
        """Where `name` lies. Raises SiteError when it would lie outside."""
        parts = name.split("/")
        if any(part in {"", ".", ".."} or _is_odd(part) for part in parts):
            raise SiteError(f"{name!r} cannot be a file of a site: each part needs a plain name.")
        path = self.root.joinpath(*parts)
        if not path.parent.resolve().is_relative_to(self.root.resolve()):
            raise SiteError(f"{path} is refused: a link leads out of {self.root}. Remove the link.")
        return path

    def _read_record(self) -> dict[str, str | None]:
        """The tag of each file that is the site's own; None for one that may be unfinished."""
        try:
            text = (self.root / _RECORD).read_text("utf-8")
        except FileNotFoundError:
            self._refuse_other_things()
            return {}
        except (OSError, UnicodeDecodeError) as error:
            raise SiteError(f"{self.root} cannot hold a site: {error}.") from error
        return _files_in(text, self.root)

    def _refuse_other_things(self) -> None:
        """Hidden files, as version control keeps them, are in nobody's way."""
        try:
            others = [path.name for path in self.root.iterdir() if not path.name.startswith(".")]
        except FileNotFoundError:
            return
        except OSError as error:
            raise SiteError(f"{self.root} cannot hold a site: {error}.") from error
        if others:
            raise SiteError(
                f"{self.root} holds other things ({min(others)}): a site needs a folder of its "
                "own. Choose an empty one, or a new name."
            )

    def _save(self) -> None:
        record = {"schema": _SCHEMA, "version": _VERSION, "files": self._files}
        with (
            refusals_named("store", _RECORD, self.root),
            self._incoming.file() as (partial, writer),
        ):
            writer.write(json.dumps(record, separators=(",", ":")).encode())
            sync_file(writer)
            writer.close()
            partial.replace(self.root / _RECORD)
            sync_folder(self.root)
        self._saved = time.monotonic()


def _files_in(record: str, root: Path) -> dict[str, str | None]:
    with _damage_named(root):
        document = json.loads(record)
        if not isinstance(document, Mapping) or document["schema"] != _SCHEMA:
            raise ValueError
        if document["version"] > _VERSION:
            raise SiteError(
                f"{root} was written by a newer Timeline Studio. Update the program, or choose "
                "another folder."
            )
        return {str(name): tag for name, tag in document["files"].items()}


@contextmanager
def _damage_named(root: Path) -> Iterator[None]:
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise SiteError(
            f"The record {root / _RECORD} is damaged, so nobody knows which files are the "
            "site's. Choose another folder, or empty this one."
        ) from error


def _fill(writer: BinaryIO, content: bytes | Path) -> None:
    if isinstance(content, bytes):
        writer.write(content)
        return
    with content.open("rb") as reader:
        shutil.copyfileobj(reader, writer, _CHUNK_BYTES)


def _is_odd(part: str) -> bool:
    """A hidden name, or one that some system gives a meaning of its own."""
    return part.startswith(".") or any(
        c in '\\:*?"<>|' or ord(c) < 32 or ord(c) == 127 for c in part
    )
