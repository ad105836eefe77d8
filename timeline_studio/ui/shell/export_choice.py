"""What the next export is made as: a preset, an encoder, and whether it matches its source."""

from pathlib import Path

import msgspec

from timeline_studio.render.encoders import Coding, encoder_named
from timeline_studio.settings import Preferences
from timeline_studio.workflows.export_presets import (
    STANDARD,
    ExportPreset,
    PresetError,
    PresetShelf,
)

_PRESET, _FOLDER, _MATCH = "export_preset", "export_folder", "export_match_source"
_ENCODER = "export_encoder"


class ExportChoice:
    """Kept from one run of the program to the next."""

    def __init__(self, shelf: PresetShelf, preferences: Preferences) -> None:
        self.shelf = shelf
        self._preferences = preferences
        self.stretch: tuple[int, int] | None = None
        """What of the open timeline is exported, in flicks; None for all of it."""

    @property
    def slug(self) -> str:
        """The preset that was used last; the standard one where it is gone."""
        told = self._preferences.get(_PRESET)
        if not isinstance(told, str):
            return STANDARD
        try:
            self.shelf.get(told)
        except PresetError:
            return STANDARD
        return told

    def choose(self, slug: str) -> None:
        self._preferences.set(_PRESET, slug)

    @property
    def preset(self) -> ExportPreset:
        """Raises PresetError."""
        chosen = self.shelf.get(self.slug)
        if chosen.match_source is None:
            chosen = msgspec.structs.replace(chosen, match_source=self.match_source)
        if chosen.is_kept and chosen.encoder is None:
            chosen = msgspec.structs.replace(chosen, encoder=self.encoder_of(chosen.coding))
        return chosen

    def encoder_of(self, coding: Coding) -> str | None:
        """FFmpeg's name of the one that is to make it; None for the best that there is."""
        told = self._preferences.get(f"{_ENCODER}_{coding}")
        known = encoder_named(told) if isinstance(told, str) else None
        return told if known is not None and known.coding == coding else None

    def choose_encoder(self, coding: Coding, name: str | None) -> None:
        self._preferences.set(f"{_ENCODER}_{coding}", name)

    @property
    def match_source(self) -> bool | None:
        """None, where nobody said so: wherever most of a film allows it."""
        told = self._preferences.get(_MATCH)
        return told if isinstance(told, bool) else None

    @match_source.setter
    def match_source(self, wanted: bool | None) -> None:
        self._preferences.set(_MATCH, wanted)

    @property
    def folder(self) -> Path:
        """Where a file was saved last."""
        told = self._preferences.get(_FOLDER)
        known = Path(told) if isinstance(told, str) else None
        return known if known is not None and known.is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._preferences.set(_FOLDER, str(folder))
