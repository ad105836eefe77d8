"""Opens the palette over a window, runs what was chosen, and remembers it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from timeline_studio.ui.commands.found import Choice, Finder
from timeline_studio.ui.commands.palette_popover import PalettePopover
from timeline_studio.ui.commands.recent import RecentCommands
from timeline_studio.ui.theme import Theme


class CommandPalette(QObject):
    def __init__(
        self,
        window: QWidget,
        finders: Mapping[str, Finder],
        recent: RecentCommands,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._finders = finders
        self._recent = recent
        self._theme = theme
        self.popover: PalettePopover | None = None

    def toggle(self) -> None:
        if self.popover is None:
            self.popover = PalettePopover(self._window, self._finders, self._theme)
            self.popover.chosen.connect(self._on_chosen)
        if self.popover.isVisible():
            self.popover.dismiss()
        else:
            self.popover.open()

    def _on_chosen(self, choice: Choice) -> None:
        if choice.id:
            self._recent.remember(choice.id)
        choice.run()
