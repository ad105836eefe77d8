"""Dark, light, or as the system has it: chosen in the window, and remembered."""

from contextlib import suppress
from typing import Final, Literal, TypeAlias, cast, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from timeline_studio.settings import Preferences
from timeline_studio.ui.theme.application import apply_theme
from timeline_studio.ui.theme.tokens import Theme

Choice: TypeAlias = Literal["dark", "light", "system"]
CHOICES: Final[tuple[Choice, ...]] = get_args(Choice)
_PREFERENCE = "theme"


class Appearance(QObject):
    """Keeps `theme` in the colours that were chosen; `changed` is said after each change."""

    changed = Signal()

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._preferences = preferences
        kept = preferences.get(_PREFERENCE)
        self._chosen = cast(Choice, kept) if kept in CHOICES else "dark"
        hints = _application().styleHints()
        self._system = hints.colorScheme()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        self._dress()

    @property
    def chosen(self) -> Choice:
        """Dark until something else is chosen: footage is judged best in dark surroundings."""
        return self._chosen

    def choose(self, choice: Choice) -> None:
        """Wear it, and remember it; where the disk takes nothing, until the program ends."""
        self._chosen = choice
        self._dress()
        with suppress(OSError):
            self._preferences.set(_PREFERENCE, choice)

    def _on_system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._dress()

    def _dress(self) -> None:
        is_light = self._system == Qt.ColorScheme.Light
        of_the_system = "light" if is_light else "dark"
        name = of_the_system if self.chosen == "system" else self.chosen
        if name != self.theme.name:
            self.theme.wear(name)
            apply_theme(_application(), self.theme)
            self.changed.emit()


def _application() -> QApplication:
    return cast(QApplication, QApplication.instance())
