"""The presets that there are: those of the program, and the user's own beside them."""

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from timeline_studio.workflows.export_presets.preset import ExportPreset, PresetError
from timeline_studio.workflows.studio import Studio

STANDARD: Final = "standard"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_log = logging.getLogger(__name__)


class PresetShelf:
    """Files by their stem. The user's replace the program's of the same stem."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own

    def list(self) -> Mapping[str, ExportPreset]:
        """In the order to show them in; one that cannot be read is left out, and logged."""
        found = {}
        for slug in {path.stem for folder in self._folders for path in folder.glob("*.json")}:
            try:
                found[slug] = self.get(slug)
            except PresetError as error:
                _log.warning("%s", error)
        return dict(sorted(found.items(), key=lambda each: (each[1].order, each[1].name)))

    def get(self, slug: str) -> ExportPreset:
        """Raises PresetError."""
        path = self._path(slug)
        if path is None:
            there = ", ".join(self.list()) if _NAME.fullmatch(slug) else "a name such as master"
            raise PresetError(f"There is no export preset “{slug}”. Choose one of: {there}.")
        try:
            document = path.read_bytes()
        except OSError as error:
            raise PresetError(f"Cannot read {path}: {error.strerror or error}.") from error
        return ExportPreset.read(document, str(path))

    def is_own(self, slug: str) -> bool:
        return (self._own / f"{slug}.json").is_file()

    def duplicate(self, slug: str, name: str) -> str:
        """A copy of the user's own, called `name`, to be changed in a text editor; its stem.

        Raises PresetError.
        """
        made = self._free_slug(name)
        self.save(made, replace(self.get(slug), name=name.strip()))
        return made

    def save(self, slug: str, preset: ExportPreset) -> Path:
        """Write a preset of the user's own. Raises PresetError."""
        path = self._own / f"{slug}.json"
        preset.check(str(path))
        part = path.with_suffix(".json.partial")
        try:
            self._own.mkdir(parents=True, exist_ok=True)
            part.write_bytes(preset.document())
            part.replace(path)
        except OSError as error:
            raise PresetError(f"Cannot write {path}: {error.strerror or error}.") from error
        return path

    def remove(self, slug: str) -> None:
        """One of the user's own; the program's stay. Raises PresetError."""
        if not self.is_own(slug):
            raise PresetError(f"“{slug}” is none of your own presets: it stays.")
        (self._own / f"{slug}.json").unlink(missing_ok=True)

    @property
    def own(self) -> Path:
        """The folder of the user's own."""
        return self._own

    @property
    def _folders(self) -> tuple[Path, Path]:
        return self._own, self._shipped

    def _path(self, slug: str) -> Path | None:
        if not _NAME.fullmatch(slug):
            return None
        paths = (folder / f"{slug}.json" for folder in self._folders)
        return next((path for path in paths if path.is_file()), None)

    def _free_slug(self, name: str) -> str:
        wanted = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50] or "preset"
        tried, number = wanted, 1
        while self._path(tried) is not None:
            number += 1
            tried = f"{wanted}-{number}"
        return tried


def preset_shelf(studio: Studio) -> PresetShelf:
    return PresetShelf(studio.profiles / "export", studio.home.export_presets)
