"""Folders: the program's home, and the files that are shipped with it."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from timeline_studio.errors import StudioError

_PACKAGE = Path(__file__).resolve().parent.parent


class SettingsError(StudioError):
    """The program's own folder or files cannot be used."""


@dataclass(frozen=True)
class Home:
    """Every path that the program writes to lies below `root`."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "library.sqlite3"

    @property
    def store(self) -> Path:
        """One folder a bucket."""
        return self.root / "store"

    @property
    def cache(self) -> Path:
        """Thumbnails, filmstrips, waveforms: may be deleted at any time."""
        return self.root / "cache"

    @property
    def work(self) -> Path:
        """What running jobs have not finished."""
        return self.root / "work"

    @property
    def takes(self) -> Path:
        """Voice-overs that are not in the library yet."""
        return self.root / "takes"

    @property
    def locks(self) -> Path:
        """Which window has which project open."""
        return self.root / "locks"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def accounts(self) -> Path:
        """The accounts, without their secrets."""
        return self.root / "accounts.json"

    @property
    def journals(self) -> Path:
        """What is known of unfinished uploads: must outlive every job."""
        return self.root / "journals"

    @property
    def unsaved(self) -> Path:
        """Edits that the library did not take yet: must outlive the program."""
        return self.root / "unsaved"

    @property
    def outgoing(self) -> Path:
        """What waits to be uploaded: nobody else has it yet."""
        return self.root / "outgoing"

    @property
    def place(self) -> Path:
        """The home's own mark, on a server that many homes share."""
        return self.root / "place.txt"

    @property
    def export_presets(self) -> Path:
        """The user's own; the program's are shipped."""
        return self.root / "export-presets"

    @property
    def luts(self) -> Path:
        """Copies of the tables of colours that timelines use, named by what they hold."""
        return self.root / "luts"

    @property
    def profiles(self) -> Path:
        """The user's own, of sends; the program's are shipped."""
        return self.root / "profiles"

    @property
    def encoders(self) -> Path:
        """Which encoders were found to work on this computer."""
        return self.root / "encoders.json"

    @property
    def preferences(self) -> Path:
        return self.root / "preferences.json"

    def prepare(self) -> None:
        """Make the folders. Raises SettingsError when they cannot be written."""
        try:
            for folder in (self.root, self.store, self.cache, self.work, self.locks, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
            probe = self.root / f".write-{os.getpid()}"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise SettingsError(
                f"Cannot write to {self.root}: {error.strerror or error}. Make the folder "
                "writable, or set TIMELINE_STUDIO_HOME to one that is."
            ) from error


def find_home(environ: Mapping[str, str] = os.environ) -> Home:
    """`TIMELINE_STUDIO_HOME` where set, else the platform's folder for program data.

    As in a shell, `~name` of a user that there is not is a plain folder name.
    """
    chosen = environ.get("TIMELINE_STUDIO_HOME")
    if chosen:
        return Home(Path(os.path.expanduser(chosen)).absolute())  # noqa: PTH111 - Path's raises
    return Home(Path(platformdirs.user_data_dir("Timeline Studio", appauthor=False)))


def resource(name: str) -> Path:
    """A file or folder below `resources/`."""
    return _shipped("resources") / name


def profiles_dir() -> Path:
    return _shipped("profiles")


def _shipped(folder: str) -> Path:
    """In a bundle beside the program, in a wheel inside the package, else in the checkout."""
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [Path(bundle) / folder] if bundle else []
    candidates += [_PACKAGE / folder, _PACKAGE.parent / folder]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise SettingsError(
        f"The program's folder “{folder}” is missing beside {_PACKAGE}. Install it again."
    )
