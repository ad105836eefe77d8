"""All that the window can be told: one registry, its keys, and three ways to find a command."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow

from timeline_studio.library import Upload
from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.commands.finders import (
    CommandFinder,
    MarkerFinder,
    MediaFinder,
    TimecodeFinder,
    TimelineFinder,
)
from timeline_studio.ui.commands.found import Finder
from timeline_studio.ui.commands.key_settings import KeySettings
from timeline_studio.ui.commands.keys_dialog import KeysDialog
from timeline_studio.ui.commands.palette import CommandPalette
from timeline_studio.ui.commands.recent import RecentCommands
from timeline_studio.ui.commands.registry import CommandRegistry
from timeline_studio.ui.commands.shortcuts_dialog import ShortcutsDialog
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.shell.panels import Panels
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.ui.shell.workspaces import Workspaces
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.studio import Studio


class CommandCentre(QObject):
    """Once `registry` is filled, `wear_keys` gives the actions the keys that the user chose."""

    def __init__(
        self,
        window: QMainWindow,
        studio: Studio,
        tasks: BackgroundTasks,
        preferences: Preferences,
        theme: Theme,
        *,
        document: TimelineDocument,
        session: ProjectSession,
        panels: Panels,
        workspaces: Workspaces,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._panels = panels
        self._session = session
        self._workspaces = workspaces
        self.registry = CommandRegistry(self)
        recent = RecentCommands(preferences)
        finders: dict[str, Finder] = {
            "": CommandFinder(self.registry, recent),
            ":": TimecodeFinder(document),
            "@": MarkerFinder(document),
            "#": TimelineFinder(studio, tasks, self._open_timeline, self),
            "/": MediaFinder(studio, tasks, self._open_footage, self),
        }
        self.palette = CommandPalette(window, finders, recent, theme)
        self.settings: KeySettings | None = None
        self.shortcuts: ShortcutsDialog | None = None
        self.keys: KeysDialog | None = None

    def wear_keys(self) -> None:
        self.settings = KeySettings(self.registry, self._preferences, self)

    def open_palette(self) -> None:
        self.palette.toggle()

    def show_keys(self) -> None:
        if self.keys is None:
            self.keys = KeysDialog(self.registry, self._window)
            self.keys.change_pressed.connect(self.edit_keys)
        _bring_up(self.keys)

    def edit_keys(self) -> None:
        if self.shortcuts is None and self.settings is not None:
            self.shortcuts = ShortcutsDialog(self.settings, self._window)
        if self.shortcuts is not None:
            _bring_up(self.shortcuts)

    def _open_timeline(self, project_id: int) -> None:
        self._workspaces.show_edit()
        self._session.open(project_id)

    def _open_footage(self, upload: Upload) -> None:
        """In the source monitor, where all that one does with footage begins."""
        self._workspaces.show_edit()
        self._panels.source.open(upload)


def _bring_up(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
